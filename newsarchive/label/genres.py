"""Kinds of text, as papers print them above a headline: genres.txt."""

from functools import cache
from pathlib import Path

from newsarchive.label.line import Line
from newsarchive.text.fold import fold


def is_genre(line: Line) -> bool:
    """True for a line that names a kind of text and nothing else: "Obituary", "Letters to the editor"."""
    return line.folded in _genres()


@cache
def _genres() -> frozenset[str]:
    lines = (Path(__file__).parent / "genres.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if not line.startswith("#"))
