"""The trie: terms by their bits, cut into leaves by what they weigh, so that a change moves only what is near it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from newsarchive.index.codes import spelled, varint
from newsarchive.index.entries import Block, Entry
from newsarchive.index.names import leaf_path

BUCKET_BITS = 16
MOST_WEIGHT = 8192
_DEEPEST = 240  # bits; what shares more is in one leaf whatever it weighs

LEAF, BOTH, LEFT, RIGHT = range(4)


Leaf = tuple[str, Sequence[Entry] | None]
"""The bits that lead to a leaf, and its entries; None: its files are written."""


class Bucket(NamedTuple):
    """All terms that begin with the same sixteen bits. `leaves` are the bits of its leaves, which are written, where it
    is no part of a leaf that has other terms too. Otherwise its entries are needed.
    """

    bits: str
    weight: int
    entries: Sequence[Entry]
    leaves: tuple[str, ...]


def bits_of(term: bytes) -> str:
    """The first sixteen bits of a term."""
    return f"{int.from_bytes(term[:2].ljust(2, bytes(1))):0{BUCKET_BITS}b}"


def grow(entries: Sequence[Entry], bits: str = "") -> list[Leaf]:
    """The leaves of entries that begin with some bits, in the order of their terms."""
    sums = [0, *accumulate(entry.weight for entry in entries)]

    def leaves_at(first: int, last: int, bits: str) -> Sequence[Leaf] | None:
        is_leaf = last - first == 1 or len(bits) == _DEEPEST or sums[last] - sums[first] <= MOST_WEIGHT
        return [(bits, entries[first:last])] if is_leaf else None

    return _halved([entry.term for entry in entries], leaves_at, bits)


def join(buckets: Sequence[Bucket]) -> list[Leaf]:
    """The leaves of all terms."""
    sums = [0, *accumulate(bucket.weight for bucket in buckets)]

    def leaves_at(first: int, last: int, bits: str) -> Sequence[Leaf] | None:
        own = buckets[first:last]
        if len(own) == 1 and own[0].leaves and len(bits) == BUCKET_BITS:
            return [(leaf, None) for leaf in own[0].leaves]
        is_alone = len(own) == 1 and len(own[0].entries) == 1
        is_leaf = is_alone or sums[last] - sums[first] <= MOST_WEIGHT
        return [(bits, list(chain.from_iterable(bucket.entries for bucket in own)))] if is_leaf else None

    return _halved([bound(bucket.bits) for bucket in buckets], leaves_at, "")


def _halved(
    keys: Sequence[bytes], leaves_at: Callable[[int, int, str], Sequence[Leaf] | None], bits: str
) -> list[Leaf]:
    """The leaves of what begins with some bits and sorts by `keys`: of the places from `first` to `last` that lead on
    by `bits` as many as `leaves_at` tells, or, where it tells None, those of both halves.
    """
    leaves: list[Leaf] = []
    left = [(0, len(keys), bits)] if keys else []
    while left:  # no function that calls itself: it would hold all entries until garbage is looked for
        first, last, bits = left.pop()
        own = leaves_at(first, last, bits)
        if own is not None:
            leaves.extend(own)
            continue
        middle = bisect_left(keys, bound(f"{bits}1"), first, last)
        if last > middle:
            left.append((middle, last, f"{bits}1"))
        if middle > first:
            left.append((first, middle, f"{bits}0"))
    return leaves


def node_codes(leaves: Sequence[str], bits: str = "") -> list[int]:
    """The codes of the nodes, in preorder, of a trie that has these leaves."""
    if not leaves:
        return []
    if leaves[0] == bits:
        return [LEAF]
    cut = bisect_left(leaves, f"{bits}1")
    code = BOTH if 0 < cut < len(leaves) else LEFT if cut else RIGHT
    left = node_codes(leaves[:cut], f"{bits}0") if cut else []
    return [code, *left, *(node_codes(leaves[cut:], f"{bits}1") if cut < len(leaves) else [])]


def leaf_blocks(bits: str, entries: Iterable[Entry]) -> tuple[Block, Block]:
    """The two files of a leaf."""
    entries = list(entries)
    terms = varint(len(entries)) + spelled(entry.term for entry in entries)
    columns = list(zip(*entries, strict=True))[Entry._fields.index("head") :]
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
