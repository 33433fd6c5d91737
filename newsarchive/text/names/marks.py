"""The words that announce a byline: "By", "Von", "Text:", "Autor:"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from newsarchive.text.dates import find_dates
from newsarchive.text.names.lists import any_of, section, section_words
from newsarchive.text.names.signs import PIECE, first_words, other_word_end
from newsarchive.text.names.words import Word, is_no_name, is_role, words_of

Strength = Literal["plain", "strong"]

_FURTHEST = 140  # columns: no by-word begins behind a longer lead
_MOST_WORDS_BEFORE = 8
_BAR = re.compile(r"[|·•–—~:∙●/]")
_HARD_END = re.compile(r"[|·•–—~:∙●/]\s*$")
_FILED = re.compile(
    r"^\s*(?:posted|published|filed|veröffentlicht|publié|publicado) (?:in|dans|en) (?:\S{1,30} ){1,4}", re.IGNORECASE
)
_COLON = r"\s*(?:[:：●⚫•|／]|\s-\s)\s*(?=\S)"
_SPACE = r"(?:\s*[:：]\s*|\s+|(?-i:(?<=[a-zа-я])(?=[A-ZÀ-ÞŠŽČŁА-Я][^\W\d_]|@)))(?=\S)"


class Mark(NamedTuple):
    """A by-word: the columns `line[start:end]`; names begin at `end`. "strong": it says that somebody wrote this."""

    start: int
    end: int
    strength: Strength


@lru_cache(maxsize=1024)
def find_mark(line: str) -> Mark | None:
    """The first by-word of a line that names may follow, where nothing but a date and light words stands before it.

    "Posted on May 3 by Ann" -> the columns of "by "; "He was hit by Ann Roe" -> None.
    """
    starts = list(_candidates(line))
    for pattern, strength in _patterns() if starts else ():
        for start in starts:
            found = pattern.match(line, start)
            if found and _is_light(line, start):
                return Mark(start, found.end(), strength)
    return None


def is_by_words(line: str) -> bool:
    """True for a line that announces the names on the next and says nothing else: "By", "Autor:", "Written by"."""
    bare = line.strip(" \t:：-–—|•").casefold()
    return bare in _announcing()


@lru_cache(maxsize=1)
def _announcing() -> frozenset[str]:
    """The phrases after which names may stand on a line of their own, in small letters."""
    titles = ("plain", "strong", "label")
    return frozenset(phrase for title in titles for phrase in section("by_words.txt", title))


def is_light_word(small: str) -> bool:
    """True for words that stand beside a byline and its date: "posted", "on", "minutes", "veröffentlicht", "am"."""
    return small in section_words("by_words.txt", "light") or is_role(small) or is_no_name(small)


def _candidates(line: str) -> Iterator[int]:
    """The columns where a by-word may begin: only there the patterns are tried."""
    for found in PIECE.finditer(line, 0, _furthest(line)):
        before = line[found.start() - 1 : found.start()]
        inside = before.isalpha() or (bool(before) and before in "_'’@.")
        if found.group().casefold() in first_words() and not inside:
            yield found.start()


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], Strength], ...]:
    plain, strong, label, text_label = (
        any_of(section("by_words.txt", title)) for title in ("plain", "strong", "label", "text label")
    )
    return (
        (re.compile(rf"(?:{strong}){_SPACE}", re.IGNORECASE), "strong"),
        (re.compile(rf"(?:{label}|{plain}){_COLON}", re.IGNORECASE), "strong"),
        (re.compile(rf"(?:{text_label}){_COLON}", re.IGNORECASE), "plain"),
        (re.compile(rf"(?:{plain}){_SPACE}", re.IGNORECASE), "plain"),
    )


def _furthest(line: str) -> int:
    """The column behind which no by-word can begin: without a bar or a category, the first word of a sentence."""
    if _BAR.search(line, 0, _FURTHEST) or _FILED.match(line):
        return _FURTHEST
    return other_word_end(line[:_FURTHEST])


def _is_light(line: str, end: int) -> bool:
    """True where what stands before a by-word belongs to no sentence: a date, "Posted on", a category and a bar."""
    before = _FILED.sub("", line[:end])
    if not before.strip(" \t-–—*•|\"'"):
        return True
    words = [word for word in words_of(before) if word.kind == "word" and not _is_dated(before, word)]
    if any(word.small in section_words("by_words.txt", "others") for word in words):
        return False
    if words and _is_office(line, end, words[-1]):
        return False
    if all(is_light_word(word.small) for word in words):
        return True
    return len(words) <= _MOST_WORDS_BEFORE and _HARD_END.search(before) is not None


def _is_office(line: str, end: int, last: Word) -> bool:
    """True for a role right before any by-word but "by": "Chef von Kiel", "directeur de Paris"."""
    return is_role(last.small) and line[:end].endswith(f"{last.text} ") and line[end : end + 2].casefold() != "by"


def _is_dated(line: str, word: Word) -> bool:
    return any(mention.start <= word.start < mention.end for mention in find_dates(line))
