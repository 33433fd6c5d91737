"""Outlets by month, their gaps, what was left out of their articles; and indexes of more names than a page can hold."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edition, Site
from newsarchive.render.gaps import FEWEST, Gap, find_gaps
from tests.findings import LINKS, findings, writing
from tests.test_render import Page
from tests.test_render_calendar import rows
from tests.test_render_lists import brief, listed, parts, sums
from tests.town import make_article, pages

HEAVIEST = 150 * 1024  # bytes of a page that is no article


def table_of(made, year):
    return {row[0][0]: row[1:] for row in rows(made[f"years/{year}/outlets.html"])[1]}


def test_a_table_tells_none_in_this_archive_from_outside_of_an_outlets_span():
    made = pages(
        [brief(1, "2023-03-29"), brief(2, "2023-06-02"), brief(3, "2023-06-03"), brief(4, "2023-09-09", "Herald")]
    )
    outside = "–before its first or after its last article"
    table = table_of(made, "2023")
    march, june = ("1", "../../outlets/lamp.html#2023-03-29"), ("2", "../../outlets/lamp.html#2023-06-03")
    assert table["The Lamp"][:12] == [outside, outside, march, "0", "0", june, *[outside] * 6]
    assert table["The Lamp"][12] == ("3", "../../outlets/lamp.html#2023-06-03")
    assert table["Herald"].count(outside) == 11
    assert sums(made["years/2023/outlets.html"]) == "4 articles of 2 outlets."


def test_a_year_without_an_article_between_two_that_have_some_is_a_row_of_noughts():
    made = pages(
        [brief(1, "2021-03-29"), brief(2, "2023-03-29"), brief(3, "2022-05-05", "Herald"), brief(4, "2022-06-06", None)]
    )
    assert table_of(made, "2022")["The Lamp"] == ["0"] * 13
    assert sums(made["years/2022/outlets.html"]) == "1 article of 2 outlets. 1 without an outlet."


def test_the_table_is_found_from_its_year_and_from_the_outlets():
    made = pages([brief(1, "2021-03-29"), brief(2, "2023-03-29", None)])
    assert '<a href="outlets.html">Outlets month by month, 2021</a>' in made["years/2021/index.html"]
    assert '<a href="../years/2021/outlets.html">2021</a>' in made["outlets/index.html"]
    assert "years/2023/outlets.html" not in made  # no article of that year has an outlet


def test_the_numbers_lead_to_the_part_of_a_list_that_holds_them(tmp_path):
    daily = [brief(n, (date(2023, 1, 1) + timedelta(n)).isoformat()) for n in range(90)]
    older = [brief(n, f"2021-0{n % 3 + 4}-10") for n in range(100, 110)]
    made = pages([*daily, *older, brief(200, "2023")], Site(listing_size=20))
    table = table_of(made, "2023")["The Lamp"]
    assert table[:3] == [
        ("31", "../../outlets/lamp/2023-01.html"),
        ("28", "../../outlets/lamp/2023-02.html"),
        ("31", "../../outlets/lamp/2023-03.html"),
    ]
    assert table_of(made, "2021")["The Lamp"][3] == ("3", "../../outlets/lamp/2021.html#2021-04-10")
    assert findings(writing(made, tmp_path), *LINKS) == []


def test_what_is_listed_elsewhere_as_a_copy_is_counted_and_leads_to_the_list(tmp_path):
    same = [("headline", "Same"), ("paragraph", "Word for word.")]
    days = ("2023-03-29", "2023-05-02")
    made = pages([make_article(f"{day}.txt", same, outlet="The Lamp", published=day) for day in days])
    assert table_of(made, "2023")["The Lamp"][4] == ("1", "../../outlets/lamp.html#list")
    assert findings(writing(made, tmp_path), *LINKS) == []


@pytest.mark.slow
def test_many_outlets_are_cut_by_their_letters_and_no_page_is_heavy(tmp_path):
    name = "Outlet of a rather long name, number {}"
    few = [brief(n, f"2023-{n % 12 + 1:02}-05", f"{letter} {name.format(n)}") for n in range(300) for letter in "ABC"]
    made = pages(
        few + [brief(n, f"2022-{n % 12 + 1:02}-05", None, authors=(f"Ada Rook {n}",)) for n in range(900, 1500)]
    )
    html = made["years/2023/outlets.html"]
    assert "<table" not in html
    assert sums(html).startswith("900 articles of 900 outlets.")
    found = [row[0][0] for path, _ in parts(html) for row in rows(made[f"years/2023/{path}"])[1]]
    assert sorted(found) == sorted({f"{letter} {name.format(n)}" for n in range(300) for letter in "ABC"})
    assert 'class="beginnings"' in made["authors/index.html"]
    in_parts = [made[path] for path in made if path.startswith("authors/index/")]
    assert sum(len(listed(page)) for page in in_parts) == 600
    heavy = {
        path: len(page) for path, page in made.items() if not path.startswith("articles/") and path.endswith(".html")
    }
    assert {path: size for path, size in heavy.items() if size > HEAVIEST} == {}
    assert findings(writing(made, tmp_path), *LINKS) == []


@pytest.mark.slow
def test_the_undated_of_many_outlets_stand_in_parts_by_the_names_of_these(tmp_path):
    made = pages([brief(n, None, f"Outlet number {n % 400} of the undated") for n in range(1600)])
    entry = made["years/undated.html"]
    assert listed(entry) == []
    inner = {path: html for path, html in made.items() if path.startswith("years/undated/index/")}
    assert [f"years/{address}" for address, _ in parts(entry)] == list(inner)
    assert sum(html.count("All 4<") for html in inner.values()) == 400
    assert max(html.count("All 4<") for html in inner.values()) <= 150
    assert max(map(len, [entry, *inner.values()])) < HEAVIEST
    assert findings(writing(made, tmp_path), *LINKS) == []


def every(days, count, start="2023-01-01"):
    return [date.fromisoformat(start) + timedelta(days * n) for n in range(count)]


def test_a_gap_is_longer_than_three_usual_intervals_and_a_month():
    early, late = every(2, 15), every(2, 15, "2023-03-15")
    usual, gaps = find_gaps([*early, *late], [])
    assert usual == 2
    assert gaps == (Gap(early[-1], late[0]),)
    assert gaps[0].days == 44


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        ([*every(2, 10), *every(2, 9, "2023-09-01")], []),  # nineteen articles
        ([*every(2, 15), *every(2, 15, "2023-02-28")], []),  # exactly thirty days without
        ([*every(20, 15), *every(20, 15, "2023-12-01")], []),  # three intervals of twenty days
        ([*every(2, 15), *every(2, 15, "2023-03-15")], ["2023-02"]),  # some day of February
        ([*every(2, 15), *every(2, 15, "2023-03-15")], ["2023"]),
        ([date(2023, 1, 1)] * 40, []),
    ],
)
def test_what_may_be_no_gap_is_none(days, periods):
    assert find_gaps(days, periods)[1] == ()


@given(st.lists(st.dates(date(2020, 1, 1), date(2024, 1, 1)), max_size=60), st.randoms())
def test_no_day_with_an_article_lies_in_a_gap_whatever_the_order(days, chance):
    usual, gaps = find_gaps(days, [])
    assert not any(gap.before < day < gap.after for gap in gaps for day in days)
    assert all(gap.days > max(30, 3 * usual - 1) for gap in gaps)
    assert not gaps or len(days) >= FEWEST
    shuffled = [*days]
    chance.shuffle(shuffled)
    assert find_gaps(shuffled, []) == (usual, gaps)


def test_an_outlet_names_its_gaps_and_what_may_fill_them():
    days = [*every(2, 15), *every(2, 15, "2023-03-15")]
    made = pages([*(brief(n, day.isoformat()) for n, day in enumerate(days)), brief(99, None)])
    (section,) = re.findall(r'<section class="gaps">.*?</section>', made["outlets/lamp.html"], re.DOTALL)
    assert "None in this archive between 29 January 2023 and 15 March 2023: 44 days." in Page(section).text
    assert "Days with articles are usually 2 days apart." in Page(section).text
    assert "Without a date: 1 article." in Page(section).text
    assert 'href="../years/2023/01-29.html"' in section


def test_of_a_few_articles_no_gap_is_named():
    made = pages([brief(1, "2020-01-01"), brief(2, "2023-01-01")])
    assert "gaps" not in made["outlets/lamp.html"]


LEFT_OUT = [
    ("boilerplate newsletter_prompt", "A secret appeal for letters"),
    ("headline", "Ferry"),
    ("paragraph", "The ferry sails."),
    ("boilerplate newsletter_prompt", "Another secret appeal"),
    ("boilerplate promo", "Read more"),
]


@pytest.mark.parametrize(
    "site", [Site(), Site(edition=Edition(text="full", left_out_view=False), is_working_copy=False)]
)
def test_an_outlet_says_what_was_left_out_of_it_in_numbers_alone(site, tmp_path):
    articles = [
        make_article("a.txt", LEFT_OUT, outlet="The Lamp"),
        make_article("b.txt", [*LEFT_OUT[1:3], ("paragraph", "And back.")], outlet="The Lamp"),
    ]
    made = pages(articles, site)
    html = made["outlets/lamp.html"]
    (section,) = re.findall(r'<section class="names habits">.*?</section>', html, re.DOTALL)
    assert "3 pieces were left out of 1 article; 2 articles were read." in Page(section).text
    assert re.findall(r'href="(.*?)">(.*?) <span class="number">(.*?)<', section) == [
        ("../about/removed.html#rule-newsletter-prompt", "Newsletter appeal", "2 pieces in 1 article"),
        ("../about/removed.html#rule-promo", "Promotion of another page", "1 piece in 1 article"),
    ]
    assert "secret" not in html
    assert findings(writing(made, tmp_path), *LINKS) == []


def test_authors_are_not_told_what_was_left_out():
    made = pages([make_article("a.txt", LEFT_OUT, outlet="The Lamp", authors=("Ada Rook",))])
    assert "left out" not in made["authors/ada-rook.html"].lower()


def test_an_outlet_of_several_years_has_a_chart_of_them_and_one_of_a_year_of_its_months():
    several = [brief(n, f"{2018 + n}-03-29") for n in range(6)]
    html = pages(several)["outlets/lamp.html"]
    assert re.findall(r'href="lamp.html#(2[\d-]+)"><span class="period">(\d+)<', html) == [
        (f"{year}-03-29", f"{year}") for year in range(2018, 2024)
    ]
    months = pages([brief(n, f"2023-0{n % 3 + 1}-05") for n in range(6)])["outlets/lamp.html"]
    assert re.findall(r'class="period">(.*?)<', months) == ["Jan 2023", "Feb 2023", "Mar 2023"]
    assert 'class="bars"' not in pages(several[:5])["outlets/lamp.html"]
