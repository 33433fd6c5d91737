"""The sample articles come out, each among its archive, as a careful reader reads them."""

from pathlib import Path

import pytest

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.read import decode, read
from newsarchive.survey import habits_of
from tests.gold import differences, labelled_lines, read_gold

ARTICLES = Path(__file__).parents[1] / "articles"
GOLD = {
    name: gold
    for file in sorted((Path(__file__).parent / "samples").glob("*.yaml"))
    for name, gold in read_gold(file).items()
}
SOURCES = [decode(text) for text in read(ARTICLES).texts]
HABITS = habits_of(SOURCES)
WINDOWS_1252 = "kessenhafener-bote (de)/000_c20b7e5fa1438d96.txt"


def test_each_sample_has_its_gold():
    assert {text.path for text in read(ARTICLES).texts} == GOLD.keys()


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_of_a_sample_labels_each_line_of_it(name):
    encoding = "windows-1252" if name == WINDOWS_1252 else "utf-8"
    lines = (ARTICLES / name).read_text(encoding=encoding).split("\n")

    assert sorted(line for line, _ in labelled_lines(GOLD[name])) == [
        number for number, line in enumerate(lines, 1) if line.strip()
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_a_sample_comes_out_as_a_careful_reader_reads_it(source):
    article = extract(source, label(source, HABITS), HABITS)

    assert differences(article, GOLD[source.path]) == []
