"""The prompt at the end of a paragraph."""

import re
from functools import cache

from newsarchive.label.boilerplate.appeals import donation_appeal
from newsarchive.label.boilerplate.book import OUTER, opening
from newsarchive.label.boilerplate.match import book, opened, said
from newsarchive.label.line import Line
from newsarchive.text.fold import fold

_LONGEST = 250
_LEAST_PROSE = 20
_BOUNDARY = re.compile(r"[.!?…。！？][\"”»’)\]]*[\s(\[>»|]*(?=[^\s.!?…\"”»’)\],;:(\[>|])")
_TAILS = frozenset(
    {
        *("newsletter_prompt", "donation_appeal", "subscribe_prompt", "app_prompt", "social_media_prompt"),
        *("promo", "related", "share_prompt", "advertisement", "affiliate_notice"),
    }
)
_LONGEST_WORD = 24
_LAST_WORDS = frozenset({"riproduzione riservata", "reproducción prohibida"})
"""What some papers print behind the last word of every article."""


def promo_tail(line: Line) -> int | None:
    """The column in `line.text` where the prompt begins that ends a paragraph: "… the harbour. Read more: Ferry sinks".

    What begins there is boilerplate by itself; None where the line has no such tail, or is boilerplate as a whole.
    """
    text = line.text
    if len(text) <= _LEAST_PROSE:
        return None
    for found in _BOUNDARY.finditer(text, max(_LEAST_PROSE, len(text) - _LONGEST)):
        column = _tail_at(text, found)
        if column is not None:
            return None if said(line) or donation_appeal(line) else column
    return None


def _tail_at(text: str, boundary: re.Match[str]) -> int | None:
    at = boundary.end()
    if _is_other_word(text[at : at + _LONGEST_WORD]):
        return None
    start = opening(fold(text[at:]))
    if text[at] not in OUTER and opened(start) & _TAILS:
        return boundary.start() + len(boundary[0].rstrip("([>»| \t\u00a0"))
    return at if start.rstrip(OUTER).lstrip("© ") in _LAST_WORDS else None


def _is_other_word(ahead: str) -> bool:
    """A text goes on with a plain word with which no prompt begins: so do nearly all sentences, and none is folded."""
    word, blank, _ = ahead.partition(" ")
    is_plain = blank != "" and word.isascii() and word.isalpha()
    return is_plain and word.casefold() not in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """The words with which prompts at the end of a paragraph begin."""
    begun = [phrase for some in book().start.values() for words, phrase in some if words == phrase.words]
    phrases = [*begun, *(phrase for some in book().whole.values() for phrase in some)]
    starts = [opening(phrase.words) for phrase in phrases if phrase.rule in _TAILS and phrase.kind == "site"]
    return frozenset(start.split(" ", 1)[0].strip(OUTER) for start in (*starts, *_LAST_WORDS))
