"""What else there is of an article's day: a few articles of other outlets."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, islice

from newsarchive.link.placed import Placed

_MOST = 2
_BESIDE = 4  # together with the related articles, the last of which gives way
_LOOKED_AT = 24  # articles after it: another one of the day changes the pages of so many before it, and no more
_DAY = len("2023-03-29")


def find_same_day(
    placed: Placed,
    places: Sequence[str | None],
    outlets: Mapping[str, str],
    related: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """For each article the ids of up to two others of its day, each of another outlet; ids of those that have any.

    They are the next ones in the order of the day, after its end those from its beginning. Of exact copies the first
    alone is named, and what is related already is not. `places` go with the cards, `outlets` and `related` by id.
    """
    found: dict[str, tuple[str, ...]] = {}
    here = 0
    for place, members in groupby(places):
        first, here = here, here + len(list(members))
        if here - first > 1 and place is not None and len(place) == _DAY:
            day = range(first, here)
            found |= {placed.ids[at]: ids for at in day if (ids := tuple(_next(at, day, placed, outlets, related)))}
    return found


def _next(
    at: int, day: range, placed: Placed, outlets: Mapping[str, str], related: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    ids, cards = placed.ids, placed.cards
    beside = related.get(ids[at], ())
    told = {outlets.get(ids[at])}
    free = min(_MOST, max(1, _BESIDE - len(beside)))
    for other in islice(chain(range(at + 1, day.stop), range(day.start, at)), _LOOKED_AT):
        identity = ids[other]
        outlet = outlets.get(identity)
        if outlet is None or outlet in told or identity in beside or not placed.is_first(identity):
            continue
        if cards[at].body_hash and cards[at].body_hash == cards[other].body_hash:
            continue
        told.add(outlet)
        yield identity
        free -= 1
        if not free:
            return
