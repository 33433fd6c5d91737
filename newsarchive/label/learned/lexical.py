"""What the words of a line speak for: weights of words, of pairs of them, of the first, the last and the whole line."""

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Batch, Hashes, Ints

BITS = 18
"""The weights stand in a table of 2 to the 18 places, found by hash (Weinberger et al. 2009)."""
MOST = 1500
UNIT = 4
"""A weight is in hundredths of log odds, in steps of UNIT."""
_SHORT = 6
_SCALE = 16
_ROOTS = (np.ones(4096) * (1 << _SCALE) / np.sqrt(np.maximum(np.arange(4096), 1))).round().astype(np.int64)


def lexical_rows(batch: Batch) -> tuple[Ints, Ints]:
    """Places in the table, and the line that each is of; a place that a line has twice counts twice."""
    words, line, first = batch.words, batch.word_line, batch.word_from
    count = np.diff(first)
    pairs = line[1:] == line[:-1]
    some = np.flatnonzero(count)
    short = np.flatnonzero((count > 0) & (count <= _SHORT))
    columns = (
        _place(words, 0),
        _place((words[:-1] * np.uint64(3) + words[1:])[pairs], 11),
        _place(words[first[:-1][some]], 22),
        _place(words[first[1:][some] - 1], 33),
        _place(batch.hashes[short], 44),
    )
    return np.concatenate(columns), np.concatenate((line, line[1:][pairs], some, some, short))


def lexical_score(batch: Batch, weights: npt.NDArray[np.int8]) -> Ints:
    """What the words of each line speak for the body, in hundredths of log odds; negative: against it."""
    places, lines = lexical_rows(batch)
    sums = np.zeros(batch.size, np.int64)
    np.add.at(sums, lines, weights[places].astype(np.int64))
    count = np.minimum(np.bincount(lines, minlength=batch.size), len(_ROOTS) - 1)
    score: Ints = np.clip((UNIT * sums * _ROOTS[count]) >> _SCALE, -MOST, MOST)
    return score


def _place(hashes: Hashes, salt: int) -> Ints:
    mixed = (hashes ^ np.uint64(salt)) * np.uint64(0xFF51AFD7ED558CCD)
    mixed ^= mixed >> np.uint64(33)
    return (mixed & np.uint64((1 << BITS) - 1)).astype(np.int64)
