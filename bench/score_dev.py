"""Score label and extract on the development corpus, in this process.

    python bench/score_dev.py ../shared/corpus [--rendering region] [--fields] [--show body|headline|byline|date N]

Prints what score.py of the corpus prints for all languages together, and milliseconds of CPU a document.
With --show it prints the N worst documents of a field, to be read.
"""

import argparse
import gzip
import json
import re
import sys
import time
from pathlib import Path

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import Source

BODY_KINDS = {"paragraph", "subhead", "quote", "list_item"}


def predict(doc, rendering):
    """What our extraction says of a document, in the form that score.py reads."""
    source = Source(path=f"{doc['id']}.txt", text=doc[rendering]["text"], encoding="utf-8", sha256="")
    article = extract(source, label(source))
    day = re.fullmatch(r"(\d{4}-\d\d-\d\d)\??", article.published or "")
    return {
        "id": doc["id"],
        "headline": article.headline,
        "byline": list(article.authors) or None,
        "date": day[1] if day else None,
        "body": "\n".join(block.text for block in article.body if block.kind in BODY_KINDS),
    }


def is_wrong(field, gold, have, rendering, score):
    """Whether a field that stands in the text was not found as it is."""
    if field == "headline":
        return rendering.get("headline_in_text") and score.hl(gold["headline"]) != score.hl(have["headline"])
    if field == "byline":
        stands = gold.get("authors") is not None and rendering.get("byline_in_text") is not False
        return stands and score.names(gold["authors"]) != score.names(have["byline"])
    return rendering.get("date_in_text") and score.day(gold["date"]) != have["date"]


def worst(docs, found, field, rendering, score):
    """Documents with what was found and what is right, worst first."""
    gold_key = {"byline": "authors"}.get(field, field)
    for doc in docs:
        gold, have = doc["gold"], found[doc["id"]]
        if field == "body" and gold.get("body"):
            f1 = score.bagf(score.bag(score.toks(have["body"]), 1), score.bag(score.toks(gold["body"]), 1))
            yield f1[2], doc["id"], f"P {f1[0]:.2f} R {f1[1]:.2f}", doc["url"]
        elif field != "body" and is_wrong(field, gold, have, doc[rendering], score):
            yield 0, doc["id"], have[field], gold[gold_key]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rendering", choices=("region", "full", "both"), default="both")
    parser.add_argument("--languages", action="store_true")
    parser.add_argument("--show", nargs=2, metavar=("FIELD", "N"))
    args = parser.parse_args()
    sys.path.insert(0, str(args.corpus))
    import score  # noqa: PLC0415 - it stands beside the corpus

    with gzip.open(args.corpus / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        docs = [doc for doc in map(json.loads, lines) if doc["tier"] == "gold"]
    for rendering in ("region", "full") if args.rendering == "both" else (args.rendering,):
        chosen = [doc for doc in docs if doc.get(rendering)]
        start = time.process_time()
        found = {doc["id"]: predict(doc, rendering) for doc in chosen}
        cpu = 1000 * (time.process_time() - start) / len(chosen)
        for language, figures in score.score(chosen, found, rendering, "gold").items():
            if language == "all" or (args.languages and figures["docs"] >= 5):
                print(
                    f"{rendering:6} {language:4} {figures['docs']:4} documents: body {score.f(figures['tokF'])}"
                    f" (P {score.f(figures['tokP'])} R {score.f(figures['tokR'])})"
                    f" must {score.f(figures['must'])} must_not {score.f(figures['mustnot'])}"
                    f" headline {score.f(figures['headline|text'])} byline {score.f(figures['byline|text'])}"
                    f" (P {score.f(figures['byline|textP'])} R {score.f(figures['byline|textR'])})"
                    f" date {score.f(figures['date|text'])}"
                )
        print(f"{rendering:6} {cpu:.2f} ms CPU a document")
        if args.show:
            for row in sorted(worst(chosen, found, args.show[0], rendering, score))[: int(args.show[1])]:
                print(*row, sep=" | ")


if __name__ == "__main__":
    main()
