"""Tables of what extraction reaches on a corpus folder, in Markdown, beside what is asked of it.

    python bench/extraction/table.py ../shared/corpus [--rendering region] [--weights 'FOLDER/part{fold}'] [--workers 2]

With --json FILE the figures themselves are kept; with --from FILE they are read from there and nothing is measured.
With --every N only each Nth document is measured, for a quick look.
"""

import argparse
import json
from pathlib import Path

from asked import ASKED, ASKED_OF_DATES, ASKED_OF_INVENTED, ASKED_OF_KINDS
from corpus import scored_documents
from predict import predictions
from scores import figures

BY_LANGUAGE = ("body", "body_tenth", "must", "must_not", "headline_in_text", "byline_in_text", "date_in_text")


def number(value):
    """.945 of 0.945; a dash where there is no figure."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def shares(one):
    """Precision, recall and F1."""
    return [number(one[name]) for name in ("precision", "recall", "f1")]


def rows(header, body):
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (header, ["---"] * len(header), *body))


def chief(reached):
    """What is reached in each rendering, beside floor and aim."""
    body = []
    for title, name, *asked in ASKED:
        row = [title]
        for rendering, wanted in zip(("region", "full"), asked, strict=True):
            floor_and_aim = " / ".join(map(number, wanted)) if wanted else ""
            row += [number(reached.get(rendering, {}).get("all", {}).get(name)), floor_and_aim]
        body.append(row)
    counts = [f"{name} ({reached[name]['documents']})" if name in reached else name for name in ("region", "full")]
    return rows(["", counts[0], "floor / aim", counts[1], "floor / aim"], body)


def languages(reached):
    """Each language with five documents or more, in one rendering."""
    body = [
        [language, figures["documents"], figures["n_body"], *(number(figures[name]) for name in BY_LANGUAGE)]
        for language, figures in reached["languages"].items()
    ]
    return rows(["language", "documents", "bodies", *(name.replace("_", " ") for name in BY_LANGUAGE)], body)


def kinds(reached):
    """Each kind of line on the pages that were read, in one rendering."""
    body = [
        [kind, one["lines"], *shares(one), " / ".join(map(number, ASKED_OF_KINDS.get(kind, ())))]
        for kind, one in reached["read"]["kinds"].items()
    ]
    return rows([f"kind ({reached['read']['pages']} pages)", "lines", "precision", "recall", "F1", "floor / aim"], body)


def inventing(reached):
    """What is said without ground and what is lost, in one rendering."""
    read = reached["read"]
    body = [
        [f"dates called {certainty} that are right, {where}", number(one["right"]), f"of {one['given']}", asked]
        for certainty, asked in ASKED_OF_DATES.items()
        for where, dates in (("gold", reached["dates"]), ("read", read["dates"]))
        if (one := dates.get(certainty))
    ]
    body += [
        [
            f"{field} given where the text has none, read",
            number(one["share"]),
            f"{one['given']} of {one['pages']}",
            asked,
        ]
        for field, asked in ASKED_OF_INVENTED.items()
        if (one := read["invented"].get(field))
    ]
    body += [
        ["long lines of gold bodies left out, for each 100 articles", f"{reached['lost']:.1f}", "", ""],
        ["paragraphs left out, for each 100 pages read", f"{read['paragraphs_lost_per_100']:.1f}", "", ""],
        ["paragraphs not in the body, for each 100", f"{read['paragraphs_not_in_body_per_100']:.1f}", "", ""],
    ]
    return rows(["", "share", "", "asked"], body)


def fields(reached):
    """The fields on the pages that were read, in one rendering."""
    body = [[field, one["meant"], one["given"], *shares(one)] for field, one in reached["read"]["fields"].items()]
    return rows(["field, read", "meant", "given", "precision", "recall", "F1"], body)


def tables(reached):
    """All the tables, one after the other."""
    yield chief(reached)
    for rendering, one in reached.items():
        for table in (inventing, fields, kinds, languages):
            yield f"{rendering}:\n\n{table(one)}"


def measure(args):
    """The figures of the renderings that are asked for."""
    reached = {}
    for rendering in ("region", "full") if args.rendering == "both" else (args.rendering,):
        docs = list(scored_documents(args.corpus, rendering))[:: args.every]
        reached |= figures(predictions(docs, rendering, args.weights, args.workers), args.corpus)
    return reached


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rendering", choices=("region", "full", "both"), default="both")
    parser.add_argument("--weights")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--from", type=Path, dest="kept", metavar="FILE")
    args = parser.parse_args()
    reached = json.loads(args.kept.read_text(encoding="utf-8")) if args.kept else measure(args)
    if args.json:
        args.json.write_text(json.dumps(reached, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(*tables(reached), sep="\n\n")


if __name__ == "__main__":
    main()
