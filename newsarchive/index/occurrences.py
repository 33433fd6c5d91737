"""Occurrences: which term stands where, from words in the order of texts to postings in the order of terms."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.index.segments import packed, partition_of

IN_HEADLINE = b"\x01"
PAIR = b"\x02"

_HEADLINE_WEIGHT = 3
_CODES = 256
_DOCS = 256


class Tokens(NamedTuple):
    """Words in the order of texts: which word, of which article, where in it, of which piece."""

    ids: Numbers
    docs: Numbers
    positions: Numbers
    pieces: Numbers
    in_headline: Numbers


class Vocabulary(NamedTuple):
    """Words by id, with the codes of those that are common (0: not), and the common words by code, less 1."""

    words: list[bytes]
    codes: Numbers
    common: Sequence[bytes]


class _Stream(NamedTuple):
    """Occurrences of terms: which term, and the row of its token. Words come first, then those of headlines, then
    pairs; `heads` are the ids of words that have a term for headlines.
    """

    terms: list[bytes]
    ids: Numbers
    rows: Numbers
    heads: Numbers


def make_segments(tokens: Tokens, vocabulary: Vocabulary, partitions: int) -> Iterator[bytes]:
    """A segment for each partition, its terms in the order of their bytes."""
    codes = vocabulary.codes[tokens.ids]
    before, after = np.zeros_like(codes), np.zeros_like(codes)
    is_next = tokens.pieces[1:] == tokens.pieces[:-1]
    before[1:] = codes[:-1] * is_next
    after[:-1] = codes[1:] * is_next
    stream = _stream(tokens, vocabulary, codes, after)
    before[codes > 0] = 0
    after[codes > 0] = 0
    in_order = np.array(sorted(range(len(stream.terms)), key=stream.terms.__getitem__), np.int64)
    own_parts = (partition_of(stream.terms[place], partitions) for place in in_order.tolist())
    parts = np.fromiter(own_parts, np.int64, len(in_order))
    by_part = np.argsort(parts, kind="stable")
    order, parts = in_order[by_part], parts[by_part]
    ranks = np.empty(len(order), np.uint16 if len(order) < 2**16 else np.uint32)  # sixteen bits sort many times faster
    ranks[order] = np.arange(len(order))
    ids = ranks[stream.ids]
    sort = np.argsort(ids, kind="stable")
    ids, rows = ids[sort], stream.rows[sort]
    docs = tokens.docs[rows]
    firsts = np.flatnonzero(np.concatenate(([True], (ids[1:] != ids[:-1]) | (docs[1:] != docs[:-1])))[: len(ids)])
    counts = np.diff(np.append(firsts, len(ids)))
    of_posting, docs = order[ids[firsts]], docs[firsts]
    weights = _weights(of_posting, docs, counts, stream, len(vocabulary.words))
    is_pair = of_posting >= len(vocabulary.words) + len(stream.heads)
    rows = rows[np.repeat(~is_pair, counts)]
    counts[is_pair] = 0
    own = [stream.terms[place] for place in order.tolist()]
    postings = (np.bincount(ids[firsts], minlength=len(own)), docs, counts, weights)
    bounds = np.searchsorted(parts, np.arange(partitions + 1)).tolist()
    return _cut(own, bounds, postings, (tokens.positions[rows], before[rows], after[rows]))


def _stream(tokens: Tokens, vocabulary: Vocabulary, codes: Numbers, after: Numbers) -> _Stream:
    headline = np.flatnonzero(tokens.in_headline)
    paired = np.flatnonzero((codes > 0) & (after > 0))
    heads, head_ids = np.unique(tokens.ids[headline], return_inverse=True)
    pairs, pair_ids = np.unique(codes[paired].astype(np.int64) * _CODES + after[paired], return_inverse=True)
    words, common = vocabulary.words, vocabulary.common
    terms = [*words, *(IN_HEADLINE + words[place] for place in heads.tolist())]
    terms += (PAIR + common[pair // _CODES - 1] + b" " + common[pair % _CODES - 1] for pair in pairs.tolist())
    ids = np.concatenate((tokens.ids, len(words) + head_ids, len(words) + len(heads) + pair_ids))
    return _Stream(terms, ids, np.concatenate((np.arange(len(tokens.ids)), headline, paired)), heads)


def _weights(of_posting: Numbers, docs: Numbers, counts: Numbers, stream: _Stream, words: int) -> Numbers:
    """How much each posting's word counts in its article: three times where it stands in the headline."""
    weights = np.where(of_posting < words, counts, 0)
    in_heads = (of_posting >= words) & (of_posting < words + len(stream.heads))
    if in_heads.any():
        keys = of_posting.astype(np.int64) * _DOCS + docs
        sorter = np.argsort(keys, kind="stable")
        wanted = stream.heads[of_posting[in_heads] - words] * _DOCS + docs[in_heads]
        places = sorter[np.searchsorted(keys, wanted, sorter=sorter)]
        weights[places] += (_HEADLINE_WEIGHT - 1) * counts[in_heads]
        weights[in_heads] = weights[places]
    return weights


def _cut(
    terms: Sequence[bytes], bounds: Sequence[int], postings: tuple[Numbers, ...], positions: tuple[Numbers, ...]
) -> Iterator[bytes]:
    """The segments of partitions, of which `bounds` are the first terms."""
    frequencies, _, counts, _ = postings
    starts = np.concatenate(([0], np.cumsum(frequencies)))
    occurs = np.concatenate(([0], np.cumsum(counts)))
    for first, last in pairwise(bounds):
        post = slice(starts[first], starts[last])
        occur = slice(occurs[post.start], occurs[post.stop])
        columns = (frequencies[first:last], *(one[post] for one in postings[1:]), *(one[occur] for one in positions))
        yield packed(terms[first:last], columns) if last > first else b""
