"""Fits the points of newsarchive/extract/weighing.py to the development corpus, and says how well they choose.

    pip install numpy && python bench/fit_dates.py ../shared/corpus

A document is a choice among its dates, and none of them: a conditional logit over the clues of each date. Accuracy is
that of five folds of publishers, each weighed by points fitted to the other four. Prints the points; writes nothing.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsarchive.extract.stated import Candidate, candidates
from newsarchive.extract.weighing import CLUES
from newsarchive.label import label
from newsarchive.model import Source
from newsarchive.text.language import guess_language

FOLDS, STEPS, RATE, RIDGE = 5, 400, 0.1, 1.0


@dataclass(frozen=True)
class Choice:
    """The dates of one document, what speaks for each (the last row: none of them), and which are right."""

    fold: int
    found: tuple[Candidate, ...]
    clues: np.ndarray
    right: np.ndarray


def choices(corpus: Path) -> Iterator[Choice]:
    read = {page["id"]: page for page in map(json.loads, (corpus / "read/labels.jsonl").open(encoding="utf-8"))}
    with gzip.open(corpus / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            page = read.get(doc["id"])
            for rendering in ("region", "full"):
                stated = doc["gold"].get("date") or (page["fields"]["published"] if page else None)
                undated = page is not None and page["rendering"] == rendering and stated is None
                if doc.get(rendering) and (stated or undated):
                    yield choice(doc["domain"], doc[rendering]["text"], (stated or "")[:10])


def choice(domain: str, text: str, day: str) -> Choice:
    found = candidates(label(Source("", text, "utf-8", "")), guess_language(text))
    clues = np.zeros((len(found) + 1, len(CLUES) + 1))
    clues[-1, -1] = 1
    for row, one in enumerate(found):
        clues[row, :-1] = [test(one) for _, _, test in CLUES]
    right = [day in (str(one.day), str(one.either)) for one in found]
    fold = int(hashlib.md5(domain.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
    return Choice(fold, found, clues, np.array([*right, not any(right)], float))


def fit(documents: list[Choice]) -> np.ndarray:
    """Weights by Adam, of dates that weigh the same the right one's share; ten points are one unit of log odds."""
    weights, mean, square = (np.zeros(len(CLUES) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = RIDGE * weights
        for one in documents:
            share = np.exp(one.clues @ weights - np.max(one.clues @ weights))
            share /= share.sum()
            right = share * one.right
            slope = slope + one.clues.T @ (share - right / max(right.sum(), 1e-12))
        slope /= len(documents)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return np.round(10 * weights).astype(int)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    documents = [one for one in choices(parser.parse_args().corpus) if one.found]
    hits = []
    for fold in range(FOLDS):
        points = fit([one for one in documents if one.fold != fold])
        hits += [one.right[np.argmax(one.clues @ points)] for one in documents if one.fold == fold]
    for (name, now, _), points in zip((*CLUES, ("NONE", "", None)), fit(documents), strict=True):
        print(f"{points:4} (now {now:>3})  {name}")
    print(f"{len(documents)} documents with dates; the right one, or rightly none, in {np.mean(hits):.3f}")


if __name__ == "__main__":
    main()
