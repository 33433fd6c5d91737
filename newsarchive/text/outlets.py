"""Outlets: when two spellings name one, and which one a person named for a text."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from newsarchive.model import Choices, Given, Source
from newsarchive.text.fold import fold

_MARKS = 2
"""Lines that must agree: one alone may be printed elsewhere too."""


def outlet_key(name: str) -> str:
    """What spellings of one outlet have in common: "The Harbour Post" -> "harbour post"; "The" -> "the"."""
    return fold(name).removeprefix("the ")


def given_outlet(source: Source, choices: Choices) -> Given | None:
    """The outlet of a text as people stated it: its given field, else the first outlet whose pattern its path fits.

    None where there is neither, or they say that it has none.
    """
    if given := source.given_field("outlet"):
        return given if given.value else None
    for outlet in choices.outlets:
        if any(fits(source.path, pattern) for pattern in outlet.patterns):
            return Given("outlet", outlet.name, "config.yaml")
    return None


def fits(path: str, pattern: str) -> bool:
    """Whether a path is named by a pattern: a folder ("courier", "courier/") or a file pattern ("*/courier-*.txt")."""
    folder = pattern.rstrip("/")
    return path.startswith(f"{folder}/") or fnmatchcase(path, pattern)


def by_habit(source: Source, folded: Iterable[str], facts: Mapping[str, str]) -> tuple[str, tuple[str, ...]] | None:
    """What the siblings of a text tell of it, and the marks that say so: its folder, or two of its folded lines.

    `facts` are those of Habits, by folder ("courier/") and line. None where they tell nothing, or not the same.
    """
    folder = source.path.rpartition("/")[0] + "/"
    marks = [mark for mark in dict.fromkeys((folder, *folded)) if mark in facts] if facts else []
    told = Counter(facts[mark] for mark in marks)
    if len(told) != 1 or (marks[0] != folder and len(marks) < _MARKS):
        return None
    return facts[marks[0]], tuple(marks)
