"""Entries: what the index says of each term, as bytes that a leaf is made of, and the blocks of frequent terms."""

from collections.abc import Iterator, Mapping
from math import log2
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers, varint, varints
from newsarchive.index.names import block_name
from newsarchive.index.postings import Postings, has_neighbours, has_positions
from newsarchive.index.tiles import Tile, tiles, told

MOST_INLINE = 1536
"""Articles, or positions, of a term that stand in its leaf; positions in one block."""
MOST_IN_BLOCK = 3072
"""Articles in one block, twice as many where they have no impacts. Each file takes a page from disk some two
milliseconds, however small it is.
"""
MOST_BYTES = 32
"""Of a term that may have blocks: its name is part of theirs."""


class Entry(NamedTuple):
    """What a leaf says of a term. `weight` is what its terms add up to where leaves are cut; `frequency` how many
    articles have it, and `held` how many of them each of its blocks in b holds, which no leaf says.
    """

    term: bytes
    weight: int
    frequency: int
    held: tuple[int, ...]
    head: bytes
    place_head: bytes
    gaps: bytes
    impacts: bytes
    counts: bytes
    positions: bytes
    near: bytes


class Block(NamedTuple):
    """A file of the index: its name, the sections of its payload, whether most of it is text."""

    name: str
    sections: tuple[bytes, ...]
    is_text: bool = False


Held = Mapping[bytes, tuple[int, ...]]
"""How many articles each block in b holds of those that a term has, in order; of terms that have any."""


class Cut(NamedTuple):
    """How a term's postings are cut: its tiles in b and in q, none where it is inline."""

    articles: list[Tile]
    places: list[Tile]


class _Coded(NamedTuple):
    """Postings as bytes, with the place of each."""

    gaps: bytes
    gap_places: Numbers
    impacts: bytes
    counts: bytes
    count_places: Numbers
    positions: bytes
    position_places: Numbers
    near: bytes


def make_entries(postings: Postings, common: frozenset[bytes]) -> tuple[list[Entry], list[Block]]:
    """The entries of terms, in their order, and the blocks of those that have too many postings for a leaf."""
    cuts = [_cut(postings, place) for place in range(len(postings.terms))]
    coded = _coded(postings, cuts)
    entries = [_entry(postings, place, cut, coded, common) for place, cut in enumerate(cuts)]
    blocks = [
        block
        for term, cut in zip(postings.terms, cuts, strict=True)
        if cut.articles or cut.places
        for block in _blocks(term, cut, coded, postings, is_near=has_neighbours(term, common))
    ]
    return entries, blocks


def entry_in_blocks(term: bytes, held: tuple[int, ...], cut: Cut) -> Entry:
    """The entry of a term that has blocks in b, and `held` articles in each that has a file."""
    frequency = sum(held)
    head = varint(2 * round(16 * log2(frequency)) + 1) + told(cut.articles)
    return Entry(term, len(term), frequency, held, head, told(cut.places) if cut.places else b"", *[b""] * 5)


def cut_blocks(postings: Postings, cut: Cut, common: frozenset[bytes]) -> list[Block]:
    """The blocks of the only term of some postings, cut so."""
    (term,) = postings.terms
    return list(_blocks(term, cut, _coded(postings, [cut]), postings, is_near=has_neighbours(term, common)))


def _cut(postings: Postings, place: int) -> Cut:
    term = postings.terms[place]
    first, last = int(postings.starts[place]), int(postings.starts[place + 1])
    articles, positions = last - first, int(postings.occurs[last] - postings.occurs[first])
    if max(articles, positions) <= MOST_INLINE or len(term) > MOST_BYTES:
        return Cut([], [])
    numbers, occurs = postings.numbers[first:last], postings.occurs[first : last + 1]
    in_blocks = article_tiles(term, numbers) if articles > MOST_INLINE else []
    if not has_positions(term):
        return Cut(_at(first, in_blocks), [])
    if not in_blocks:
        return Cut([], _at(first, tiles(numbers, occurs, MOST_INLINE)))
    finer = [part for tile in in_blocks for part in tiles(numbers, occurs, MOST_INLINE, tile)]
    return Cut(_at(first, in_blocks), _at(first, finer))


def article_tiles(term: bytes, numbers: Numbers) -> list[Tile]:
    """How the articles of a frequent term are cut: its blocks in b."""
    return tiles(numbers, np.arange(len(numbers) + 1), most_in_block(term))


def most_in_block(term: bytes) -> int:
    """How many articles a block of a term holds at most."""
    return MOST_IN_BLOCK if has_positions(term) else 2 * MOST_IN_BLOCK


def _at(first: int, cut: list[Tile]) -> list[Tile]:
    return [Tile(start, size, begin + first, end + first) for start, size, begin, end in cut]


def _coded(postings: Postings, cuts: list[Cut]) -> _Coded:
    """All postings as bytes. A list begins anew with each term and each block."""
    starts, occurs = postings.starts, postings.occurs
    begins = starts[:-1]
    gaps = np.empty(len(postings.numbers), np.int64)
    gaps[1:] = np.diff(postings.numbers) - 1
    gaps[begins] = postings.numbers[begins] - 1
    for cut in cuts:
        for tile in cut.articles:
            if tile.last > tile.first:
                gaps[tile.first] = postings.numbers[tile.first] - tile.start
    counts = np.diff(occurs)
    steps = np.empty(len(postings.positions), np.int32)
    steps[1:] = np.diff(postings.positions.astype(np.int32)) - 1
    firsts = occurs[:-1][counts > 0]
    steps[firsts] = postings.positions[firsts]
    return _Coded(
        *varints(gaps),
        postings.impacts.tobytes(),
        *varints(np.maximum(counts - 1, 0)),
        *varints(steps),
        postings.near.astype(np.uint8).tobytes(),
    )


def _entry(postings: Postings, place: int, cut: Cut, coded: _Coded, common: frozenset[bytes]) -> Entry:
    term = postings.terms[place]
    first, last = int(postings.starts[place]), int(postings.starts[place + 1])
    begin, end = int(postings.occurs[first]), int(postings.occurs[last])
    frequency, places = last - first, has_positions(term)
    if cut.articles:
        return entry_in_blocks(
            term, tuple(tile.last - tile.first for tile in cut.articles if tile.last > tile.first), cut
        )
    weight, place_head = len(term) + 2 * frequency, b"\0" if places else b""
    gaps = coded.gaps[coded.gap_places[first] : coded.gap_places[last]]
    impacts = coded.impacts[first:last] if places else b""
    counts = positions = near = b""
    if cut.places:
        place_head = told(cut.places)
    elif places:
        counts = coded.counts[coded.count_places[first] : coded.count_places[last]]
        positions = coded.positions[coded.position_places[begin] : coded.position_places[end]]
        near = coded.near[2 * begin : 2 * end] if has_neighbours(term, common) else b""
        weight += 2 * (end - begin)
    head = varint(2 * frequency)
    return Entry(term, weight, frequency, (), head, place_head, gaps, impacts, counts, positions, near)


def _blocks(term: bytes, cut: Cut, coded: _Coded, postings: Postings, *, is_near: bool) -> Iterator[Block]:
    for start, _, first, last in cut.articles:
        if last > first:
            gaps = coded.gaps[coded.gap_places[first] : coded.gap_places[last]]
            impacts = coded.impacts[first:last] if has_positions(term) else b""
            yield Block(block_name("b", term, start), (varint(last - first) + gaps, impacts))
    for start, _, first, last in cut.places:
        if last > first:
            begin, end = int(postings.occurs[first]), int(postings.occurs[last])
            counts = coded.counts[coded.count_places[first] : coded.count_places[last]]
            places = coded.positions[coded.position_places[begin] : coded.position_places[end]]
            near = coded.near[2 * begin : 2 * end] if is_near else b""
            yield Block(block_name("q", term, start), (counts, places, near))
