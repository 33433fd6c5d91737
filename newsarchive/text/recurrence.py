"""What two lines of one template have in common, although their numbers or their middle words differ."""

import re
from functools import lru_cache

from newsarchive.model import Habits

LONGEST = 1000
"""A longer line is no habit of an archive."""

_NUMBER = re.compile("[0-9٠-٩۰-۹०-९]+")
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_BLANKS = range(3, 12)
_LONGEST_FORM = 120
_SIGNS_OF_A_FORM = 8
"""Two of them are the blanks between its words."""


def without_numbers(folded: str) -> str:
    """A folded line with each of its numbers made "0": "12 comments" -> "0 comments"."""
    if not folded.isascii():
        return _NUMBER.sub("0", folded)
    zeros = folded.encode().translate(_ZEROS)  # at a third of the pattern's cost
    while b"00" in zeros:
        zeros = zeros.replace(b"00", b"0")
    return zeros.decode()


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


def recurs_at_edges(folded: str, habits: Habits) -> bool:
    """Whether a folded line recurs at the edges of an archive's articles: as it is, or but for what varies in it."""
    return bool(habits.edge_lines) and _recurs(folded, habits.edge_lines)


@lru_cache(maxsize=1 << 13)
def _recurs(folded: str, edges: frozenset[str]) -> bool:
    """The same, once for a line that two rules ask about, or that stands on every page."""
    if folded in edges:
        return True
    numberless = without_numbers(folded)
    if numberless in edges:
        return True
    first, last = _outer_words(edges)
    may_be_open = numberless.partition(" ")[0] in first or numberless.rpartition(" ")[2] in last
    return may_be_open and not edges.isdisjoint(open_forms(numberless))


@lru_cache(maxsize=4)
def _outer_words(edges: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Of the lines that recur and are known by their first or their last words alone: the very first, the very last."""
    first = frozenset(line.partition(" ")[0] for line in edges if line.endswith(" …"))
    return first, frozenset(line.rpartition(" ")[2] for line in edges if line.startswith("… "))


def may_be_the_sites(folded: str, habits: Habits) -> bool:
    """Whether a folded line that stays in a body is in doubt: it recurs as prompts do, or as refrains."""
    doubtful = habits.doubtful_lines
    is_doubtful = bool(doubtful) and (folded in doubtful or without_numbers(folded) in doubtful)
    return is_doubtful or recurs_at_edges(folded, habits)
