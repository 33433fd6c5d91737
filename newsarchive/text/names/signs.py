"""Signs that a line may be a byline, read off its words one by one: most lines have none and need no parsing."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.names.lists import agencies, name_key, section, section_words
from newsarchive.text.names.words import camel_pieces, is_given, is_initial

_UPPER = "A-ZÀ-ÞА-Я"
# a word, a part of it in capitals, or one that begins with a capital: "ByAnn" -> "By", "Ann"
PIECE = re.compile(rf"[^\W\d_{_UPPER}]+|[{_UPPER}]+(?![^\W\d_{_UPPER}])|[{_UPPER}][^\W\d_{_UPPER}]+")
_RUN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SMALL = re.compile(r"[a-zß-ÿа-яα-ω]{2}")
_LONGEST_WORD = 60
_MOST_PIECES = 8
_ANNOUNCES, _NAMES, _SMALL_WORD = 1, 2, 4


class Signs(NamedTuple):
    """Whether a by-word may stand in a line, and a name or an agency; and how many small words there are."""

    announced: bool
    named: bool
    small_words: int


def signs_of(line: str) -> Signs:
    """What the words of a line may be, each looked at alone."""
    marks = list(map(_marks, line.split()))
    told = 0
    for mark in marks:
        told |= mark
    small = sum(mark >= _SMALL_WORD for mark in marks) if told & _SMALL_WORD else 0
    return Signs(bool(told & _ANNOUNCES), bool(told & _NAMES), small)


@lru_cache(maxsize=65536)
def _marks(word: str) -> int:
    if len(word) > _LONGEST_WORD:
        return _ANNOUNCES | _NAMES
    if word.islower() and word.isalpha():
        lead = (_ANNOUNCES if word in first_words() else 0) | (_NAMES if word in _first_of_agencies() else 0)
        return lead | (_SMALL_WORD if _SMALL.match(word) else 0)
    announces = any(piece.group().casefold() in first_words() for piece in PIECE.finditer(word))
    small = _SMALL_WORD if _SMALL.match(word) else 0
    return (_ANNOUNCES if announces else 0) | (_NAMES if _may_name(word) else 0) | small


def _may_name(word: str) -> bool:
    """True where a given name, a family name of East Asia or an agency may begin in a word."""
    runs = _RUN.findall(word)
    if any(run in _first_of_agencies() or _may_lead(run) for run in runs) or word in _first_of_agencies():
        return True
    return any(_may_lead(piece) for run in runs for piece in camel_pieces(run)[:_MOST_PIECES])


def _may_lead(piece: str) -> bool:
    return is_given(piece) or is_initial(piece) or name_key(piece) in section_words("family_names.txt", "east")


@lru_cache(maxsize=1)
def first_words() -> frozenset[str]:
    """The first words of all that announces a byline, in small letters."""
    titles = ("plain", "strong", "label", "text label")
    phrases = (phrase for title in titles for phrase in section("by_words.txt", title))
    return frozenset(found.group().casefold() for phrase in phrases if (found := PIECE.match(phrase)))


@lru_cache(maxsize=1)
def _first_of_agencies() -> frozenset[str]:
    """The first words of the spellings of agencies, as they stand and with a capital."""
    words = {run.group() for _, row in agencies() for spelling in row for run in _RUN.finditer(spelling)}
    return frozenset(words | {word.capitalize() for word in words} | {word.upper() for word in words})
