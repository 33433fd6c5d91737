"""Bytes that are no text: what they seem to be."""

from newsarchive.read.decode import utf16_pattern

_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP file (a Word, EPUB or OpenDocument file is one too)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a file packed by gzip"),
    (b"BZh", "a file packed by bzip2"),
    (b"\xfd7zXZ\x00", "a file packed by xz"),
    (b"\x28\xb5\x2f\xfd", "a file packed by Zstandard"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip file"),
    (b"Rar!\x1a\x07", "a RAR file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_KNOWN = tuple(beginning for beginning, _ in _BEGINNINGS)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD = 1 << 16
# Tab, the line ends, form feed and escape (ISO-2022-JP) stand in texts.
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"


def binary_kind(raw: bytes) -> str | None:
    """What a file seems to be that holds no text ("a PNG picture"), or None for a text.

    Where its beginning is not known, more than one byte in twenty that no text needs tells a binary file.
    """
    if raw.startswith(_KNOWN):
        return next(kind for beginning, kind in _BEGINNINGS if raw.startswith(beginning))
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= 3 or controls * 20 <= len(head) or raw.startswith(_MARKS) or utf16_pattern(head):
        return None
    return "a program's file"
