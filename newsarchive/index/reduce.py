"""From gathered segments to the files of the index: partition by partition, then what speaks of all of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsarchive.index.codes import json_octets, script, spelled, varint
from newsarchive.index.entries import Block, Entry, Held, make_entries
from newsarchive.index.merge import merge_by_runs
from newsarchive.index.postings import Norms, is_word
from newsarchive.index.trie import MOST_WEIGHT, Bucket, Leaf, bits_of, coded_nodes, grow, join, leaf_blocks, node_codes
from newsarchive.model import Page

VERSION = 1
_TOGETHER = 1 << 18  # positions of words that are put in order at once


class Counts(NamedTuple):
    """What `root` says of an index: how many articles, the highest number, the common words."""

    articles: int
    highest: int
    common: tuple[str, ...]


class Reduced(NamedTuple):
    """What came of a partition: files, what is left to be joined with that of others, frequent words with how frequent
    they are, as whole binary logarithms; how many articles the blocks of terms hold.
    """

    pages: list[Page]
    buckets: list[Bucket]
    frequent: list[tuple[bytes, int]]
    held: Held


def reduce_partition(
    segments: Iterable[tuple[Sequence[int], bytes]], norms: Norms, counts: Counts, folder: str = ""
) -> Reduced:
    """The files of one partition, of its segments in the order of the numbers of their articles."""
    common = frozenset(word.encode() for word in counts.common)
    entries, pages, buckets = list[Entry](), list[Page](), list[Bucket]()
    for postings in merge_by_runs(segments, norms, _TOGETHER):
        own, blocks = make_entries(postings, common)
        entries += own
        pages += (page(block, folder) for block in blocks)
    for bits, some in groupby(entries, key=lambda entry: bits_of(entry.term)):
        own = list(some)
        weight = sum(entry.weight for entry in own)
        if len(own) == 1 or weight <= MOST_WEIGHT:
            buckets.append(Bucket(bits, weight, own, ()))
            continue
        leaves = grow(own, bits)
        pages += (page(block, folder) for block in blocks_of(leaves))
        buckets.append(Bucket(bits, weight, (), tuple(leaf for leaf, _ in leaves)))
    held = {entry.term: entry.held for entry in entries if entry.held}
    return Reduced(pages, buckets, frequent(entries, counts.articles), held)


def join_partitions(buckets: Iterable[Bucket], counts: Counts, folder: str = "") -> list[Page]:
    """The files that hold terms of several partitions, and the root."""
    leaves = join(sorted(buckets))
    return [page(block, folder) for block in (*blocks_of(leaves), root(leaves, counts))]


def blocks_of(leaves: Iterable[Leaf]) -> Iterator[Block]:
    """The files of those leaves that are not yet written."""
    for bits, entries in leaves:
        if entries is not None:
            yield from leaf_blocks(bits, entries)


def root(leaves: Sequence[Leaf], counts: Counts) -> Block:
    """The root of an index."""
    text = json_octets({"version": VERSION, **counts._asdict(), "leaves": len(leaves)})
    codes = node_codes([bits for bits, _ in leaves])
    return Block("root", (varint(len(text)) + text, coded_nodes(codes)), is_text=True)


def frequent(entries: Iterable[Entry], articles: int) -> list[tuple[bytes, int]]:
    """The words of some terms that are frequent enough for suggestions."""
    least = least_frequent(articles)
    return [
        (entry.term, entry.frequency.bit_length() - 1)
        for entry in entries
        if entry.frequency >= least and is_word(entry.term)
    ]


def least_frequent(articles: int) -> int:
    """In how many articles a word must be to be suggested."""
    return 1 << max(articles.bit_length() - 12, 1)


def spelling(words: Iterable[tuple[bytes, int]]) -> Page:
    """The file of frequent words."""
    in_order = sorted(words)
    ranks = bytes(rank for _, rank in in_order)
    return page(Block("spelling", (varint(len(in_order)) + spelled(term for term, _ in in_order), ranks), is_text=True))


def page(block: Block, folder: str = "") -> Page:
    """The file of a block. `folder`: "removed/", for the index of what was left out."""
    name = f"{folder}{block.name}"
    return Page(f"search/{name}.js", script(name, block.sections, is_text=block.is_text))
