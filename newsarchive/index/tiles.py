"""Tiles: how the postings of a frequent term are cut, so that a change in one article touches little."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers, varint


class Tile(NamedTuple):
    """The numbers from `start` on, 2 to the power of `size` of them, and the places of their postings."""

    start: int
    size: int
    first: int
    last: int


def tiles(numbers: Numbers, weights: Numbers, most: int, within: Tile | None = None) -> list[Tile]:
    """Tiles of some postings, or of those within a tile: halved for as long as they weigh more than `most`.

    `weights` are the sums of the weights before each posting, one more than there are postings.
    """
    if within is None:
        within = Tile(0, int(numbers[-1]).bit_length(), 0, len(numbers))
    return list(_halved(numbers, weights, most, within))


def holds(tile: Tile, numbers: Numbers) -> bool:
    """Whether any of some numbers, which are in order, lies in a tile."""
    first, last = np.searchsorted(numbers, (tile.start, tile.start + (1 << tile.size)))
    return bool(last > first)


def told(cut: Sequence[Tile]) -> bytes:
    """What a leaf says of the tiles of a term: how many, and of each its size and whether it has a file."""
    sizes = [(2 * tile.size + (tile.last > tile.first)) for tile in cut]
    while sizes and not sizes[-1] & 1:
        sizes.pop()
    return varint(len(sizes)) + b"".join(map(varint, sizes))


def _halved(numbers: Numbers, weights: Numbers, most: int, tile: Tile) -> Iterator[Tile]:
    start, size, first, last = tile
    if not size or last - first < 2 or weights[last] - weights[first] <= most:
        yield tile
        return
    half = start + (1 << size - 1)
    middle = first + int(np.searchsorted(numbers[first:last], half))
    yield from _halved(numbers, weights, most, Tile(start, size - 1, first, middle))
    yield from _halved(numbers, weights, most, Tile(half, size - 1, middle, last))
