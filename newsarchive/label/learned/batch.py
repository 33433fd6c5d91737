"""Several texts as one array of characters, and their lines and words as places in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.characters import CASELESS, DIGIT, KINDS, LOWER, UNSPACED, UPPER, kinds_of

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_PRIME = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_PRIME, -1, 1 << 64)
_WORD = np.zeros(KINDS, bool)
_WORD[[LOWER, UPPER, CASELESS, UNSPACED, DIGIT]] = True


@dataclass(frozen=True, slots=True)
class Batch:
    """The lines of several texts, one after the other; `n` lines in all.

    kinds        of each character (characters.py), a line's after the other's, each ended by END
    start, stop  of each line in it, without its END
    counts       of each kind of character in each line: n x KINDS
    text         the text that each line belongs to, from 0
    first, last  line of that text, for each line (last is the line after it)
    hashes       of each line: the same for the same words in small letters
    words        the hash of each word; word_start where it stands, word_stop where it ends; word_line its line
    word_from    the first word of each line (n + 1 entries)
    vocabulary   the different hashes of words, sorted; ids: the place of each word in it
    pairs        the line and the id of every word as one number (`pair`), sorted, each once
    in_line      how often each word stands in its line
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
    word_stop: Ints
    word_line: Ints
    word_from: Ints
    vocabulary: Hashes
    ids: Ints
    pairs: Ints
    in_line: Ints

    def pair(self, lines: Ints, ids: Ints) -> Ints:
        """One number for a line and a word."""
        return lines * len(self.vocabulary) + ids

    @property
    def size(self) -> int:
        return len(self.start)

    def only(self, chosen: npt.NDArray[np.bool_]) -> "Batch":
        """The same texts with the chosen lines alone. A text of which no line is chosen has none."""
        place = np.cumsum(chosen) - 1
        before = np.concatenate(([0], place + 1))
        words = chosen[self.word_line]
        word_line = place[self.word_line[words]]
        lines, ids = np.divmod(self.pairs, max(len(self.vocabulary), 1))
        pairs = chosen[lines]
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
            word_stop=self.word_stop[words],
            word_line=word_line,
            word_from=np.searchsorted(word_line, np.arange(int(chosen.sum()) + 1)),
            ids=self.ids[words],
            pairs=self.pair(place[lines[pairs]], ids[pairs]),
            in_line=self.in_line[words],
        )


def lay_out(texts: Sequence[Sequence[str]]) -> Batch:
    """The lines of some texts (none blank, none with a line end in it) as one batch."""
    flat = [line for lines in texts for line in lines]
    lengths = np.fromiter(map(len, flat), np.int64, len(flat))
    joined = "".join(f"{line}\n" for line in flat)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds, small = kinds_of(codes)
    start = np.cumsum(lengths + 1) - (lengths + 1)
    line_of = np.repeat(np.arange(len(flat)), lengths + 1)
    counts = np.bincount(line_of * KINDS + kinds, minlength=len(flat) * KINDS).reshape(-1, KINDS)
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    word = _WORD[kinds]
    unspaced = kinds == UNSPACED
    inner = word[1:] & word[:-1] & ~unspaced[1:] & ~unspaced[:-1]
    begins = np.flatnonzero(word & ~np.concatenate((inner[:0], [False], inner))[: len(word)])
    ends = np.flatnonzero(word & ~np.concatenate((inner, [False]))[: len(word)]) + 1
    sums = _sums(small)
    word_line = line_of[begins]
    words = _hashes(sums, begins, ends)
    vocabulary, ids = np.unique(words, return_inverse=True)
    pairs, which, often = np.unique(word_line * len(vocabulary) + ids, return_inverse=True, return_counts=True)
    return Batch(
        kinds=kinds,
        start=start,
        stop=start + lengths,
        counts=counts,
        text=np.repeat(np.arange(len(texts)), sizes),
        first=np.repeat(bounds[:-1], sizes),
        last=np.repeat(bounds[1:], sizes),
        hashes=_hashes(sums, start, start + lengths),
        words=words,
        word_start=begins,
        word_stop=ends,
        word_line=word_line,
        word_from=np.searchsorted(word_line, np.arange(len(flat) + 1)),
        vocabulary=vocabulary,
        ids=ids,
        pairs=pairs,
        in_line=often[which],
    )


_powers: list[Hashes] = [np.ones(1, np.uint64), np.ones(1, np.uint64)]


def _sums(small: npt.NDArray[np.uint32]) -> Hashes:
    """The running sums of a polynomial over the characters (Karp and Rabin 1987), modulo 2 to the 64."""
    if len(_powers[0]) <= len(small):
        for index, base in enumerate((_PRIME, _INVERSE)):
            steps = np.full(2 * len(small) + 1, base, np.uint64)
            steps[0] = 1
            _powers[index] = np.multiply.accumulate(steps)
    terms = small.astype(np.uint64) * _powers[0][: len(small)]
    return np.concatenate((np.zeros(1, np.uint64), np.cumsum(terms, dtype=np.uint64)))


def _hashes(sums: Hashes, start: Ints, stop: Ints) -> Hashes:
    """The hash of the characters from each start to each stop, the same wherever they stand."""
    mixed = (sums[stop] - sums[start]) * _powers[1][start]
    return (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_PRIME)


def hash_words(words: Sequence[str]) -> Hashes:
    """The hashes that words have in a batch; each must be a single word in small letters."""
    batch = lay_out([words]) if words else None
    return batch.hashes if batch else np.zeros(0, np.uint64)
