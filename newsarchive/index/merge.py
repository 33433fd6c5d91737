"""From the segments of a partition to its postings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.postings import Norms, Postings, ends_of, impacts_of, moved
from newsarchive.index.segments import unpacked


def merge(segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms) -> Postings:
    """The postings of the segments of one partition. Each comes with the numbers of its articles; segments, and the
    numbers in them, are in order.
    """
    return next(merge_by_runs(segments, norms, None))


def merge_by_runs(
    segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms, most: int | None
) -> Iterator[Postings]:
    """The same, of a run of terms at a time: of one term, or of several with so many positions together at most.

    A position takes six bytes as it comes, and many times that while it is put in order.
    """
    gathered = _gathered(segments)
    if not gathered.terms:
        none, ends = np.zeros(0, np.int64), np.zeros(1, np.int64)
        yield Postings((), ends, none, none, ends, none, np.zeros((0, 2), np.uint8))
        return
    occurs = ends_of(gathered.counts)
    sizes = np.bincount(gathered.by_term, np.maximum(gathered.counts, 1), len(gathered.terms))
    for first, last in _runs(sizes, most):
        own = np.flatnonzero((gathered.by_term >= first) & (gathered.by_term < last))
        order = own[np.argsort(gathered.by_term[own], kind="stable")]
        places = moved(gathered.counts, order, occurs)
        numbers = gathered.numbers[order].astype(np.int64)
        yield Postings(
            gathered.terms[first:last],
            ends_of(np.bincount(gathered.by_term[own] - first, minlength=last - first)),
            numbers,
            impacts_of(gathered.weights[order], norms.norms[numbers]),
            ends_of(gathered.counts[order]),
            gathered.positions[places],
            np.stack((gathered.before[places], gathered.after[places]), axis=1),
        )


class _Gathered(NamedTuple):
    """The terms of a partition in their order; of each posting its term, article, count and weight; of each position
    where it is and its two neighbours. Postings and positions are in the order of articles.
    """

    terms: list[bytes]
    by_term: Numbers
    numbers: Numbers
    counts: Numbers
    weights: Numbers
    positions: Numbers
    before: Numbers
    after: Numbers


def _gathered(segments: Iterable[tuple[Sequence[int], bytes]]) -> _Gathered:
    found = [(np.array(numbers, np.uint32), *unpacked(segment)) for numbers, segment in segments if segment]
    if not found:
        return _Gathered([], *[np.zeros(0, np.uint32)] * 7)
    terms = sorted(set().union(*(own for _, own, _ in found)))
    ids = {term: place for place, term in enumerate(terms)}
    by_term = [
        np.repeat(np.fromiter(map(ids.__getitem__, own), np.uint32, len(own)), columns[0]) for _, own, columns in found
    ]
    numbers = [own[columns[1]] for own, _, columns in found]
    rest = (np.concatenate([columns[place] for _, _, columns in found]) for place in range(2, 7))
    return _Gathered(terms, np.concatenate(by_term), np.concatenate(numbers), *rest)


def _runs(sizes: Numbers, most: int | None) -> Iterator[tuple[int, int]]:
    """Runs of things of some sizes: as many as are `most` together, or one that is larger; None: all of them."""
    if most is None:
        yield 0, len(sizes)
        return
    ends, first = np.cumsum(sizes), 0
    while first < len(sizes):
        before = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield first, last
        first = last
