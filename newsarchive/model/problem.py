"""What a person may want to look at, in words."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Something that did not stop the build but that a person may want to mend.

    `reason` is the short name that problems are counted by ("no_byline"); `text` says what is wrong and what to do.
    `where` is the path the problem lies in ("" for the archive as a whole), `line` counts from 1. `lines` are those of
    the text that speak of it.
    """

    reason: str
    text: str
    where: str = ""
    line: int | None = None
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        place = ":".join(part for part in (self.where, str(self.line or "")) if part)
        return f"{place}: {self.text}" if place else self.text
