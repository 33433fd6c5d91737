"""What one rule says of the writers of a text."""

from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.model import Certainty, Span


class Credited(NamedTuple):
    """Names, the lines that give them, the rule that read them, and how sure it is."""

    names: tuple[str, ...]
    lines: tuple[int, ...]
    rule: str
    certainty: Certainty
    why: str


def headline_line(spans: Sequence[Span]) -> int:
    """The line of the headline, 0 where there is none."""
    return next((span.line for span in spans if span.label == "headline"), 0)


def in_words(lines: Sequence[int]) -> str:
    """Lines in words: "line 3", "lines 3, 4"."""
    return f"line {lines[0]}" if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
