"""From the segments of a partition to its postings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.postings import Norms, Postings, ends_of, impacts_of, moved
from newsarchive.index.segments import unpacked

_FEW = 1 << 16


def merge(segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms) -> Postings:
    """The postings of the segments of one partition. Each comes with the numbers of its articles; segments, and the
    numbers in them, are in order.
    """
    return next(merge_by_runs(segments, norms, None))


def merge_by_runs(
    segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms, most: int | None
) -> Iterator[Postings]:
    """The same, of a run of terms at a time: of one term, or of several with so many positions together at most.

    A position takes a few bytes as it comes, and many times that while it is put in order.
    """
    found = [(np.array(numbers, np.uint32), *unpacked(segment)) for numbers, segment in segments if segment]
    if not found:
        none, ends = np.zeros(0, np.int64), np.zeros(1, np.int64)
        yield Postings((), ends, none, none, ends, none, np.zeros((0, 2), np.uint8))
        return
    terms = sorted(set().union(*(own for _, own, _ in found)))
    ids = {term: place for place, term in enumerate(terms)}
    parts = [_part(numbers, [ids[term] for term in own], columns) for numbers, own, columns in found]
    del found, ids
    sizes = np.zeros(len(terms), np.int64)
    for part in parts:
        sizes[part.terms] += np.maximum(np.diff(part.starts), np.diff(part.begins))
    for first, last in _runs(sizes, most):
        yield _merged([_of_terms(part, first, last) for part in parts], terms[first:last], norms)


class _Part(NamedTuple):
    """Postings of some articles, whose numbers these are: the places of their `terms` among all, in order; where the
    postings of each term start and where its positions begin (the last is where all end).

    Of each posting its article (a place among the numbers), how many positions it has, its weight; of each position
    where it is and its two neighbours.
    """

    article_numbers: Numbers
    terms: Numbers
    starts: Numbers
    begins: Numbers
    articles: Numbers
    counts: Numbers
    weights: Numbers
    positions: Numbers
    before: Numbers
    after: Numbers


def _part(numbers: Numbers, terms: Sequence[int], columns: Sequence[Numbers]) -> _Part:
    frequencies, articles, counts, *rest = columns
    starts = ends_of(frequencies)
    return _Part(numbers, np.array(terms, np.uint32), starts, ends_of(counts)[starts], articles, counts, *rest)


def _of_terms(part: _Part, first: int, last: int) -> _Part:
    """What a part has of the terms from one place to another: without a copy, for terms stand in their order."""
    own = slice(*np.searchsorted(part.terms, (first, last)).tolist())
    ends = slice(own.start, own.stop + 1)
    postings, positions = (slice(one[own.start], one[own.stop]) for one in (part.starts, part.begins))
    return _Part(
        part.article_numbers,
        part.terms[own] - first,
        part.starts[ends],
        part.begins[ends],
        *(column[postings] for column in (part.articles, part.counts, part.weights)),
        *(column[positions] for column in (part.positions, part.before, part.after)),
    )


def _merged(parts: Sequence[_Part], terms: Sequence[bytes], norms: Norms) -> Postings:
    """The postings of parts that are in the order of articles, put in the order of terms."""
    by_term = np.concatenate([np.repeat(part.terms, np.diff(part.starts)) for part in parts])
    if len(terms) < _FEW:
        by_term = by_term.astype(np.uint16)  # sixteen bits sort many times faster
    numbers = np.concatenate([part.article_numbers[part.articles] for part in parts]).astype(np.int64)
    columns = ((part.counts, part.weights, part.positions, part.before, part.after) for part in parts)
    counts, weights, positions, before, after = (np.concatenate(column) for column in zip(*columns, strict=True))
    if len(terms) > 1:
        order = np.argsort(by_term, kind="stable")
        places = moved(counts, order, ends_of(counts))
        numbers, counts, weights = numbers[order], counts[order], weights[order]
        positions, before, after = positions[places], before[places], after[places]
    return Postings(
        terms,
        ends_of(np.bincount(by_term, minlength=len(terms))),
        numbers,
        impacts_of(weights, norms.norms[numbers]),
        ends_of(counts),
        positions,
        np.stack((before, after), axis=1),
    )


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
