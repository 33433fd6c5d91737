"""The trie: terms by their bits, cut into leaves by what they weigh, so that a change moves only what is near it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from newsarchive.index.codes import spelled, varint
from newsarchive.index.entries import Block, Entry
from newsarchive.index.names import leaf_path

BUCKET_BITS = 16
MOST_WEIGHT = 8192
_DEEPEST = 240  # bits; what shares more is in one leaf whatever it weighs

LEAF, BOTH, LEFT, RIGHT = range(4)


class Node(NamedTuple):
    """A part of the trie: the codes of its nodes in preorder, its leaves by the bits that lead to them."""

    codes: tuple[int, ...]
    leaves: tuple[tuple[str, Sequence[Entry]], ...]


class Bucket(NamedTuple):
    """All terms that begin with the same sixteen bits. `codes` are those of its nodes, where it is no part of a leaf
    that has other terms too: its leaves are written. Otherwise its entries are needed.
    """

    bits: str
    weight: int
    entries: Sequence[Entry]
    codes: tuple[int, ...]


def bits_of(term: bytes) -> str:
    """The first sixteen bits of a term."""
    return f"{int.from_bytes(term[:2].ljust(2, bytes(1))):0{BUCKET_BITS}b}"


def grow(entries: Sequence[Entry], bits: str = "") -> Node:
    """The trie of entries that begin with some bits, in the order of their terms."""
    codes: list[int] = []
    leaves: list[tuple[str, Sequence[Entry]]] = []
    sums = [0, *accumulate(entry.weight for entry in entries)]
    terms = [entry.term for entry in entries]

    def split(first: int, last: int, bits: str) -> None:
        if last - first == 1 or len(bits) == _DEEPEST or sums[last] - sums[first] <= MOST_WEIGHT:
            codes.append(LEAF)
            leaves.append((bits, entries[first:last]))
            return
        middle = bisect_left(terms, bound(f"{bits}1"), first, last)
        codes.append(RIGHT if middle == first else LEFT if middle == last else BOTH)
        if middle > first:
            split(first, middle, f"{bits}0")
        if last > middle:
            split(middle, last, f"{bits}1")

    if entries:
        split(0, len(entries), bits)
    return Node(tuple(codes), tuple(leaves))


def join(buckets: Sequence[Bucket]) -> Node:
    """The trie of all terms; of its leaves those that are not yet written."""
    codes: list[int] = []
    leaves: list[tuple[str, Sequence[Entry]]] = []
    sums = [0, *accumulate(bucket.weight for bucket in buckets)]
    starts = [bucket.bits for bucket in buckets]

    def split(first: int, last: int, bits: str) -> None:
        own = buckets[first:last]
        if len(own) == 1 and own[0].codes and len(bits) == BUCKET_BITS:
            codes.extend(own[0].codes)
            return
        is_alone = len(own) == 1 and len(own[0].entries) == 1
        if is_alone or sums[last] - sums[first] <= MOST_WEIGHT:
            codes.append(LEAF)
            leaves.append((bits, list(chain.from_iterable(bucket.entries for bucket in own))))
            return
        middle = bisect_left(starts, f"{bits}1".ljust(BUCKET_BITS, "0"), first, last)
        codes.append(RIGHT if middle == first else LEFT if middle == last else BOTH)
        if middle > first:
            split(first, middle, f"{bits}0")
        if last > middle:
            split(middle, last, f"{bits}1")

    if buckets:
        split(0, len(buckets), "")
    return Node(tuple(codes), tuple(leaves))


def leaf_blocks(bits: str, entries: Iterable[Entry]) -> tuple[Block, Block]:
    """The two files of a leaf."""
    entries = list(entries)
    terms = varint(len(entries)) + spelled(entry.term for entry in entries)
    columns = list(zip(*entries, strict=True))[3:]
    heads, place_heads, gaps, impacts, counts, positions, near = (b"".join(column) for column in columns)
    return (
        Block(leaf_path("t", bits), (terms, heads, gaps, impacts)),
        Block(leaf_path("p", bits), (place_heads + counts, positions, near)),
    )


def coded_nodes(codes: Sequence[int]) -> bytes:
    """The codes of nodes, four to a byte."""
    padded = [*codes, *[0] * (-len(codes) % 4)]
    return bytes(
        one << 6 | two << 4 | three << 2 | four
        for one, two, three, four in zip(padded[::4], padded[1::4], padded[2::4], padded[3::4], strict=True)
    )


def bound(bits: str) -> bytes:
    """The least term that begins with some bits."""
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8))
