"""Postings: which articles have a term, how much it says of each, where it stands in them."""

from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.occurrences import PAIR

MOST_IMPACT = 100
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


def mean_length(lengths: Sequence[int]) -> float:
    """The mean length of articles in words, in steps of a fifth: with it change all impacts, so it seldom should."""
    mean = sum(lengths) / max(len(lengths), 1)
    return float(2.0 ** (round(4 * log2(mean)) / 4)) if mean >= 1 else 1.0


def make_norms(lengths: Mapping[int, int], mean: float) -> Norms:
    """Norms of articles, of which the lengths in words are known by number."""
    norms = np.zeros(max(lengths, default=0) + 1, np.float32)
    if lengths:
        counts = np.fromiter(lengths.values(), np.int64, len(lengths))
        norms[np.fromiter(lengths, np.int64, len(lengths))] = _K1 * (1 - _B + _B * counts / mean)
    return Norms(norms)


def impacts_of(weights: Numbers, norms: Numbers) -> Numbers:
    """The impacts of words that count so often in articles of these norms."""
    weights = weights.astype(np.float32)
    impacts: Numbers = np.maximum(1, np.rint(weights / (weights + norms) * MOST_IMPACT)).astype(np.uint8)
    return impacts


def is_word(term: bytes) -> bool:
    """Whether a term is a word, and neither a word of headlines nor a pair."""
    return term >= b"\x20"


def has_positions(term: bytes) -> bool:
    """Whether the index knows where a term stands."""
    return term[:1] != PAIR


def has_neighbours(term: bytes, common: frozenset[bytes]) -> bool:
    """Whether the index knows which common words stand beside a term."""
    return is_word(term) and term not in common


def ends_of(counts: Numbers) -> Numbers:
    """Where each of some runs begins, by their lengths; the last is where all end."""
    ends = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=ends[1:])
    return ends


def moved(counts: Numbers, order: Numbers, starts: Numbers) -> Numbers:
    """Where the positions of postings come from that are put in an order; `starts` are where those of each begin."""
    sizes = counts[order].astype(np.int64)
    places: Numbers = np.repeat(starts[order] - ends_of(sizes)[:-1], sizes)
    places += np.arange(len(places))
    return places
