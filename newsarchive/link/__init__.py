"""link: every article in its place."""

from collections.abc import Iterable, Sequence

from newsarchive.link.addresses import settle_addresses
from newsarchive.link.card import card
from newsarchive.link.copies import find_copies
from newsarchive.link.entries import make_entries
from newsarchive.link.groups import group_authors, group_outlets
from newsarchive.link.nearness import TOO_MANY
from newsarchive.link.order import in_order
from newsarchive.link.placed import Placed
from newsarchive.link.reached import Change, TermStore, relate_again
from newsarchive.link.related import Relate, TermIndex, find_related, relate_all
from newsarchive.link.years import group_years
from newsarchive.model import Address, Archive, Card, Choices

__all__ = [
    "TOO_MANY",
    "Change",
    "Placed",
    "Relate",
    "TermIndex",
    "TermStore",
    "card",
    "find_related",
    "link",
    "relate_again",
    "relate_all",
]


def link(
    cards: Iterable[Card],
    known: Sequence[Address],
    choices: Choices,
    relate: Relate = relate_all,
    *,
    are_sound: bool = False,
) -> Archive:
    """The archive that cards make: their order in time, their addresses, neighbours, exact copies and groups.

    `known` are the rows of addresses.csv as the last build wrote them, or as a person edited them since; the rows to
    write now are the archive's `addresses`. The order of the cards does not matter. `relate` says what is related to
    each article: without it, that is told from the terms on the cards. Known rows that `are_sound`, as those of a build
    that found nothing wrong with them, are not looked at for what is. Nothing is raised for what a person wrote: what
    cannot be followed is among the archive's problems.
    """
    ordered = in_order(cards)
    addresses = settle_addresses(ordered, known, are_sound=are_sound)
    rows = [addresses.by_source[card.source] for card in ordered]
    ids = [row.id for row in rows]
    placed = Placed(ordered, ids, find_copies(ordered, ids))
    outlets, no_outlet = group_outlets(placed, choices.outlets)
    by_outlet = {identity: group.slug for group in outlets for identity in group.entries}
    entries = make_entries(placed, [row.address for row in rows], relate(placed), by_outlet)
    authors, no_author = group_authors(entries, choices.authors)
    return Archive(
        entries=dict(zip(ids, entries, strict=True)),
        order=tuple(ids),
        years=group_years(entries),
        undated=tuple(entry.id for entry in entries if entry.place is None),
        outlets=outlets,
        no_outlet=no_outlet,
        authors=authors,
        no_author=no_author,
        addresses=addresses.rows,
        problems=addresses.problems,
    )
