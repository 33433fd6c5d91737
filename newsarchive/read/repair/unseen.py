"""What a page does not show: soft hyphens, characters without width, the second of two blanks."""

import re
from collections.abc import Iterator

from newsarchive.read.repair.edits import Edit

# Thai, Lao, Burmese and Khmer part words by a space without width; it stays there.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSEEN = re.compile(f"\u00ad+(?!$)|\u2060+|(?<![{_UNSPACED}])\u200b+(?![{_UNSPACED}])")
_DOUBLED = re.compile(r"(?<=\S)  (?=\S)")
_IN_COLUMNS = re.compile(r"\t| {3}")
_WORDS_FOR_EACH = 5
"""Words that a line must have for each pair of blanks: a row of a table has fewer."""


def may_hold_unseen(text: str) -> bool:
    """Whether a text has any character that shows nothing."""
    return "\u00ad" in text or "\u200b" in text or "\u2060" in text


def unseen_characters(line: str) -> Iterator[Edit]:
    """Soft hyphens and spaces without width.

    A soft hyphen at the end of a line stays: it says that the word goes on in the next one. So do the joiners and marks
    of direction that Persian, Hindi, Hebrew or an emoji are written with.
    """
    if not may_hold_unseen(line):
        return
    for found in _UNSEEN.finditer(line):
        yield Edit(found.start(), found[0], "", "soft_hyphen" if found[0][0] == "\u00ad" else "zero_width")


def may_hold_doubled(text: str) -> bool:
    """Whether a text has two blanks anywhere."""
    return "  " in text


def doubled_spaces(line: str) -> Iterator[Edit]:
    """Two blanks between words of a sentence. Where there may be columns, they stay."""
    if not may_hold_doubled(line):
        return
    found = [match.start() for match in _DOUBLED.finditer(line)]
    if not found or _IN_COLUMNS.search(line) or len(line.split()) <= _WORDS_FOR_EACH * len(found):
        return
    for start in found:
        yield Edit(start, "  ", " ", "doubled_space")
