"""Which 8-bit or East Asian encoding a text is in that is neither UTF-8 nor UTF-16.

Latin script is told by its letters: the right encoding gives words that one language can spell (alphabets.txt), a wrong
one strews signs and strangers. Other scripts go to charset-normalizer, which compares with how often characters occur.
"""

import re
from functools import cache
from importlib.resources import files

import ftfy.bad_codecs  # noqa: F401  registers the sloppy-windows-* codecs, which leave no byte undefined
from charset_normalizer import from_bytes

FALLBACK = "sloppy-windows-1252"
SAMPLE = 20_000
# So few bytes above 0x7F may all be accents: "Zoë" has one in three letters.
_FEW = 8

# In the order in which equals are preferred: what people have used most comes first.
_LATIN = (
    FALLBACK,
    "sloppy-windows-1250",
    "iso8859_2",
    "sloppy-windows-1254",
    "sloppy-windows-1257",
    "cp850",
    "mac_roman",
)
_OTHER = (
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic"),
    *("cp1253", "iso8859_7", "cp1255", "cp1256", "cp874", "cp1258"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_NAMES = {
    **{f"sloppy-windows-{page}": f"windows-{page}" for page in (1250, 1252, 1254, 1257)},
    **{f"cp{page}": f"windows-{page}" for page in (874, 1251, 1253, 1255, 1256, 1258)},
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "mac_roman": "macintosh",
    "mac_cyrillic": "x-mac-cyrillic",
}
_PUNCTUATION = frozenset("“”„‘’‚«»‹›–—…€£¢§°·•©®™\xa0\xad¿¡ºª½¼¾´²³")
_LETTER = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
# "s³oma", "Sal‚": a sign inside a word, or an opening quotation mark behind one, is a letter of another encoding.
_SIGN_IN_WORD = re.compile(r"[^\W\d_][^\w\s\x00-\x7f’‘·\xad–—…](?=[^\W\d_])|[^\W\d_][„‚¿¡](?!\w)")


def legacy_encoding(raw: bytes) -> str:
    """The Python codec that most likely reads these bytes; Windows-1252 where nothing speaks for another."""
    sample = _sample(raw)
    high = len(_HIGH.findall(sample))
    if high <= _FEW or high < 0.3 * (high + len(_LETTER.findall(sample))):
        strange, rank = min((_strange(sample.decode(codec, "replace")), rank) for rank, codec in enumerate(_LATIN))
        if strange <= 0.3 * high:
            return _LATIN[rank]
    match = from_bytes(sample, cp_isolation=list(_OTHER)).best()
    return match.encoding if match else FALLBACK


def encoding_name(codec: str) -> str:
    """The name by which the world knows a codec: "cp1251" -> "windows-1251"."""
    return _NAMES.get(codec, codec.replace("iso8859", "iso-8859").replace("_", "-"))


def _sample(raw: bytes) -> bytes:
    """The first lines that hold a byte above 0x7F; of a long one what stands around its first such byte."""
    lines: list[bytes] = []
    size = 0
    for line in raw.splitlines(keepends=True):
        if found := _HIGH.search(line):
            start = max(found.start() - 200, 0) if len(line) > SAMPLE else 0
            lines.append(_cut(line[start:]))
            size += len(lines[-1])
        if size > SAMPLE:
            break
    return b"".join(lines)


def _cut(line: bytes) -> bytes:
    """At most SAMPLE bytes, cut behind a byte that is no part of a character of several bytes."""
    if len(line) <= SAMPLE:
        return line
    end = max(line.rfind(low, 0, SAMPLE) for low in (b" ", b"\t", b",", b"."))
    return line[: end + 1] or line[:SAMPLE]


def _strange(text: str) -> int:
    """How many of a text's non-ASCII characters no single language would write there."""
    high = [char for char in text if char > "\x7f" and char not in _PUNCTUATION]
    signs = sum(not char.isalpha() for char in high) + len(_SIGN_IN_WORD.findall(text))
    letters = [char for char in high if char.isalpha()]
    return signs + min(sum(char not in alphabet for char in letters) for alphabet in _alphabets())


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    lines = (files(__package__) / "alphabets.txt").read_text("utf-8").splitlines()
    letters = (line.split()[1] for line in lines if not line.startswith("#"))
    return tuple(frozenset(each + each.upper()) for each in letters)
