"""Which texts begin with some words."""

from bisect import bisect_left
from collections.abc import Sequence


def any_begins(texts: Sequence[str], words: str) -> bool:
    """Whether one of some sorted texts begins with these words: ["ann roe writes", "ferry"], "ann " -> True."""
    place = bisect_left(texts, words)
    return place < len(texts) and texts[place].startswith(words)
