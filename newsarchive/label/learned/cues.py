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
    place, known = batch.sets.places(hashes)
    of_word = np.zeros(len(batch.sets.vocabulary), np.uint32)
    of_word[place[known]] = bits[known]
    told = of_word[batch.sets.word]
    return {kind: batch.count(told & np.uint32(1 << bit) != 0) for bit, kind in enumerate(kinds)}
