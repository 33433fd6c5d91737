"""The full index: every article in three orders, with numbers that are those of the lists."""

import re

from newsarchive.model import Site
from tests.town import dated, make_article, pages, whole_town


def orders(html):
    """What each order leads to: its heading with its index, and its lists with their numbers."""
    sections = html.split('<section class="order">')[1:]
    return {
        tuple(re.search(r'<h2 class="section"><a href="(.*?)">(.*?)</a>', section).groups()): re.findall(
            r'<li><a href="(.*?)">(.*?) <span class="number">(.*?)</span>', section
        )
        for section in sections
    }


def article(number, outlet, **fields):
    lines = [("headline", f"{chr(65 + number % 20)} story {number}"), ("paragraph", f"Text {number}.")]
    return make_article(f"{number:04}.txt", lines, outlet=outlet, **fields)


def test_every_article_stands_in_each_of_three_orders():
    articles = whole_town()
    made = pages(articles)
    by_date, by_outlet, by_headline = orders(made["all.html"]).values()
    for order in (by_date, by_outlet):
        assert sum(int(number) for _, _, number in order) == len(articles)
    assert {path for order in (by_date, by_outlet, by_headline) for path, _, _ in order} <= made.keys()
    assert [path for path, _, _ in by_date][-1] == "years/undated.html"
    assert [path for path, _, _ in by_outlet][-1] == "outlets/unknown.html"


def test_the_orders_lead_to_their_indexes_and_the_front_page_to_them():
    made = pages(whole_town())
    assert [*orders(made["all.html"])] == [
        ("years/index.html", "By date"),
        ("outlets/index.html", "By outlet"),
        ("titles/index.html", "By headline"),
    ]
    assert '<a href="all.html">Full index.</a>' in made["index.html"]


def test_many_headlines_go_by_their_letters():
    made = pages([article(number, "The Lamp", **dated("2023-03-29")) for number in range(240)])
    by_headline = orders(made["all.html"])["titles/index.html", "By headline"]
    assert len(by_headline) == 20
    assert by_headline[0] == ("titles/a.html", "A", "12")


def test_of_very_many_outlets_the_largest_are_named():
    articles = [article(number, f"Outlet {number:03}") for number in range(210)] + [article(300, "Outlet 209")]
    html = pages(articles)["all.html"]
    by_outlet = orders(html)["outlets/index.html", "By outlet"]
    assert len(by_outlet) == 200
    assert ("outlets/outlet-209.html", "Outlet 209", "2") in by_outlet
    assert '<p class="more"><a href="outlets/index.html">All 210 outlets</a></p>' in html


def test_an_empty_archive_has_an_index_of_nothing():
    made = pages([], Site())
    assert [lists for lists in orders(made["all.html"]).values() if lists] == []
