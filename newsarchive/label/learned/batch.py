"""Several texts as one array of characters, and their lines and words as places in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.characters import CASELESS, DIGIT, KINDS, LOWER, UNSPACED, UPPER, kinds_of
from newsarchive.label.learned.sets import Hashes, Ints, Sets

__all__ = ["Batch", "Hashes", "Ints", "hash_words", "lay_out"]

_PRIME = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_PRIME, -1, 1 << 64)
_LONG_WORD = 4
"""Characters; words of scripts without spaces between them are as long."""
_OF_WORDS = (LOWER, UPPER, CASELESS, UNSPACED, DIGIT)
"""What words are made of: kinds that are numbered in a row."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The lines of several texts, one after the other; `n` lines in all.

    kinds        of each character (characters.py), a line's after the other's, each ended by END
    start, stop  of each line in it, without its END
    counts       of each kind of character in each line: n x KINDS
    text         the text that each line belongs to, from 0
    first, last  line of that text, for each line (last is the line after it)
    hashes       of each line: the same for the same words in small letters
    words        the hash of each word; word_start where it stands; word_line its line
    word_from    the first word of each line (n + 1 entries)
    sets         the different words of each line
    """

    kinds: npt.NDArray[np.uint8]
    start: Ints
    stop: Ints
    counts: Ints
    text: Ints
    first: Ints
    last: Ints
    hashes: Hashes
    words: Hashes
    word_start: Ints
    word_line: Ints
    word_from: Ints
    sets: Sets

    @property
    def size(self) -> int:
        return len(self.start)

    def per_line(self, values: Ints) -> Ints:
        """The sums of some numbers of the entries of `sets`, by line."""
        return np.bincount(self.sets.line, values, self.size).astype(np.int64)

    def count(self, chosen: npt.NDArray[np.bool_]) -> Ints:
        """How many words of each line are of the chosen entries of `sets`."""
        entries = np.flatnonzero(chosen)
        return np.bincount(self.sets.line[entries], self.sets.often[entries], self.size).astype(np.int64)

    def only(self, chosen: npt.NDArray[np.bool_]) -> "Batch":
        """The same texts with the chosen lines alone. A text of which no line is chosen has none."""
        place = np.cumsum(chosen) - 1
        before = np.concatenate(([0], place + 1))
        words = chosen[self.word_line]
        word_line = place[self.word_line[words]]
        return replace(
            self,
            start=self.start[chosen],
            stop=self.stop[chosen],
            counts=self.counts[chosen],
            text=self.text[chosen],
            first=before[self.first[chosen]],
            last=before[self.last[chosen]],
            hashes=self.hashes[chosen],
            words=self.words[words],
            word_start=self.word_start[words],
            word_line=word_line,
            word_from=np.searchsorted(word_line, np.arange(int(chosen.sum()) + 1)),
            sets=self.sets.only(chosen, place),
        )


def lay_out(texts: Sequence[Sequence[str]]) -> Batch:
    """The lines of some texts (none blank, none with a line end in it) as one batch."""
    flat = [line for lines in texts for line in lines]
    codes = np.frombuffer("\n".join([*flat, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds, small = kinds_of(codes)
    lengths = np.fromiter(map(len, flat), np.int64, len(flat))
    edges = np.concatenate(([0], np.cumsum(lengths + 1)))
    start, stop = edges[:-1], edges[1:] - 1
    cells = np.repeat(np.arange(len(flat)) * KINDS, lengths + 1)
    cells += kinds
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    begins, ends = _words(kinds)
    word_from = np.searchsorted(begins, edges)
    word_line = np.repeat(np.arange(len(flat)), np.diff(word_from))
    sums = _sums(small)
    words = _hashes(sums, begins, ends)
    first = kinds[begins]
    return Batch(
        kinds=kinds,
        start=start,
        stop=stop,
        counts=np.bincount(cells, minlength=len(flat) * KINDS).reshape(-1, KINDS),
        text=np.repeat(np.arange(len(texts)), sizes),
        first=np.repeat(bounds[:-1], sizes),
        last=np.repeat(bounds[1:], sizes),
        hashes=_hashes(sums, start, stop),
        words=words,
        word_start=begins,
        word_line=word_line,
        word_from=word_from,
        sets=Sets.of(words, word_line, first == UPPER, (ends - begins >= _LONG_WORD) | (first == UNSPACED)),
    )


def _words(kinds: npt.NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where words begin and where they end: runs of letters and digits, and each letter of a script without spaces."""
    letter = kinds - np.uint8(min(_OF_WORDS)) <= max(_OF_WORDS) - min(_OF_WORDS)
    inner = letter & (kinds != UNSPACED)
    glued = inner[1:] & inner[:-1]
    begins, ends = letter.copy(), letter
    begins[1:] &= ~glued
    ends[:-1] &= ~glued
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


_powers: list[Hashes] = [np.ones(1, np.uint64), np.ones(1, np.uint64)]


def _sums(small: npt.NDArray[np.uint32]) -> Hashes:
    """The running sums of a polynomial over the characters (Karp and Rabin 1987), modulo 2 to the 64."""
    if len(_powers[0]) <= len(small):
        for index, base in enumerate((_PRIME, _INVERSE)):
            steps = np.full(2 * len(small) + 1, base, np.uint64)
            steps[0] = 1
            _powers[index] = np.multiply.accumulate(steps)
    sums = np.zeros(len(small) + 1, np.uint64)
    np.multiply(small, _powers[0][: len(small)], out=sums[1:])
    return np.cumsum(sums, out=sums)


def _hashes(sums: Hashes, start: Ints, stop: Ints) -> Hashes:
    """The hash of the characters from each start to each stop, the same wherever they stand."""
    mixed = (sums[stop] - sums[start]) * _powers[1][start]
    return (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_PRIME)


def hash_words(words: Sequence[str]) -> Hashes:
    """The hashes that words have in a batch; each must be a single word in small letters."""
    batch = lay_out([words]) if words else None
    return batch.hashes if batch else np.zeros(0, np.uint64)
