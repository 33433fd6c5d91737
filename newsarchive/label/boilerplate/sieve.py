"""Which lines hold one of many words: told for all lines of a text at once, by a few letters of each word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from re import finditer
from typing import NamedTuple

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


class Sieve(NamedTuple):
    """Some words, each with what is said with it: `said` by the keys of the words, of which hardly two are the same."""

    said: dict[int, tuple[str, ...]]
    known: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, words: Mapping[str, Iterable[str]]) -> "Sieve":
        """The sieve of some folded words, none with a character beyond the first plane."""
        keys = _keys(*_words([*words])[:3])
        said: dict[int, tuple[str, ...]] = {}
        for key, some in zip(keys.tolist(), words.values(), strict=True):
            said[key] = (*said.get(key, ()), *some)
        known = np.zeros(1 << _BITS, bool)
        known[keys] = True
        return cls(said, known)

    def held(self, lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The folded lines, by index, that hold one of the words, with what is said with it; a few others too."""
        codes, start, stop, ends = _words(lines)
        keys = _keys(codes, start, stop)
        found = self.known[keys]
        held = np.searchsorted(ends, start[found])
        return ((line, self.said[key]) for line, key in zip(held.tolist(), keys[found].tolist(), strict=True))


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
