"""Finding the credit in a caption: each rule is one way in which captions give it."""

from collections.abc import Callable
from functools import lru_cache

from newsarchive.text.credits.alone import archive_at_the_end, closing_words, maker_alone, maker_at_the_end
from newsarchive.text.credits.announced import announced, bare_word, source_at_the_end
from newsarchive.text.credits.brackets import in_brackets
from newsarchive.text.credits.found import Credit, is_short
from newsarchive.text.credits.hints import may_hold_credit
from newsarchive.text.credits.signed import after_equals, copyright_sign, owner

_SHORTEST, _LONGEST = 3, 2000

RULES: tuple[Callable[[str], Credit | None], ...] = (
    in_brackets,
    announced,
    source_at_the_end,
    copyright_sign,
    after_equals,
    owner,
    bare_word,
    maker_alone,
    maker_at_the_end,
    archive_at_the_end,
    closing_words,
)
"""The ways in which captions give a credit, the most certain first."""


def find_credit(line: str) -> Credit | None:
    """The credit of a picture in a line: its columns, with the brackets or the word before it, and what it says.

    "The harbour. (photo credit: ANN ROE)" -> the columns of the brackets, "ANN ROE"; None where there is none.
    """
    return _found(line) if _SHORTEST <= len(line) <= _LONGEST else None


@lru_cache(maxsize=4096)
def _found(line: str) -> Credit | None:
    """Asked of the same line by label, by extract and by the learned look."""
    if not may_hold_credit(line):
        return None
    return next((found for rule in RULES if (found := rule(line)) and is_short(found[2])), None)
