"""Which lines may hold one of many words: told for all lines of a text at once, by a few letters of each word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from re import finditer

import numpy as np
import numpy.typing as npt

from newsarchive.text.tokens import UNSPACED

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

_PLANE = 0x10000
"""Rarer characters are taken for the last of the first plane, which is no letter: they can only part a word."""
_IN_WORD, _ALONE = 1, 2
_END = ord("\n")
_BITS = 16
_MIX = np.uint32(0x9E3779B1)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Some words, by their keys: of two words that differ, few have the same key."""

    known: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Sieve":
        """The sieve that holds some folded words, none with a character beyond the first plane."""
        known = np.zeros(1 << _BITS, bool)
        known[_keys(*_words([*words])[:3])] = True
        return cls(known)

    def holds(self, lines: Sequence[str]) -> list[bool]:
        """For each folded line whether one of the words may be among its words; certainly none is where it is not."""
        codes, start, stop, ends = _words(lines)
        found = np.zeros(len(lines), bool)
        found[np.searchsorted(ends, start[self.known[_keys(codes, start, stop)]])] = True
        told: list[bool] = found.tolist()
        return told


def _words(lines: Sequence[str]) -> tuple[Codes, Places, Places, Places]:
    """The characters of some lines, where each word begins and ends in them, and where each line ends."""
    joined = "\n".join(("", *lines, ""))
    codes = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32), np.uint32(_PLANE - 1))
    kinds = _kinds()[codes]
    goes_on = (kinds[1:] == _IN_WORD) & (kinds[:-1] == _IN_WORD)
    start = np.flatnonzero((kinds[1:] > 0) & ~goes_on) + 1
    stop = np.flatnonzero((kinds[:-1] > 0) & ~goes_on) + 1
    return codes, start, stop, np.flatnonzero(codes == _END)[1:]


def _keys(codes: Codes, start: Places, stop: Places) -> Codes:
    """A number for each word, from its length and from its first three characters and its last two."""
    last = stop - 1
    key = (stop - start).astype(np.uint32)
    for place in (start, np.minimum(start + 1, last), np.minimum(start + 2, last), np.maximum(last - 1, start), last):
        key = (key * _MIX) ^ codes[place]
    return (key * _MIX) >> np.uint32(32 - _BITS)


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """Of each character of the first plane whether it stands in words, and whether it is a word by itself."""
    kinds = np.zeros(_PLANE, np.uint8)
    signs = "".join(map(chr, range(_PLANE)))
    for kind, pattern in ((_IN_WORD, r"[^\W_]+"), (_ALONE, f"[{UNSPACED}]+")):
        for run in finditer(pattern, signs):
            kinds[run.start() : run.end()] = kind
    return kinds
