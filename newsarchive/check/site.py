"""What is looked at, and what looking at one file gives."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newsarchive.model import Finding

AGAIN = "Build again with --full"
REPORT = f"{AGAIN}; if it stays, please report it"
"""What to do about files that nobody writes by hand."""


class Site(NamedTuple):
    """A site on disk, as far as looking at one of its files takes it.

    `numbers` are all its files by path, numbered from 0. `held` says of each number what the build wrote there, as the
    manifest has it ("512,9f86d0…"), "" where that is not known or the file is not the build's. `url` is the address of
    the site on the web, ending in "/", where it is known.
    """

    output: Path
    numbers: Mapping[str, int]
    held: Sequence[str]
    url: str | None = None

    def own_path(self, address: str) -> str | None:
        """The path below the output folder of an address on the web that is the site's own, else None."""
        return address.removeprefix(self.url) if self.url and address.startswith(self.url) else None


class Far(NamedTuple):
    """A link to an id of another file."""

    target: int
    fragment: str
    line: int


class Row(NamedTuple):
    """What a record, or a row of the table, says of an article: the number of its page, its id, the line that it stands
    in, a hash of each field.
    """

    page: int
    id: str
    line: int
    fields: bytes


class Look(NamedTuple):
    """What looking at a file gives: what is wrong in it, and what only the whole site tells whether it is.

    `targets` are the numbers of the files that it leads to, packed; `ids` the hashes of its ids, packed (None: it is no
    page that could be read); `far` its links to ids elsewhere; `rows` what it says of articles, where it is a file of
    records or the table.
    """

    number: int
    findings: tuple[Finding, ...] = ()
    links: int = 0
    targets: bytes = b""
    ids: bytes | None = None
    far: tuple[Far, ...] = ()
    rows: tuple[Row, ...] = ()
