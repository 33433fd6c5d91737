"""The calendar of a month, the months of a year, the table of years, a day through the years."""

import re

import pytest

from newsarchive.model import Site
from tests.findings import LINKS, findings, writing
from tests.test_render import Page
from tests.test_render_lists import brief, listed, sums
from tests.town import dated, pages, whole_town


def weeks(html):
    """The cells of a calendar, row by row: "29" or, where the day has articles, ("29", "12 + 3", its page)."""
    (body,) = re.findall(r'<table class="calendar">.*?<tbody>(.*?)</tbody>', html, re.DOTALL)
    return [[_cell(cell) for cell in re.findall("<td.*?</td>", row)] for row in body.split("</tr>") if "<td" in row]


def _cell(cell):
    day = re.search(r'class="date">(\d+)<', cell)
    found = re.search(r'href="(.*?)".*class="number">(.*?)<', cell)
    return (day[1], found[2], found[1]) if found else day[1] if day else ""


def weekdays(html):
    return re.findall(r'<th scope="col" abbr="(.*?)">', html)


def rows(html):
    """A table of numbers: its heads, then each row, a cell as (words, where it leads) or words alone."""
    table = re.search(r'<table id="list">.*?</table>', html, re.DOTALL)[0]
    heads = [Page(head).text for head in re.findall('<th scope="col">.*?</th>', table)]
    found = [re.findall(r"<(?:th|td)[ >].*?</(?:th|td)>", row) for row in table.split("</tr>")[1:-1]]
    return heads, [[_linked(cell) for cell in row] for row in found]


def _linked(cell):
    link = re.search(r'<a href="(.*?)">(.*?)</a>', cell)
    return (Page(link[2]).text, link[1]) if link else Page(cell).text


def test_a_month_is_a_table_of_weeks_whose_numbers_lead_to_the_days():
    made = pages([brief(1, "2023-03-29"), brief(2, "2023-03-29"), brief(3, "2023-03-01")])
    html = made["years/2023/03.html"]
    assert weekdays(html) == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    table = weeks(html)
    assert table[0] == ["", "", ("1", "1", "03-01.html"), "2", "3", "4", "5"]
    assert table[4] == ["27", "28", ("29", "2", "03-29.html"), "30", "31", "", ""]
    assert len(table) == 5
    assert '<th scope="row"><span class="unseen">Week from 27 March</span></th>' in html


def test_a_date_that_is_only_probable_is_counted_apart_and_the_caption_says_so():
    sure, guessed = brief(1, "2023-03-29"), brief(2, None, **dated("2023-03-29?", "inferred"))
    html = pages([sure, guessed])["years/2023/03.html"]
    assert ("29", "1 + 1", "03-29.html") in weeks(html)[4]
    assert "After a plus sign" in html
    assert "After a plus sign" not in pages([sure])["years/2023/03.html"]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "Monday"),
        ("en-US", "Sunday"),
        ("de-AT", "Montag"),
        ("he", "יום ראשון"),
        ("ar", "السبت"),
        ("pl-PL", "Monday"),
    ],
)
def test_the_week_begins_as_it_does_where_the_language_is_spoken(language, first):
    html = pages([brief(1, "2023-10-01")], Site(language=language))["years/2023/10.html"]
    assert weekdays(html)[0] == first
    # the first of October 2023 was a Sunday
    here = [day[0] for week in weeks(html) for day in week if isinstance(day, tuple)]
    assert here == ["1"]
    assert weeks(html)[0].index(("1", "1", "10-01.html")) == {"Sunday": 0, "יום ראשון": 0, "السبت": 1}.get(first, 6)


def test_a_month_of_which_no_day_is_known_has_no_calendar():
    html = pages([brief(1, "2023-03")])["years/2023/03.html"]
    assert "<table" not in html
    assert sums(html) == "1 article, March 2023. 1 without a day."


def test_what_has_no_finer_period_is_counted_with_a_way_to_it(tmp_path):
    few = [brief(1, "2023-03-29"), brief(2, "2023-03"), brief(3, "2023")]
    made = pages(few)
    assert '<a href="#2023-03">1</a> without a day.' in made["years/2023/03.html"]
    assert '<a href="#2023">1</a> without a month.' in made["years/2023/index.html"]
    cut = pages(few, Site(listing_size=1))
    assert '<a href="03-unknown.html">1</a> without a day.' in cut["years/2023/03.html"]
    assert '<a href="unknown.html">1</a> without a month.' in cut["years/2023/index.html"]
    assert findings(writing(made, tmp_path / "made"), *LINKS) == findings(writing(cut, tmp_path / "cut"), *LINKS) == []


def test_a_year_shows_its_twelve_months():
    html = pages([brief(1, "2023-03-29"), brief(2, "2023-05-01")])["years/2023/index.html"]
    bars = re.findall(r'class="period">(.*?)<.*?class="number">(.*?)<', html)
    assert [number for _, number in bars] == ["0", "0", "1", "0", "1", *["0"] * 7]
    assert bars[0][0] == "Jan 2023"


def test_several_years_are_a_table_of_months():
    made = pages([brief(1, "2021-03-29"), brief(2, "2023-12-31"), brief(3, "2023")])
    heads, table = rows(made["years/index.html"])
    assert heads == [
        "Year",
        *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        "Whole year",
    ]
    assert table[0] == [
        ("2021", "2021/index.html"),
        "0",
        "0",
        ("1", "2021/03.html"),
        *["0"] * 9,
        ("1", "2021/index.html"),
    ]
    assert table[1] == [("2023", "2023/index.html"), *["0"] * 11, ("1", "2023/12.html"), ("2", "2023/index.html")]
    assert "<table" not in pages([brief(1, "2021-03-29")])["years/index.html"]


def test_a_day_of_three_years_has_a_page_through_the_years_and_one_of_two_has_none():
    days = ["2019-03-29", "2021-03-29", "2023-03-29", "2023-03-29", "2019-05-01", "2021-05-01", "2023-03-30"]
    made = pages([brief(number, day) for number, day in enumerate(days)])
    assert {path for path in made if path.startswith("on-this-day/")} == {
        "on-this-day/index.html",
        "on-this-day/03-29.html",
    }
    html = made["on-this-day/03-29.html"]
    assert "<h1>29 March through the years</h1>" in html
    assert sums(html) == "4 articles of 1 outlet."
    headings = re.findall(r'<h2><a href="(.*?)">(.*?)</a>', html)
    assert headings == [
        ("../years/2023/03-29.html", "29 March 2023 · 2 articles"),
        ("../years/2021/03-29.html", "29 March 2021 · 1 article"),
        ("../years/2019/03-29.html", "29 March 2019 · 1 article"),
    ]
    assert len(listed(html)) == 4


def test_the_page_through_the_years_is_found_from_its_days_and_from_the_dates():
    made = pages([brief(year, f"{year}-02-29") for year in (2016, 2020, 2024)])
    assert '<a href="../../on-this-day/02-29.html">29 February through the years</a>' in made["years/2020/02-29.html"]
    assert '<a href="../on-this-day/index.html">On this day</a>' in made["years/index.html"]
    heads, table = rows(made["on-this-day/index.html"])
    assert len(table) == 31
    assert table[28] == ["29", "0", ("3", "02-29.html"), *["0"] * 10]
    assert table[30][:3] == ["31", "0", "–no such day"]
    assert heads[0] == "Day"


def test_where_no_day_is_of_three_years_nothing_leads_to_such_days():
    made = pages([brief(1, "2022-03-29"), brief(2, "2023-03-29")])
    assert not any("on-this-day" in content for content in made.values())


def test_of_a_day_in_many_years_each_shows_one_article():
    many = [brief(3 * year + one, f"{year}-03-29") for year in range(1900, 1930) for one in range(3)]
    html = pages(many)["on-this-day/03-29.html"]
    assert len(listed(html)) == 30
    assert "29 March 1929 · 3 articles" in html


def test_the_links_of_calendars_and_tables_lead_somewhere(tmp_path):
    everything = [*whole_town(), *(brief(n, f"20{n % 30:02}-03-29", f"Outlet {n % 7}") for n in range(100, 190))]
    assert findings(writing(pages(everything, Site(listing_size=4)), tmp_path), *LINKS) == []
