"""What a file of the search index holds: its payload, and the numbers and terms in it (docs/search-format.md)."""

import re
import zlib
from collections.abc import Iterator

_CALL = re.compile(rb'archiveIndex\("([^"]*+)","(.*)"\)\n', re.DOTALL)
_ESCAPE = re.compile(rb'\\(x00|[0nr"\\])')
_ESCAPED = {b"x00": b"\0", b"0": b"\0", b"n": b"\n", b"r": b"\r", b'"': b'"', b"\\": b"\\"}
_GROUP = 8  # characters, which hold seven bytes
_LONGEST = 63  # bits of a number
_LARGEST = 1 << 26  # bytes of a payload: none of ours comes near


def payload(content: bytes, name: str) -> bytes:
    """What a file holds. ValueError where it calls another name, is cut short or is none."""
    call = _CALL.fullmatch(content)
    if not call:
        raise ValueError("it is not the one call that it should be")
    if call[1] != name.encode():
        raise ValueError(f"it calls the name {call[1].decode('utf-8', 'replace')!r}")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflater.decompress(_octets(_ESCAPE.sub(lambda escape: _ESCAPED[escape[1]], call[2])), _LARGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflater.eof:
        raise ValueError("it is cut short")
    return found


def _octets(text: bytes) -> bytes:
    """Seven bits a character as bytes. The bits of a whole payload are moved at once, as one number: a loop would take
    a thousand times as long.
    """
    groups = -(-len(text) // _GROUP)
    number = int.from_bytes(text.ljust(groups * _GROUP, b"\0"))
    for bits, width in ((7, 16), (14, 32), (28, 64)):  # two neighbours of so many bits close up, in steps of that width
        ones = int.from_bytes(((1 << bits) - 1).to_bytes(width // 8) * (groups * 64 // width))
        number = (number & ones) | ((number >> (width // 2 - bits)) & (ones << bits))
    octets = bytearray(number.to_bytes(groups * _GROUP))
    del octets[::_GROUP]  # what the seven bytes of each group have left over
    return bytes(octets[: len(text) * 7 // 8])


class Cursor:
    """Reads a payload from its beginning. IndexError or ValueError where it ends too early."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self.place = 0

    def number(self) -> int:
        value = shift = 0
        while True:
            octet = self._octets[self.place]
            self.place += 1
            value |= (octet & 0x7F) << shift
            if octet < 0x80:
                return value
            shift += 7
            if shift > _LONGEST:
                raise ValueError("a number in its payload does not end")

    def take(self, count: int) -> bytes:
        found = self._octets[self.place : self.place + count]
        if len(found) < count:
            raise ValueError("its payload ends too early")
        self.place += count
        return found

    def terms(self) -> Iterator[bytes]:
        before = b""
        for _ in range(self.number()):
            before = before[: self.number()] + self.take(self.number())
            yield before
