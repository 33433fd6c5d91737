"""Score the kinds of lines on the pages of the corpus that were read line by line (corpus/read).

    python bench/score_kinds.py ../shared/corpus [--rendering region] [--show KIND N]

A line counts for a kind when the reader names it first; where the reader says `a|b`, either is right. `quote` of the
reader is a display of words of the body, not our body kind. Prints precision, recall and F1 by kind,
and, from the fields, how often a date or an author is given where the reader says that the text states none.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import Source

SAME = {"byline_date": {"byline", "date"}, "quote": {"boilerplate", "quote", "paragraph"}}


def pages(corpus, rendering):
    """The pages that were read: (what the reader says, the text)."""
    with gzip.open(corpus / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        docs = {doc["id"]: doc for doc in map(json.loads, lines)}
    with (corpus / "read" / "labels.jsonl").open(encoding="utf-8") as lines:
        for page in map(json.loads, lines):
            if page["rendering"] == rendering:
                yield page, docs[page["id"]][rendering]["text"]


def allowed(kinds):
    """The labels that are right for what a reader says of a line."""
    return set().union(*(SAME.get(kind, {kind}) for kind in kinds.split("|")))


class Tally:
    """How often each kind was right, given and meant, and what was given where a text states none."""

    def __init__(self, shown_kind):
        self.right, self.given, self.meant, self.found, self.fields = (Counter() for _ in range(5))
        self.shown_kind, self.shown = shown_kind, []

    def add_lines(self, page, text, spans):
        """Count the lines of a page."""
        labels = {}
        for span in spans:
            labels.setdefault(span.line, set()).add("caption" if span.label == "credit" else span.label)
        for number, kinds in page["lines"].items():
            mine, right, first = labels.get(int(number), set()), allowed(kinds), kinds.split("|")[0]
            self.given.update(mine)
            self.right.update(mine & right)
            if not mine & (right - {first}):
                self.meant[first] += 1
                self.found[first] += first in mine
            if (self.shown_kind in mine) != (self.shown_kind in right):
                line = text.split("\n")[int(number) - 1].strip()
                self.shown.append((page["id"], number, kinds, sorted(mine), line[:140]))

    def add_fields(self, fields, article):
        """Count what is given where the reader says that the text states none; a bound is no date."""
        if not fields.get("published"):
            self.fields["pages without a date"] += 1
            self.fields["of them given a date"] += bool(article.published) and not article.published.startswith("[")
        if not fields.get("authors"):
            self.fields["pages without an author"] += 1
            self.fields["of them given an author"] += bool(article.authors)

    def lines(self):
        """The table, in words."""
        for kind, count in self.meant.most_common():
            precision = self.right[kind] / self.given[kind] if self.given[kind] else 0
            recall = self.found[kind] / count
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
            yield f"{kind:12} {count:6} lines  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        yield "; ".join(f"{name} {count}" for name, count in self.fields.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rendering", choices=("region", "full"), default="region")
    parser.add_argument("--show", nargs=2, metavar=("KIND", "N"), default=(None, 0))
    args = parser.parse_args()
    tally = Tally(args.show[0])
    for page, text in pages(args.corpus, args.rendering):
        source = Source(path=page["id"], text=text, encoding="utf-8", sha256="")
        spans = label(source)
        tally.add_lines(page, text, spans)
        tally.add_fields(page["fields"], extract(source, spans))
    print(*tally.lines(), sep="\n")
    for row in tally.shown[: int(args.show[1])]:
        print(*row, sep=" | ")


if __name__ == "__main__":
    main()
