"""The width at which a text is hard-wrapped: told from its line ends alone, in whole numbers."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 55, 100
LONGEST_WORD = 25
"""A longer word fits nowhere, and so says nothing of the width."""
_LONGEST_ON_AVERAGE = 12
"""Longer words, with the blank after each, are none: a script without spaces, code, encoded data."""
_ENOUGH = 4
"""Full lines that prove a width, where half of them break off before a small letter."""
_ENOUGH_WITHOUT_CASE = 10

STOPS = ".!?…:;。！？۔؟।"
MARKS = "\"'“”„‘’‚«»‹›()[]¿¡*_"


class LineEnd(NamedTuple):
    """The end of a line that another follows at once: the line's length, and that of the next one's first word."""

    above: str
    below: str
    length: int
    word: int

    def is_full(self, width: int) -> bool:
        """Whether the next word would not have fitted."""
        return width // 2 <= self.length <= width <= self.length + self.word

    def is_broken_off(self, width: int) -> bool:
        """Whether a sentence goes on in the next line, although its first word might have fitted."""
        return 4 * self.length >= 3 * width and not self.is_stopped and self.next_letter.islower()

    @property
    def is_stopped(self) -> bool:
        """Whether a sentence ends here."""
        return self.above.rstrip().rstrip(MARKS)[-1:] in STOPS

    @property
    def next_letter(self) -> str:
        """What the next line begins with, quotes and brackets left aside."""
        return self.below.strip().lstrip(MARKS)[:1]


def line_end(above: str, below: str) -> LineEnd:
    """The end of the line above; neither is blank."""
    return LineEnd(above, below, len(above.rstrip()), len(below.strip().partition(" ")[0]))


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width at which a text is hard-wrapped; None of any text of which that is not certain.

    All must speak for it: most lines that another follows end where its first word would not have fitted, hardly any
    line is longer, and they break off in the middle of sentences. So lists, verses, tables and code have none.
    """
    if 8 * sum(len(line) for line in lines if len(line) > WIDEST) > sum(map(len, lines)):
        return None
    ends = [line_end(above, below) for above, below in pairwise(lines) if above.strip() and below.strip()]
    ends = [end for end in ends if end.word <= LONGEST_WORD]
    if len(ends) < _ENOUGH:
        return None
    width = _likeliest(ends)
    return width if _is_certain(ends, width) and not _is_passed(lines, width) else None


def _likeliest(ends: Sequence[LineEnd]) -> int:
    """The width that explains most line ends, the least of several."""
    steps = [0] * (WIDEST + LONGEST_WORD + 2)
    for end in ends:
        if end.length <= WIDEST:
            steps[end.length] += 1
            steps[end.length + end.word + 1] -= 1
    explained = list(accumulate(steps))
    return max(range(NARROWEST, WIDEST + 1), key=lambda width: (explained[width], -width))


def _is_certain(ends: Sequence[LineEnd], width: int) -> bool:
    """Whether full lines are many, are most, break off anywhere, and are made of words."""
    full = [end for end in ends if end.is_full(width)]
    short = [end for end in ends if end.length < width and not end.is_full(width)]
    small = sum(end.next_letter.islower() for end in full)
    capital = sum(end.next_letter.isupper() for end in full)
    return (
        len(full) >= (_ENOUGH if 2 * small >= _ENOUGH else _ENOUGH_WITHOUT_CASE)
        and len(full) >= max(len(short), 3 * sum(not end.is_stopped for end in short))
        and 4 * small >= capital
        and 3 * sum(end.is_stopped for end in full) <= len(full)
        and len({end.length for end in full}) > 2
        and sum(end.length for end in full) <= _LONGEST_ON_AVERAGE * sum(len(end.above.split()) for end in full)
    )


def _is_passed(lines: Sequence[str], width: int) -> bool:
    """Whether more than one line in twenty is longer, although it has a blank to be broken at."""
    written = [line for line in lines if line.strip()]
    longer = sum(" " in line.strip()[:width] for line in written if len(line.rstrip()) > width)
    return 20 * longer > len(written)
