"""link: every article in its place."""

from collections.abc import Iterable, Sequence

from newsarchive.link.addresses import settle_addresses
from newsarchive.link.card import card
from newsarchive.link.entries import make_entries
from newsarchive.link.groups import group_authors, group_outlets
from newsarchive.link.order import in_order
from newsarchive.link.years import group_years
from newsarchive.model import Address, Archive, Card, Choices

__all__ = ["card", "link"]


def link(cards: Iterable[Card], known: Sequence[Address], choices: Choices) -> Archive:
    """The archive that cards make: their order in time, their addresses, neighbours, exact copies and groups.

    `known` are the rows of addresses.csv as the last build wrote them, or as a person edited them since; the rows to
    write now are the archive's `addresses`. The order of the cards does not matter. Nothing is raised for what a person
    wrote: what cannot be followed is among the archive's problems.
    """
    ordered = in_order(cards)
    addresses = settle_addresses(ordered, known)
    entries = make_entries(ordered, addresses.by_source)
    outlets, no_outlet = group_outlets(entries, choices.outlets)
    authors, no_author = group_authors(entries)
    return Archive(
        entries={entry.id: entry for entry in entries},
        order=tuple(entry.id for entry in entries),
        years=group_years(entries),
        undated=tuple(entry.id for entry in entries if entry.place is None),
        outlets=outlets,
        no_outlet=no_outlet,
        authors=authors,
        no_author=no_author,
        addresses=addresses.rows,
        problems=addresses.problems,
    )
