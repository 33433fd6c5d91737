"""Which lines cannot hold a credit: told at once, from the signs without which no rule finds one."""

import re

from newsarchive.text.credits.makers import may_be_maker
from newsarchive.text.credits.words import credit_words

TAIL = 130
"""Characters at the end of a line in which its credit stands."""
LONGEST_ANNOUNCEMENT = 45
"""Characters before a colon in which the words stand that it belongs to."""
LONGEST_ALONE = 60
"""Characters of a line that is nothing but the maker of a picture."""

_SIGN = re.compile(r"[:：=＝／/©)\]）】>〕]")
_DASH = re.compile(r"\s-\s")
_MADE = re.compile(
    "|".join(sorted({phrase.split()[-2] for phrase in credit_words("before") if phrase.endswith((" by", " of"))}))
    + "|image|photo|picture"  # what an owner may follow without a sign
)


def may_hold_credit(line: str) -> bool:
    """False for a line in which no rule finds a credit; true for one that is worth their time."""
    tail = line[-TAIL:]
    if _SIGN.search(tail) or "..." in tail or ("-" in tail and _DASH.search(tail)):
        return True
    if _MADE.search(line[-TAIL - LONGEST_ANNOUNCEMENT :].casefold()):
        return True
    return len(line) <= LONGEST_ALONE and may_be_maker(line.strip())
