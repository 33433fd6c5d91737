"""Datelines: place, agency and where the report goes on."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.dateline import parse_dateline

REPORT = "The ferry sank off the harbour on Monday morning."


@pytest.mark.parametrize(
    ("head", "place", "agency"),
    [
        ("LONDON (AP) — ", "LONDON", "AP"),
        ("MADRID, 4 June. (EUROPA PRESS) - ", "MADRID", "Europa Press"),
        ("Madrid, 4 may (EFE).- ", "Madrid", "EFE"),
        ("June 4. (EUROPE PRESS) – ", None, "Europa Press"),
        ("BERLIN, 3 March (Reuters) - ", "BERLIN", "Reuters"),
        ("Berlin/Brüssel (dpa/lsw) – ", "Berlin/Brüssel", "dpa"),
        ("(dpa) - ", None, "dpa"),
        ("dpa - ", None, "dpa"),
        ("EFE (EFE).- ", None, "EFE"),
        ("OAKHAVEN, Hawaii (HarbourNewsNow) - ", "OAKHAVEN, Hawaii", None),
        ("ROEVILLE, Ky. (AP) — ", "ROEVILLE, Ky.", "AP"),
        ("OAKHAVEN, Texas — ", "OAKHAVEN, Texas", None),
        ("ISTANBUL, Turkey, June 2 — ", "ISTANBUL, Turkey", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("Paris, le 3 mars – ", "Paris", None),
        ("(ANSA) - ROMA, 03 MAR - ", "ROMA", "ANSA"),
        ("МОСКВА, 3 мар - РИА Новости. ", "МОСКВА", "RIA Novosti"),
        ("МОСКВА, 3 марта. /ТАСС/. ", "МОСКВА", "TASS"),
        ("القاهرة (رويترز) - ", "القاهرة", "Reuters"),
        ("【東京＝佐藤渚】", "東京", None),
        ("【ワシントン時事】", "ワシントン", "Jiji"),
        ("(서울=연합뉴스) ", "서울", "Yonhap"),
        ("新华社北京4月24日电 ", "北京", "Xinhua"),
    ],
)
def test_a_dateline_says_where_and_which_agency(head, place, agency):
    found = parse_dateline(head + REPORT)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (head + REPORT)[found.end :].strip() == REPORT


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "UPDATE — The ferry sank again in the harbour of the town.",
        "The minister said (AP) - no more, and left.",
        "In (2020) - the year of the ferry, nobody came.",
        "(Ada Quill / Associated Press)",
        "WASHINGTON — The Post",
        "Ferries: " + REPORT,
        "[sourcecode language=x] " + REPORT,
        "",
    ],
)
def test_other_beginnings_are_no_dateline(text):
    assert parse_dateline(text) is None


def test_a_line_of_its_own_is_a_dateline_to_its_end():
    found = parse_dateline("June 4. (EUROPA PRESS) –")
    assert found is not None
    assert found.end == len("June 4. (EUROPA PRESS) –")


@given(st.text(max_size=200))
def test_any_text_can_be_asked_for_its_dateline(text):
    found = parse_dateline(text)
    assert found is None or 0 <= found.start <= found.end <= len(text)
    assert found is None or found.place or found.agency


@pytest.mark.parametrize("text", ["A" * 5_000_000, "A, " * 100_000, "(" * 1000, "A/" * 1000, " " * 100_000])
def test_hostile_texts_are_answered_at_once(text):
    start = time.process_time()
    parse_dateline(text)
    assert time.process_time() - start < 1
