"""What stands below an article: how to cite it, what would correct it, and what is related to it."""

import dataclasses

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edition, Evidence, Site
from newsarchive.read.sidecar import sidecar
from newsarchive.render.sidecar import sidecar_for
from tests.cards import make_card
from tests.test_render import Page
from tests.town import archive_of, article_page, dated, make_article, page_of, pages, whole_town
from tests.whole_site import render

PLAIN = [("headline", "Floods in the lower town"), ("paragraph", "The harbour was under water.")]


def line_of(html, name):
    """The words beside a name in "About this text"."""
    text = Page(html).text
    return text.split(name, 1)[1]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "“Floods in the lower town”. no date. The Papers, item "),
        (
            {"outlet": "The Lamp", "authors": ("Ada Rook", "Tom Vane"), **dated("2023-03-29")},
            "Ada Rook and Tom Vane: “Floods in the lower town”. The Lamp, 29 March 2023. The Papers, item ",
        ),
        (
            {"outlet": "The Lamp", **dated("2023-03-29?", "inferred")},
            "“Floods in the lower town”. The Lamp, 29 March 2023, probably. The Papers, item ",
        ),
    ],
)
def test_a_citation_says_what_is_known_and_what_is_not(fields, expected):
    html = article_page(make_article("a.txt", PLAIN, **fields), Site(title="The Papers"))
    assert line_of(html, "How to cite").strip().startswith(expected)


def test_a_citation_ends_with_the_address_of_the_original_else_of_the_page():
    url = "https://lamp.example/floods"
    own = make_article("a.txt", PLAIN)
    original = own._replace(original_url=url)
    site = Site(title="The Papers", url="https://papers.example/")
    assert f"{url}" in line_of(article_page(original, site), "How to cite")
    cited = line_of(article_page(own, site), "How to cite")
    assert "https://papers.example/articles/floods-in-the-lower-town-" in cited
    assert "https://" not in line_of(article_page(own), "How to cite")


def test_a_text_without_a_headline_is_cited_by_its_first_words():
    html = article_page(make_article("a.txt", [("paragraph", "The harbour was under water.")]))
    assert "“The harbour was under water.”" in line_of(html, "How to cite")


def test_a_sidecar_says_again_what_the_article_says():
    card = make_card(
        "harbour/a.b.txt", headline="Floods: “all” of it", authors=("Ada Rook",), outlet=None, published="2023-03-29?"
    )
    made = sidecar_for(card)
    assert made.name == "a.b.yaml"
    assert made.text.splitlines() == [
        'headline: "Floods: “all” of it"',
        'authors: ["Ada Rook"]',
        "outlet:",
        "published: 2023-03-29",
        f"for: {card.sha256[:16]}",
    ]


@pytest.mark.parametrize("published", [None, "[2022-03-30..]", "[2023-03-29,2023-03-30]", "[2023-03-29..2023-04-02]"])
def test_what_is_no_single_date_is_left_to_a_person(published):
    stated = yaml.safe_load(sidecar_for(make_card(published=published)).text)
    assert stated["published"] is None


@given(st.text(max_size=40).filter(str.strip), st.lists(st.text(max_size=20).filter(str.strip), max_size=3))
def test_a_sidecar_is_read_back_as_it_was_meant(headline, authors):
    card = make_card(headline=headline, authors=tuple(authors))
    read = sidecar(sidecar_for(card).text.encode("utf-8", "replace"), "a.yaml", 3)
    assert not [problem for problem in read.problems if problem.reason != "bad_value"]


def test_a_sidecar_put_beside_a_text_settles_it():
    card = make_card(headline="Floods", authors=("Ada Rook",), outlet="The Lamp", published="2023-03-29?")
    read = sidecar(sidecar_for(card).text.encode(), "a.yaml", 3)
    assert {each.field: each.value for each in read.given} == {
        "headline": "Floods",
        "authors": ("Ada Rook",),
        "outlet": "The Lamp",
        "published": "2023-03-29",
        "for": card.sha256[:16],
    }
    assert read.problems == ()


@pytest.mark.parametrize(
    ("site", "is_shown"),
    [
        (Site(), True),
        (Site(is_working_copy=False), False),
        (Site(is_working_copy=False, edition=Edition(review_pages=True)), True),
    ],
)
def test_the_lines_that_would_correct_an_article_are_for_who_works_on_the_archive(site, is_shown):
    html = article_page(make_article("a.txt", PLAIN), site)
    assert ("a.yaml" in html) == is_shown


def test_a_working_copy_says_so_on_every_page_and_an_edition_does_not():
    articles = [make_article("a.txt", PLAIN)]
    drafts = pages(articles)
    public = pages(articles, Site(is_working_copy=False))
    words = "Working copy, not for publication"
    assert all(words in drafts[path] for path in drafts if path.endswith(".html") and path != "404.html")
    assert not any(words in page for page in public.values())


def test_rights_and_contact_stand_on_every_article():
    site = Site(rights="All rights with the outlets", contact="desk@papers.example")
    for path, html in pages(whole_town(), site).items():
        if path.startswith("articles/"):
            assert "All rights with the outlets" in html
            assert "desk@papers.example" in html


def test_related_articles_say_whose_they_are_and_of_which_day():
    articles = [
        make_article("a.txt", PLAIN, outlet="The Lamp"),
        make_article(
            "b.txt",
            [("headline", "After the floods"), ("paragraph", "The water went.")],
            outlet="The Herald",
            authors=("Ada Rook",),
            published="2023-03-30",
            evidence=(Evidence("published", (1,), "a_rule", "stated", ""),),
        ),
    ]
    archive = archive_of(articles)
    first, second = (entry.id for entry in sorted(archive.entries.values(), key=lambda entry: entry.card.source))
    entries = {**archive.entries, first: archive.entries[first]._replace(related=(second,))}
    made = render(dataclasses.replace(archive, entries=entries), articles, Site())
    html = page_of({page.path: page.content.decode() for page in made}, "floods-in-the-lower-town")
    below = html.split("Related articles")[1]
    assert "After the floods" in below
    assert "The Herald" in below
    assert "30 Mar 2023" in below
