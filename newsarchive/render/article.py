"""The page of one article: what it says, whose it is, of which day, and what was done to it."""

from functools import partial
from typing import NamedTuple

from newsarchive.model import Article, Entry
from newsarchive.render.dates import place_words
from newsarchive.render.edition import shown
from newsarchive.render.entries import EntryView, brief_view, copy_links, headline_of, published_card, shorten
from newsarchive.render.facts import AboutText, about_text
from newsarchive.render.head import Head, make_head
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.machine.article import Machine, make_machine
from newsarchive.render.periods import place_path
from newsarchive.render.sheet import ARTICLE, Plan, Sheet
from newsarchive.render.text import TextView, make_text

_BESIDE = 4  # articles named beside one, related or of its day
_TITLE = 120  # characters of a headline in the title of its page, and in a link to it


class ArticleView(NamedTuple):
    """An article as its edition shows it: top, text, what is said about it, what is near it, what machines are told."""

    head: Head
    text: TextView
    about: AboutText
    copies: Sentence
    that_day: Link | None
    machine: Machine
    related: tuple[EntryView, ...]
    same_day: tuple[EntryView, ...]


def article_sheet(plan: Plan, entry: Entry, article: Article) -> Sheet:
    """The page of an article."""
    return outline(plan, entry)._replace(make=partial(_view, plan, entry, article))


def outline(plan: Plan, entry: Entry) -> Sheet:
    """The page of an article without what it shows of it, for which the article is needed."""
    return Sheet(
        path=entry.url,
        template=ARTICLE,
        title=_title(plan, entry),
        make=_nothing,
        before=_neighbour(plan, entry.url, entry.before),
        after=_neighbour(plan, entry.url, entry.after),
    )


def _nothing() -> None:
    return None


def _view(plan: Plan, entry: Entry, article: Article) -> ArticleView:
    """The article, reduced to its edition before anything else sees it, and what is near it."""
    edition = plan.edition(entry.id)
    article = shown(article, edition)
    room = _BESIDE - len(entry.same_day)
    text = make_text(article, edition, plan.words, plan.language)
    return ArticleView(
        head=make_head(plan, entry, article),
        text=text,
        about=about_text(plan, entry, article, text.anchors),
        copies=copy_links(plan, entry.url, entry),
        that_day=_that_day(plan, entry),
        machine=make_machine(plan, entry, article),
        related=tuple(brief_view(plan, entry.url, identity) for identity in entry.related[:room]),
        same_day=tuple(brief_view(plan, entry.url, identity, dated=False) for identity in entry.same_day),
    )


def _title(plan: Plan, entry: Entry) -> str:
    headline = headline_of(published_card(plan, entry))
    return shorten(headline, _TITLE) or plan.words.say("form", "no_headline")


def _neighbour(plan: Plan, page: str, identity: str | None) -> Link | None:
    if identity is None:
        return None
    entry = plan.entry(identity)
    return Link(_title(plan, entry), href(page, entry.url))


def _that_day(plan: Plan, entry: Entry) -> Link | None:
    if entry.place is None:
        return None
    day = place_words(entry.place, plan.words)
    return Link(plan.words.say("article", "that_day", day=day), href(entry.url, place_path(entry.place)))
