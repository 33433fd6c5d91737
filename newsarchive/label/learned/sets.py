"""Which words each line has: the words of a batch, those that are the same beside each other."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sets:
    """The different words of each line, sorted by word, then by line.

    vocabulary   the different hashes of words, sorted
    word         the place of each in it; line: the line that it stands in
    often        how often it stands there; capitals: how often with a capital
    long         which words are long enough to say something
    """

    vocabulary: Hashes
    word: Ints
    line: Ints
    often: Ints
    capitals: Ints
    long: Flags

    @classmethod
    def of(cls, words: Hashes, lines: Ints, capital: Flags, long: Flags) -> "Sets":
        """From the words of a batch in their order: the hash of each, its line, whether it begins with a capital."""
        order = _order(words)
        words, lines = words[order], lines[order]
        new_word = changes(words)
        starts = np.flatnonzero(new_word | changes(lines))
        return cls(
            vocabulary=words[new_word],
            word=np.cumsum(new_word)[starts] - 1,
            line=lines[starts],
            often=np.diff(starts, append=len(words)),
            capitals=np.diff(np.concatenate(([0], np.cumsum(capital[order])))[np.append(starts, len(words))]),
            long=long[order[starts]],
        )

    def places(self, hashes: Hashes) -> tuple[Ints, Flags]:
        """Where some words stand in the vocabulary, and which of them do."""
        place = np.searchsorted(self.vocabulary, hashes)
        known = np.append(self.vocabulary, np.uint64(0))[place] == hashes
        return place, known & (place < len(self.vocabulary))

    def among(self, hashes: Hashes) -> Flags:
        """Which entries are one of some words."""
        place, known = self.places(hashes)
        wanted = np.zeros(len(self.vocabulary), bool)
        wanted[place[known]] = True
        return wanted[self.word]

    def only(self, chosen: Flags, place: Ints) -> "Sets":
        """The same for the chosen lines alone, of which `place` says which each will be."""
        kept = chosen[self.line]
        return replace(
            self,
            word=self.word[kept],
            line=place[self.line[kept]],
            often=self.often[kept],
            capitals=self.capitals[kept],
            long=self.long[kept],
        )


def _order(hashes: Hashes) -> Ints:
    """The places of hashes, sorted by them, the same ones in their order.

    Each is sorted as one number with its place, which takes the lowest bits: far quicker than sorting places. Where two
    differ in those bits alone, places are sorted.
    """
    bits = np.uint64(len(hashes).bit_length())
    keys = hashes >> bits << bits | np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    order = (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    in_order = hashes[order]
    return order if (in_order[1:] >= in_order[:-1]).all() else np.argsort(hashes, kind="stable")


def changes(values: Ints | Hashes) -> Flags:
    """Where another value begins."""
    return np.concatenate((np.ones(min(len(values), 1), bool), values[1:] != values[:-1]))
