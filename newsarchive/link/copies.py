"""Exact copies: articles whose clean bodies are the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsarchive.model import Card

_NAMED = 50  # were every copy of a text to name every other, ten thousand copies would name a hundred million


class Copies(NamedTuple):
    """The exact copies of one article: the ids of the others, in order, and whether it comes first of them all."""

    others: tuple[str, ...]
    is_first: bool


def find_copies(cards: Sequence[Card], ids: Sequence[str]) -> Mapping[str, Copies]:
    """The copies of each article that has any, by its id. An article without a body is a copy of nothing.

    In a set of more than fifty, the first names all the others and each of the others the first alone.
    """
    first: dict[str, str] = {}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for card, identity in zip(cards, ids, strict=True):
        if card.body_hash and (earlier := first.setdefault(card.body_hash, identity)) != identity:
            alike[earlier].append(identity)
    return dict(pair for earlier, later in alike.items() for pair in _each_with_others([earlier, *later]))


def _each_with_others(same: Sequence[str]) -> Iterator[tuple[str, Copies]]:
    first = same[0]
    yield first, Copies(tuple(same[1:]), is_first=True)
    for identity in same[1:]:
        others = (first,) if len(same) > _NAMED else tuple(other for other in same if other != identity)
        yield identity, Copies(others, is_first=False)
