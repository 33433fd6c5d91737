"""From the pieces of some articles to where each of their words stands, parted so that it can be put together again."""

import struct
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import Numbers
from newsarchive.text.search_words import search_words

IN_HEADLINE = b"\x01"
PAIR = b"\x02"

MOST_TOGETHER = 256
"""Articles that can be gathered together: which one it is takes a byte."""
_HEADLINE_WEIGHT = 3
_HEADER = struct.Struct("<IIII")


class Pieces(NamedTuple):
    """What can be searched of an article, in order. The first is its headline, "" where it has none."""

    number: int
    texts: tuple[str, ...]


class Gathered(NamedTuple):
    """The segments of some articles by partition, and how many words each article has."""

    segments: tuple[bytes, ...]
    lengths: tuple[int, ...]


class _Tokens(NamedTuple):
    """Words in order: which, of which article, where in it, of which piece."""

    ids: Numbers
    docs: Numbers
    positions: Numbers
    pieces: Numbers
    in_headline: Numbers


def gather(articles: Sequence[Pieces], common: Sequence[str], partitions: int) -> Gathered:
    """Where the words of up to 256 articles stand. `common` are the common words of the archive."""
    ids: defaultdict[str, int] = defaultdict()
    ids.default_factory = ids.__len__
    tokens, lengths = _tokens(articles, ids)
    codes = np.zeros(max(len(ids), 1), np.uint8)
    for code, word in enumerate(common, 1):
        if word in ids:
            codes[ids[word]] = code
    return Gathered(_segments(tokens, list(ids), codes, common, partitions), lengths)


def partition_of(term: bytes, partitions: int) -> int:
    """Where a term goes: terms that begin with the same two bytes go together."""
    return int.from_bytes(term[:2].ljust(2, b"\0")) % partitions


def _tokens(articles: Sequence[Pieces], ids: defaultdict[str, int]) -> tuple[_Tokens, tuple[int, ...]]:
    """The words of all articles one after another, and how many each has."""
    found: list[list[str]] = []
    docs: list[int] = []
    ordinals: list[int] = []
    headlines: list[bool] = []
    lengths: list[int] = []
    for doc, article in enumerate(articles):
        first = len(found)
        for place, text in enumerate(article.texts):
            if words := search_words(text):
                docs.append(doc)
                ordinals.append(len(found) - first)
                headlines.append(not place)
                found.append(words)
        lengths.append(sum(map(len, found[first:])))
    sizes = np.fromiter(map(len, found), np.int64, len(found))
    numbers = np.fromiter(map(ids.__getitem__, chain.from_iterable(found)), np.uint32, int(sizes.sum()))
    of_doc = np.repeat(np.array(docs, np.uint8), sizes)
    begins = np.concatenate(([0], np.cumsum(lengths)))[of_doc]
    positions = np.arange(len(numbers)) - begins + np.repeat(np.array(ordinals, np.int64), sizes)
    pieces = np.repeat(np.arange(len(found)), sizes)
    return _Tokens(numbers, of_doc, positions, pieces, np.repeat(np.array(headlines, bool), sizes)), tuple(lengths)


def _segments(
    tokens: _Tokens, words: list[str], codes: Numbers, common: Sequence[str], partitions: int
) -> tuple[bytes, ...]:
    size = len(words)
    code = codes[tokens.ids] if len(tokens.ids) else np.zeros(0, np.uint8)
    before, after = np.zeros_like(code), np.zeros_like(code)
    is_next = tokens.pieces[1:] == tokens.pieces[:-1]
    before[1:] = code[:-1] * is_next
    after[:-1] = code[1:] * is_next
    is_common = code > 0
    paired = np.flatnonzero(is_common & (after > 0))
    pair_keys, pair_ids = np.unique(code[paired].astype(np.int64) * 256 + after[paired], return_inverse=True)
    before[is_common] = 0
    after[is_common] = 0
    headline = np.flatnonzero(tokens.in_headline)
    head_keys, head_ids = np.unique(tokens.ids[headline], return_inverse=True)
    terms = [word.encode() for word in words]
    terms += [IN_HEADLINE + terms[key] for key in head_keys]
    terms += [PAIR + f"{common[(key >> 8) - 1]} {common[(key & 255) - 1]}".encode() for key in pair_keys.tolist()]
    rows = np.concatenate((np.arange(len(tokens.ids)), headline, paired))
    ids = np.concatenate((tokens.ids, size + head_ids, size + len(head_keys) + pair_ids))
    parts = np.fromiter((partition_of(term, partitions) for term in terms), np.int64, len(terms))
    order = np.argsort(parts, kind="stable")
    ranks = np.empty(len(terms), np.uint16 if len(terms) < 2**16 else np.uint32)
    ranks[order] = np.arange(len(terms))
    ids = ranks[ids.astype(np.int64)]
    sort = np.argsort(ids, kind="stable")
    ids, rows = ids[sort], rows[sort]
    docs = tokens.docs[rows]
    is_first = np.ones(len(ids), bool)
    is_first[1:] = (ids[1:] != ids[:-1]) | (docs[1:] != docs[:-1])
    firsts = np.flatnonzero(is_first)
    counts = np.diff(np.append(firsts, len(ids)))
    of_posting = order[ids[firsts]]
    docs = docs[firsts]
    is_pair = of_posting >= size + len(head_keys)
    weights = _weights(of_posting, docs, counts, size, head_keys)
    in_pair = np.repeat(is_pair, counts)
    counts = np.where(is_pair, 0, counts)
    rows = rows[~in_pair]
    post_ids = ids[firsts]
    arrays = (docs, counts, weights), (tokens.positions[rows], before[rows], after[rows])
    occurs = np.concatenate(([0], np.cumsum(counts)))
    dfs = np.bincount(post_ids, minlength=len(terms))
    post_ends, term_ends = np.cumsum(dfs), np.searchsorted(parts[order], np.arange(partitions + 1))
    segments = []
    for part in range(partitions):
        first, last = term_ends[part], term_ends[part + 1]
        if first == last:
            segments.append(b"")
            continue
        post = slice(post_ends[first] - dfs[first], post_ends[last - 1])
        occur = slice(occurs[post.start], occurs[post.stop])
        own = b"\n".join([terms[place] for place in order[first:last].tolist()])
        columns = (dfs[first:last], *(one[post] for one in arrays[0]), *(one[occur] for one in arrays[1]))
        segments.append(_packed(own, columns))
    return tuple(segments)


def _weights(of_posting: Numbers, docs: Numbers, counts: Numbers, size: int, head_keys: Numbers) -> Numbers:
    """How often each posting's word counts: three times where it stands in the headline."""
    keys = of_posting * MOST_TOGETHER + docs
    in_words, in_heads = of_posting < size, (of_posting >= size) & (of_posting < size + len(head_keys))
    weights = np.where(in_words, counts, 0)
    if in_heads.any():
        head_words = head_keys[of_posting[in_heads] - size].astype(np.int64) * MOST_TOGETHER + docs[in_heads]
        sorter = np.argsort(keys, kind="stable")
        places = sorter[np.searchsorted(keys, head_words, sorter=sorter)]
        weights[places] += (_HEADLINE_WEIGHT - 1) * counts[in_heads]
        weights[in_heads] = weights[places]
    return weights


def _packed(terms: bytes, columns: Sequence[Numbers]) -> bytes:
    """A segment: the terms, then each column in as few bytes a number as it takes."""
    parts = [_HEADER.pack(len(terms), len(columns[0]), len(columns[1]), len(columns[4])), terms]
    for column in columns:
        kind = np.min_scalar_type(int(column.max(initial=0)))
        parts += (kind.char.encode(), column.astype(kind).tobytes())
    return b"".join(parts)


def unpacked(segment: bytes) -> tuple[list[bytes], list[Numbers]]:
    """The terms of a segment, and its columns: articles a term, then article, positions and weight a posting, then
    position and neighbours.
    """
    length, terms, postings, positions = _HEADER.unpack_from(segment)
    place = _HEADER.size + length
    columns = []
    for count in (terms, postings, postings, postings, positions, positions, positions):
        kind = np.dtype(chr(segment[place]))
        columns.append(np.frombuffer(segment, kind, count, place + 1))
        place += 1 + count * kind.itemsize
    return segment[_HEADER.size : _HEADER.size + length].split(b"\n"), columns
