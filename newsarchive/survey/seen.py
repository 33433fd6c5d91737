"""The form in which a text is kept for the survey: 64-bit words in one value of bytes, the same on every machine.

A word is the hash of what a line says, in 56 bits, and a code in the lowest eight: how much prose the line is, or that
it is one of the forms of the line that comes next (text.recurrence), or that it is too long to be a habit. The first
word of a text, its head, has the order of day and month in its dates for a hash.
"""

import struct
from collections.abc import Iterable, Sequence

import numpy as np
import xxhash
from numpy.typing import NDArray

SENTENCE, PROSE, MOST = 1, 2, 152
"""The least weight of a line that ends like a sentence, and of prose, which weighs the more the longer it is."""
LONG = 100
"""What the code of a line that is too long to be a habit has above its weight, which is high."""
FORM, HEAD = 255, 254
DAY_FIRST, MONTH_FIRST = 1, 2
"""What the dates of a text leave no doubt of; both where they contradict each other."""

HASH = 8
"""The bits of a word below its hash."""
_ABOVE_CODE = (1 << 64) - (1 << HASH)


def pack(orders: int, said: Sequence[str], codes: Sequence[int]) -> bytes:
    """What is kept of a text: what its lines and their forms say, none with a line end in it, each with its code."""
    words = [digest & _ABOVE_CODE | code for digest, code in zip(_digests(said), codes, strict=True)]
    return struct.pack(f"<{len(words) + 1}Q", orders << HASH | HEAD, *words)


def keys(said: Sequence[str]) -> list[int]:
    """The hashes by which words are known in what is kept of a text."""
    return [digest >> HASH for digest in _digests(said)]


def _digests(said: Sequence[str]) -> Iterable[int]:
    # one encoding for all: a text has some forty lines, and archives have many texts
    written = "\n".join(said).encode("utf-8", "surrogatepass").split(b"\n") if said else ()
    return map(xxhash.xxh3_64_intdigest, written)


def unpack(seen: Sequence[bytes]) -> NDArray[np.uint64]:
    """The words of several texts, one after the other, and a last head, so that every text ends at one."""
    return np.frombuffer(b"".join((*seen, struct.pack("<Q", HEAD))), "<u8")
