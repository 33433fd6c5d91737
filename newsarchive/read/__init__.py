"""read: from a folder to its Sources.

    reading = read(folder)                      # a walk: which texts there are, and what articles.csv says of each
    sources = map(decode, reading.texts)        # one Source or Problem each, in any order and in any process

`read` opens no text. A Text carries all that `decode` needs, is small and can be pickled, so a pool decodes in batches.
What is wrong with the folder, its table or a sidecar that belongs to no text is in `reading.problems`; what is wrong
with one text is in its Source, which is built all the same; a file that gives no Source gives its Problem. Paths in
problems are below the folder. `text_in` is one text without the walk.
"""

from newsarchive.read.reading import Reading, Text, content_key, named_texts, read, table_of, text_in
from newsarchive.read.source import decode

__all__ = ["Reading", "Text", "content_key", "decode", "named_texts", "read", "table_of", "text_in"]
