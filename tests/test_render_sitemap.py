"""The map of the site, robots.txt and .nojekyll, as lxml reads them and as they are published."""

import urllib.robotparser

import pytest

from newsarchive.model import Page, Site
from newsarchive.publish import publish
from newsarchive.render.machine.files import site_map_pages
from newsarchive.render.sheet import make_plan
from newsarchive.render.words import load_words
from tests.town import archive_of, make_article, pages, whole_town
from tests.whole_site import render

etree = pytest.importorskip("lxml.etree")

ONLINE = Site(url="https://papers.example/quarrow/", robots="index, follow")
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read(text):
    """The kind of a map, and the addresses in it."""
    root = etree.fromstring(text if isinstance(text, bytes) else text.encode())
    assert {child.tag for child in root} <= {f"{SPACE}url", f"{SPACE}sitemap"}
    assert all(len(child) == 1 for child in root)
    return root.tag.removeprefix(SPACE), [loc.text for loc in root.iter(f"{SPACE}loc")]


def test_the_map_names_every_page_that_is_to_be_found():
    made = pages(whole_town(), ONLINE)
    kind, addresses = read(made["sitemap.xml"])
    assert kind == "urlset"
    assert len(addresses) == len(set(addresses))
    assert {address.removeprefix("https://papers.example/quarrow/") for address in addresses} == {
        path for path in made if path.endswith(".html") and path != "404.html" and not path.startswith("review/")
    }


def test_a_map_of_many_pages_is_split_and_has_an_index():
    articles = [make_article(f"{n}.txt", [("headline", f"Headline {n}")]) for n in range(5)]
    plan = make_plan(archive_of(articles), ONLINE, load_words("en"))
    listings = ["index.html", "404.html", "review/index.html", "years/undated.html", "data/articles.csv"]
    whole, *parts = site_map_pages(plan, listings, limit=3)
    assert whole.path == "sitemap.xml"
    assert read(whole.content) == (
        "sitemapindex",
        [f"https://papers.example/quarrow/sitemap-{number}.xml" for number in (1, 2, 3)],
    )
    assert [part.path for part in parts] == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    held = [read(part.content) for part in parts]
    assert [(kind, len(addresses)) for kind, addresses in held] == [("urlset", 3), ("urlset", 3), ("urlset", 1)]
    assert len({address for _, addresses in held for address in addresses}) == 7
    (alone,) = site_map_pages(plan, listings, limit=7)
    assert read(alone.content)[0] == "urlset"


@pytest.mark.parametrize("site", [Site(), Site(robots="index")])
def test_there_is_no_map_of_a_site_that_has_no_address(site):
    made = pages(whole_town(), site)
    assert not any("sitemap" in path for path in made)
    assert "robots.txt" not in made


@pytest.mark.parametrize("robots", ["index", "noindex"])
def test_robots_are_let_in_so_that_they_can_read_what_pages_say(robots):
    made = pages([], Site(url=ONLINE.url, robots=robots))
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(made["robots.txt"].splitlines())
    assert rules.can_fetch("AnyBot", "https://papers.example/quarrow/index.html")
    assert rules.site_maps() == ["https://papers.example/quarrow/sitemap.xml"]


def test_hosts_are_told_to_publish_every_file_and_the_file_itself_is_published(tmp_path):
    articles = [make_article("a.txt", [("headline", "A headline")])]
    made = list(render(archive_of(articles), articles, ONLINE))
    assert Page(".nojekyll", b"") in made
    publish(made, tmp_path / "site", articles=None)
    assert (tmp_path / "site" / ".nojekyll").read_bytes() == b""
    again = publish(made, tmp_path / "site", articles=None)
    assert (again.new, again.changed, again.deleted) == (0, 0, 0)
    assert (tmp_path / "site" / "feed.xml").is_file()
