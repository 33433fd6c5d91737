"""Outlets: when two spellings name one, and which one a person named for a text."""

from fnmatch import fnmatchcase

from newsarchive.model import Choices, Given, Source
from newsarchive.text.fold import fold


def outlet_key(name: str) -> str:
    """What spellings of one outlet have in common: "The Harbour Post" -> "harbour post"; "The" -> "the"."""
    return fold(name).removeprefix("the ")


def given_outlet(source: Source, choices: Choices) -> Given | None:
    """The outlet of a text as people stated it: its given field, else the first outlet whose pattern its path fits."""
    if given := source.given_field("outlet"):
        return given
    for outlet in choices.outlets:
        if any(fits(source.path, pattern) for pattern in outlet.patterns):
            return Given("outlet", outlet.name, "config.yaml")
    return None


def fits(path: str, pattern: str) -> bool:
    """Whether a path is named by a pattern: a folder ("courier", "courier/") or a file pattern ("*/courier-*.txt")."""
    folder = pattern.rstrip("/")
    return path.startswith(f"{folder}/") or fnmatchcase(path, pattern)
