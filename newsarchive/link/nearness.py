"""How near two articles are: by the terms that they share, the rarer the better, and by their days."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from newsarchive.text.edtf import parse_edtf

_STEPS = 8  # a term of 2 or 3 articles weighs 6, of 4 to 7 weighs 5 … of 64 to 127 weighs 1, of 128 or more nothing
TOO_MANY = 2 ** (_STEPS - 1)
_LEAST = 20  # more than three terms of two articles each: what two texts share by chance stays below
_LIKELY = _LEAST * 2 // 3  # with what is added for the days it may be enough
_DATES = 2**16

Days = tuple[int, int]
"""The first and the last day that a date allows, counted from 1 January of the year 1."""


def weight(articles: int) -> int:
    """What it weighs to share a term that so many articles have."""
    return max(0, _STEPS - articles.bit_length()) if articles > 1 else 0


def likely(one: str, shared: Iterable[tuple[int, Sequence[str]]]) -> dict[str, int]:
    """The articles that may share enough with one other, each with the sum of the weights of what they share.

    `shared` are the articles that have a term of that one, term by term, with what the term weighs. Most articles share
    what weighs least, and that alone is not enough: what weighs most is gone through first, and what is left then says
    only how near those are that were met before, as long as it may be enough for any of them.
    """
    heaviest_first = sorted(shared, key=itemgetter(0), reverse=True)
    left = sum(gain for gain, _ in heaviest_first)
    sums: dict[str, int] = {}
    for gain, articles in heaviest_first:
        if left >= _LIKELY:
            for article in articles:
                sums[article] = sums.get(article, 0) + gain
        else:
            sums.pop(one, None)  # it shares everything with itself
            sums = {article: total for article, total in sums.items() if total + left >= _LIKELY}
            if not sums:
                break
            for article in articles:
                if article in sums:
                    sums[article] += gain
        left -= gain
    return {article: total for article, total in sums.items() if total >= _LIKELY and article != one}


def nearness(shared: int, days: Days | None, other: Days | None) -> int:
    """How near two articles of these days are that share so much; 0 where that is not enough for a list.

    A half more for what is surely of the same three days, a quarter more for the same month.
    """
    if days is not None and other is not None:
        apart = max(days[1], other[1]) - min(days[0], other[0])
        shared += shared // 2 if apart <= 3 else shared // 4 if apart <= 31 else 0
    return shared if shared >= _LEAST else 0


@lru_cache(maxsize=_DATES)
def days_of(published: str | None) -> Days | None:
    """The days that a date allows; None where it has no end."""
    date = parse_edtf(published) if published else None
    return (date.first.toordinal(), date.last.toordinal()) if date and date.last else None
