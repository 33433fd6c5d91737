"""Entries as lists show them: a headline, a deck, one line of who and when, and where else the text was printed."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from newsarchive.model import Card, Entry
from newsarchive.render.dates import heading_words, is_probable, short_date
from newsarchive.render.direction import text_attributes
from newsarchive.render.edition import shown_card, shows_every_line
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.periods import place_path
from newsarchive.render.sheet import Plan

Said = Literal["outlets", "authors", "nothing", "no_dates"]

_HEADLINE = 300  # characters; an article without line breaks may be one headline of five megabytes
_BRIEF = 120
_DECK = 240
_SHOWN = 3  # entries of a list that stands on a page of its own
_AUTHORS = 3  # names of a byline
_COPIES = 3  # copies named in a list; more are a number


class EntryView(NamedTuple):
    """One entry of a list. `found` is false where `headline` is only the first words of the text."""

    href: str
    headline: str
    found: bool
    attributes: Mapping[str, str]
    deck: str | None
    meta: tuple[str, ...]
    also: Sentence


class EntryGroup(NamedTuple):
    """Entries under one heading; `more` leads to those that are not shown here."""

    heading: Link | None
    entries: tuple[EntryView, ...]
    anchor: str | None = None
    more: Link | None = None


def shorten(text: str, length: int) -> str:
    """A text cut at a space, so that it is no longer than so many characters: ("one two three", 9) -> "one two …"."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[length // 2 :] else cut} …"


def headline_of(card: Card) -> str:
    """The headline, or the first words of the text where there is none."""
    return shorten(card.headline or card.first_words, _HEADLINE)


def published_card(plan: Plan, entry: Entry) -> Card:
    """The card of an entry as its outlet's edition shows it."""
    edition = plan.edition(entry.id)
    return entry.card if shows_every_line(edition) else shown_card(entry.card, edition)


def without_copies(plan: Plan, identities: Iterable[str]) -> tuple[str, ...]:
    """The ids of a list with each set of exact copies told once, by the first of them that is in the list."""
    entries, told, firsts = plan.archive.entries, set[str](), list[str]()
    for identity in identities:
        entry = entries[identity]
        if entry.copies:
            if entry.card.body_hash in told:
                continue
            told.add(entry.card.body_hash)
        firsts.append(identity)
    return tuple(firsts)


def entry_view(plan: Plan, page: str, identity: str, said: Said = "nothing") -> EntryView:
    """An entry for the list on a page. `said`: what the page says already of all its entries.

    Lists stand under the headings of their days; in one with "no_dates" each entry says its own.
    """
    entry = plan.entry(identity)
    card = published_card(plan, entry)
    headline = headline_of(card)
    also = copy_links(plan, page, entry, _COPIES)
    return EntryView(
        href=href(page, entry.url),
        headline=headline,
        found=card.headline is not None,
        attributes=text_attributes(headline, card.language, plan.language),
        deck=shorten(card.deck, _DECK) if card.deck else None,
        meta=_meta(plan, entry, said),
        also=plan.words.sentence("lists", "also", outlets=also) if also else (),
    )


def brief_view(plan: Plan, page: str, identity: str, *, dated: bool = True) -> EntryView:
    """An entry of one line: the headline, the outlet, and the date unless what stands above says it."""
    entry = plan.entry(identity)
    card = published_card(plan, entry)
    headline = shorten(headline_of(card), _BRIEF)
    outlet = plan.outlets.get(identity)
    name = outlet.name if outlet else plan.words.say("lists", "no_outlet")
    return EntryView(
        href=href(page, entry.url),
        headline=headline,
        found=card.headline is not None,
        attributes=text_attributes(headline, card.language, plan.language),
        deck=None,
        meta=(name, short_date(card.published, card.published_certainty, plan.words)) if dated else (name,),
        also=(),
    )


def groups_by_place(plan: Plan, page: str, identities: Iterable[str], said: Said = "nothing") -> tuple[EntryGroup, ...]:
    """A list under the headings of its days; what has no day stands under its month, its year, or "No date"."""
    listed = without_copies(plan, identities)
    return tuple(
        EntryGroup(
            _heading(plan, page, place),
            tuple(entry_view(plan, page, identity, said) for identity in members),
            anchor=place or "undated",
        )
        for place, members in groupby(listed, key=lambda identity: plan.entry(identity).place)
    )


def teaser(plan: Plan, page: str, heading: Link, identities: Sequence[str], said: Said = "nothing") -> EntryGroup:
    """The first entries of a list that stands on a page of its own, and a link to all of them."""
    listed = without_copies(plan, identities)
    entries = tuple(entry_view(plan, page, identity, said) for identity in listed[:_SHOWN])
    more = None
    if len(listed) > _SHOWN:
        more = Link(plan.words.say("lists", "all_of", number=plan.words.number(len(identities))), heading.href)
    return EntryGroup(heading, entries, more=more)


def copy_links(plan: Plan, page: str, entry: Entry, most: int | None = None) -> Sentence:
    """Where else an article was printed word for word: links to its copies, by their outlets; of many the first."""
    links = [_copy_link(plan, page, copy) for copy in entry.copies[:most]]
    if len(entry.copies) > len(links):
        more = plan.words.count("more", len(entry.copies) - len(links))
        links.append(Link(more, href(page, f"{entry.url}#copies")))
    return plan.words.row(links) if links else ()


def _copy_link(plan: Plan, page: str, identity: str) -> Link:
    outlet = plan.outlets.get(identity)
    name = outlet.name if outlet else plan.words.say("lists", "also_somewhere")
    return Link(name, href(page, plan.entry(identity).url))


def _heading(plan: Plan, page: str, place: str | None) -> Link:
    path = place_path(place)
    return Link(heading_words(place, plan.words), None if path == page else href(page, path))


def _meta(plan: Plan, entry: Entry, said: Said) -> tuple[str, ...]:
    """Outlet, agency, authors, and the date where the heading above does not say it all."""
    card, words = entry.card, plan.words
    outlet = plan.outlets.get(entry.id)
    parts: Sequence[str | None] = (
        None if said == "outlets" else outlet.name if outlet else words.say("lists", "no_outlet"),
        card.agency,
        _authors(plan, card) if said != "authors" else None,
        _date(plan, card, said),
    )
    return tuple(part for part in parts if part)


def _authors(plan: Plan, card: Card) -> str | None:
    """The names of the byline; of many the first: "Ada Rook, Tom Vane, Iris Holm and 9 more"."""
    names = list(card.authors)
    if len(names) > _AUTHORS + 1:
        names[_AUTHORS:] = [plan.words.count("more", len(names) - _AUTHORS)]
    return plan.words.listed(names) if names else None


def _date(plan: Plan, card: Card, said: Said) -> str | None:
    is_said = len(card.published or "") <= 10 and not is_probable(card.published, card.published_certainty)
    if is_said and said != "no_dates":
        return None
    return short_date(card.published, card.published_certainty, plan.words)
