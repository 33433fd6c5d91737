"""The front page and an article with its three views from disk in WebKitGTK."""

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
