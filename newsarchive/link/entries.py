"""Entries: each card with its address, its neighbours in time, what is related to it, what else is of its day."""

from collections.abc import Mapping, Sequence

from newsarchive.link.order import place
from newsarchive.link.placed import Placed
from newsarchive.link.same_day import find_same_day
from newsarchive.model import Entry


def make_entries(
    placed: Placed, urls: Sequence[str], related: Mapping[str, tuple[str, ...]], outlets: Mapping[str, str]
) -> list[Entry]:
    """An entry for each card, in their order. `urls` go with the cards, the others by id (not there: none)."""
    ids = placed.ids
    places = [place(card.published) for card in placed.cards]
    same_day = find_same_day(placed, places, outlets, related)
    before, after = _neighbours(ids, dated=len(places) - places.count(None))
    copies = [placed.copies.get(identity) for identity in ids]
    columns = (
        *(placed.cards, ids, urls, places, before, after),
        [alike.others if alike else () for alike in copies],
        [alike is not None and not alike.is_first for alike in copies],
        [related.get(identity, ()) for identity in ids],
        [same_day.get(identity, ()) for identity in ids],
    )
    return list(map(Entry._make, zip(*columns, strict=True)))


def _neighbours(ids: Sequence[str], dated: int) -> tuple[list[str | None], list[str | None]]:
    """The ids before and after each: the dated ones stand first and have dated neighbours, the undated undated ones."""
    before = [None, *ids][:-1]
    after = [*ids, None][1:]
    if 0 < dated < len(ids):
        before[dated] = after[dated - 1] = None
    return before, after
