"""The front page, an article with its three views and the search from disk in WebKitGTK."""

from time import monotonic, sleep

import pytest

from tests.browser.kinds import with_views
from tests.browser.needed import lack
from tests.browser.webkit import lacking, webkit

pytestmark = pytest.mark.browser

SHOWN = """[...document.querySelectorAll(".text .src")].filter(line => line.getClientRects().length).length"""
LEFT_OUT = SHOWN.replace(".src", ".out")


@pytest.fixture(scope="module")
def window():
    if missing := lacking():
        lack(f"no WebKitGTK to open pages with, for want of {' and '.join(missing)}")
    with webkit() as opened:
        yield opened


def test_the_front_page_opens_with_its_stylesheet(window, built_site):
    window.open(built_site / "index.html")
    assert window.evaluate("document.querySelector('h1').innerText")
    assert window.evaluate("getComputedStyle(document.body).boxSizing") == "border-box"
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_article_has_its_three_views(window, built_site):
    window.open(built_site / with_views(built_site)[-1])
    assert window.evaluate("document.querySelector('h1').innerText")
    assert window.evaluate(SHOWN) == 0
    window.click('.views a[href="#original"]')
    lines = window.evaluate(SHOWN)
    assert lines > 0
    window.click('.views a[href="#removed"]')
    assert 0 < window.evaluate(LEFT_OUT) < lines
    window.click('.views a[href="#clean"]')
    assert window.evaluate(SHOWN) == 0


def test_the_search_finds_and_shows_lines_of_the_texts(window, sample_site):
    window.open(sample_site / "search.html", "?q=bridge")
    wait(window, "document.documentElement.dataset.search === 'done'")
    assert int(window.evaluate("document.querySelector('#count').dataset.total")) >= 5
    wait(window, "document.querySelectorAll('#results > li mark').length >= 5")


def wait(window, expression):
    end = monotonic() + 20
    while not window.evaluate(expression):
        assert monotonic() < end, expression
        sleep(0.05)
