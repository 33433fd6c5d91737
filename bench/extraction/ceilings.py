"""What perfect labels reach with the program's own reading of bylines, dates and headlines.

    python bench/extraction/ceilings.py ../shared/corpus

The gold labels of the lines become spans and extract reads them. Where what label says of a line agrees with gold, its
own pieces stay, so that a byline with a date is still two pieces. Lines that gold does not know (?) are as label says,
but are no field that gold knows elsewhere. The second column of a rendering leaves all lines out that gold gives no
part in the article, so that no other name and no other date is in the way.

The second table is of the pages that were read, whose authors are persons alone: their kinds of lines become spans.
"""

import argparse
from pathlib import Path

from asked import ASKED
from corpus import documents, read_pages, score_module
from kinds import allowed
from predict import labelled, source_of
from scores import figures
from table import fields, number, rows

from newsarchive.extract import extract
from newsarchive.model import Span

RIGHT = {
    "B": ("paragraph", "subhead", "quote", "list_item"),
    "S": ("subhead",),
    "H": ("headline",),
    "K": ("deck",),
    "A": ("byline", "bio", "tagline"),
    "D": ("date",),
    "C": ("caption",),
    "c": ("caption",),
}
"""For a label of gold: the labels that are right for its line, the likeliest first. All other lines are left out."""

BESIDE = {"paragraph": {"dateline"}, "headline": {"kicker", "section"}, "byline": {"date"}, "caption": {"credit"}}
"""What other pieces of a line may be beside what it chiefly is."""

KNOWN = {"headline": "headline", "byline": "authors", "date": "date", "deck": "deck"}
"""A label of ours, and the field of gold in which its words would stand."""

LEFT_OUT = ("boilerplate",)
NO_PART = frozenset("O?hk")


def by_line(spans):
    """(line number, its pieces) in order."""
    mine = {}
    for span in spans:
        mine.setdefault(span.line, []).append(span)
    return sorted(mine.items())


def perfect(doc, rendering, spans, score):
    """The spans of a document with the labels of gold."""
    gold, lines, labels = doc["gold"], doc[rendering]["text"].split("\n"), doc[rendering]["labels"]
    body = score.bag(score.toks(gold.get("body") or ""), 1)
    for number_, pieces in by_line(spans):
        label = labels[number_ - 1]
        if label == "?":
            yield from (_unknown(span, gold) for span in pieces)
            continue
        if label == "M":
            label = "B" if score.bagf(score.bag(score.toks(lines[number_ - 1]), 1), body)[0] >= 0.5 else "O"
        yield from _as_meant(RIGHT.get(label, LEFT_OUT), pieces, lines[number_ - 1])


def as_read(doc, rendering, spans, page):
    """The spans of a document with the kinds that a reader gave its lines; what was not read is left out."""
    lines = doc[rendering]["text"].split("\n")
    for line, pieces in by_line(spans):
        right = allowed(page["lines"].get(line, "boilerplate"))
        yield from _as_meant(right, pieces, lines[line - 1])


def _unknown(span, gold):
    """A piece that gold does not know: what label says, but no field that gold knows."""
    field = KNOWN.get(span.label)
    return span._replace(label="boilerplate", rule="gold") if field and gold.get(field) else span


def _as_meant(right, pieces, line):
    """The pieces of a line where they agree with what it is, else the whole line as what it chiefly is."""
    said = {span.label for span in pieces}
    beside = set().union(*(BESIDE.get(label, ()) for label in right))
    if said & {*right} and said <= {*right, *beside}:
        return [span._replace(copy_of=None) for span in pieces]
    start, text = len(line) - len(line.lstrip()), line.strip()
    return [Span(pieces[0].line, start, start + len(text), text, right[0], "gold")]


def read_results(corpus, rendering):
    """(doc, rendering, spans, article) of the pages that were read."""
    pages = read_pages(corpus)
    for doc in documents(corpus, rendering, "all"):
        if page := pages.get((doc["id"], rendering)):
            source = source_of(doc, rendering)
            spans = tuple(as_read(doc, rendering, labelled([source])[0], page))
            yield doc, rendering, spans, extract(source, spans)


def results(docs, rendering, score, *, alone):
    """(doc, rendering, spans, article) of each document; `alone`: without the lines that have no part in it."""
    for doc in docs:
        source = source_of(doc, rendering)
        spans = tuple(perfect(doc, rendering, labelled([source])[0], score))
        if alone:
            spans = tuple(span for span in spans if doc[rendering]["labels"][span.line - 1] not in NO_PART)
        yield doc, rendering, spans, extract(source, spans)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="measure only each Nth document")
    args = parser.parse_args()
    score, header, columns = score_module(args.corpus), [""], []
    for rendering in ("region", "full"):
        docs = list(documents(args.corpus, rendering))[:: args.every]
        for alone in (False, True):
            reached = figures(results(docs, rendering, score, alone=alone), args.corpus)
            columns.append(reached[rendering]["all"])
            header.append(f"{rendering}{', nothing else' if alone else ''}")
    print(rows(header, [[title, *(number(one[name]) for one in columns)] for title, name, *_ in ASKED]))
    print("", fields(figures(read_results(args.corpus, "region"), args.corpus)["region"]), sep="\n")


if __name__ == "__main__":
    main()
