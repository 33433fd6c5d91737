"""The feed, read back by feedparser."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edition, Evidence, Site
from newsarchive.render.machine.feed import feed_page
from newsarchive.render.sheet import make_plan
from newsarchive.render.words import load_words
from tests.town import archive_of, make_article, pages, whole_town

feedparser = pytest.importorskip("feedparser")

FIELDS = ("headline", "deck", "authors", "published", "updated", "outlet", "original_url", "language", "dateline")


def article(path="a.txt", *, inferred=(), **fields):
    """An article of which everything is stated but what is inferred."""
    known = {"headline": f"Headline of {path}", "published": "2023-03-29"} | fields
    evidence = tuple(
        Evidence(name, (), "a_rule", "inferred" if name in inferred else "stated", "")
        for name in FIELDS
        if name in known
    )
    return make_article(path, [("paragraph", f"Bodywords of {path}.")], **known, evidence=evidence)


def xml_of(articles, site=None):
    site = site or Site()
    return feed_page(make_plan(archive_of(articles), site, load_words(site.language))).content


def feed_of(articles, site=None):
    feed = feedparser.parse(xml_of(articles, site))
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", feed.feed.id)
    ids = [entry.id for entry in feed.entries]
    assert len({feed.feed.id, *ids}) == len(ids) + 1
    return feed


def test_an_entry_says_what_is_stated():
    told = article(
        deck="It took <eleven> years & more.",
        authors=("Maren Oduya", "Tobias Fell"),
        outlet="The Quarrow Lamp",
        updated="2023-04-01",
        language="en-GB",
        dateline="QUARROW",
        original_url="https://lamp.example/bridge",
    )
    feed = feed_of([told], Site(title="Papers & <Co>", description="All of it.", url="https://papers.example/"))
    assert (feed.feed.title, feed.feed.subtitle, feed.feed.author) == ("Papers & <Co>", "All of it.", "Papers & <Co>")
    assert feed.feed.updated == "2023-04-01T12:00:00Z"
    assert feed.feed.language == "en"
    assert {link.rel: link.href for link in feed.feed.links} == {
        "self": "https://papers.example/feed.xml",
        "alternate": "https://papers.example/index.html",
    }
    (entry,) = feed.entries
    assert entry.title == "Headline of a.txt"
    assert entry.title_detail.language == "en-GB"
    assert entry.published == "2023-03-29T12:00:00Z"
    assert entry.updated == "2023-04-01T12:00:00Z"
    assert [author.name for author in entry.authors] == ["Maren Oduya", "Tobias Fell"]
    assert entry.publisher == "The Quarrow Lamp"
    assert (entry.summary, entry.summary_detail.type) == ("It took <eleven> years & more.", "text/plain")
    assert {link.rel: link.href for link in entry.links} == {
        "alternate": f"https://papers.example/{archive_of([told]).entries.popitem()[1].url}",
        "via": "https://lamp.example/bridge",
    }


def test_without_an_address_of_the_site_links_are_relative_and_no_link_is_the_feeds_own():
    feed = feed_of([article()])
    assert [(link.rel, link.href) for link in feed.feed.links] == [("alternate", "index.html")]
    assert re.fullmatch(r"articles/headline-of-a-txt-\w{8}\.html", feed.entries[0].link)


def test_ids_stay_where_the_archive_moves_and_texts_are_mended():
    here = feed_of([article()], Site(title="Papers"))
    mended = article(headline="Another headline", published="2023-04-05", deck="A deck.")
    there = feed_of([mended, article("b.txt")], Site(title="Papers", url="https://papers.example/"))
    assert there.feed.id == here.feed.id
    assert there.entries[0].id == here.entries[0].id
    assert feed_of([article()], Site(title="Other papers")).entries[0].id != here.entries[0].id


@pytest.mark.parametrize("field", ["deck", "authors", "outlet", "original_url", "updated"])
def test_what_is_inferred_is_not_in_the_feed(field):
    fields = {
        "deck": "Xdeck",
        "authors": ("Xname",),
        "outlet": "Xpaper",
        "original_url": "https://x.example/X",
        "updated": "2023-09-09",
    }
    stated = xml_of([article(**{field: fields[field]})]).decode()
    inferred = xml_of([article(**{field: fields[field]}, inferred={field})]).decode()
    assert re.search("Xdeck|Xname|Xpaper|x.example/X|2023-09-09", stated)
    assert not re.search("Xdeck|Xname|Xpaper|x.example/X|2023-09-09", inferred)


@pytest.mark.parametrize("date", [None, "2023-03", "2023", "2023-03-29?", "[2023-03-29..]", "[2023-03-29,2023-03-30]"])
def test_what_is_not_of_one_day_is_not_in_the_feed(date):
    assert feed_of([article(published=date)]).entries == []


def test_a_day_that_is_inferred_is_not_in_the_feed():
    assert feed_of([article(inferred={"published"})]).entries == []


def test_the_newest_come_first_and_are_fifty():
    articles = [article(f"{number:03}.txt", published=f"20{number:02}-01-01") for number in range(60)]
    feed = feed_of(articles)
    assert [entry.published[:4] for entry in feed.entries] == [str(2059 - number) for number in range(50)]
    assert feed.feed.updated == "2059-01-01T12:00:00Z"


def test_an_exact_copy_is_there_once():
    first = article("a.txt", published="2023-03-29")
    copy = article("b.txt", published="2023-03-30")._replace(body=first.body)
    assert [entry.published[:10] for entry in feed_of([first, copy]).entries] == ["2023-03-29"]


def test_a_feed_without_any_day_has_the_last_day_of_collecting_or_none_that_could_be_one():
    assert feed_of([]).feed.updated == "1970-01-01T12:00:00Z"
    assert feed_of([article(published=None)], Site(collected="2024-04-30")).feed.updated == "2024-04-30T12:00:00Z"


def test_a_change_before_publication_moves_no_date_back():
    (entry,) = feed_of([article(updated="2023-01-01")]).entries
    assert entry.updated == entry.published == "2023-03-29T12:00:00Z"


def test_a_text_without_a_headline_has_its_first_words_and_nothing_more_of_its_body():
    headless = article()._replace(headline=None)
    assert feed_of([headless]).entries[0].title == "Bodywords of a.txt."
    (entry,) = feed_of([headless], Site(edition=Edition(text="facts"))).entries
    assert entry.title == "[No headline]"
    assert b"Bodywords" not in xml_of([article()])


def test_every_page_leads_to_the_feed():
    made = pages(whole_town())
    link = '<link rel="alternate" type="application/atom+xml" href="{}feed.xml">'
    for path, content in made.items():
        if path.endswith(".html") and path != "404.html":
            assert link.format("../" * path.count("/")) in content, path
    assert feedparser.parse(made["feed.xml"].encode()).entries


@given(st.text(), st.text(), st.text())
def test_any_text_gives_a_sound_feed(headline, deck, title):
    feed = feed_of([article(headline=headline, deck=deck, authors=(deck,), outlet=headline)], Site(title=title))
    assert len(feed.entries) == 1
    assert feed.entries[0].title


def test_a_headline_that_is_markup_or_megabytes_stays_a_short_text():
    hostile = '</title><script>alert(1)</script> & " ]]> \x00\x1b\ud800\uffff \u202egnirts'
    (entry,) = feed_of([article(headline=hostile)]).entries
    assert entry.title == '</title><script>alert(1)</script> & " ]]> gnirts'
    assert entry.title_detail.type == "text/plain"
    assert len(feed_of([article(headline="Long " * 60_000)]).entries[0].title) <= 302
