"""Extraction does not get worse: floors on publishers that the weights have not seen (bench/extraction/gate.py sets them)."""

import importlib
import json
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "bench" / "extraction"
FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


@pytest.fixture
def gate(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module("gate")


def test_the_floors_are_of_this_corpus(shared, gate):
    assert gate.corpus_hash(shared / "corpus") == FLOORS["corpus"], "another corpus: set the floors anew with gate.py"


@pytest.mark.parametrize("rendering", ["region", "full"])
def test_no_figure_falls_below_its_floor(shared, gate, rendering):
    values = gate.reached(shared / "corpus", rendering)

    assert gate.below(values, FLOORS[rendering]) == [], f"reached {values}"


def test_a_figure_below_its_floor_is_named(gate):
    floors = {"body": 0.95, "must_not": 0.08, "date_in_text": 0.92}

    named = gate.below({"body": 0.94, "must_not": 0.09, "date_in_text": 0.92}, floors)

    assert named == ["body: 0.94 < 0.95", "must_not: 0.09 > 0.08"]
