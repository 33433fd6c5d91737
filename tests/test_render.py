"""What holds of every page, whatever the archive."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.model import Site, Span
from tests.findings import faulty_paths, findings
from tests.town import archive_of, article_of_spans, article_page, dated, make_article, page_of, pages, whole_town
from tests.whole_site import render

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"


class Page(HTMLParser):
    """The words of a page, its elements with their attributes, and its ids."""

    def __init__(self, html):
        super().__init__()
        self.words = []
        self.elements = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    @property
    def ids(self):
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def town():
    return pages(whole_town(), Site(title="The Harbour Papers", rights="Theirs.", contact="desk@harbour.example"))


@pytest.fixture(scope="module")
def html(town):
    return {path: Page(content) for path, content in town.items() if path.endswith(".html")}


def test_every_link_names_a_file_and_every_page_can_be_reached(town, tmp_path):
    for path, content in town.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode())

    assert findings(tmp_path) == []


def test_paths_fit_every_disk(town):
    assert faulty_paths(town) == []


def test_every_page_carries_the_policy_and_says_nothing_to_the_network(html):
    for path, page in html.items():
        metas = page.all("meta")
        policy = f"{POLICY}; frame-src 'self'; connect-src 'self'" if path == "search.html" else POLICY
        assert {"http-equiv": "Content-Security-Policy", "content": policy} in metas, path
        assert {"name": "referrer", "content": "no-referrer"} in metas, path
        assert {"name": "robots", "content": "noindex"} in metas, path
        scripts = [
            script for script in page.all("script") if not script.get("type", "").endswith("json")
        ]  # data: never run
        assert scripts == [{"src": src, "defer": None} for src in _scripts(path)], path
        assert not page.all("img"), path
        loaded = [link for link in page.all("link") if link["rel"] != "canonical"]
        assert all(not link["href"].startswith(("http", "//")) for link in loaded), path


def _scripts(path):
    """The scripts of a page: those of articles mark what was searched for."""
    if path == "search.html":
        return ["assets/search.js"]
    return ["../assets/article.js"] if path.startswith("articles/") else []


def test_robots_may_be_let_in():
    made = pages([], Site(robots=""))
    assert "robots" not in made["index.html"]


def test_a_page_has_one_first_heading_and_names_each_place_once(html):
    for path, page in html.items():
        assert len(page.all("h1")) == 1, path
        assert len(page.ids) == len(set(page.ids)), path


def test_headings_go_down_one_step_at_a_time(html):
    for path, page in html.items():
        ranks = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert all(lower <= upper + 1 for upper, lower in pairwise(ranks)), path


def test_a_scraped_text_is_never_run(html):
    for path, page in html.items():
        assert not page.all("b") or "articles/" in path
        assert all(not name.startswith("on") for _, attributes in page.elements for name in attributes), path
        assert all(not (a.get("href") or "").startswith("javascript") for a in page.all("a")), path
    hostile = next(page for path, page in html.items() if "articles/script" in path)
    assert "{{ site.title }} {% raw %} </p><script>alert(2)</script> & &amp; ]]>" in hostile.text


def test_article_pages_are_told_apart_from_lists_for_they_are_moved_before_these():
    articles = whole_town()
    tiers = {page.path: page.tier for page in render(archive_of(articles), articles, Site())}
    assert {path for path, tier in tiers.items() if tier == "article"} == {
        path for path in tiers if path.startswith("articles/")
    }


def test_an_article_page_does_not_change_when_others_come_to_the_archive():
    first, later = make_article("a.txt", [("headline", "First")], **dated("2023-03-01")), whole_town()
    between = make_article("b.txt", [("headline", "Second")], **dated("2023-03-02"))
    alone = page_of(pages([first, between]), "first")
    after = [article._replace(published="2024-05-06") for article in later]
    assert page_of(pages([first, between, *after]), "first") == alone


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed():
    script = (
        "import hashlib; from newsarchive.model import Site; from tests.town import pages, whole_town\n"
        "print(hashlib.sha256(repr(sorted(pages(whole_town(), Site()).items())).encode()).hexdigest())"
    )
    made = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
    assert made != {b""}


def test_an_archive_without_articles_is_a_site_too(tmp_path):
    made = pages([])
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    assert findings(tmp_path) == []
    assert "There is no article in this archive yet." in made["index.html"]


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), min_size=1)
LABELS = st.sampled_from(
    ["headline", "deck", "paragraph", "subhead", "list_item", "quote", "embed", "boilerplate", "bio"]
)


@settings(max_examples=30)
@given(st.lists(st.tuples(LABELS, ANY_TEXT.filter(str.strip)), max_size=8), st.none() | ANY_TEXT, st.none() | ANY_TEXT)
def test_every_piece_of_any_text_stands_in_its_page(lines, outlet, author):
    article = make_article("any.txt", lines, outlet=outlet, authors=(author,) if author else (), language=None)
    text = Page(article_page(article)).text
    for _, line in lines:
        assert " ".join(line.split()) in text


@settings(max_examples=30)
@given(st.lists(st.tuples(LABELS, st.sampled_from(["one", "two <b>", "three & more"])), min_size=1, max_size=5))
def test_a_line_in_pieces_is_shown_whole_and_once(pieces):
    start, spans = 0, []
    for label, text in pieces:
        spans.append(Span(7, start, start + len(text), text, label, "promo"))
        start += len(text) + 1
    page = Page(article_page(article_of_spans("cut.txt", spans)))
    lines = [identity for identity in page.ids if re.fullmatch(r"L\d+", identity)]
    assert lines == ["L7"]
