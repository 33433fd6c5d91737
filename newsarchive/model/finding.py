"""What checking a site gives: what is wrong in it, what was not looked at, how much was."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something that is wrong in a site.

    `check` is the short name that findings are counted by ("dead_link"); `page` is the path of the file below the
    output folder, `line` counts from 1 in it. `cause` says what is wrong, `remedy` what to do.
    """

    check: str
    page: str
    line: int | None
    cause: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.page}:{self.line}" if self.line else self.page
        return f"{place}: {self.cause}. {self.remedy}"


class Unchecked(NamedTuple):
    """A check that could not be made, and why."""

    check: str
    why: str


class Checked(NamedTuple):
    """How much was looked at: pages, other files, links; and how many files are not the build's and were left alone."""

    pages: int
    files: int
    links: int
    left_alone: int
