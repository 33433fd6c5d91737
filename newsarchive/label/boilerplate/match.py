"""Which rules' phrases a line says."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from newsarchive.label.boilerplate.book import FIRST, OUTER, Book, Phrase, opening, read_book
from newsarchive.label.boilerplate.fits import LONG_REACH, PROSE, REACH, SENTENCE_END, begins, ends_a_word, holds
from newsarchive.label.line import Line, words_of
from newsarchive.text.tokens import folded_tokens

PHRASES = Path(__file__).parent / "phrases"
NOTE_PHRASES = Path(__file__).parent.parent / "notes" / "phrases"
LONGEST_PHRASE = 200
_LONG, _SHORT = slice(FIRST[0]), slice(FIRST[1])


class Told(NamedTuple):
    """The rules of which a line says a phrase: certain ones of the site, hints of the site, the newsroom's notes."""

    site: frozenset[str]
    hints: frozenset[str]
    notes: frozenset[str]


NOTHING = Told(frozenset(), frozenset(), frozenset())
_MOST_KNOWN = 1 << 15
_known: dict[str, Told] = {}
"""What lines say that were read lately, by their text."""


def told(line: Line) -> Told:
    """The rules of which a line says a phrase."""
    if len(line.text) > LONG_REACH:
        return NOTHING
    known = _known.get(line.text)
    return _told(line.text, line.folded) if known is None else known


def unread(lines: Iterable[Line]) -> list[Line]:
    """The lines that may say a phrase and were not read lately, each text once."""
    return list(
        {line.text: line for line in lines if line.text not in _known and len(line.text) <= LONG_REACH}.values()
    )


def remember(lines: Iterable[Line], said: Iterable[Told]) -> None:
    """Keeps what some lines say: several stages ask for it, and menus stand on every page."""
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    _known.update((line.text, one) for line, one in zip(lines, said, strict=True))


def said(line: Line) -> frozenset[str]:
    """The rules by which a line is the site's for certain, by what it says."""
    return told(line).site


def opened(start: str) -> set[str]:
    """The rules of the site of which a piece of text, as `opening` gives it, is a whole phrase or begins with one."""
    if not may_say(start):
        return set()
    begun = (one for one in _openings(start) if "<" not in one.words and ends_a_word(start, len(one.words)))
    return {phrase.rule for phrase in (*_whole(start), *begun) if phrase.kind == "site"}


@cache
def book() -> Book:
    """All phrases: the sites' and the newsroom's."""
    return read_book(PHRASES, NOTE_PHRASES)


def _told(text: str, folded: str) -> Told:
    start, anchored, length = opening(folded), book().anchored, len(text)
    if length > REACH:
        start = _first_sentence(start)
        words: Sequence[str] = folded_tokens(start)
    else:
        words = words_of(folded)
    found: list[Phrase] = []
    if may_say(start):
        found += [*_whole(start), *(phrase for phrase in _openings(start) if begins(start, phrase, text))]
    if not anchored.keys().isdisjoint(words):
        for word in anchored.keys() & words:
            found += [one for literal, one in anchored[word] if literal in start and holds(start, one, text)]
    return _sorted_by_kind(tuple(found)) if found and words else NOTHING


def _first_sentence(start: str) -> str:
    """What a phrase may stand in: behind the first sentence that is long enough, none counts (`_holds`)."""
    end = SENTENCE_END.search(start, PROSE)
    return start[: end.end() + LONGEST_PHRASE] if end else start


@lru_cache(maxsize=4096)
def _sorted_by_kind(phrases: tuple[Phrase, ...]) -> Told:
    """The rules of some phrases; most lines that say any say one that others said before."""
    return Told(*(frozenset(one.rule for one in phrases if one.kind == kind) for kind in ("site", "hint", "note")))


def _whole(start: str) -> Iterable[Phrase]:
    """The phrases that a line is as a whole, one of a kind: marks at its end count where the phrase has them."""
    whole, bare = book().whole, start.rstrip(OUTER)
    if start not in whole and bare not in whole:
        return ()
    return {phrase.kind: phrase for phrase in (*whole.get(bare, ()), *whole.get(start, ()))}.values()


def may_say(start: str) -> bool:
    """Whether a line's `opening` is a phrase or may begin with one. Nearly no line does: all are tried at once."""
    known = book()
    whole, openings = known.whole, known.openings
    long, short = start[_LONG], start[_SHORT]
    return (
        (long in openings and start.startswith(openings[long]))
        or (short in openings and start.startswith(openings[short]))
        or start in whole
        or start.rstrip(OUTER) in whole
    )


def _openings(start: str) -> Sequence[Phrase]:
    """The phrases that begin as a line's `opening` does."""
    known = book().start
    return [one for first in (_LONG, _SHORT) for words, one in known.get(start[first], ()) if start.startswith(words)]
