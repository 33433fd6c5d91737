"""The word lists beside this file, as sets to look words up in."""

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

_UNMARKED = str.maketrans("łøđßæœıþðŁØĐ", "lodsaoitdlod")
_SECTION = re.compile(r"\[([a-z ]+)\]")


def name_key(word: str) -> str:
    """A word as the lists spell it: in small letters, without accents: "José" -> "jose", "Łukasz" -> "lukasz"."""
    return word.casefold() if word.isascii() else _without_accents(word)


@lru_cache(maxsize=65536)
def _without_accents(word: str) -> str:
    small = word.casefold().replace("\u2019", "'")
    apart = unicodedata.normalize("NFKD", small.translate(_UNMARKED))
    return "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Common given names of many languages, as `name_key` spells them."""
    return frozenset(name_key(word) for line in _lines("given_names.txt") for word in line.split())


@lru_cache(maxsize=1)
def not_names() -> frozenset[str]:
    """Words that no person's name holds, in small letters."""
    return frozenset(word for line in _lines("not_names.txt") for word in line.split())


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Cities, countries and regions, as `name_key` spells them; of more than one word too."""
    return frozenset(name_key(place.strip()) for line in _lines("places.txt") for place in line.split(";"))


@lru_cache(maxsize=1)
def roles() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that say what somebody is, and the ends of words that do ("-korrespondent"), in small letters."""
    words = [word for line in _lines("roles.txt") for word in line.split()]
    ends = tuple(word[1:] for word in words if word.startswith("-"))
    return frozenset(word for word in words if not word.startswith("-")), ends


@lru_cache(maxsize=1)
def agencies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """News agencies: the name of each and all its spellings."""
    rows = [tuple(part.strip() for part in line.split(";")) for line in _lines("agencies.txt")]
    return tuple((row[0], row) for row in rows)


@lru_cache(maxsize=32)
def section(file: str, title: str) -> tuple[str, ...]:
    """The lines of one [section] of a list."""
    found, inside = [], False
    for line in _lines(file):
        if head := _SECTION.fullmatch(line):
            inside = head.group(1) == title
        elif inside:
            found.append(line)
    return tuple(found)


@lru_cache(maxsize=32)
def section_words(file: str, title: str) -> frozenset[str]:
    """The words of one [section] of a list."""
    return frozenset(word for line in section(file, title) for word in line.split())


def any_of(phrases: tuple[str, ...]) -> str:
    """A pattern for any of these phrases, the longest first, however the words are spaced."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


def _lines(file: str) -> list[str]:
    text = (files(__package__) / file).read_text("utf-8")
    return [line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#")]
