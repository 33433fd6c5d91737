"""Key terms: what an article is about, told from the article alone."""

import sys

import pytest

from newsarchive.link.terms import key_terms
from newsarchive.model import Article, Block, Caption
from newsarchive.text.stop_words import stop_words


def article(*paragraphs, language="en", **fields):
    body = tuple(Block("paragraph", text, line) for line, text in enumerate(paragraphs, 1))
    return Article(source="1.txt", sha256="0", encoding="utf-8", language=language, **{"body": body} | fields)


def test_names_and_words_of_the_headline_and_words_that_come_back_come_first():
    terms = key_terms(
        article(
            "The council of Ostry met on Monday. The ferry, it said, is too old; a new ferry costs more than Ostry has.",
            "Nobody had asked passengers waiting by the embankment.",
            headline="Council drops ferry",
        )
    )
    assert terms[:3] == ("council", "ferry", "ostry")
    assert {"drops", "passenge", "embankme"} < set(terms[3:])


def test_stop_words_months_weekdays_and_numbers_are_no_terms():
    assert key_terms(article("Yesterday, on Tuesday 7 February 2023, she said that they would have been 412.")) == ()


def test_there_are_at_most_forty_and_every_one_is_kept_once_in_memory():
    letters = "abcdefghijklmnopqrstuvwxyz"
    terms = key_terms(article(" ".join(f"w{one}{other}rd" for one in letters for other in letters)))
    assert len(set(terms)) == len(terms) == 40
    assert all(sys.intern(str(term)) is term for term in terms)


def test_forms_of_a_word_that_begin_alike_are_one_term():
    assert key_terms(article("Shipyards everywhere", headline="Shipyard")) == ("shipyard", "everywhe")


def test_accents_composed_in_two_ways_are_the_same():
    assert key_terms(article("Göteli")) == key_terms(article("Go\u0308teli")) == ("göteli",)


def test_what_is_no_word_of_the_report_is_not_read():
    blocks = (
        Block("paragraph", "Brandle", 1),
        Block("embed", "https://photos.example/harbour", 2),
        Block("paragraph", "Subscribers love cookies", 3, doubtful=True),
    )
    assert key_terms(article(body=blocks, captions=(Caption("Lantern", None, (4,)),))) == ("lantern", "brandle")


def test_a_short_text_says_all_it_has():
    assert key_terms(article("bridge closed overnight")) == ("overnigh", "bridge", "closed")


@pytest.mark.parametrize("text", ["", " ", "???", "1 2 3", "\u0301\u0301", "’", "a b c"])
def test_a_text_without_words_has_no_terms(text):
    assert key_terms(article(text, headline=text, language=None)) == ()


@pytest.mark.parametrize("text", ["Wo " * 2_000_000, "wort" * 1_000_000, "漢" * 3_000_000, "’" * 5_000_000])
@pytest.mark.parametrize("language", ["de", "zh", None])
def test_a_hostile_text_is_read_as_far_as_it_is_needed(text, language):
    assert len(key_terms(article(text, language=language))) <= 1


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("zh", "大使館開設。", ("大使", "使館", "館開", "開設")),
        ("ja", "スマホの新聞", ("スマ", "マホ", "新聞")),
        ("ko", "대사관이 열렸다", ("대사", "사관", "관이", "열렸", "렸다")),
        ("th", "สถานทูต", ("สถาน", "ถานท", "านทู", "นทูต")),
        ("ar", "والسفارة في باكو", ("سفارة", "باكو")),
        ("hi", "दूतावास का उद्घाटन", ("उद्घाटन", "दूतावास")),
    ],
)
def test_every_script_has_terms(language, text, terms):
    assert set(key_terms(article(text, language=language))) == set(terms)


def test_the_stop_words_of_a_language_are_its_own_and_those_of_none_are_of_all():
    assert "war" in stop_words("de-AT")
    assert "war" not in stop_words("en")
    assert {"war", "said", "février"} <= stop_words(None)
    assert stop_words("nb") == stop_words("no")
    assert "" not in stop_words(None)
