"""Extraction does not get worse: floors over a fixed third of the development corpus (floors.json), raised when it gets better."""

import gzip
import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from bench.score_dev import predict

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
FIGURES = {"body": "tokF", "must": "must", "headline": "headline|text", "byline": "byline|text", "date": "date|text"}


def _third(doc):
    return hashlib.sha256(doc["id"].encode()).digest()[0] % 3 == 0


@pytest.mark.slow
@pytest.mark.parametrize("rendering", ["region", "full"])
def test_no_field_falls_below_its_floor(shared, rendering):
    corpus = shared / "corpus"
    spec = importlib.util.spec_from_file_location("score", corpus / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with gzip.open(corpus / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        docs = [doc for doc in map(json.loads, lines) if doc["tier"] == "gold" and doc.get(rendering) and _third(doc)]

    reached = score.score(docs, {doc["id"]: predict(doc, rendering) for doc in docs}, rendering, "gold")["all"]

    figures = {name: round(reached[key], 3) for name, key in FIGURES.items()}
    below = {name: value for name, value in figures.items() if value < FLOORS[rendering][name]}
    assert below == {}, f"below the floors {FLOORS[rendering]}; reached {figures}"
    assert reached["mustnot"] <= FLOORS[rendering]["must_not_at_most"], reached["mustnot"]
