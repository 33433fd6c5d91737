"""Which texts are one article: a report of an agency, printed by several outlets."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from newsarchive.survey.numbers import distinct, is_new, places_in, spread
from newsarchive.survey.seen import HASH, PROSE
from newsarchive.survey.table import WEIGHTS, Flags, Ints, Table

_LONGEST_LINES = 3
_MOST_RIVALS = 8
"""Texts that have a line among their longest are compared with this many: more have a notice of a site in common."""
_PLACES = 1 << 14
"""No text has more words than this (survey.seen)."""


def first_copies(table: Table) -> Ints:
    """Of each text the first one that is the same article: of which half of the prose is the same.

    Compared are texts that have one of their longest lines in common.
    """
    firsts = np.arange(len(table.starts))
    lines, texts = _claims(table)
    prose = _prose(table, texts)
    for _ in range(_MOST_RIVALS):
        is_first = np.diff(lines, prepend=-1) != 0
        rivals = texts[is_first][np.cumsum(is_first) - 1]
        others = texts[~is_first]
        same = prose.are_same(others, rivals[~is_first])
        np.minimum.at(firsts, others[same], rivals[~is_first][same])
        left = ~is_first & (firsts[texts] == texts)
        lines, texts = lines[left], texts[left]
    while np.any(firsts[firsts] != firsts):
        firsts = firsts[firsts]
    return firsts


def _claims(table: Table) -> tuple[Ints, Ints]:
    """Lines that are among the longest of several texts, by number, each with these texts, in order."""
    found = list(_longest(table))
    texts = np.concatenate([texts for texts, _ in found])
    keys = table.keys[np.concatenate([at for _, at in found])]
    ordered = np.sort(keys)
    lines = places_in(distinct(ordered[~is_new(ordered)]), keys).astype(np.int64)
    pairs = distinct((lines * len(table.starts) + texts)[lines >= 0])
    return np.divmod(pairs, len(table.starts))


def _longest(table: Table) -> Iterator[tuple[Ints, Ints]]:
    """The texts that have prose, and in each the place of its longest line; then of the next one."""
    weights = WEIGHTS[table.codes[:-1]]
    places = np.arange(len(weights), dtype=np.int32) - table.starts.astype(np.int32)[table.text_of]
    ranks = weights * _PLACES + (_PLACES - 1 - places)
    ranks[weights < PROSE] = 0
    for _ in range(_LONGEST_LINES):
        best = np.maximum.reduceat(ranks, table.starts)
        texts = np.flatnonzero(best)
        at = table.starts[texts] + (_PLACES - 1 - best[texts] % _PLACES)
        ranks[at] = 0
        yield texts, at


@dataclass(frozen=True, slots=True)
class _Prose:
    """The prose that texts have in common with others: `pairs` are text and line in one number, by `lines`, sorted,
    `weights` their weights; and of each text how much prose it has, and how much that others have too.
    """

    lines: int
    pairs: Ints
    weights: Ints
    all: Ints
    shared: Ints

    def are_same(self, texts: Ints, rivals: Ints) -> Flags:
        """Of each text and its rival, whether half of the prose of the shorter stands in the longer."""
        least = np.minimum(self.all[texts], self.all[rivals])
        same = 2 * np.minimum(self.shared[texts], self.shared[rivals]) >= least  # most are told by this alone
        texts, rivals = texts[same], rivals[same]
        start = np.searchsorted(self.pairs, texts * self.lines)
        sizes = np.searchsorted(self.pairs, (texts + 1) * self.lines) - start
        rows = spread(start, sizes)
        wanted = self.pairs[rows] + np.repeat((rivals - texts) * self.lines, sizes)
        is_there = self.pairs[np.minimum(np.searchsorted(self.pairs, wanted), len(self.pairs) - 1)] == wanted
        number = np.repeat(np.arange(len(texts)), sizes)
        common = np.bincount(number, self.weights[rows] * is_there, len(texts))
        same[same] = 2 * common >= least[same]
        return same


def _prose(table: Table, texts: Ints) -> _Prose:
    """What these texts have in common."""
    count = len(table.starts)
    wanted = np.zeros(count, np.bool_)
    wanted[texts] = True
    at = np.flatnonzero(wanted[table.text_of] & (WEIGHTS[table.codes[:-1]] >= PROSE))
    keys, lines = np.unique(table.words[at] >> np.uint64(HASH), return_inverse=True)
    pairs, first = np.unique(table.text_of[at].astype(np.int64) * len(keys) + lines, return_index=True)
    weights = WEIGHTS[table.codes[at[first]]]
    of_text, line = np.divmod(pairs, max(len(keys), 1))
    is_shared = np.bincount(line, minlength=len(keys))[line] > 1
    return _Prose(
        len(keys),
        pairs[is_shared],
        weights[is_shared],
        np.bincount(of_text, weights, count),
        np.bincount(of_text, weights * is_shared, count),
    )
