"""The corpus as examples: each text's open lines, and what is known of them.

A corpus folder holds dev.jsonl.gz; teacher/ and read/ are optional (their READMEs tell the formats).
"""

import gzip
import json
from dataclasses import dataclass

import numpy as np

from newsarchive.label import certain_sheet
from newsarchive.label.glances import opened
from newsarchive.model import Source

BODY = {"paragraph", "subhead", "list_item", "embed"}
KINDS = (
    "boilerplate", "paragraph", "subhead", "list_item", "caption", "deck", "kicker", "headline", "byline", "date",
    "bio", "tagline", "disclaimer", "correction", "embed", "dateline",
)  # fmt: skip
"""The kinds that the last look tells apart."""
READ_AS = {"byline_date": "byline", "quote": "boilerplate", "credit": "caption"}


@dataclass(frozen=True)
class Example:
    """A rendering of a document: its open lines, and by line what is known: weak or not, with its weight."""

    doc: dict
    rendering: str
    lines: list
    body: np.ndarray
    body_weight: np.ndarray
    headline: np.ndarray
    headline_weight: np.ndarray
    kind: np.ndarray
    kind_weight: np.ndarray
    is_gold: bool


def read_jsonl(path):
    """The objects of a file of JSON lines, gzipped or not; none where there is no such file."""
    if not path.exists():
        return
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def examples(folder):
    """Every document of the corpus in each of its renderings, in order."""
    teacher = {row["id"]: row for row in read_jsonl(folder / "teacher" / "teacher.jsonl.gz")}
    read = {(row["id"], row["rendering"]): row for row in read_jsonl(folder / "read" / "labels.jsonl")}
    for doc in read_jsonl(folder / "dev.jsonl.gz"):
        for rendering in ("full", "region"):
            if doc.get(rendering):
                weak, seen = teacher.get(doc["id"]), read.get((doc["id"], rendering))
                yield example(doc, rendering, weak, seen)


def example(doc, rendering, weak, seen):
    """One rendering with what its gold, the weak labels and the reader say."""
    source = Source(path=doc["id"], text=doc[rendering]["text"], encoding="utf-8", sha256="")
    lines = opened(certain_sheet(source))
    numbers = [line.piece.number - 1 for line in lines]
    gold = [doc[rendering]["labels"][number] for number in numbers]
    kinds = [(seen["lines"].get(str(number + 1)) or "").split("|") if seen else [""] for number in numbers]
    teacher = (
        {key: [(weak[rendering][key] or "?" * 10**6)[n] for n in numbers] for key in ("traf", "both", "dom", "fields")}
        if weak and weak[rendering]
        else None
    )
    words = np.array([len(line.piece.words) for line in lines])
    base = np.sqrt(np.minimum(words, 120) + 1.0) / 3
    body, weight = body_targets(doc, gold, kinds, teacher, weak)
    headline, headline_weight = headline_targets(doc, gold, kinds, teacher)
    kind, kind_weight = kind_targets(doc, gold, kinds, words)
    is_gold = doc["tier"] == "gold" and bool(doc["gold"].get("body"))
    return Example(doc, rendering, lines, body, weight * base, headline, headline_weight, kind, kind_weight, is_gold)


def body_targets(doc, gold, kinds, teacher, weak):
    """Whether each line is of the body, and how much that counts: gold, else a reader, else an extractor from HTML."""
    known = np.array([label not in "KM?_" for label in gold], float)
    body = np.array([label in "BS" for label in gold], float)
    if doc["gold"].get("body"):
        return body, known * (1.0 if doc["tier"] == "gold" else 0.5)
    target, weight = np.zeros(len(gold)), np.zeros(len(gold))
    if teacher:
        trust = 0.5 * max(0.0, ((weak["agree"].get("median_tokF_5") or 0) - 0.8) / 0.2) ** 0.5
        for i, (traf, both, dom, field) in enumerate(zip(*teacher.values(), strict=True)):
            target[i] = traf == "B" and dom not in "cnfm1" and field not in "HAD"
            weight[i] = 0 if traf in "M?" else trust * (0.3 if both == "?" else 1)
    for i, (label, kind) in enumerate(zip(gold, kinds, strict=True)):
        if kind[0]:
            target[i], weight[i] = kind[0] in BODY, 0.7 if len(kind) == 1 else 0.3
        if label in "BO":  # a segment that must, or must not, be kept
            target[i], weight[i] = label == "B", 1.5
    return target, weight


def headline_targets(doc, gold, kinds, teacher):
    """Whether each line is the headline, where it is known which one is."""
    none = np.zeros(len(gold))
    if "H" in gold:
        return np.array([label == "H" for label in gold], float), np.array([label != "h" for label in gold], float)
    if doc["gold"].get("headline"):
        return none, none
    if any(kind[0] == "headline" for kind in kinds):
        return np.array([kind[0] == "headline" for kind in kinds], float), none + 0.8
    if teacher and "H" in teacher["fields"]:
        fields = teacher["fields"]
        return np.array([field == "H" for field in fields], float), np.array([0.4 * (f != "h") for f in fields])
    return none, none


def kind_targets(doc, gold, kinds, words):
    """The number of each line's kind: a reader's, else that of the labels that name one."""
    kind, weight = np.zeros(len(gold), int), np.zeros(len(gold))
    named = {"C": "caption", "K": "deck", "S": "subhead", "H": "headline", "h": "headline", "A": "byline", "D": "date"}
    for i, (label, seen) in enumerate(zip(gold, kinds, strict=True)):
        if seen[0]:
            name = READ_AS.get(seen[0], seen[0])
            kind[i], weight[i] = (KINDS.index(name), 1 if len(seen) == 1 else 0.5) if name in KINDS else (0, 0)
        elif kinds and not any(k[0] for k in kinds) and doc["dataset"] == "fundus":
            if label in named:
                kind[i], weight[i] = KINDS.index(named[label]), 0.6
            elif label == "B" and words[i] >= 12:
                kind[i], weight[i] = 1, 0.15
            elif label == "O" and i % 4 == 0:
                kind[i], weight[i] = 0, 0.3
    return kind, weight
