"""Numbers as bytes, many at once, and back: the varints and the payloads of docs/search-format.md."""

import json
import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]
Octets = npt.NDArray[np.uint8]

_LONGEST = 5
_AT_ONCE = 1 << 19  # numbers: to work on takes some fifty bytes for each
_NUL_BEFORE_DIGIT = re.compile(rb"\0(?=[0-9])")
_ESCAPES = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"))
_ESCAPE = re.compile(rb'\\(x00|[0nr"\\])')
_ESCAPED = {b"x00": b"\0", b"0": b"\0", b"n": b"\n", b"r": b"\r", b'"': b'"', b"\\": b"\\"}
_LEVEL = 6


@lru_cache(maxsize=4096)
def varint(value: int) -> bytes:
    """One number."""
    octets = bytearray()
    while value > 0x7F:
        octets.append(value & 0x7F | 0x80)
        value >>= 7
    octets.append(value)
    return bytes(octets)


def varints(values: Numbers) -> tuple[bytes, Numbers]:
    """Many numbers, and where each begins; the last place is where all end."""
    if len(values) <= _AT_ONCE:
        return _varints(values)
    parts, places = [], np.zeros(len(values) + 1, np.int64)
    for start in range(0, len(values), _AT_ONCE):
        octets, own = _varints(values[start : start + _AT_ONCE])
        parts.append(octets)
        places[start + 1 : start + len(own)] = own[1:] + places[start]
    return b"".join(parts), places


def _varints(values: Numbers) -> tuple[bytes, Numbers]:
    values = values.astype(np.uint64)
    lengths = np.ones(len(values), np.int64)
    for more in range(1, _LONGEST):
        lengths += values >= 1 << 7 * more
    places = np.zeros(len(values) + 1, np.int64)
    np.cumsum(lengths, out=places[1:])
    octets = np.empty(places[-1], np.uint8)
    begins, left = places[:-1], values
    for place in range(_LONGEST):
        goes_on = lengths > place + 1
        octets[begins + place] = (left & 0x7F) | (goes_on.astype(np.uint64) << 7)
        if not goes_on.any():
            break
        begins, left, lengths = begins[goes_on], left[goes_on] >> 7, lengths[goes_on]
    return octets.tobytes(), places


def fixed(values: Sequence[int]) -> bytes:
    """Many numbers below 2^32 in as few bytes each as the largest takes, 1, 2 or 4, which is told first."""
    numbers = np.array(values, np.uint32)
    kind = np.min_scalar_type(int(numbers.max(initial=0)))
    return varint(kind.itemsize) + numbers.astype(kind.newbyteorder("<")).tobytes()


def read_varints(octets: bytes, count: int, start: int = 0) -> tuple[Numbers, int]:
    """So many numbers from a place on, and the place after them. ValueError where there are not so many."""
    if not count:
        return np.zeros(0, np.int64), start
    found = np.frombuffer(octets, np.uint8, offset=start)[: _LONGEST * count]
    ends = np.flatnonzero(found < 0x80)[:count]
    if len(ends) < count:
        raise ValueError("the payload ends too early")
    found = found[: ends[-1] + 1].astype(np.int64)
    begins = np.concatenate(([0], ends[:-1] + 1))
    within = np.arange(len(found)) - np.repeat(begins, ends - begins + 1)
    return np.add.reduceat((found & 0x7F) << 7 * within, begins), start + int(ends[-1]) + 1


def spelled(names: Iterable[bytes]) -> bytes:
    """Names in their order, each as what it does not share with the one before it."""
    parts: list[bytes] = []
    before = b""
    for name in names:
        same, most = 0, min(len(before), len(name))
        while same < most and before[same] == name[same]:
            same += 1
        parts += (varint(same), varint(len(name) - same), name[same:])
        before = name
    return b"".join(parts)


def json_octets(value: object) -> bytes:
    """A value as JSON, in UTF-8 and without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def script(name: str, sections: Iterable[bytes], *, is_text: bool) -> bytes:
    """A file of the index. Its payload is the sections, one after another; each has bytes of one kind, and is squeezed
    by a code of its own. What is no text repeats itself in runs alone: to look for no more saves half of the time.
    """
    strategy = zlib.Z_DEFAULT_STRATEGY if is_text else zlib.Z_RLE
    squeezer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, strategy)
    parts = [squeezer.compress(part) + squeezer.flush(zlib.Z_BLOCK) for part in sections if part]
    bits = np.unpackbits(np.frombuffer(b"".join((*parts, squeezer.flush())), np.uint8))
    padded = np.zeros((-(-len(bits) // 7), 8), np.uint8)
    groups = np.zeros(len(padded) * 7, np.uint8)
    groups[: len(bits)] = bits
    padded[:, 1:] = groups.reshape(-1, 7)
    text = np.packbits(padded).tobytes()
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    text = _NUL_BEFORE_DIGIT.sub(rb"\\x00", text).replace(b"\0", b"\\0")
    return b'archiveIndex("%s","%s")\n' % (name.encode(), text)


def payload(content: bytes) -> bytes:
    """The payload of a file of the index. ValueError where it is none, or is cut short."""
    text = content[content.index(b',"') + 2 : content.rindex(b'")')]
    text = _ESCAPE.sub(lambda found: _ESCAPED[found[1]], text)
    bits = np.unpackbits(np.frombuffer(text, np.uint8)).reshape(-1, 8)[:, 1:].reshape(-1)
    octets = np.packbits(bits[: len(bits) // 8 * 8]).tobytes()
    try:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        found = inflater.decompress(octets)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflater.eof:
        raise ValueError("the payload ends too early")
    return found
