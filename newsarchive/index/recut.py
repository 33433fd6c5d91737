"""How a frequent term is cut into blocks after some of its articles changed, without reading those that did not."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.standing import Run, joined
from newsarchive.index.tiles import Tile, holds


def recut(before: Sequence[Tile], went: Numbers, came: Numbers, block: Callable[[int], Run], most: int) -> list[Tile]:
    """The tiles of a term that a clean index has: halved for as long as they hold more than `most` articles.

    `before` are the tiles as they were, `went` and `came` the numbers of the articles that lose the term and that have
    it now; `block` reads the tile that begins at a number. Of a tile `last` is how many articles it holds, `first` 0.
    """
    counted = _counted(before, went, came, block)
    cut, left = list[Tile](), [(0, int(counted.numbers[-1]).bit_length())]
    while left:
        start, size = left.pop()
        held = counted.held(start, start + (1 << size))
        if held <= most:
            cut.append(Tile(start, size, 0, held))
        else:
            left += [(start + (1 << size - 1), size - 1), (start, size - 1)]
    return cut


class _Counted(NamedTuple):
    """The articles of a term: their `numbers` where these are known, the highest among them; of the other tiles where
    they begin, and how many articles lie before each.
    """

    numbers: Numbers
    starts: Sequence[int]
    sums: Sequence[int]

    def held(self, start: int, end: int) -> int:
        """How many there are from one number to another; a tile of unknown numbers lies within or without."""
        first, last = np.searchsorted(self.numbers, (start, end)).tolist()
        unknown = self.sums[bisect_left(self.starts, end)] - self.sums[bisect_left(self.starts, start)]
        return int(last - first + unknown)


def _counted(before: Sequence[Tile], went: Numbers, came: Numbers, block: Callable[[int], Run]) -> _Counted:
    changed = np.union1d(went, came)
    opened = [tile for tile in before if tile.last and holds(tile, changed)]
    rest = [tile for tile in before if tile.last and tile not in opened]
    numbers, _ = joined(block(tile.start) for tile in opened)
    numbers = np.union1d(numbers[~np.isin(numbers, went)], came)
    while rest and (not len(numbers) or numbers[-1] < rest[-1].start):  # the highest number tells where all end
        numbers = np.union1d(block(rest.pop().start)[0], numbers)
    return _Counted(numbers, [tile.start for tile in rest], [0, *accumulate(tile.last for tile in rest)])
