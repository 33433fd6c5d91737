"""What becomes of one term when articles come and go: its new entry, the blocks to write and those that are gone."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.entries import (
    MOST_INLINE,
    Block,
    Cut,
    Entry,
    cut_blocks,
    entry_in_blocks,
    make_entries,
    most_in_block,
)
from newsarchive.index.names import block_name
from newsarchive.index.postings import Postings, ends_of, has_positions, moved
from newsarchive.index.recut import recut
from newsarchive.index.standing import Run, Standing, blocks_of, joined, tiles_of, whole
from newsarchive.index.tiles import Tile, holds, tiles

_Files = set[tuple[str, int]]
"""The blocks of a term that have files: of which kind, and where they begin."""


class Change(NamedTuple):
    """The new entry of a term (None: no article has it any more), the blocks to write, and the names of those that are
    gone.
    """

    entry: Entry | None
    written: list[Block]
    gone: set[str]


def postings_of(postings: Postings, place: int) -> Postings:
    """The postings of one term of several."""
    first, last = postings.starts[place], postings.starts[place + 1]
    begin, end = postings.occurs[first], postings.occurs[last]
    return Postings(
        [postings.terms[place]],
        np.array([0, last - first]),
        postings.numbers[first:last].astype(np.int64),
        postings.impacts[first:last],
        postings.occurs[first : last + 1] - begin,
        postings.positions[begin:end].astype(np.int64),
        postings.near[begin:end],
    )


class Arrivals(NamedTuple):
    """The numbers of the articles that lose a term, or are read anew, and the postings of those that have it now."""

    went: Numbers
    came: Postings


def change(entry: Entry | None, arrivals: Arrivals, standing: Standing) -> Change:
    """A term of which articles went and others came."""
    if entry is None:
        return _anew(set(), arrivals.came, standing)
    left = entry.frequency - len(arrivals.went) + len(arrivals.came.numbers)
    if not entry.held or left <= MOST_INLINE:
        return _anew(_files(entry), _changed(whole(entry, standing), arrivals), standing)
    return _in_blocks(entry, arrivals, standing)


def _anew(had: _Files, postings: Postings, standing: Standing) -> Change:
    (term,) = postings.terms
    if not len(postings.numbers):
        return Change(None, [], _named(term, had))
    (entry,), blocks = make_entries(postings, standing.common)
    return Change(entry, blocks, _named(term, had) - {block.name for block in blocks})


def _in_blocks(entry: Entry, arrivals: Arrivals, standing: Standing) -> Change:
    """A term that had and has blocks: those alone are read in which something changes, or whose ends do."""
    before = blocks_of(entry)
    placed = tiles_of(entry.place_head) if has_positions(entry.term) else []
    starts = [tile.start for tile in placed]
    block = cache(partial(standing.block, entry.term))
    cut = recut(before, arrivals.went, arrivals.came.numbers, block, most_in_block(entry.term))
    told_to = _end(placed[-1]) if placed else 0  # where no article has the term to the end, tiles are not told
    known, changed = {tile[:2] for tile in before}, np.union1d(arrivals.went, arrivals.came.numbers)
    anew = {
        tile[:2] for tile in cut if tile[:2] not in known or holds(tile, changed) or (placed and _end(tile) > told_to)
    }
    touched = [tile for tile in cut if tile[:2] in anew]
    run = joined(block(one.start) for one in before if one.last and _meets(one, touched))
    postings = _changed(_thin(entry, run, touched, standing), arrivals)
    touched = [_placed(tile, postings.numbers) for tile in touched]
    finer = {tile.start: tiles(postings.numbers, postings.occurs, MOST_INLINE, tile) for tile in touched if placed}
    all_places = [
        part
        for tile in (cut if placed else ())
        for part in finer.get(tile.start) or placed[bisect_left(starts, tile.start) : bisect_left(starts, _end(tile))]
    ]
    whole_cut = Cut(cut, all_places)
    return Change(
        entry_in_blocks(entry.term, tuple(tile.last for tile in cut if tile.last), whole_cut),
        cut_blocks(postings, Cut(touched, [part for parts in finer.values() for part in parts]), standing.common),
        _named(entry.term, _files(entry) - _files_of(whole_cut)),
    )


def _thin(entry: Entry, run: Run, touched: Sequence[Tile], standing: Standing) -> Postings:
    """The postings of a run of a term's articles, with their positions in touched tiles."""
    numbers, impacts = run
    counts = np.zeros(len(numbers), np.int64)
    positions, near = np.zeros(0, np.int64), np.zeros((0, 2), np.uint8)
    if has_positions(entry.term):
        mask, found, positions, near = standing.places(entry, numbers, touched)
        counts[mask] = found
    if not len(impacts):
        impacts = np.ones(len(numbers), np.uint8)
    return Postings([entry.term], np.array([0, len(numbers)]), numbers, impacts, ends_of(counts), positions, near)


def _changed(postings: Postings, arrivals: Arrivals) -> Postings:
    """Postings without those of some articles, and with others."""
    went, came = arrivals
    kept = ~np.isin(postings.numbers, went)
    counts = np.diff(postings.occurs)
    places = np.repeat(kept, counts)
    numbers = np.concatenate((postings.numbers[kept], came.numbers))
    order = np.argsort(numbers, kind="stable")
    sizes = np.concatenate((counts[kept], np.diff(came.occurs)))
    positions = np.concatenate((postings.positions[places], came.positions))
    near = np.concatenate((postings.near[places], came.near))
    positions_of = moved(sizes, order, ends_of(sizes))
    return Postings(
        postings.terms,
        np.array([0, len(numbers)]),
        numbers[order],
        np.concatenate((postings.impacts[kept], came.impacts))[order],
        ends_of(sizes[order]),
        positions[positions_of],
        near[positions_of],
    )


def _files(entry: Entry) -> _Files:
    blocks = tiles_of(entry.head, skip=1) if entry.head[0] & 1 else []
    return _files_of(Cut(blocks, tiles_of(entry.place_head) if entry.place_head else []))


def _files_of(cut: Cut) -> _Files:
    kinds = (("b", cut.articles), ("q", cut.places))
    return {(kind, tile.start) for kind, own in kinds for tile in own if tile.last > tile.first}


def _named(term: bytes, files: _Files) -> set[str]:
    return {block_name(kind, term, start) for kind, start in files}


def _placed(tile: Tile, numbers: Numbers) -> Tile:
    first, last = np.searchsorted(numbers, (tile.start, _end(tile))).tolist()
    return Tile(tile.start, tile.size, first, last)


def _meets(tile: Tile, others: Sequence[Tile]) -> bool:
    return any(tile.start < _end(other) and other.start < _end(tile) for other in others)


def _end(tile: Tile) -> int:
    return tile.start + (1 << tile.size)
