"""Bytes to text: which encoding a file is in, and what it says."""

import re
from typing import NamedTuple

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]")
_LINE_END = re.compile(r"\r\n?")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_CUT_CHARACTER = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")
_HIGH = re.compile("[^\x00-\x7f]")
_PATTERN_BYTES = 4096


class Decoded(NamedTuple):
    """What bytes say, its lines ended by LF alone. `doubt` tells of bytes that are not in this encoding ("": none)."""

    text: str
    encoding: str
    doubt: str = ""


def decode_bytes(raw: bytes) -> Decoded:
    """The text of a file: by its byte order mark, its zeros or its escapes, else as UTF-8, else by its letters."""
    decoded = _by_mark(raw) or _by_zeros(raw) or _by_escapes(raw) or _as_utf8(raw) or _as_legacy(raw)
    if "\r" not in decoded.text:
        return decoded
    return Decoded(_LINE_END.sub("\n", decoded.text), decoded.encoding, decoded.doubt)


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding, encoding)
    if raw.startswith(_UTF8_MARK) and (decoded := _as_utf8(raw[len(_UTF8_MARK) :])):
        return Decoded(decoded.text, "utf-8-sig", decoded.doubt)
    return None


def _by_zeros(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: the zero bytes of its ASCII characters all stand on one side of the pairs."""
    encoding = utf16_pattern(raw[:_PATTERN_BYTES])
    return _decoded(raw, encoding, encoding) if encoding else None


def _by_escapes(raw: bytes) -> Decoded | None:
    """ISO-2022-JP, which is ASCII to look at: escapes switch between Latin and Japanese."""
    if not _JAPANESE_ESCAPE.search(raw[:_PATTERN_BYTES]):
        return None
    try:
        return Decoded(raw.decode("iso2022_jp"), "iso-2022-jp")
    except UnicodeDecodeError:
        return None


def utf16_pattern(head: bytes) -> str | None:
    """Which UTF-16 ("utf-16-le", "utf-16-be") the first bytes of a file are in, read so and not otherwise, or None."""
    if 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    fewer, most = sorted((even, odd))
    if most * 50 < len(head) // 2 or fewer * 20 > most:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    readable = sum(char.isprintable() or char in "\n\r\t" for char in text)
    controls = sum(byte < 0x20 and byte not in b"\n\r\t" for byte in head)
    return encoding if text and readable * 20 >= len(text) * 19 and controls * 20 > len(head) else None


def _as_utf8(raw: bytes) -> Decoded | None:
    """UTF-8; also where a few bytes are not, as when a file was cut or pieces in two encodings were put together."""
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "surrogateescape")
    bad = sum(len(found) for found in _ESCAPED.findall(text))
    good = len(_HIGH.findall(text)) - bad
    cut = _CUT_CHARACTER.search(text)
    if good < 4 * bad and not (good and cut and bad == len(cut.group())):
        return None
    doubt = f"{bad} of its bytes are not UTF-8, the first in line {_line(_ESCAPED.split(text, maxsplit=1)[0])}"
    return Decoded(_ESCAPED.sub(_windows_1252, _CUT_CHARACTER.sub("\ufffd", text)), "utf-8", doubt)


def _windows_1252(escaped: re.Match[str]) -> str:
    import ftfy.bad_codecs  # noqa: F401, PLC0415 - slow to load, rare; it registers the codec

    return escaped.group().encode("utf-8", "surrogateescape").decode("sloppy-windows-1252")


def _as_legacy(raw: bytes) -> Decoded:
    from newsarchive.read.legacy import encoding_name, legacy_encoding  # noqa: PLC0415 - slow to load, rare

    codec = legacy_encoding(raw)
    return _decoded(raw, encoding_name(codec), codec)


def _decoded(raw: bytes, encoding: str, codec: str) -> Decoded:
    try:
        return Decoded(raw.decode(codec), encoding)
    except UnicodeDecodeError as error:
        line = _line(raw[: error.start].decode(codec, "replace"))
        return Decoded(
            raw.decode(codec, "replace"), encoding, f"some of its bytes are not {encoding}, the first in line {line}"
        )


def _line(before: str) -> int:
    """The number of the line that a text ends in."""
    return _LINE_END.sub("\n", before).count("\n") + 1
