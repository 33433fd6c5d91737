"""How a frequent term is cut into blocks after some of its articles changed, without reading those that did not."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.standing import Run, joined
from newsarchive.index.tiles import Tile


class Recut:
    """The blocks of a term as they were, and what changed in them.

    `before` are its tiles, `last` being how many articles each holds; `went` and `came` are the numbers of the articles
    that lose the term and that have it now. `block` reads the one that begins at a number.
    """

    def __init__(self, before: Sequence[Tile], went: Numbers, came: Numbers, block: Callable[[int], Run]) -> None:
        changed = np.union1d(went, came)
        opened = [tile for tile in before if tile.last and _number_in(tile, changed)]
        numbers, _ = joined(block(tile.start) for tile in opened)
        numbers = np.union1d(numbers[~np.isin(numbers, went)], came)
        rest = [tile for tile in before if tile.last and tile not in opened]
        while rest and (not len(numbers) or numbers[-1] < rest[-1].start):  # the highest number tells where all end
            numbers = np.union1d(block(rest.pop().start)[0], numbers)
        self._numbers = numbers
        self._starts = [tile.start for tile in rest]
        self._sums = [0, *accumulate(tile.last for tile in rest)]

    def tiles(self, most: int) -> list[Tile]:
        """The tiles that a clean index has: halved for as long as they hold more than `most`; `last` is how many."""
        cut, left = [], [(0, int(self._numbers[-1]).bit_length())]
        while left:
            start, size = left.pop()
            held = self._held(start, start + (1 << size))
            if not size or held <= max(most, 1):
                cut.append(Tile(start, size, 0, held))
                continue
            left += [(start + (1 << size - 1), size - 1), (start, size - 1)]
        return cut

    def _held(self, start: int, end: int) -> int:
        first, last = np.searchsorted(self._numbers, (start, end)).tolist()
        closed = self._sums[bisect_left(self._starts, end)] - self._sums[bisect_left(self._starts, start)]
        return int(last - first + closed)


def _number_in(tile: Tile, numbers: Numbers) -> int:
    first, last = np.searchsorted(numbers, (tile.start, tile.start + (1 << tile.size)))
    return int(last - first)
