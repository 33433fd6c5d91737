"""Files of words by language: a row is a language (BCP 47), a tab and its words; "#" begins a remark."""

from collections.abc import Iterator
from pathlib import Path


def word_rows(file: Path) -> Iterator[tuple[str, str]]:
    """Each row of a file as its language and its words, in one text, in the order of the file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, tab, words = line.partition("\t")
            if tab:
                yield language, words
