"""What stays in the body, and what is of another article or stands between."""

import pytest

from newsarchive.label.block import of_another_article, text_block
from newsarchive.label.furniture import deck
from newsarchive.label.guesses import cut_off, of_the_body
from newsarchive.label.sheet import Glance, Verdict
from newsarchive.label.talk import question
from tests.sheets import BODY, SITE, sheet_of

FERRY = "The ferry Meridian was raised from the harbour of Sarn on Monday, a year after it had sunk with all its cargo."
AGAIN = "Divers had closed the cargo doors of the ferry before the harbour master let the cranes begin."
BAKERS = "Bakers of the upper valley quarrel about rye: seven villages claim to have invented sourdough loaves."
MENU = [(f"Section {number}", SITE) for number in range(12)]


def test_paragraphs_far_below_that_share_no_word_with_the_article_are_of_another_one() -> None:
    sheet = sheet_of((FERRY, BODY), (AGAIN, BODY), *MENU, (BAKERS, BODY))
    assert [*of_another_article(sheet)] == [14]
    assert sheet.block == range(2)
    assert cut_off(sheet)[14] == Verdict("boilerplate", "of_another_article")


def test_paragraphs_far_below_that_speak_of_the_same_stay() -> None:
    sheet = sheet_of((FERRY, BODY), *MENU, (AGAIN, BODY))
    assert [*of_another_article(sheet)] == []
    assert sheet.block == range(14)


def test_paragraphs_nearby_stay_whatever_they_speak_of() -> None:
    sheet = sheet_of((FERRY, BODY), *MENU[:6], (BAKERS, BODY))
    assert [*of_another_article(sheet)] == []


def test_a_few_words_are_too_few_to_tell_what_they_speak_of() -> None:
    assert [*of_another_article(sheet_of((FERRY, BODY), *MENU, ("Oil it and wait.", BODY)))] == []


def test_in_scripts_without_spaces_pairs_of_characters_tell_what_is_spoken_of() -> None:
    ferry, crane, bread = (
        "沈没した連絡船は月曜日に港から引き揚げられ、積荷はほとんど失われた。",
        "港の連絡船を引き揚げたのは大型の起重機だった。",
        "谷間の村々では黒麦粉の発酵方法をめぐり論争が続く。",
    )
    assert [*of_another_article(sheet_of((ferry, BODY), *MENU, (crane, BODY)))] == []
    assert [*of_another_article(sheet_of((ferry, BODY), *MENU, (bread, BODY)))] == [13]


def test_a_page_without_a_likely_line_has_no_block() -> None:
    assert text_block(sheet_of(*MENU)) == range(0)


def test_between_lines_of_the_body_a_piece_stays_in_doubt_if_by_its_kind_it_may_be_of_it() -> None:
    perhaps = ("Two cups of rye", Glance(body=250, kinds={"list_item": 420, "boilerplate": 500}))
    found = of_the_body(sheet_of((FERRY, BODY), perhaps, (AGAIN, BODY)))
    assert found[1] == Verdict("list_item", "likely_body", doubtful=True)


def test_the_same_piece_below_the_body_does_not_stay() -> None:
    perhaps = ("Two cups of rye", Glance(body=250, kinds={"list_item": 420, "boilerplate": 500}))
    assert 2 not in of_the_body(sheet_of((FERRY, BODY), (AGAIN, BODY), perhaps))


@pytest.mark.parametrize(("chance", "decks"), [(400, [1]), (600, [])])
def test_what_is_likelier_of_the_body_than_not_is_no_deck(chance: int, decks: list[int]) -> None:
    first = Glance(body=chance, kinds={"deck": 800, "paragraph": 100})
    sheet = sheet_of(("Ferry raised", Glance(headline=900)), (AGAIN, first), ("At dusk", SITE), (FERRY, BODY))
    sheet = sheet.settle({0: Verdict("headline", "headline"), 2: Verdict("caption", "above_credit")})
    assert [*deck(sheet)] == decks


def test_one_sentence_alone_between_headline_and_report_is_a_deck() -> None:
    first = Glance(body=600, kinds={"deck": 800, "paragraph": 100})
    sheet = sheet_of(("Ferry raised", Glance(headline=900)), (AGAIN, first), (FERRY, BODY))
    assert [*deck(sheet.settle({0: Verdict("headline", "headline")}))] == [1]


def test_what_may_be_the_deck_but_stays_is_doubtful() -> None:
    first = Glance(body=600, kinds={"deck": 800, "paragraph": 100})
    assert of_the_body(sheet_of((AGAIN, first), (FERRY, BODY)))[0].doubtful


def test_right_above_the_byline_a_deck_is_one_however_likely_of_the_body() -> None:
    first = Glance(body=600, kinds={"deck": 800, "paragraph": 100})
    sheet = sheet_of(("Ferry raised", Glance(headline=900)), (AGAIN, first), ("By Ann Roe", SITE), (FERRY, BODY))
    sheet = sheet.settle({0: Verdict("headline", "headline"), 2: Verdict("byline", "marked_byline")})
    assert [*deck(sheet)] == [1]


TALK = [("Q: And the boat?", SITE), ("A: Borrowed", SITE), ("Q: The crew?", SITE), ("A: Two cousins", SITE)]


def test_questions_and_answers_that_letters_mark_are_of_the_body() -> None:
    more = [("Q: The weather?", SITE), ("A: Fog until noon", SITE)]
    assert [*question(sheet_of((FERRY, BODY), *TALK, *more))] == [1, 2, 3, 4, 5, 6]


def test_two_marked_questions_are_no_talk_yet() -> None:
    assert question(sheet_of((FERRY, BODY), *TALK)) == {}


def test_marked_questions_far_below_the_article_are_the_sites() -> None:
    more = [("Q: Shipping?", SITE), ("A: Within two days", SITE)]
    assert question(sheet_of((FERRY, BODY), *MENU, *TALK, *more)) == {}
