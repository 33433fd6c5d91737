"""What render gives and what publish tells."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Tier = Literal["article", "listing"]


class Seam(NamedTuple):
    """Where in the bytes of a page lies what its own template fills a block of its shell with."""

    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """One output file: its path below output/, with "/" between its parts, and its bytes.

    `tier` says when it may be moved into place: lists come after the articles that they link to. `seams` are those
    between which what stands can be kept when its shell is edited.
    """

    path: str
    content: bytes
    tier: Tier = "listing"
    seams: tuple[Seam, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in numbers of files.

    `token` is the hash of the list of files that now stands, by which a later build knows whether the site is still
    this one; None where there is no site.
    """

    new: int
    changed: int
    unchanged: int
    deleted: int
    token: str | None = field(default=None, compare=False)
