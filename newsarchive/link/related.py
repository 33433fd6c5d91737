"""Related articles: those that share the most of what few others say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from newsarchive.link.copies import Copies
from newsarchive.model import Card
from newsarchive.text.edtf import parse_edtf

_MOST = 4
_STEPS = 8  # a term of 2 or 3 articles weighs 6, of 4 to 7 weighs 5 … of 64 to 127 weighs 1, of 128 or more nothing
_LEAST = 20  # more than three terms of two articles each: what two texts share by chance stays below
_LIKELY = _LEAST * 2 // 3  # with what is added for the days it may be enough
_DATES = 2**16

_Days = tuple[int, int]  # the first and the last day that a date allows, counted from 1 January of the year 1


def find_related(cards: Sequence[Card], ids: Sequence[str], copies: Mapping[str, Copies]) -> list[tuple[str, ...]]:
    """For each card the ids of at most four articles about the same, the nearest first. `copies` go by id.

    Articles are near that share terms, the rarer the better (Spärck Jones 1972), and nearer if they are of the same
    days. How rare a term is goes by steps that do not depend on the size of the archive, so another article changes
    only lists of articles that share a term with it whose step it changed, or with which it is near itself. What is
    common is not used at all, so the cost grows with the number of articles alone.

    Of copies of one text the first alone is listed, and never by its copies.
    """
    firsts = [place for place, identity in enumerate(ids) if identity not in copies or copies[identity].is_first]
    index = _index(cards, firsts)
    days = [_days(card.published) for card in cards]
    return [
        tuple(ids[other] for other in _nearest(_candidates(cards, place, index), days[place], days))
        for place in range(len(cards))
    ]


def _index(cards: Sequence[Card], places: Sequence[int]) -> dict[str, list[int]]:
    """The articles that have a term, in order, by the terms that are used."""
    counts = Counter(chain.from_iterable(cards[place].terms for place in places))
    index: dict[str, list[int]] = {term: [] for term, count in counts.items() if _weight(count)}
    for place in places:
        for term in cards[place].terms:
            if term in index:
                index[term].append(place)
    return index


def _weight(articles: int) -> int:
    """What it weighs to share a term that so many articles have."""
    return max(0, _STEPS - articles.bit_length()) if articles > 1 else 0


def _candidates(cards: Sequence[Card], place: int, index: Mapping[str, list[int]]) -> list[tuple[int, int]]:
    """The articles that may share enough with one, each with the sum of the weights of what they share."""
    card = cards[place]
    shared: dict[int, int] = {}
    for others in filter(None, map(index.get, card.terms)):
        weight = _weight(len(others))
        for other in others:
            shared[other] = shared.get(other, 0) + weight
    likely = [(other, weight) for other, weight in shared.items() if weight >= _LIKELY]
    return [(other, weight) for other, weight in likely if other != place and not _is_copy(card, cards[other])]


def _is_copy(card: Card, other: Card) -> bool:
    return bool(card.body_hash) and card.body_hash == other.body_hash


def _nearest(candidates: Iterable[tuple[int, int]], days: _Days | None, all_days: Sequence[_Days | None]) -> list[int]:
    """The nearest of them; of equals those that come first in the order of time."""
    near = ((-_nearness(weight, days, all_days[other]), other) for other, weight in candidates)
    return [other for nearness, other in sorted(near) if -nearness >= _LEAST][:_MOST]


def _nearness(weight: int, days: _Days | None, other: _Days | None) -> int:
    """A half more for what is surely of the same three days, a quarter more for the same month."""
    if days is None or other is None:
        return weight
    apart = max(days[1], other[1]) - min(days[0], other[0])
    return weight + (weight // 2 if apart <= 3 else weight // 4 if apart <= 31 else 0)


@lru_cache(maxsize=_DATES)
def _days(published: str | None) -> _Days | None:
    """The days that a date allows; None where it has no end."""
    date = parse_edtf(published) if published else None
    return (date.first.toordinal(), date.last.toordinal()) if date and date.last else None
