"""The words that a text can be found by. The script of the search page has a twin of this: docs/search-format.md."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

MOST_CHARACTERS = 40
"""Of a word; the rest is cut off."""

_ASCII_RUN = re.compile("[a-z0-9]+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_FEW = 40
_PAIRED = (
    "\u0e00-\u0fff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
    "\u1100-\u11ff\uac00-\ud7af"  # Hangul
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_DROPPED = (
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u20d0-\u20ff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_SAME = str.maketrans(
    {"ß": "ss", "ς": "σ", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "æ": "ae"}
    | {"œ": "oe", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
    | {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)}
)
_MARKS_LIE = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))
_REMEMBERED = 24  # characters; longer runs are sentences of scripts without spaces, and come but once
_MOST_REMEMBERED = 200_000

_known: dict[str, tuple[str, ...]] = {}


def search_words(text: str) -> list[str]:
    """The words of a text, in order, as they are looked up: "Don’t stop Łódź!" -> ["don", "t", "stop", "lodz"].

    Letters, digits and marks make words; all else parts them. Small letters, without accents and vowel points; scripts
    without spaces, and Hangul, in pairs of characters: "東京都" -> ["東京", "京都"].
    """
    plain = text if text.isascii() else _as_ascii(text)
    if plain is not None:
        return _cut(_ASCII_RUN.findall(plain.lower()))
    runs = _run().findall(text.replace("\u00ad", ""))
    try:
        return list(chain.from_iterable(map(_known.__getitem__, runs)))
    except KeyError:
        _learn(runs)
    return list(chain.from_iterable(_known[run] if run in _known else _words_of(run) for run in runs))


def _as_ascii(text: str) -> str | None:
    """A text of the same words in ASCII, or None where there is none: it is many times quicker to part."""
    beyond = set(_BEYOND_ASCII.findall(text))
    if len(beyond) > _FEW:
        return None
    for character in beyond:
        same = _ascii_of(character)
        if same is None:
            return None
        text = text.replace(character, same)
    return text


@lru_cache(maxsize=4096)
def _ascii_of(character: str) -> str | None:
    """What a character is in a word: "é" -> "e", "’" -> " ", "д" -> None, for it is nothing in ASCII."""
    if character == "\u00ad":
        return ""
    if character.isalnum() or unicodedata.category(character)[0] == "M":
        folded = _folded(character)
        return folded if folded.isascii() else None
    return " "


def _learn(runs: Iterable[str]) -> None:
    if len(_known) > _MOST_REMEMBERED:
        _known.clear()
    for run in runs:
        if len(run) <= _REMEMBERED and run not in _known:
            _known[run] = _words_of(run)


def _words_of(run: str) -> tuple[str, ...]:
    """The words of a run of letters, digits, marks and underscores."""
    if run.isascii():
        return tuple(_cut(_ASCII_RUN.findall(run.lower())))
    words: list[str] = []
    for part in _part().finditer(_folded(run)):
        paired, word = part[1], part[2]
        if word:
            words.append(word[:MOST_CHARACTERS])
        elif len(paired) == 1:
            words.append(paired)
        else:
            words += map("".join, pairwise(paired))
    return tuple(words)


def _folded(run: str) -> str:
    small = unicodedata.normalize("NFKD", run).lower().translate(_SAME)
    return unicodedata.normalize("NFC", _dropped().sub("", small))


def _cut(words: list[str]) -> list[str]:
    if words and len(max(words, key=len)) > MOST_CHARACTERS:
        return [word[:MOST_CHARACTERS] for word in words]
    return words


@lru_cache(maxsize=1)
def _run() -> re.Pattern[str]:
    return re.compile(rf"[\w{_marks()}]+")


@lru_cache(maxsize=1)
def _dropped() -> re.Pattern[str]:
    return re.compile(_DROPPED)


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    """A run of a script whose characters are paired, or a word of another."""
    paired = re.compile(f"[{_PAIRED}]")
    marks = "".join(mark for mark in _marks() if not paired.match(mark))
    return re.compile(rf"([{_PAIRED}]+)|((?:(?![{_PAIRED}])[^\W_]|[{marks}])+)")


@lru_cache(maxsize=1)
def _marks() -> str:
    """The marks of all scripts (general category M)."""
    return "".join(chr(code) for code in chain(*_MARKS_LIE) if unicodedata.category(chr(code))[0] == "M")
