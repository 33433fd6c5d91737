"""Segments: the postings of some articles in one partition of the terms, as bytes that wait on the disk."""

import struct
from collections.abc import Sequence

import numpy as np

from newsarchive.index.codes import Numbers

_HEADER = struct.Struct("<IIII")


def partition_of(term: bytes, partitions: int) -> int:
    """Where a term goes: terms that begin with the same two bytes go together."""
    return int.from_bytes(term[:2].ljust(2, b"\0")) % partitions


def packed(terms: Sequence[bytes], columns: Sequence[Numbers]) -> bytes:
    """A segment: the terms in their order, then each column in as few bytes a number as it takes.

    Columns: of each term the number of its postings; of each posting its article, the number of its positions and how
    much it counts; of each position where it is and its two neighbours.
    """
    together = b"\n".join(terms)  # no term holds a line end
    parts = [_HEADER.pack(len(together), len(columns[0]), len(columns[1]), len(columns[4])), together]
    for column in columns:
        kind = np.min_scalar_type(int(column.max(initial=0)))
        parts += (kind.char.encode(), column.astype(kind).tobytes())
    return b"".join(parts)


def unpacked(segment: bytes) -> tuple[list[bytes], list[Numbers]]:
    """The terms of a segment and its columns."""
    length, terms, postings, positions = _HEADER.unpack_from(segment)
    place = _HEADER.size + length
    columns = []
    for count in (terms, *[postings] * 3, *[positions] * 3):
        kind = np.dtype(chr(segment[place]))
        columns.append(np.frombuffer(segment, kind, count, place + 1))
        place += 1 + count * kind.itemsize
    return segment[_HEADER.size : _HEADER.size + length].split(b"\n"), columns
