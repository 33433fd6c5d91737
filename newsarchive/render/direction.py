"""The language and direction of a text: as attributes of its element, or by characters that nobody sees."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

# What is written from right to left: languages, and scripts where the tag of a language names one ("ku-Arab").
_LANGUAGES = frozenset({"ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc"})
_LANGUAGES |= {"mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi"}
_SCRIPTS = frozenset({"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"})
_SCRIPT = re.compile(r"-([a-z]{4})(?:-|$)")

_RIGHT = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_OTHER = {"ltr": re.compile(f"[{_RIGHT}]"), "rtl": re.compile(rf"[^\W\d_{_RIGHT}]")}
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}


def text_attributes(text: str, language: str | None, page_language: str) -> Mapping[str, str]:
    """`lang` where it differs from the page's ("" for unknown, never a guess) and `dir` where it is another.

    ("שלום", "he", "en") -> {"lang": "he", "dir": "rtl"};  ("Hello", "en", "en-GB") -> {}
    """
    return _attributes(direction_of(text, language), language, page_language)


@lru_cache(1024)
def _attributes(direction: str, language: str | None, page_language: str) -> Mapping[str, str]:
    attributes = {}
    if language is None or language not in {page_language, page_language.split("-", maxsplit=1)[0]}:
        attributes["lang"] = language or ""
    if direction != direction_of("", page_language):
        attributes["dir"] = direction
    return MappingProxyType(attributes)


def direction_of(text: str, language: str | None) -> str:
    """Which way a text runs, "rtl" or "ltr": as its language is written, else as its first letter with a direction."""
    if language:
        return _written(language)
    kinds = (unicodedata.bidirectional(character) for character in text[:500])
    return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"


@lru_cache(1024)
def _written(language: str) -> str:
    tag = language.lower()
    if script := _SCRIPT.search(tag):
        return "rtl" if script[1] in _SCRIPTS else "ltr"
    return "rtl" if tag.split("-", maxsplit=1)[0] in _LANGUAGES else "ltr"


def isolated(text: str, direction: str) -> str:
    """A name or phrase as it stands inside a text that runs the other way; as it is where all of it runs that way.

    The isolates of Unicode Standard Annex 9 do for text what `<bdi>` does for elements.
    """
    if direction == "ltr" and text.isascii():
        return text
    return f"{_ISOLATE}{text}{_END}" if _OTHER[direction].search(text) else text


def composed(text: str, direction: str) -> str:
    """A text of several isolated pieces with a mark of its direction, since its first letter may speak for a piece."""
    return f"{_MARKS[direction]}{text}" if text.startswith(_ISOLATE) else text
