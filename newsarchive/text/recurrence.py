"""What two lines of one template have in common, although their numbers or their middle words differ."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.model import Habits

LONGEST = 1000
"""A longer line is no habit of an archive."""

_NUMBER = re.compile("[0-9٠-٩۰-۹०-९]+")
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_OTHER_DIGITS = (b"\xd9", b"\xdb", b"\xe0\xa5")
"""What the digits of other scripts begin with in UTF-8."""
_BLANKS = range(3, 12)
_LONGEST_FORM = 120
_SIGNS_OF_A_FORM = 8
"""Two of them are the blanks between its words."""


def without_numbers(folded: str) -> str:
    """A folded line with each of its numbers made "0": "12 comments" -> "0 comments"."""
    written = folded.encode("utf-8", "surrogatepass")
    if not folded.isascii() and any(map(written.__contains__, _OTHER_DIGITS)):
        return _NUMBER.sub("0", folded)
    zeros = written.translate(_ZEROS)  # at a third of the pattern's cost
    while b"00" in zeros:
        zeros = zeros.replace(b"00", b"0")
    return zeros.decode("utf-8", "surrogatepass")


def open_forms(numberless: str) -> tuple[str, ...]:
    """The first three words of a short line, and its last three: what stays where a name or a place changes.

    "filed by ann roe at 0:0" -> "filed by ann …", "… roe at 0:0"; words of few signs are no form.
    """
    if len(numberless) > _LONGEST_FORM or numberless.count(" ") not in _BLANKS:
        return ()
    words = numberless.split(" ")
    begins, ends = " ".join(words[:3]), " ".join(words[-3:])
    forms = (f"{begins} …",) if len(begins) - begins.count("0") >= _SIGNS_OF_A_FORM else ()
    return (*forms, f"… {ends}") if len(ends) - ends.count("0") >= _SIGNS_OF_A_FORM else forms


class Recurring(NamedTuple):
    """Which lines of a text, by index, recur at the edges of an archive's articles: as they are, or but for what varies
    in them; and which are in doubt where they stay in a body: they recur as prompts do, or as refrains.
    """

    at_edges: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()


def recurring(folded: Sequence[str], habits: Habits) -> Recurring:
    """Which of the lines of a text, folded, recur in its archive."""
    edges, doubtful = habits.edge_lines, habits.doubtful_lines
    if not folded or not (edges or doubtful):
        return Recurring()
    # each twice, with its numbers and without
    lines = list(enumerate(zip(folded, without_numbers("\n".join(folded)).split("\n"), strict=True)))
    at_edges = frozenset([index for index, line in lines if not edges.isdisjoint(line) or _is_open(line[1], edges)])
    return Recurring(at_edges, at_edges.union([index for index, line in lines if not doubtful.isdisjoint(line)]))


def _is_open(numberless: str, edges: frozenset[str]) -> bool:
    """Whether the first or the last words of a line recur alone."""
    if len(numberless) > _LONGEST_FORM:
        return False
    first, last = _outer_words(edges)
    may_be_open = numberless.partition(" ")[0] in first or numberless.rpartition(" ")[2] in last
    return may_be_open and not edges.isdisjoint(open_forms(numberless))


@lru_cache(maxsize=4)
def _outer_words(edges: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Of the lines that recur and are known by their first or their last words alone: the very first, the very last."""
    first = frozenset(line.partition(" ")[0] for line in edges if line.endswith(" …"))
    return first, frozenset(line.rpartition(" ")[2] for line in edges if line.startswith("… "))
