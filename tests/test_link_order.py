"""Where dates put articles: the rows of the table of words, one by one."""

import pytest

from newsarchive.model import Day, Month
from tests.cards import archive_of, make_card, sources


def dated(name, published, certainty="stated", **fields):
    return make_card(f"{name}.txt", published=published, published_certainty=certainty, headline=name, **fields)


def order_of(*cards):
    archive = archive_of(*cards)
    return [source.removesuffix(".txt") for source in sources(archive, archive.order)]


@pytest.mark.parametrize(
    ("published", "place"),
    [
        ("2023-05-30", "2023-05-30"),
        ("2023-03-29?", "2023-03-29"),
        ("2023-03", "2023-03"),
        ("2023-03?", "2023-03"),
        ("2023", "2023"),
        ("[2022-03-30..]", None),
        ("[2023-03-29..2023-03-31]", "2023-03"),
        ("[2023-03-29..2023-04-02]", None),
        ("[2022-03-29..2023-03-30]", None),
        ("[2023-03-29,2023-03-30]", "2023-03-30"),
        ("[2022-12-31,2023-01-01]", "2023-01-01"),
        ("0987-01-02", "0987-01-02"),
        ("1970-01-01", "1970-01-01"),
        (None, None),
    ],
)
def test_a_date_puts_an_article_in_its_place(published, place):
    archive = archive_of(dated("a", published))
    (entry,) = archive.entries.values()
    assert entry.place == place
    assert [year.year for year in archive.years] == ([place[:4]] if place else [])
    assert archive.undated == (() if place else (entry.id,))


def test_within_a_day_what_is_certain_comes_first():
    cards = [
        dated("a inferred", "2023-03-29?", "inferred"),
        dated("b uncertain", "2023-03-29?"),
        dated("c contradicting", "[2023-03-28,2023-03-29]"),
        dated("d inferred", "2023-03-29", "inferred"),
        dated("y given", "2023-03-29", "given"),
        dated("z stated", "2023-03-29"),
    ]
    assert order_of(*cards) == ["y given", "z stated", "a inferred", "b uncertain", "c contradicting", "d inferred"]


def test_what_is_known_less_well_comes_at_the_end_of_its_month_or_year():
    cards = [
        dated("next year", "2024-01-01"),
        dated("year", "2023"),
        dated("december", "2023-12"),
        dated("last day", "2023-12-31?", "inferred"),
        dated("range", "[2023-03-01..2023-03-02]"),
        dated("march", "2023-03"),
        dated("31 march", "2023-03-31"),
        dated("1 april", "2023-04-01"),
    ]
    expected = ["31 march", "march", "range", "1 april", "last day", "december", "year", "next year"]
    assert order_of(*cards) == expected


def test_the_undated_come_last_by_their_bounds():
    cards = [
        dated("a nothing", None, None),
        dated("b later", "[2022-03-30..]"),
        dated("c between", "[2022-03-30..2022-04-02]"),
        dated("d earlier", "[2021-12-31..]"),
        dated("e dated", "2023-01-01"),
    ]
    assert order_of(*cards) == ["e dated", "d earlier", "c between", "b later", "a nothing"]


def test_what_is_equal_goes_by_folded_headline_then_first_words_then_path():
    cards = [
        make_card("4.txt", headline="“Beacon” lit"),
        make_card("3.txt", headline="anchors aweigh"),
        make_card("2.txt", headline=None, first_words="Anchors  Aweigh"),
        make_card("1.txt", headline="Boats"),
    ]
    archive = archive_of(*cards)
    assert sources(archive, archive.order) == ["4.txt", "2.txt", "3.txt", "1.txt"]


def test_years_hold_months_and_months_hold_days():
    cards = [
        dated("a", "2023-03-29"),
        dated("b", "2023-03-29?", "inferred"),
        dated("c", "2023-03"),
        dated("d", "2023"),
        dated("e", "2022-12-31"),
        dated("f", None, None),
    ]
    archive = archive_of(*cards)
    ids = dict(zip("eabcdf", archive.order, strict=True))
    earlier, later = archive.years
    assert (earlier.year, later.year) == ("2022", "2023")
    assert later.months == (Month("2023-03", (Day("2023-03-29", (ids["a"], ids["b"])),), (ids["c"],)),)
    assert later.entries == (ids["d"],)
    assert archive.undated == (ids["f"],)


def test_neighbours_of_the_undated_are_undated():
    archive = archive_of(dated("a", "2023-03-29"), dated("b", "2023-03-30"), dated("c", None, None))
    first, second, undated = (archive.entries[identity] for identity in archive.order)
    assert (first.before, first.after, second.before, second.after) == (None, second.id, first.id, None)
    assert (undated.before, undated.after) == (None, None)


def test_an_archive_of_nothing_is_an_archive():
    archive = archive_of()
    assert archive.order == archive.years == archive.outlets == archive.addresses == archive.problems == ()
