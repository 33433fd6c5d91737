"""Which lines cannot hold a credit: told at once, from the signs without which no rule finds one."""

import re

from newsarchive.text.credits.makers import is_archive
from newsarchive.text.credits.words import credit_words

TAIL = 130
"""Characters at the end of a line in which its credit stands."""
LONGEST_ANNOUNCEMENT = 45
"""Characters before a colon in which the words stand that it belongs to."""
LONGEST_ALONE = 60
"""Characters of a line that is nothing but the maker of a picture."""

_SIGN = re.compile(r"[:：=＝／/©)\]）】>〕]")
_DASH = re.compile(r"\s-\s")
_MADE_BY = {phrase.split()[-2] for phrase in credit_words("before") if phrase.endswith((" by", " of"))}
_MADE = sorted(word for word in _MADE_BY if not any(other in word for other in _MADE_BY - {word}))
_OWNED = re.compile(r"\s*(?:image|photo|picture)", re.IGNORECASE)
_ARCHIVES = credit_words("archives")
_FIRST_WORDS = credit_words("before") | {"ap", "file"}  # "AP photo", "File photo"
_LAST = 3
_ENDS = frozenset(
    phrase[-_LAST:] for title in ("archives", "closing") for phrase in credit_words(title) if len(phrase) > _LAST + 1
)


def may_hold_credit(line: str) -> bool:
    """False for a line in which no rule finds a credit; true for one that is worth their time."""
    tail = line[-TAIL:]
    if _SIGN.search(tail) or "..." in tail or ("-" in tail and _DASH.search(tail)):
        return True
    if ends_like_archive(line) or _OWNED.match(line):
        return True
    small = line[-TAIL - LONGEST_ANNOUNCEMENT :].casefold()
    if ("by" in small or "of" in small) and any(map(small.__contains__, _MADE)):
        return True
    return len(line) <= LONGEST_ALONE and _may_be_alone(line.strip(" .,"))


def _may_be_alone(text: str) -> bool:
    """Whether a line that has no sign of a credit may be a maker, or a word for a picture and one."""
    small = text.casefold()
    first = small.partition(" ")[0]
    if first in _FIRST_WORDS or small in _ARCHIVES:
        return True
    return " via " in text or " | " in text or ("," in text and is_archive(text))


def ends_like_archive(line: str) -> bool:
    """Whether the last letters may be those of an archive, or of words such as "submitted photo"."""
    return line[-_LAST - 9 :].rstrip(". ")[-_LAST:].casefold() in _ENDS
