"""Dates in words, and what machines are told of them."""

import pytest

from newsarchive.render.dates import heading_words, long_date, short_date, span_words
from newsarchive.render.tally import between
from newsarchive.render.words import load_words

EN = load_words("en")


@pytest.mark.parametrize(
    ("edtf", "long", "short"),
    [
        ("2023-05-30", "30 May 2023", "30 May 2023"),
        ("2023-03-29?", "29 March 2023, probably", "29 Mar 2023, probably"),
        ("2023-03", "March 2023, day unknown", "Mar 2023"),
        ("2023-03?", "March 2023, probably, day unknown", "Mar 2023, probably"),
        ("2023", "2023, month unknown", "2023"),
        ("[2022-03-30..]", "30 March 2022 or later", "30 Mar 2022 or later"),
        ("[2023-03-29..2023-04-02]", "between 29 March and 2 April 2023", "29 Mar–2 Apr 2023"),
        ("[2023-03-29..2023-03-31]", "between 29 and 31 March 2023", "29–31 Mar 2023"),
        ("[2022-12-30..2023-01-02]", "between 30 December 2022 and 2 January 2023", "30 Dec 2022–2 Jan 2023"),
        ("[2023-03-29,2023-03-30]", "29 or 30 March 2023", "29 or 30 Mar 2023"),
        ("[2023-03-31,2023-04-01]", "31 March or 1 April 2023", "31 Mar or 1 Apr 2023"),
        (None, "No date found", "no date"),
        ("0987-01-02", "2 January 0987", "2 Jan 0987"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(edtf, long, short):
    assert (long_date(edtf, "stated", EN), short_date(edtf, "stated", EN)) == (long, short)


def test_an_inferred_day_is_probable_and_an_inferred_bound_is_a_bound():
    assert long_date("2023-03-29", "inferred", EN) == "29 March 2023, probably"
    assert long_date("[2022-03-30..]", "inferred", EN) == "30 March 2022 or later"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2023-01-03", "2023-12-30", "3 January to 30 December 2023"),
        ("2023-03-01", "2023-03-14", "1 to 14 March 2023"),
        ("2023-03-29", "2023-03-29", "29 March 2023"),
        ("2022-12-31", "2023-01-01", "31 December 2022 to 1 January 2023"),
        ("2023-03", "2023-05-02", "March to May 2023"),
        ("2023-03", "2023-03-02", "March 2023"),
        ("2021", "2023-05-02", "2021 to 2023"),
        ("2023", "2023-05-02", "2023"),
    ],
)
def test_a_span_is_said_as_finely_as_both_its_ends_are_known(first, last, words):
    assert span_words(first, last, EN) == words


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("2023-03-29", "29 March 2023"),
        ("2023-03", "March 2023, day unknown"),
        ("2023", "2023, month unknown"),
        (None, "No date"),
    ],
)
def test_a_heading_says_what_is_not_known_of_the_articles_under_it(place, words):
    assert heading_words(place, EN) == words


def test_periods_follow_each_other_over_the_turn_of_a_year_and_a_leap_day():
    assert between("2022-11", "2023-02") == ["2022-11", "2022-12", "2023-01", "2023-02"]
    assert between("2024-02-28", "2024-03-01") == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert between("1999", "2001") == ["1999", "2000", "2001"]
