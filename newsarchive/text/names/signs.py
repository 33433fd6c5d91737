"""Signs that a line may be a byline, read off its words one by one: most lines have none and need no parsing."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.dates.names import is_weekday, month_number
from newsarchive.text.names.lists import agencies, name_key, not_names, places, section, section_words
from newsarchive.text.names.words import PARTICLES, camel_pieces, is_given, is_initial, is_role

_UPPER = "A-ZÀ-ÞА-Я"
# a word, a part of it in capitals, or one that begins with a capital: "ByAnn" -> "By", "Ann"
PIECE = re.compile(rf"[^\W\d_{_UPPER}]+|[{_UPPER}]+(?![^\W\d_{_UPPER}])|[{_UPPER}][^\W\d_{_UPPER}]+")
_WORD = re.compile(r"\S+")
_RUN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SMALL = re.compile(r"[a-zß-ÿа-яα-ω]{2}")
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = ",;:.!?()[]\"'“”„‚‘’«»"
_LONGEST_WORD = 60
_FIRST = 20  # words: where more than half of them are small, a line is a sentence
_MOST_PIECES = 8
_ANNOUNCES, _NAMES, _SMALL_WORD, _OTHER_WORD = 1, 2, 4, 8


class Signs(NamedTuple):
    """Whether a by-word may stand in a line, and a name or an agency; how many small words there are, and how many of
    them are not known to stand beside names ("said", "ferry").
    """

    announced: bool
    named: bool
    small_words: int
    other_words: int


def signs_of(line: str) -> Signs:
    """What the words of a line may be, each looked at alone; of a sentence, only its first words are looked at."""
    words = line.split()
    marks = list(map(_marks, words[:_FIRST]))
    if len(words) > _FIRST and sum(1 for mark in marks if mark & _SMALL_WORD) <= _FIRST // 2:
        marks += map(_marks, words[_FIRST:])
    told = small = other = 0
    for mark in marks:
        told |= mark
        small += mark & _SMALL_WORD
        other += mark & _OTHER_WORD
    return Signs(bool(told & _ANNOUNCES), bool(told & _NAMES), small // _SMALL_WORD, other // _OTHER_WORD)


def may_announce(line: str) -> bool:
    """False for a line that holds no by-word."""
    return not first_words().isdisjoint(map(str.casefold, PIECE.findall(line)))


def other_word_end(line: str) -> int:
    """The column where the first small word ends that is not known to stand beside names ("said"), or the line."""
    others = (word.end() for word in _WORD.finditer(line) if _marks(word[0]) & _OTHER_WORD)
    return next(others, len(line))


@lru_cache(maxsize=65536)
def _marks(word: str) -> int:
    if len(word) > _LONGEST_WORD:
        return _ANNOUNCES | _NAMES
    bare = word.strip(_EDGES)
    if bare.isalpha() and bare[1:].islower():
        return _marks_of_plain(bare)
    if _LETTER.search(bare) is None:
        return 0
    announces = any(piece.group().casefold() in first_words() for piece in PIECE.finditer(word))
    small = _SMALL_WORD if _SMALL.match(word) else 0
    return (_ANNOUNCES if announces else 0) | (_NAMES if _may_name(word) else 0) | small


def _marks_of_plain(word: str) -> int:
    """The marks of a word of letters alone, with no capital inside: most words, and the quickest to tell."""
    small = word.casefold()
    announces = _ANNOUNCES if small in first_words() else 0
    if word[0].islower():
        named = _NAMES if word in _first_of_agencies() else 0
        return announces | named | _SMALL_WORD | (0 if _is_light(word) else _OTHER_WORD)
    return announces | (_NAMES if word in _first_of_agencies() or _may_lead(word) else 0)


def _is_light(small: str) -> bool:
    """True for a small word that may stand beside a name: of a date, a role, a place, or between two names."""
    if small in _light_words() or is_role(small) or name_key(small) in places():
        return True
    return month_number(small) is not None or is_weekday(small)


def _may_name(word: str) -> bool:
    """True where a given name, a family name of East Asia or an agency may begin in a word."""
    runs = _RUN.findall(word)
    if any(run in _first_of_agencies() or _may_lead(run) for run in runs) or word in _first_of_agencies():
        return True
    return any(_may_lead(piece) for run in runs for piece in camel_pieces(run)[:_MOST_PIECES])


def _may_lead(piece: str) -> bool:
    return is_given(piece) or is_initial(piece) or name_key(piece) in section_words("family_names.txt", "east")


@lru_cache(maxsize=1)
def _light_words() -> frozenset[str]:
    joiners = section_words("parts.txt", "joiners")
    return section_words("by_words.txt", "light") | not_names() | PARTICLES | joiners


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
