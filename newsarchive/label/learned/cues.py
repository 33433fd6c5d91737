"""Words that tell what a line may be: cues.tsv."""

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Batch, Hashes, Ints, hash_words


@cache
def _table() -> tuple[tuple[str, ...], Hashes, npt.NDArray[np.uint32]]:
    """The kinds of cues; the hashes of their words, sorted; and for each word its kinds as bits."""
    rows = [line for line in Path(__file__).with_name("cues.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    kinds = tuple(row.partition("\t")[0] for row in rows)
    bits: dict[str, int] = {}
    for bit, row in enumerate(rows):
        for word in row.partition("\t")[2].split():
            bits[word] = bits.get(word, 0) | 1 << bit
    hashes = hash_words(list(bits))
    order = np.argsort(hashes)
    return kinds, hashes[order], np.array(list(bits.values()), np.uint32)[order]


def cue_counts(batch: Batch) -> dict[str, Ints]:
    """How many words of each line are cues of each kind."""
    kinds, hashes, bits = _table()
    words = batch.sets.vocabulary
    place = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    of_word = np.where(hashes[place] == words, bits[place], np.uint32(0))[batch.sets.word]
    known = np.flatnonzero(of_word)
    mine, lines, often = of_word[known], batch.sets.line[known], batch.sets.often[known]
    return {
        kind: np.bincount(lines, often * (mine >> np.uint32(bit) & np.uint32(1)), batch.size).astype(np.int64)
        for bit, kind in enumerate(kinds)
    }
