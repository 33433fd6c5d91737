"""Whether words stand anywhere in a folder, in whatever spelling of them a file may hold."""

import base64
import binascii
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from newsarchive.index.codes import payload
from tests.index_reader import Cursor

_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{1,6}) ?")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]|<[^<>]{0,200}>")
_HEAD = 3  # an index may write of a word what differs from the one before it alone


def traces(words: Iterable[str], folder: Path) -> list[tuple[str, str]]:
    """Each of the words that stands in a file or in its path, with that path; publishing's own files are files too.

    A word is looked for without its first three letters, whatever its case and accents: read as UTF-8 or UTF-16, with
    escapes of JSON, JavaScript, CSS, HTML and addresses undone, with tags taken out, in base64, and in gzip, zlib or ZIP.
    """
    needles = {word: folded(word[_HEAD:]) for word in words}
    found = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        path = file.relative_to(folder).as_posix()
        said = "\n".join({folded(reading) for reading in (*_unescaped(path), *readings(file.read_bytes()))})
        found += [(word, path) for word, needle in needles.items() if needle in said]
    return found


def folded(text: str) -> str:
    """A text without case, accents and what nobody sees: "Brü\u00adgge" -> "brugge"."""
    plain = unicodedata.normalize("NFKD", _HIDDEN.sub("", text).casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def readings(content: bytes) -> Iterator[str]:
    """All that a file says, in every way in which it can be read."""
    for inner in _unpacked(content):
        yield from readings(inner)
    texts = [content.decode("utf-8", "replace")]
    if b"\0" in content:
        texts += [content[start:].decode(form, "replace") for form in ("utf-16-le", "utf-16-be") for start in (0, 1)]
    for text in texts:
        yield from _unescaped(text)
    for run in _BASE64.findall(content):
        yield from _decoded(run)


def _unescaped(text: str) -> Iterator[str]:
    yield text
    plain = _PAIR.sub(_joined, _ESCAPE.sub(_character, text))
    plain = html.unescape(html.unescape(plain))
    yield plain
    yield unquote(unquote(plain), errors="replace")
    yield unquote(re.sub("=(?=[0-9A-F]{2})", "%", re.sub("=\r?\n", "", plain)), errors="replace")


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2] or escape[3], 16)
    return chr(number) if number < 0x110000 else escape[0]


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _decoded(run: bytes) -> Iterator[str]:
    """What a run of base64 says, wherever in it the bytes begin."""
    run = run.translate(bytes.maketrans(b"-_", b"+/"))
    for start in range(4):
        piece = run[start : -1 if len(run[start:]) % 4 == 1 else None]
        yield base64.b64decode(piece + b"==").decode("utf-8", "ignore")


def _indexed(content: bytes) -> Iterator[bytes]:
    """What a file of the search index holds, and the terms that it begins with, each written out."""
    yield payload(content)
    if re.match(rb'archiveIndex\("(removed/)?(t/|spelling)', content):
        yield b"\n".join(Cursor(payload(content)).terms())


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
        return
    if content.startswith(b"archiveIndex("):
        yield from _indexed(content)
        return
    for unpack in (gzip.decompress, zlib.decompress, lambda content: binascii.unhexlify(content.strip())):
        with suppress(OSError, EOFError, ValueError, zlib.error):
            if inner := unpack(content):
                yield inner
