"""Values of the model as bytes, and back: what the store keeps, and what processes tell each other."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
import zstandard

from newsarchive.errors import BrokenStoreError

T = TypeVar("T")

_LEVEL = 1
"""A quarter of the size for a tenth of the time that extraction takes; higher levels save next to nothing more."""


def pack(value: object) -> bytes:
    """A value of the model as MessagePack: named tuples as arrays, without their names."""
    return _encoder().encode(value)


def unpack(kind: type[T], packed: bytes) -> T:
    """The value of that kind that was packed. BrokenStoreError where the bytes are none of it."""
    try:
        return _decoder(kind).decode(packed)  # type: ignore[no-any-return, arg-type]
    except msgspec.MsgspecError as error:
        raise BrokenStoreError(f"what was remembered cannot be read: {error}") from None


def press(packed: bytes) -> bytes:
    """What was packed, compressed, with a checksum of its own."""
    return _compressor().compress(packed)


def unpress(kind: type[T], pressed: bytes) -> T:
    """The value of that kind that was pressed. BrokenStoreError where the bytes are none of it."""
    try:
        packed = _decompressor().decompress(pressed)
    except zstandard.ZstdError as error:
        raise BrokenStoreError(f"what was remembered cannot be read: {error}") from None
    return unpack(kind, packed)


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_plain)


def _plain(value: object) -> object:
    """A text of a kind of its own, such as HTML, as text, and a mapping as a dict."""
    if isinstance(value, str):
        return "".join(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be packed")


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - any type that msgspec knows
    return msgspec.msgpack.Decoder(kind)


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()
