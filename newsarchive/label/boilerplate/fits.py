"""Whether a phrase fits a line that may say it."""

import re

from newsarchive.label.boilerplate.book import NOTES, OUTER, Phrase, pattern
from newsarchive.label.boilerplate.names import is_name, is_outlet

REACH = 400
"""In a longer line, prose begins with the phrase or goes before it."""
LONG_REACH = 1500
LONG = frozenset(
    {
        *("cookie_notice", "terms_notice", "copyright_notice", "comment_form", "comments", "embed_notice"),
        "affiliate_notice",
        *NOTES,
    }
)
SENTENCE_END = re.compile(r"[.!?…。][\"')\]]* ")
PROSE = 40
"""So much finished prose before a phrase makes the phrase the tail of a paragraph."""


def begins(start: str, phrase: Phrase, text: str) -> bool:
    """Whether a line, as `opening` gives it, begins with a phrase whose literal beginning it has."""
    if "<" in phrase.words:
        return len(text) <= REACH and _fits(start, phrase, text)
    return len(text) <= _reach(phrase) and ends_a_word(start, len(phrase.words))


def holds(start: str, phrase: Phrase, text: str) -> bool:
    """Whether a phrase stands in a line, as `opening` gives it, and in its first sentence that is long enough."""
    if "<" in phrase.words:
        return len(text) <= REACH and _fits(start, phrase, text)
    at = start.find(phrase.words)
    if at < 0 or len(text) > _reach(phrase):
        return False
    return ends_a_word(start, at + len(phrase.words)) and _sentence_start(start, at) < PROSE


def _fits(start: str, phrase: Phrase, text: str) -> bool:
    wanted = pattern(phrase)
    found = wanted.fullmatch(start.rstrip(OUTER)) if phrase.section == "whole" else wanted.match(start)
    if found is None:
        return False
    groups = found.groupdict()
    return ("name" not in groups or is_name(groups["name"], text)) and (
        "outlet" not in groups or is_outlet(groups["outlet"], text)
    )


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds column `at` begins."""
    return max((found.end() for found in SENTENCE_END.finditer(text, 0, at)), default=0)


def ends_a_word(text: str, at: int) -> bool:
    """Whether a word ends before a column: after "share", none does in "shared"; without blanks, any does."""
    return at >= len(text) or not (text[at].isalpha() and text[at - 1].isalpha()) or text[at - 1] >= "\u0e00"


def _reach(phrase: Phrase) -> int:
    return LONG_REACH if phrase.rule in LONG else REACH
