"""What other programs reach on the same texts, scored as our own is.

    pip install justext lxml_html_clean trafilatura && python bench/extraction/peers.py ../shared/corpus [--every 4]

They are made for HTML; here they get what a text archive has: its lines, each as a <p>. What they reach on the HTML
itself stands in the README of the corpus. A program that is not installed is said to be absent.
"""

import argparse
import html
import importlib.util
import re
import time
from pathlib import Path

from asked import ASKED
from babel import Locale
from corpus import documents, score_module
from predict import labelled, source_of
from scores import FIGURES, prediction
from table import number, rows

from newsarchive.extract import extract

MEASURED = ("body", "body_4grams", "must", "must_not", "headline_in_text", "byline_in_text", "date_in_text")
SENTENCE_ENDS = re.compile(r"[.!?…。！？؟।]['\"”’»)\]]?$")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
FEWEST_WORDS = 5


def ours(doc, rendering):
    """Ours: label and extract."""
    source = source_of(doc, rendering)
    return prediction(extract(source, labelled([source])[0]))


def first_line(doc, rendering):
    """The first line is the headline, the rest is the body."""
    lines = _lines(doc, rendering)
    return {"headline": lines[0] if lines else None, "body": "\n".join(lines[1:])}


def sentences(doc, rendering):
    """Lines of five words that end like a sentence, as C4 keeps them; of any length in scripts without spaces."""
    kept = (line for line in _lines(doc, rendering) if SENTENCE_ENDS.search(line))
    return {"body": "\n".join(line for line in kept if len(line.split()) >= FEWEST_WORDS or UNSPACED.search(line))}


def justext(doc, rendering):
    """The program jusText, with the stop words of the language of the text, or without where it knows none."""
    import justext as program  # noqa: PLC0415 - may be absent

    name = Locale("en").languages.get(doc["lang"], "").replace("Norwegian", "Norwegian_Bokmal")
    words = program.get_stoplist(name) if name in program.get_stoplists() else frozenset()
    settings = {} if words else {"stopwords_low": 0, "stopwords_high": 0}
    paragraphs = program.justext(_as_html(doc, rendering), words, **settings)
    return {"body": "\n".join(one.text for one in paragraphs if not one.is_boilerplate)}


def trafilatura(doc, rendering):
    """The program trafilatura as it is set, but without comments."""
    import trafilatura as program  # noqa: PLC0415 - may be absent

    found = program.bare_extraction(_as_html(doc, rendering), include_comments=False, with_metadata=True)
    if found is None:
        return {"body": ""}
    return {
        "headline": found.title,
        "byline": found.author.split("; ") if found.author else None,
        "date": found.date,
        "body": found.text,
    }


PEERS = (ours, first_line, sentences, justext, trafilatura)
NEEDED = {"justext", "trafilatura"}


def _lines(doc, rendering):
    return [line.strip() for line in doc[rendering]["text"].split("\n") if line.strip()]


def _as_html(doc, rendering):
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in _lines(doc, rendering))
    return f"<html><body>{paragraphs}</body></html>"


def measured(peer, docs, rendering, score):
    """The figures of one program, and its milliseconds of CPU a document."""
    peer(docs[0], rendering)
    start = time.process_time()
    found = {doc["id"]: peer(doc, rendering) for doc in docs}
    cpu = 1000 * (time.process_time() - start) / len(docs)
    reached = score.score(docs, found, rendering, "gold")["all"]
    claimed = {key for one in found.values() for key, value in one.items() if value}
    unclaimed = {f"{key}_in_text" for key in ("headline", "byline", "date") if key not in claimed}
    figures = [number(None if name in unclaimed else reached[FIGURES[name]]) for name in MEASURED]
    return [*figures, f"{cpu:.1f}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="measure only each Nth document")
    args = parser.parse_args()
    titles = {name: title for title, name, *_ in ASKED}
    score, body = score_module(args.corpus), []
    for rendering in ("region", "full"):
        docs = list(documents(args.corpus, rendering))[:: args.every]
        for peer in PEERS:
            name = f"{peer.__name__.replace('_', ' ')}, {rendering}"
            if peer.__name__ in NEEDED and importlib.util.find_spec(peer.__name__) is None:
                body.append([name, "absent", *[""] * len(MEASURED)])
            else:
                body.append([name, *measured(peer, docs, rendering, score)])
    print(rows(["", *(titles[name] for name in MEASURED), "ms CPU a document"], body))


if __name__ == "__main__":
    main()
