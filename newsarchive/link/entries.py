"""Entries: each card with its address, its neighbours in time and what is related to it."""

from collections.abc import Mapping, Sequence

from newsarchive.link.copies import find_copies
from newsarchive.link.order import place
from newsarchive.link.related import find_related
from newsarchive.model import Address, Card, Entry


def make_entries(cards: Sequence[Card], addresses: Mapping[str, Address]) -> list[Entry]:
    """An entry for each card, in the order given, which is the order of time. `addresses` go by source path."""
    ids = [addresses[card.source].id for card in cards]
    places = [place(card.published) for card in cards]
    before, after = _neighbours(ids, dated=len(places) - places.count(None))
    copies = find_copies(cards, ids)
    related = find_related(cards, ids, copies)
    return [
        Entry(
            card=card,
            id=ids[here],
            url=addresses[card.source].address,
            place=places[here],
            before=before[here],
            after=after[here],
            copies=copies[ids[here]].others if ids[here] in copies else (),
            is_copy=ids[here] in copies and not copies[ids[here]].is_first,
            related=related[here],
        )
        for here, card in enumerate(cards)
    ]


def _neighbours(ids: Sequence[str], dated: int) -> tuple[list[str | None], list[str | None]]:
    """The ids before and after each: the dated ones stand first and have dated neighbours, the undated undated ones."""
    before = [None, *ids][:-1]
    after = [*ids, None][1:]
    if 0 < dated < len(ids):
        before[dated] = after[dated - 1] = None
    return before, after
