"""The top of an article's page: outlet and date, headline, deck, byline."""

from collections.abc import Mapping
from typing import NamedTuple

from newsarchive.model import Article, Entry
from newsarchive.render.dates import long_date, machine_date
from newsarchive.render.direction import text_attributes
from newsarchive.render.entries import headline_of, published_card
from newsarchive.render.kinds import group_path
from newsarchive.render.link import Link, Sentence, href, web_address
from newsarchive.render.periods import place_path
from newsarchive.render.sheet import Plan


class DateView(NamedTuple):
    """A date in words and where it leads, the date for machines (stated or given alone), and how well it is known."""

    link: Link
    machine: str | None
    is_known: bool
    is_inferred: bool


class Head(NamedTuple):
    """Whose an article is, of which day, and what it is called. Without a headline, `headline` is its first words."""

    outlet: Link
    has_outlet: bool
    published: DateView
    updated: str | None
    original: str | None
    kicker: str | None
    headline: str
    has_headline: bool
    deck: str | None
    attributes: Mapping[str, str]
    byline: Sentence
    has_byline: bool
    remarks: tuple[str, ...]


def make_head(plan: Plan, entry: Entry, article: Article) -> Head:
    """The top of the page of an article that was reduced to its edition."""
    headline = article.headline or headline_of(published_card(plan, entry))
    return Head(
        outlet=_outlet(plan, entry),
        has_outlet=entry.id in plan.outlets,
        published=_published(plan, entry, article),
        updated=_updated(plan, article),
        original=web_address(article.original_url),
        kicker=article.kicker,
        headline=headline,
        has_headline=article.headline is not None,
        deck=article.deck,
        attributes=text_attributes(headline, article.language, plan.language),
        byline=_byline(plan, entry, article),
        has_byline=bool(article.authors),
        remarks=_remarks(plan, article),
    )


def _outlet(plan: Plan, entry: Entry) -> Link:
    if group := plan.outlets.get(entry.id):
        return Link(group.name, href(entry.url, group_path("outlets", group)))
    return Link(plan.words.say("article", "no_outlet"), href(entry.url, "outlets/unknown.html"))


def _published(plan: Plan, entry: Entry, article: Article) -> DateView:
    evidence = article.evidence_for("published")
    certainty = evidence.certainty if evidence else None
    is_known = article.published is not None
    return DateView(
        Link(long_date(article.published, certainty, plan.words), href(entry.url, place_path(entry.place))),
        machine_date(article.published, certainty),
        is_known,
        is_known and certainty == "inferred",
    )


def _updated(plan: Plan, article: Article) -> str | None:
    if article.updated is None:
        return None
    evidence = article.evidence_for("updated")
    date = long_date(article.updated, evidence.certainty if evidence else None, plan.words)
    return plan.words.say("article", "updated", date=date)


def _byline(plan: Plan, entry: Entry, article: Article) -> Sentence:
    """The names as the byline spells them, each a link to the page of its author."""
    if not article.authors:
        return (Link(plan.words.say("article", "no_author"), href(entry.url, "authors/none.html")),)
    groups = ((name, plan.author_groups.get(name)) for name in article.authors)
    links = [Link(name, href(entry.url, group_path("authors", group)) if group else None) for name, group in groups]
    return plan.words.sentence("article", "by", names=plan.words.row(links))


def _remarks(plan: Plan, article: Article) -> tuple[str, ...]:
    """What the text says of its origin: its agency, dateline and section, as written there."""
    fields = {"agency": article.agency, "dateline": article.dateline, "section": article.section}
    return tuple(plan.words.say("article", key, text=text) for key, text in fields.items() if text)
