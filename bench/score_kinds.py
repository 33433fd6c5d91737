"""Score the kinds of lines on the pages of the corpus that were read line by line (corpus/read).

    python bench/score_kinds.py ../shared/corpus [--rendering region] [--show KIND N]

A line counts for a kind when the reader names it first; where the reader says `a|b`, either is right. `quote` of the
reader is a display of words of the body, not our body kind. Prints precision, recall and F1 by kind, and, from the fields,
how often a date or an author is given where the reader says that the text states none.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rendering", choices=("region", "full"), default="region")
    parser.add_argument("--show", nargs=2, metavar=("KIND", "N"))
    args = parser.parse_args()
    hits, ours, theirs, invented, shown = Counter(), Counter(), Counter(), Counter(), []
    for page, text in pages(args.corpus, args.rendering):
        source = Source(path=page["id"], text=text, encoding="utf-8", sha256="")
        spans = label(source)
        lines = text.split("\n")
        found = {}
        for span in spans:
            found.setdefault(span.line, set()).add("caption" if span.label == "credit" else span.label)
        for number, kinds in page["lines"].items():
            mine, right = found.get(int(number), set()), allowed(kinds)
            first = kinds.split("|")[0]
            for kind in mine:
                ours[kind] += 1
                hits[kind] += kind in right
            theirs[first] += not (mine & right - {first})
            hits["recall", first] += first in mine
            if args.show and (args.show[0] in mine) != (args.show[0] in right):
                shown.append((page["id"], number, kinds, sorted(mine), lines[int(number) - 1][:140]))
        article = extract(source, spans)
        if not page["fields"].get("published"):
            invented["pages without a date"] += 1
            invented["given a date"] += bool(article.published) and not article.published.startswith("[")
        if not page["fields"].get("authors"):
            invented["pages without an author"] += 1
            invented["given an author"] += bool(article.authors)
    for kind, count in theirs.most_common():
        precision = hits[kind] / ours[kind] if ours[kind] else 0
        recall = hits["recall", kind] / count if count else 0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0
        print(f"{kind:12} {count:6} lines  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    print(dict(invented))
    for row in shown[: int(args.show[1])] if args.show else ():
        print(*row, sep=" | ")


if __name__ == "__main__":
    main()
