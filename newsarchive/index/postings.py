"""Postings: which articles have a term, how much it says of each, where it stands in them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.gather import PAIR, unpacked

MOST_IMPACT = 63
_K1, _B = 1.2, 0.75


class Postings(NamedTuple):
    """Terms in the order of their bytes. `starts` are the places of each term's postings (the last is where all end);
    `occurs` those of each posting's positions. `near` are pairs of neighbours, one for each position.
    """

    terms: Sequence[bytes]
    starts: Numbers
    numbers: Numbers
    impacts: Numbers
    occurs: Numbers
    positions: Numbers
    near: Numbers


class Norms(NamedTuple):
    """What the length of each article does to its impacts, by its number."""

    norms: Numbers


def make_norms(lengths: Iterable[tuple[int, int]], highest: int) -> Norms:
    """Norms of articles, of which the number and the length in words are known."""
    pairs = list(lengths)
    mean = round_mean(sum(length for _, length in pairs) / max(len(pairs), 1))
    norms = np.zeros(highest + 1, np.float32)
    if pairs:
        numbers, counts = np.array(pairs, np.int64).T
        norms[numbers] = norm(counts, mean)
    return Norms(norms)


def round_mean(mean: float) -> float:
    """A mean length in steps of a fifth, so that it seldom changes: with it change all impacts."""
    return 2.0 ** (round(4 * np.log2(mean)) / 4) if mean >= 1 else 1.0


def norm(lengths: Numbers, mean: float) -> Numbers:
    """What is added to how often a word counts, in the impact of articles of these lengths."""
    return (_K1 * (1 - _B + _B * lengths / mean)).astype(np.float32)


def impacts_of(weights: Numbers, norms: Numbers) -> Numbers:
    """The impacts of words that count so often in articles of these norms."""
    weights = weights.astype(np.float32)
    return np.maximum(1, np.rint(weights / (weights + norms) * MOST_IMPACT)).astype(np.uint8)


def merge(segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms) -> Postings:
    """The postings of the segments of one partition. Each comes with the numbers of its articles; segments, and the
    numbers in them, are in order.
    """
    found = [(np.array(numbers, np.int64), *unpacked(segment)) for numbers, segment in segments if segment]
    terms = sorted(set().union(*(own for _, own, _ in found)))
    ids = {term: place for place, term in enumerate(terms)}
    which = [
        np.repeat(np.fromiter(map(ids.__getitem__, own), np.uint32, len(own)), columns[0]) for _, own, columns in found
    ]
    columns = [np.concatenate([own[place] for *_, own in found]) for place in range(2, 7)] if found else []
    if not found:
        return Postings((), *(np.zeros(1, np.int64), *(np.zeros(0, np.int64),) * 2), np.zeros(1, np.int64), *_no_places())
    numbers = np.concatenate([own[columns[1]] for own, _, columns in found])
    counts, weights, positions, before, after = columns
    by_term = np.concatenate(which)
    order = np.argsort(by_term, kind="stable")
    moved = _moved(counts, order)
    numbers, weights, counts = numbers[order], weights[order], counts[order]
    return Postings(
        terms,
        _ends(np.bincount(by_term, minlength=len(terms))),
        numbers,
        impacts_of(weights, norms.norms[numbers]),
        _ends(counts),
        positions[moved],
        np.stack((before[moved], after[moved]), axis=1),
    )


def has_positions(term: bytes) -> bool:
    """Whether the index knows where a term stands."""
    return term[:1] != PAIR


def has_neighbours(term: bytes, common: frozenset[bytes]) -> bool:
    """Whether the index knows which common words stand beside a term."""
    return term >= b"\x20" and term not in common


def _no_places() -> tuple[Numbers, Numbers]:
    return np.zeros(0, np.int64), np.zeros((0, 2), np.uint8)


def _ends(counts: Numbers) -> Numbers:
    ends = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=ends[1:])
    return ends


def _moved(counts: Numbers, order: Numbers) -> Numbers:
    """Where the positions of postings come from that are put in an order."""
    starts = _ends(counts)
    sizes = counts[order].astype(np.int64)
    shift = np.repeat(starts[order] - _ends(sizes)[:-1], sizes)
    return np.arange(len(shift)) + shift
