"""The floors that the suite holds extraction to, measured on a part of the corpus that the weights have not seen.

    python bench/extraction/gate.py ../shared/corpus            # raise the floors to what is reached
    python bench/extraction/gate.py ../shared/corpus --lower    # also lower those that are no longer reached

The part is number 0 of folds.py; its publishers were left out in fitting tests/held_out.npz (bench/train/fit.py
--folds). tests/floors.json holds the floors and the hash of the corpus that they were measured on.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from corpus import documents
from folds import fold
from predict import predictions
from scores import figures

TESTS = Path(__file__).resolve().parents[2] / "tests"
WEIGHTS, FLOORS = TESTS / "held_out.npz", TESTS / "floors.json"
PART = 0
HIGHER = ("body", "body_tenth", "must", "headline_in_text", "byline_in_text", "date_in_text")
LOWER = ("must_not",)
KINDS = ("caption", "deck", "subhead", "bio")
MARGIN = 0.003
"""What a figure may lose to a change elsewhere without being worse."""


def corpus_hash(corpus):
    """The SHA-256 of the texts and the readers' labels."""
    whole = hashlib.sha256()
    for name in ("dev.jsonl.gz", "read/labels.jsonl"):
        whole.update((corpus / name).read_bytes())
    return whole.hexdigest()


def reached(corpus, rendering, weights=WEIGHTS):
    """{figure: value} of one rendering of the part, by weights that have not seen it."""
    docs = [doc for doc in documents(corpus, rendering) if fold(doc["domain"]) == PART]
    found = figures(predictions(docs, rendering, weights), corpus)[rendering]
    kinds = found["read"]["kinds"] if rendering == "region" else {}
    return {name: round(found["all"][name], 4) for name in (*HIGHER, *LOWER)} | {
        kind: round(kinds[kind]["f1"], 4) for kind in KINDS if kind in kinds
    }


def below(values, floors):
    """The figures that do not reach their floors, in words."""
    return [
        f"{name}: {values[name]} {'>' if name in LOWER else '<'} {floor}"
        for name, floor in floors.items()
        if (values[name] > floor if name in LOWER else values[name] < floor)
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lower", action="store_true", help="write floors that are lower than those that stand")
    args = parser.parse_args()
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    new = {"corpus": corpus_hash(args.corpus)}
    complaints = []
    for rendering in ("region", "full"):
        values = reached(args.corpus, rendering)
        complaints += [f"{rendering}, {what}" for what in below(values, old.get(rendering, {}))]
        floors = {name: round(value + (MARGIN if name in LOWER else -MARGIN), 3) for name, value in values.items()}
        kept = {} if args.lower else old.get(rendering, {})
        new[rendering] = {
            name: (min if name in LOWER else max)(floor, kept.get(name, floor)) for name, floor in floors.items()
        }
    if complaints and not args.lower:
        sys.exit("\n".join(("These floors are not reached; --lower would lower them:", *complaints)))
    FLOORS.write_text(json.dumps(new, indent=2) + "\n", encoding="utf-8")
    print(FLOORS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
