"""What a line says of itself: its length, its signs, its first and last characters, the cues among its words."""

from functools import cache

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned import characters as ch
from newsarchive.label.learned.batch import Batch, Hashes, Ints, hash_words
from newsarchive.label.learned.cues import cue_counts

Features = dict[str, Ints]

_LONGEST = 3000
_ENDS, _NEAR = 3, 4


def own_features(batch: Batch) -> Features:
    """The features of each line alone, by name: whole numbers, shares in thousandths."""
    features = _measures(batch)
    features |= _edges(batch)
    words = np.maximum(features["words"], 1)
    for kind, count in cue_counts(batch).items():
        features[f"cue_{kind}"] = count if kind != "small" else 1000 * count // words
    features["years"] = batch.count(batch.sets.among(_years()))
    return features


def _measures(batch: Batch) -> Features:
    count = batch.counts
    letters = count[:, ch.LOWER] + count[:, ch.UPPER] + count[:, ch.CASELESS] + count[:, ch.UNSPACED]
    length = batch.stop - batch.start
    words = np.diff(batch.word_from)
    size = np.minimum(length + count[:, ch.UNSPACED] + count[:, ch.CASELESS] // 4, _LONGEST)
    some = np.maximum(length, 1)
    kinds = batch.kinds
    before, here = kinds[:-1], kinds[1:]
    edges = np.append(batch.start, len(kinds))
    capital = batch.kinds[batch.word_start] == ch.UPPER
    return {
        "size": size,
        "words": words,
        "word_length": 10 * (letters + count[:, ch.DIGIT]) // np.maximum(words, 1),
        "capitals": 1000 * count[:, ch.UPPER] // np.maximum(letters, 1),
        "capitalised": 1000 * np.bincount(batch.word_line[capital], minlength=batch.size) // np.maximum(words, 1),
        "small_words": np.bincount(batch.word_line[~capital], minlength=batch.size),
        "letters": 1000 * letters // some,
        "digits": 1000 * count[:, ch.DIGIT] // some,
        "digit_count": count[:, ch.DIGIT],
        "unspaced": 1000 * count[:, ch.UNSPACED] // some,
        "caseless": 1000 * count[:, ch.CASELESS] // some,
        "stops": count[:, ch.STOP],
        "commas": count[:, ch.COMMA],
        "colons": count[:, ch.COLON],
        "quotes": count[:, ch.QUOTE],
        "brackets": count[:, ch.OPEN],
        "dashes": count[:, ch.DASH],
        "bars": count[:, ch.BAR],
        "ats": count[:, ch.AT],
        "copyrights": count[:, ch.COPY],
        "symbols": count[:, ch.SYMBOL],
        "sentences": _counted((before == ch.STOP) & (here == ch.SPACE), edges),
        "glued": _counted((before == ch.LOWER) & (here == ch.UPPER), edges),
        "line_copies": _again(batch, batch.hashes),
        **_shared_ends(batch),
    }


def _counted(signs: npt.NDArray[np.bool_], edges: Ints) -> Ints:
    """How many signs stand between each edge and the next."""
    return np.diff(np.searchsorted(np.flatnonzero(signs), edges))


def _edges(batch: Batch) -> Features:
    """The kinds of the first two characters and of the last; before marks that close, what they close."""
    kinds = batch.kinds
    last = batch.stop - 1
    bare = last
    for _ in range(3):
        closes = np.isin(kinds[bare], (ch.QUOTE, ch.CLOSE, ch.SPACE)) & (bare > batch.start)
        bare = bare - closes
    word_start = batch.start.copy()
    worded = np.diff(batch.word_from) > 0
    word_start[worded] = batch.word_start[batch.word_from[:-1][worded]]
    return {
        "first": kinds[batch.start].astype(np.int64),
        "second": kinds[np.minimum(batch.start + 1, last)].astype(np.int64),
        "ends": kinds[last].astype(np.int64),
        "ends_bare": kinds[bare].astype(np.int64),
        "is_sentence": (kinds[bare] == ch.STOP).astype(np.int64),
        "stops_at_end": (kinds[np.maximum(last - 2, batch.start)] == ch.STOP).astype(np.int64)
        + (kinds[last] == ch.STOP),
        "small_start": (kinds[word_start] == ch.LOWER).astype(np.int64),
    }


def _again(batch: Batch, hashes: Hashes) -> Ints:
    """How many lines of the same text have the same hash."""
    key = hashes + batch.text.astype(np.uint64) * np.uint64(0xD6E8FEB86659FD93)
    _, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    return counts[inverse]


def _shared_ends(batch: Batch) -> Features:
    """How many lines of a text begin with the same three words, and end with them, and whether a near one begins so."""
    long = np.diff(batch.word_from) > _ENDS
    found = {}
    for name, first in (("begins", batch.word_from[:-1][long]), ("finishes", batch.word_from[1:][long] - _ENDS)):
        words = [batch.words[first + place] for place in range(_ENDS)]
        hashes = np.arange(batch.size).astype(np.uint64)  # a line of few words is like no other
        hashes[long] = (words[0] * np.uint64(3) + words[1]) * np.uint64(5) + words[2]
        found[f"{name}_again"] = _again(batch, hashes)
        found[f"{name}_near"] = np.zeros(batch.size, np.int64)
        for step in range(1, _NEAR + 1):
            same = (hashes[step:] == hashes[:-step]) & (batch.text[step:] == batch.text[:-step])
            found[f"{name}_near"][step:] += same
            found[f"{name}_near"][:-step] += same
    return found


@cache
def _years() -> Hashes:
    return hash_words([str(year) for year in range(1980, 2040)])
