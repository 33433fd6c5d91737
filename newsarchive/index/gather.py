"""From the pieces of some articles to where each of their words stands, parted so that it can be put together again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newsarchive.index.occurrences import Tokens, Vocabulary, make_segments
from newsarchive.text.search_words import search_words

if TYPE_CHECKING:
    from newsarchive.index.codes import Numbers

MOST_TOGETHER = 256
"""Articles that can be gathered together: which one it is takes a byte."""


class Pieces(NamedTuple):
    """What can be searched of an article, in order. The first is its headline, "" where it has none."""

    number: int
    texts: tuple[str, ...]


class Gathered(NamedTuple):
    """The segments of some articles by partition, and how many words each article has."""

    segments: tuple[bytes, ...]
    lengths: tuple[int, ...]


class _Piece(NamedTuple):
    """The words of a piece: of which article, which of its pieces that have words, whether it is the headline."""

    words: list[str]
    doc: int
    ordinal: int
    is_headline: bool


def gather(articles: Sequence[Pieces], common: Sequence[str], partitions: int) -> Gathered:
    """Where the words of up to 256 articles stand. `common` are the common words of the archive."""
    pieces = list(_pieces(articles))
    lengths = [0] * len(articles)
    for piece in pieces:
        lengths[piece.doc] += len(piece.words)
    ids: defaultdict[str, int] = defaultdict()
    ids.default_factory = ids.__len__
    tokens = _tokens(pieces, lengths, ids)
    ids.default_factory = None  # it leads in a circle: all words would stay until garbage is looked for
    codes = np.zeros(len(ids), np.uint8)
    for code, word in enumerate(common, 1):
        if word in ids:
            codes[ids[word]] = code
    vocabulary = Vocabulary([word.encode() for word in ids], codes, [word.encode() for word in common])
    return Gathered(tuple(make_segments(tokens, vocabulary, partitions)), tuple(lengths))


def _pieces(articles: Sequence[Pieces]) -> Iterator[_Piece]:
    for doc, article in enumerate(articles):
        ordinal = 0
        for place, text in enumerate(article.texts):
            if words := search_words(text):
                yield _Piece(words, doc, ordinal, place == 0)
                ordinal += 1


def _tokens(pieces: Sequence[_Piece], lengths: Sequence[int], ids: defaultdict[str, int]) -> Tokens:
    """The words of all articles one after another; `ids` are given as words come."""
    sizes = np.array([len(piece.words) for piece in pieces], np.int64)
    words = chain.from_iterable(piece.words for piece in pieces)
    numbers = np.fromiter(map(ids.__getitem__, words), np.int64, int(sizes.sum()))
    docs = np.repeat(np.array([piece.doc for piece in pieces], np.uint8), sizes)
    ordinals = np.repeat(np.array([piece.ordinal for piece in pieces], np.int64), sizes)
    begins: Numbers = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))[docs]
    return Tokens(
        ids=numbers,
        docs=docs,
        positions=np.arange(len(numbers)) - begins + ordinals,
        pieces=np.repeat(np.arange(len(pieces)), sizes),
        in_headline=np.repeat(np.array([piece.is_headline for piece in pieces], bool), sizes),
    )
