"""An index of which some articles went and some came: only the files that change, the same as if it were made anew."""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.index.change import Arrivals, change, postings_of
from newsarchive.index.codes import read_varints
from newsarchive.index.entries import Block, Entry
from newsarchive.index.names import leaf_path
from newsarchive.index.postings import Postings
from newsarchive.index.reduce import Counts, blocks_of, page, root
from newsarchive.index.standing import Reader, Standing
from newsarchive.index.trie import BOTH, LEAF, LEFT, RIGHT, Leaf, bound, grow
from newsarchive.model import Page


class Updated(NamedTuple):
    """The files to write, the paths of those that are gone; of the changed terms in how many articles they now are, and
    how many of these their blocks hold (none: they have no blocks).
    """

    pages: list[Page]
    gone: set[str]
    frequencies: dict[bytes, int]
    held: dict[bytes, tuple[int, ...]]


class Root(NamedTuple):
    """What a root says: of the index, and its leaves by the bits that lead to them."""

    counts: Counts
    leaves: list[str]


def read_root(read: Reader, folder: str = "") -> Root | None:
    """The root of the index that stands, or None where there is none. ValueError where it cannot be read."""
    if read(f"search/{folder}root.js") is None:
        return None
    octets = Standing(read, folder, frozenset(), {}).payload("root")
    (length,), place = read_varints(octets, 1)
    said = json.loads(octets[place : place + int(length)])
    counts = Counts(said["articles"], said["highest"], tuple(said["common"]))
    codes = [octet >> shift & 3 for octet in octets[place + int(length) :] for shift in (6, 4, 2, 0)]
    return Root(counts, _leaves(codes) if said["leaves"] else [])


def update(standing: Standing, leaves: Sequence[str], went: Postings, came: Postings, counts: Counts) -> Updated:
    """What changes in an index when the postings of articles that `went` give way to those of others that `came`.
    `leaves` are the leaves that stand, `counts` what it is to have.

    The common words, and the mean length that impacts are made with, are as they were.
    """
    updating = _Updating(standing, went, came)
    now, _ = updating.rebuilt(leaves, updating.terms, "")
    updating.blocks += blocks_of(now)
    old, new, folder = set(leaves), {bits for bits, _ in now}, standing.folder
    updating.gone |= {leaf_path(kind, bits) for bits in old - new for kind in "tp"}
    blocks = [*updating.blocks, root(now, counts)]
    gone = {f"search/{folder}{name}.js" for name in updating.gone}
    if folder and not counts.articles:
        return Updated([], gone | {f"search/{folder}root.js"}, {}, dict.fromkeys(updating.terms, ()))
    return Updated([page(block, folder) for block in blocks], gone, updating.frequencies, updating.held)


_NOTHING = np.zeros(0, np.int64)


class _Updating:
    """Rebuilds the leaves of changed terms; gathers the blocks to write and the names of files that are gone."""

    def __init__(self, standing: Standing, went: Postings, came: Postings) -> None:
        self._standing = standing
        self._went, self._came = _by_term(went), _by_term(came)
        self.terms: list[bytes] = sorted(self._went.keys() | self._came.keys())
        self.blocks: list[Block] = []
        self.gone: set[str] = set()
        self.frequencies: dict[bytes, int] = {}
        self.held: dict[bytes, tuple[int, ...]] = {}

    def rebuilt(self, leaves: Sequence[str], terms: Sequence[bytes], bits: str) -> tuple[list[Leaf], int]:
        """The leaves below some bits, and how much heavier they are. `leaves` are those that stand, `terms` those that
        change.
        """
        if not terms:
            return [(leaf, None) for leaf in leaves], 0
        if not leaves or leaves[0] == bits:
            entries = self._standing.leaf(bits) if leaves else []
            changed = self._changed(entries, terms)
            more = _weight(changed) - _weight(entries)
            return grow(changed, bits), more
        half, middle = f"{bits}1", bisect_left(terms, bound(f"{bits}1"))
        cut = bisect_left(leaves, half)
        left, more = self.rebuilt(leaves[:cut], terms[:middle], f"{bits}0")
        right, more_right = self.rebuilt(leaves[cut:], terms[middle:], half)
        more += more_right
        own = [*left, *right]
        is_split = any(len(leaf) > len(bits) + 1 for leaf, _ in own)
        if is_split or not own or (more >= 0 and len(own) > 1):
            return own, more
        together = [entry for leaf, entries in own for entry in entries or self._standing.leaf(leaf)]
        return grow(together, bits), more

    def _changed(self, entries: Sequence[Entry], terms: Sequence[bytes]) -> list[Entry]:
        by_term = {entry.term: entry for entry in entries}
        for term in terms:
            went = self._went.get(term)
            came = self._came.get(term)
            arrivals = Arrivals(went.numbers if went else _NOTHING, came or _none(term))
            done = change(by_term.get(term), arrivals, self._standing)
            self.blocks += done.written
            self.gone |= done.gone
            self.frequencies[term] = done.entry.frequency if done.entry else 0
            self.held[term] = done.entry.held if done.entry else ()
            by_term.pop(term, None)
            if done.entry:
                by_term[term] = done.entry
        return [by_term[term] for term in sorted(by_term)]


def _by_term(postings: Postings) -> Mapping[bytes, Postings]:
    return {term: postings_of(postings, place) for place, term in enumerate(postings.terms)}


def _none(term: bytes) -> Postings:
    none, near = np.zeros(0, np.uint8), np.zeros((0, 2), np.uint8)
    return Postings([term], np.zeros(2, np.int64), _NOTHING, none, np.zeros(1, np.int64), _NOTHING, near)


def _weight(entries: Sequence[Entry]) -> int:
    return sum(entry.weight for entry in entries)


def _leaves(codes: Sequence[int]) -> list[str]:
    """The leaves of a trie by the bits that lead to them, in their order."""
    leaves: list[str] = []
    waiting = [""]
    for code in codes:
        if not waiting:
            break
        bits = waiting.pop()
        if code == LEAF:
            leaves.append(bits)
        if code in {BOTH, RIGHT}:
            waiting.append(f"{bits}1")
        if code in {BOTH, LEFT}:
            waiting.append(f"{bits}0")
    return leaves
