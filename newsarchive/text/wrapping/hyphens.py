"""Hyphens at the ends of lines: whether the word goes on in the next line, and whether the hyphen is the word's own."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from newsarchive.text.language import guess_language
from newsarchive.text.stop_words import stop_words

_SOFT = "\u00ad"
_HYPHENS = ("-", "‐", _SOFT)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_LAST = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*\Z")
_LONGEST = 80
"""Characters of a word that are looked at."""
_VOWELS = frozenset("aeiouyäöüåæøáéíóúàèìòùâêîôûаеёиоуыэюяіїєαεηιουω")
_SHORTEST = 2
"""Letters that hyphenation leaves at the end of a line, and puts at the beginning of the next."""
_PROVEN = 3
"""Broken words that stand elsewhere in one piece, after which a text is known to hyphenate."""
_MOST = 3
"""Of so many broken words of which no half is known all but one are broken by hyphenation."""


class Vocabulary(NamedTuple):
    """The words of a text in small letters, those at broken ends left out, and the common ones of its language; whether
    it hyphenates words.
    """

    words: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    is_hyphenated: bool = False


def ends_in_hyphen(line: str) -> bool:
    """Whether a word may go on in the next line."""
    return line.rstrip().endswith(_HYPHENS)


def vocabulary(lines: Sequence[str]) -> Vocabulary:
    """What is known from the lines of a text of the words that are broken at their ends."""
    known: set[str] = set()
    after_hyphen = False
    for line in lines:
        words = _WORD.findall(line.casefold())
        is_broken = ends_in_hyphen(line)
        known.update(words[after_hyphen : len(words) - is_broken])
        after_hyphen = is_broken
    known.update([part for word in known if "-" in word for part in word.split("-")])
    common = stop_words(guess_language("\n".join(lines)))
    return Vocabulary(frozenset(known), common, _hyphenates(lines, known, common))


def between(above: str, below: str, vocabulary: Vocabulary) -> str:
    """What two lines that are one are joined by: a blank, "-" where a word is broken at a hyphen of its own, "" where
    the hyphen was put in to break it.
    """
    text = above.rstrip()
    if text.endswith(_SOFT):
        return ""
    if not text.endswith(_HYPHENS):
        return " "
    left, right = _halves(text, below)
    if not (text[-2:-1].isalnum() and below.lstrip()[:1].isalnum()):
        return " "
    if below.lstrip()[:1].islower() and _is_put_in(left, right, vocabulary):
        return ""
    return " " if right in _listed("joining") else "-"


def _halves(text: str, below: str) -> tuple[str, str]:
    """The word before a hyphen, with others before it ("mother-in"), and the first of the line below."""
    left = _LAST.search(text[-_LONGEST:-1])
    right = _WORD.match(below.lstrip()[:_LONGEST])
    return left.group().casefold() if left else "", right.group().casefold() if right else ""


def _is_put_in(left: str, right: str, known: Vocabulary) -> bool:
    """Whether a hyphen breaks a word that has none: the text has it in one piece, or has neither half as a word."""
    if left + right in known.words:
        return f"{left}-{right}" not in known.words
    if f"{left}-{right}" in known.words or min(len(left), len(right)) < _SHORTEST or left in _listed("prefixes"):
        return False
    return known.is_hyphenated and not any(_is_word(half, known.words, known.common) for half in (left, right))


def _is_word(half: str, *known: Collection[str]) -> bool:
    return "-" in half or any(half in words for words in known)


def _hyphenates(lines: Sequence[str], known: Collection[str], common: Collection[str]) -> bool:
    """Whether most words that are broken at the ends of lines are broken by hyphenation.

    Some stand elsewhere in one piece; or nearly all have halves of which neither is a word ("reser", "vation"), and the
    second begins as syllables do.
    """
    broken = [_halves(above.rstrip(), below) for above, below in pairwise(lines) if ends_in_hyphen(above)]
    joined = sum(left + right in known for left, right in broken)
    kept = sum(f"{left}-{right}" in known for left, right in broken)
    words = sum(halves[1][:1] in _VOWELS or any(_is_word(half, known, common) for half in halves) for halves in broken)
    return (joined >= _PROVEN and joined >= _MOST * kept) or (_MOST * words <= len(broken) and not kept)


@lru_cache(maxsize=2)
def _listed(title: str) -> frozenset[str]:
    """The words of one [section] of hyphens.txt."""
    text = (files(__package__) / "hyphens.txt").read_text("utf-8")
    return frozenset(text.partition(f"\n[{title}]\n")[2].partition("\n#")[0].split())
