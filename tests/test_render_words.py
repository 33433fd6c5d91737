"""The words on pages: one file for each language."""

from importlib.resources import files

import pytest

from newsarchive.model import LABELS
from newsarchive.render.link import Link, href, web_address
from newsarchive.render.words import load_words
from newsarchive.text.words import page_words, spoken

EN = load_words("en")


def keys(table, place=""):
    for key, value in table.items():
        yield from keys(value, f"{place}{key}.") if isinstance(value, dict) else [f"{place}{key}"]


@pytest.mark.parametrize("language", spoken())
def test_every_language_has_the_same_words(language):
    table = keys(page_words(language))
    without_forms = {key.rpartition(".")[0] if key.startswith("counts.") else key for key in table}
    assert without_forms == {key.rpartition(".")[0] if key.startswith("counts.") else key for key in keys(EN.table)}


def test_no_word_has_a_name_that_hides_it_from_templates():
    for key in keys(EN.table):
        assert not any(hasattr(dict, part) for part in key.split(".")), key


def test_every_label_of_a_line_has_words():
    assert set(LABELS) <= set(EN.table["labels"])


def test_every_rule_that_leaves_lines_out_by_its_phrases_has_words():
    phrases = files("newsarchive.label.boilerplate") / "phrases"
    names = {file.name.removesuffix(".txt") for file in phrases.iterdir()}
    assert names <= set(EN.table["rules"])


def test_a_language_that_nobody_has_written_is_english():
    assert load_words("tlh").language == "en"
    assert load_words("en-GB").language == "en"
    assert load_words("../en").language == "en"


def test_numbers_are_grouped_and_counted():
    assert EN.count("articles", 1) == "1 article"
    assert EN.count("articles", 2871) == "2,871 articles"


def test_names_stand_in_a_row():
    assert EN.listed(["Ada"]) == "Ada"
    assert EN.listed(["Ada", "Bo"]) == "Ada and Bo"
    assert EN.listed(["Ada", "Bo", "Cy"]) == "Ada, Bo and Cy"


def test_a_sentence_keeps_its_links():
    links = (Link("Ada", "a.html"), Link(" and "), Link("Bo", "b.html"))
    assert EN.sentence("article", "by", names=links) == (Link("By "), *links)


def test_a_rule_without_words_of_its_own_says_its_name():
    assert EN.rule("newsletter_prompt") == "newsletter appeal"
    assert EN.rule("ferry_times") == "ferry times"


def test_links_lead_up_as_many_steps_as_a_page_is_deep():
    assert href("index.html", "years/index.html") == "years/index.html"
    assert href("years/2023/03.html", "outlets/a.html") == "../../outlets/a.html"


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "https://", "http://a b", "ftp://a.example", "//a.example", "http://[", "", None]
)
def test_what_is_no_address_on_the_web_is_none(text):
    assert web_address(text) is None


def test_an_address_on_the_web_stays_as_it_is():
    assert web_address("https://lamp.example/a?b=c#d") == "https://lamp.example/a?b=c#d"
