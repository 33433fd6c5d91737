"""The words that a text can be found by are the same in Python and on the search page, in every language."""

import sys
import unicodedata
from pathlib import Path

from newsarchive.text.search_words import search_words
from tests.page_scripts import run

STRINGS = [line.split("\t") for line in (Path(__file__).parent / "words" / "sixty.tsv").read_text("utf-8").splitlines()]
RUN = 32


def differing(texts):
    found = run("searchWords(text)", texts)
    return [text for text, words in zip(texts, found, strict=True) if words != search_words(text)]


def test_texts_in_sixty_languages_have_the_same_words_on_both_sides():
    assert len({language.partition("-")[0] for language, _ in STRINGS}) >= 60
    assert all(len(search_words(text)) > 3 for _, text in STRINGS)
    assert differing([text for _, text in STRINGS]) == []


def test_every_character_that_python_knows_is_the_same_on_both_sides():
    known = [
        chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    ]
    runs = [known[first : first + RUN] for first in range(0, len(known), RUN)]
    apart = [" ".join(run) for run in runs]
    within = ["".join(f"x{character}" for character in run) for run in runs if run[0] < "\u3400"]
    assert differing(apart) == []
    assert differing(within) == []


def test_a_word_is_cut_after_forty_characters_on_both_sides():
    assert differing(["x" * 41, "é" * 100, "\U00010400" * 50, "漢" * 50, "_" * 50]) == []


def test_words_are_marked_where_they_stand():
    marked = 'stretches(text, ["strasse", "lodz", "don t", "東京 京都", "emb*"]).apart.map(([start, end]) => text.slice(start, end))'
    texts = [
        "Die Straße, STRASSE.",
        "in Łódź, Lodz",
        "I don’t; don",
        "在東京都，東京",
        "Embassies of embers, the hem",
        "é",
    ]
    assert run(marked, texts) == [
        ["Straße", "STRASSE"],
        ["Łódź", "Lodz"],
        ["don’t"],
        ["東京都"],
        ["Embassies", "embers"],
        [],
    ]


def test_lines_hold_what_is_rare_in_an_article():
    lines = """((first) => text.slice(first, first + LENGTH - BEFORE))(
        ((found) => bestPlace(found, timesOf([{ found }])).first)(stretches(text, ["the", "ship*", "last crossing"]).found))"""
    often = "The mayor of the town and the council. " * 8
    texts = [
        f"{often}A shipyard closed. {often}",
        f"A ship came. {often}The ship made the last crossing. {often}",
        "Nothing of it.",
        f"{'the ' * 50_000}shipyard",
    ]
    rare, most, nothing, huge = run(lines, texts)
    assert "shipyard" in rare
    assert "The ship made the last crossing" in most
    assert nothing == "Nothing of it."
    assert huge.endswith("the shipyard")
