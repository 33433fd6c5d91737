"""feed.xml: the newest articles of which the day is stated or given, as Atom (RFC 4287)."""

from collections.abc import Sequence
from itertools import chain, islice
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from newsarchive.model import Entry, Page
from newsarchive.render.dates import machine_date
from newsarchive.render.entries import published_card, without_copies
from newsarchive.render.link import href, page_address
from newsarchive.render.machine.told import Told, is_day, tidy, told_of
from newsarchive.render.sheet import Plan

PATH = "feed.xml"

_NEWEST = 50
_LONGEST = 300  # characters of a text
_FEEDS = uuid5(NAMESPACE_URL, "urn:newsarchive:feed")
_NO_DAY = "1970-01-01"  # there is no clock, and a feed must say when it was updated


def feed_page(plan: Plan) -> Page:
    """The feed: headlines, decks and names, each exact copy once, newest first; nothing of any body.

    Ids are the same wherever the archive stands, online or not. Links are relative where its address is not known.
    """
    site = plan.site
    identity = uuid5(_FEEDS, site.title)
    entries = [_entry(plan, identity, plan.entry(each)) for each in _newest(plan)]
    feed = Element(
        "feed",
        {
            "xmlns": "http://www.w3.org/2005/Atom",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xml:lang": plan.language,
        },
    )
    _add(feed, "id", identity.urn)
    _add(feed, "title", site.title)
    _add(feed, "subtitle", site.description)
    _add(feed, "updated", _updated(plan, entries))
    _add(SubElement(feed, "author"), "name", site.title)
    _link(feed, "alternate", page_address(site.url, "index.html") or "index.html")
    if own := page_address(site.url, PATH):
        _link(feed, "self", own)
    _add(feed, "rights", site.rights)
    _add(feed, "generator", "newsarchive")
    feed.extend(entries)
    indent(feed, "")
    return Page(PATH, tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _newest(plan: Plan) -> Sequence[str]:
    """The articles of the last days, of exact copies the first that has a day."""
    copies = [identity for identity in plan.archive.order if plan.entry(identity).copies and _has_day(plan, identity)]
    later = frozenset(copies).difference(without_copies(plan, copies))
    days = (day for year in reversed(plan.archive.years) for month in reversed(year.months) for day in month.days[::-1])
    newest = chain.from_iterable(day.entries for day in days)
    return list(islice((each for each in newest if each not in later and _has_day(plan, each)), _NEWEST))


def _has_day(plan: Plan, identity: str) -> bool:
    card = plan.entry(identity).card
    return is_day(machine_date(card.published, card.published_certainty))


def _entry(plan: Plan, feed: UUID, entry: Entry) -> Element:
    card = published_card(plan, entry)
    told = told_of(card)
    element = Element("entry", {"xml:lang": told.language or ""})  # "": not known, and not that of the feed
    _add(element, "id", uuid5(feed, entry.id).urn)
    title = told.headline or tidy(card.first_words, _LONGEST) or plan.words.say("form", "no_headline")
    _add(element, "title", title)
    _add(element, "published", _noon(told.published))
    _add(element, "updated", _noon(_changed(told)))
    for name in told.authors:
        _add(SubElement(element, "author"), "name", name)
    _add(element, "dc:publisher", told.outlet)
    _link(element, "alternate", page_address(plan.site.url, entry.url) or href(PATH, entry.url))
    if told.original:
        _link(element, "via", told.original)
    _add(element, "summary", told.deck)
    return element


def _changed(told: Told) -> str | None:
    """The day of the last change that is stated: never before the day of publication."""
    return max(told.updated or "", told.published or "") if is_day(told.updated) else told.published


def _updated(plan: Plan, entries: Sequence[Element]) -> str:
    changes = [entry.findtext("updated", "") for entry in entries]
    return max(changes, default=_noon(plan.site.collected or _NO_DAY))


def _noon(day: str | None) -> str:
    """A day as a moment: at noon UTC it is the same day in nearly every time zone."""
    return f"{day}T12:00:00Z"


def _add(parent: Element, tag: str, text: str | None) -> None:
    if fit := tidy(text, _LONGEST):
        SubElement(parent, tag).text = fit


def _link(parent: Element, rel: str, address: str) -> None:
    kind = {"self": "application/atom+xml"}.get(rel, "text/html")
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": address})
