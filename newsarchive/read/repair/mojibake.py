"""Mojibake, and characters that no text can show.

Mojibake is UTF-8 that was read as another encoding on its way here ("itâ€™s"). ftfy undoes it, word by word and nothing
but it: quotation marks, ligatures and widths stay as they were written.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from newsarchive.read.repair.edits import Edit

# A run of words is mended in pieces of this many characters; what is longer is no word, and would take ftfy for ever.
LONGEST_PIECE = 1000

_ENCODINGS = ("latin-1", "iso-8859-2", *(f"windows-{page}" for page in (1250, 1251, 1252, 1253, 1254, 1257)))


def _read_as(encoding: str, first: int, last: int) -> str:
    return "".join(re.escape(_character(byte, encoding)) for byte in range(first, last + 1))


def _character(byte: int, encoding: str) -> str:
    """What a byte stands for, as browsers have it: one that an encoding leaves undefined is a control character."""
    return bytes([byte]).decode(encoding, "ignore") or chr(byte)


@cache
def _tell_tale() -> re.Pattern[str]:
    """What begins a character in UTF-8, as other encodings read it: "Ã©", "â€™", "Р°"; "‚Äô" and "├®" of old ones."""
    pairs = []
    for encoding in _ENCODINGS:
        follow = f"[{_read_as(encoding, 0x80, 0xBF)}\ufffd]"
        two, more = _read_as(encoding, 0xC2, 0xDF), _read_as(encoding, 0xE0, 0xF4)
        pairs.append(f"[{two}]{follow}|[{more}]{follow}{{2}}")
    return re.compile("|".join([*pairs, "[ÃÂ] ", "‚Ä|√[^ ]|[├┬][^ ]|ΓÇ"]))


# Looked for first, being ten times as quick: any two characters that may begin a tell-tale.
_FIRST = "".join(_read_as(encoding, 0xC2, 0xF4) for encoding in _ENCODINGS) + "‚√├┬Γ"
_SECOND = "".join(_read_as(encoding, 0x80, 0xBF) for encoding in _ENCODINGS) + "\ufffdÄÇ"
_HINT = re.compile(f"[{_FIRST}][{_SECOND}]")

# Not one of them ends a line in an editor, so those that part words elsewhere become a space. The others show nothing.
_PARTS_WORDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_SHOWS_NOTHING = "\x00-\x08\r\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
_CONTROL = re.compile(f"[{_PARTS_WORDS}{_SHOWS_NOTHING}]")
# Most of a text, and nothing of what is looked for; blanks, which keep words apart, are left in.
_PLAIN = bytes(range(0x21, 0x7F)) + b"\t\n"
_C1 = re.compile("[\x80-\x9f]")
_WORD = re.compile("[^ \t]+")


def may_be_broken(text: str) -> bool:
    """False for a text in which nothing is mended; true for one that is worth the time."""
    if text.isascii() and text.isprintable():
        return False
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    return bool(_CONTROL.search(rest)) or (_may_be_misread(rest) and _may_be_misread(text))


def _may_be_misread(text: str) -> bool:
    return bool(_HINT.search(text)) or "Ã " in text or "Â " in text


def broken_characters(line: str) -> Iterator[Edit]:
    """What a line says in mojibake or in control characters, and what it should say."""
    if not may_be_broken(line) or not (_CONTROL.search(line) or _tell_tale().search(line)):
        return
    for start, end in _suspects(line):
        for offset, before, after in _differences(line[start:end], _mend(line[start:end])):
            rule = "control_character" if _without_controls(before) == after else "mojibake"
            yield Edit(start + offset, before, after, rule)


def _suspects(line: str) -> Iterator[tuple[int, int]]:
    """Runs of words with a character that is not printable ASCII; with the next word where "Ã " may be a cut "à"."""
    start = end = -1
    for word in _WORD.finditer(line):
        plain = word.group().isascii() and word.group().isprintable()
        if start >= 0 and (not plain or line[end - 1] in "ÃÂ") and word.end() - start <= LONGEST_PIECE:
            end = word.end()
        elif start >= 0:
            yield start, end
            start = end = -1
        if start < 0 and not plain:
            start, end = word.span()
    if start >= 0:
        yield start, len(line) if line[end - 1] in "ÃÂ" else end


@lru_cache(maxsize=4096)
def _mend(piece: str) -> str:
    if len(piece) <= LONGEST_PIECE and (_tell_tale().search(piece) or _C1.search(piece)):
        from ftfy import fix_encoding  # noqa: PLC0415 - slow to load, and few archives need it

        piece = fix_encoding(piece)
    return _without_controls(piece)


def _without_controls(text: str) -> str:
    return _CONTROL.sub(lambda found: " " if found[0] in _PARTS_WORDS else "", text)


def _differences(before: str, after: str) -> Iterator[tuple[int, str, str]]:
    """The runs of words that differ, each with where it begins in `before`."""
    if before == after:
        return
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        yield _middle(before, after)
        return
    offset = 0
    for same, pairs in groupby(zip(old, new, strict=True), key=lambda pair: pair[0] == pair[1]):
        befores, afters = zip(*pairs, strict=True)
        if not same:
            yield offset, " ".join(befores), " ".join(afters)
        offset += sum(map(len, befores)) + len(befores)


def _middle(before: str, after: str) -> tuple[int, str, str]:
    """What is left of two texts without the words that both begin with, and those that both end with."""
    old, new = before.split(" "), after.split(" ")
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    offset = sum(len(word) + 1 for word in old[:head])
    return offset, " ".join(old[head : len(old) - tail]), " ".join(new[head : len(new) - tail])
