"""Each case of cases/ is read as a careful reader reads it."""

import hashlib
import json
from pathlib import Path

import pytest

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import LABELS, Source
from newsarchive.model.record import record
from tests.case import label_differences, read_labels, record_differences, update

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_labels_each_line_of_its_text(case):
    lines = (case / "source.txt").read_text(encoding="utf-8").split("\n")
    labels = read_labels(case)

    assert list(labels) == [number for number, line in enumerate(lines, 1) if line.strip()]
    assert {
        name.partition(":")[0] for pieces in labels.values() for names, _ in pieces for name in names.split("|")
    } <= {*LABELS}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_a_careful_reader_reads_it(case, request):
    content = (case / "source.txt").read_bytes()
    source = Source("source.txt", content.decode("utf-8"), "utf-8", hashlib.sha256(content).hexdigest())
    spans = label(source)
    found = record(extract(source, spans))
    if request.config.getoption("--update"):
        update(case, spans, found)

    expected = json.loads((case / "article.json").read_text(encoding="utf-8"))

    assert label_differences(read_labels(case), spans) == []
    assert record_differences(expected, found) == []
