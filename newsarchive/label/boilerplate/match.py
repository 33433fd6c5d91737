"""Which rules' phrases a line says."""

import re
from pathlib import Path

from newsarchive.label.boilerplate.book import OUTER, Book, Phrase, opening, pattern, read_books
from newsarchive.label.boilerplate.names import is_name, is_outlet
from newsarchive.label.line import Line
from newsarchive.text.fold import fold

PHRASES = Path(__file__).parent / "phrases"
REACH = 400
"""In a longer line, prose begins with the phrase or goes before it."""
LONG_REACH = 1500
LONG = frozenset(
    {
        *("cookie_notice", "terms_notice", "copyright_notice", "comment_form", "comments", "embed_notice"),
        *("affiliate_notice", "bio", "disclaimer", "correction", "tagline"),
    }
)
_SENTENCE_END = re.compile(r"[.!?…。][\"')\]]* ")
_PROSE = 40
"""So much finished prose before a phrase makes the phrase the tail of a paragraph."""


def said(line: Line) -> set[str]:
    """The rules of which the line says a phrase."""
    return phrases_said(line, read_books(PHRASES)[0])


def hinted(line: Line) -> set[str]:
    """The rules of which the line says what is a hint only."""
    return phrases_said(line, read_books(PHRASES)[1])


def opened(text: str) -> set[str]:
    """The rules of which a piece of text is a whole phrase, or begins with one."""
    start, book = opening(fold(text)), read_books(PHRASES)[0]
    rules = {phrase.rule for phrase in _openings(start, book)}
    whole = book.whole.get(start) or book.whole.get(start.rstrip(OUTER))
    return rules | {whole} if whole else rules


def phrases_said(line: Line, book: Book) -> set[str]:
    """The rules of which a line says a phrase of a book."""
    if not line.words or len(line.text) > LONG_REACH:
        return set()
    start = opening(line.folded, numbers=line.digits > 0)
    whole = book.whole.get(start) or book.whole.get(start.rstrip(OUTER))
    rules = {whole} if whole else set()
    rules.update(phrase.rule for phrase in _openings(start, book) if len(line.text) <= _reach(phrase))
    if not book.anchored.keys().isdisjoint(line.words):
        for word in book.anchored.keys() & line.words:
            rules.update(phrase.rule for phrase in book.anchored[word] if _holds(start, phrase, line))
    return rules


def _openings(start: str, book: Book) -> list[Phrase]:
    """The phrases with which a line's `opening` begins. Nearly no line begins with any: all are tried at once."""
    if not start.startswith(book.openings.get(start[:2], ())):
        return []
    candidates = book.start[start[:2]]
    return [one for one in candidates if start.startswith(one.words) and _ends_a_word(start, len(one.words))]


def _holds(start: str, phrase: Phrase, line: Line) -> bool:
    if "<" in phrase.words:
        return len(line.text) <= REACH and _fits(start, phrase, line)
    at = start.find(phrase.words)
    if at < 0 or len(line.text) > _reach(phrase):
        return False
    return _ends_a_word(start, at + len(phrase.words)) and _sentence_start(start, at) < _PROSE


def _fits(start: str, phrase: Phrase, line: Line) -> bool:
    wanted = pattern(phrase)
    found = wanted.fullmatch(start.rstrip(OUTER)) if phrase.section == "whole" else wanted.match(start)
    if found is None:
        return False
    groups = found.groupdict()
    return ("name" not in groups or is_name(groups["name"], line)) and (
        "outlet" not in groups or is_outlet(groups["outlet"], line)
    )


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds column `at` begins."""
    return max((found.end() for found in _SENTENCE_END.finditer(text, 0, at)), default=0)


def _ends_a_word(text: str, at: int) -> bool:
    """Whether a word ends before a column: after "share", none does in "shared"; without blanks, any does."""
    return at >= len(text) or not (text[at].isalpha() and text[at - 1].isalpha()) or text[at - 1] >= "\u0e00"


def _reach(phrase: Phrase) -> int:
    return LONG_REACH if phrase.rule in LONG else REACH
