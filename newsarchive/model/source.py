"""What read gives: one text, decoded, with what people said about it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from newsarchive.model.problem import Problem


class Repair(NamedTuple):
    """A piece of a line that was changed in reading: putting `before` back at `start` undoes it.

    `start` is a column of the repaired line, in characters from 0; `line` counts from 1.
    """

    line: int
    start: int
    before: str
    after: str
    rule: str


class Given(NamedTuple):
    """A field that a person stated: front matter, a sidecar or a row of articles.csv.

    `field` is a key of the record (house word); `value` is text, or names where the field is `authors`; () says that
    there is none.
    """

    field: str
    value: str | tuple[str, ...]
    origin: str
    line: int | None = None


class LineRule(NamedTuple):
    """A person's word on what lines are: `lines: {40-45: removed}`. Both ends count from 1 and are included."""

    first: int
    last: int
    label: str


class Beside(NamedTuple):
    """A sidecar that stands beside a text: its path, the fields that it states ("lines" and "for" among them), and what
    it says that lines are.
    """

    path: str
    states: tuple[str, ...] = ()
    line_rules: tuple[LineRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it was read.

    `path` is relative to the articles folder, with "/" between its parts. `text` is decoded and repaired, its lines
    ended by LF alone; undoing `repairs` gives what the file says. Lines up to `front_matter` (0: none) hold it.
    `markdown` is true for a text that was written by hand as Markdown. `beside` is its sidecar, where it has one.
    """

    path: str
    text: str
    encoding: str
    sha256: str
    front_matter: int = 0
    markdown: bool = False
    draft: bool = False
    given: tuple[Given, ...] = ()
    line_rules: tuple[LineRule, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    beside: Beside | None = None

    @property
    def lines(self) -> list[str]:
        """Its lines; `lines[n - 1]` is line n of the file in any editor."""
        return self.text.split("\n")

    def given_field(self, name: str) -> Given | None:
        """What a person stated of a field, or None."""
        return next((given for given in self.given if given.field == name), None)
