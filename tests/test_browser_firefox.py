"""Pages from disk in Firefox, which is held to what readers' browsers refuse there."""

from pathlib import Path

import pytest

from tests.browser.kinds import chosen, with_views
from tests.browser.node import firefox, run_node

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parent / "browser" / "firefox.mjs"
TALKING = '<title>x</title><h1>x</h1><img src="http://news.example/x.png"><script>console.log("hello"); none()</script>'


@pytest.fixture(scope="module")
def seen(node_modules, sample_site, town_site, arabic_site, tmp_path_factory):
    """What Firefox saw of each kind of page of the sample, of articles of three sites, and of a page that talks."""
    program = firefox(node_modules)
    talking = tmp_path_factory.mktemp("talking") / "talking.html"
    talking.write_text(TALKING, encoding="utf-8")
    files = [sample_site / path for path in dict.fromkeys(chosen(sample_site, 1) + with_views(sample_site)[-3:])]
    files += [site / path for site in (town_site, arabic_site) for path in with_views(site)[-3:]]
    return run_node(SCRIPT, program, given=[str(file) for file in (*files, talking)], modules=node_modules)


def test_every_kind_of_page_opens_with_its_stylesheet_and_has_nothing_to_say(seen):
    for page in seen["pages"][:-1]:
        shown = page["views"][""]
        assert page["said"] == [], page["path"]
        assert shown["title"], page["path"]
        assert shown["h1"], page["path"]
        assert all(address.startswith("file:") for address in shown["loaded"]), page["path"]
        if not page["path"].endswith("404.html"):  # it may be served from anywhere, and brings no stylesheet
            assert shown["boxes"] == "border-box", page["path"]


def test_the_three_views_of_an_article_show_what_they_are_called(seen):
    articles = [page for page in seen["pages"] if len(page["views"]) == 3]
    assert len(articles) >= 6
    for page in articles:
        article, source, left_out = (page["views"][name] for name in ("", "#original", "#removed"))
        assert article["source"] == article["leftOut"] == 0, page["path"]
        assert source["lines"] > max(article["lines"], source["leftOut"]), page["path"]
        assert left_out["lines"] == left_out["leftOut"] == source["leftOut"] > 0, page["path"]


def test_no_page_asks_the_network_but_the_one_that_shows_that_it_would_be_heard(seen):
    hosts = {address.removeprefix("http://").partition("/")[0].partition(":")[0] for address in seen["asked"]}
    assert {host for host in hosts if not host.endswith((".mozilla.com", ".mozilla.org"))} == {"news.example"}
    assert seen["pages"][-1]["said"] == ["hello", "ReferenceError: none is not defined"]
