"""A segment: what a line says between two commas, bars or "and"s."""

from typing import NamedTuple

from newsarchive.text.names.shape import Name
from newsarchive.text.names.words import Word, is_role


class Segment(NamedTuple):
    """A part of a line: `before` is what parts it from the one before ("and", ",", "|", "" for the first).

    `names` stand at its beginning or after the words of `lead`; `rest` are the words after them. `place` is true for a
    segment that is a place and nothing else.
    """

    before: str
    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    agency: str | None = None
    lead: tuple[Word, ...] = ()
    rest: tuple[Word, ...] = ()
    place: bool = False

    @property
    def full(self) -> tuple[Name, ...]:
        """Its names of more than a single word."""
        return tuple(name for name in self.names if name.is_full)

    @property
    def start(self) -> int:
        """The column where its first name or agency begins."""
        return self.words[min(len(self.lead), len(self.words) - 1)].start

    @property
    def end(self) -> int:
        """The column where its names, and the words of a role after them, end; of an agency, where it ends."""
        taken = len(self.words) - len(self.rest)
        while taken < len(self.words) and self.words[taken].kind == "word" and is_role(self.words[taken].small):
            taken += 1
        return self.words[max(taken, 1) - 1].end
