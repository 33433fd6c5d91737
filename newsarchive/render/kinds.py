"""The two kinds of names that articles are listed under, and the addresses of their lists."""

from typing import Literal, NamedTuple

from newsarchive.model import Group


class Kind(NamedTuple):
    """A kind of name: its folder, its groups, and the articles that have none."""

    section: Literal["outlets", "authors"]
    groups: tuple[Group, ...]
    nameless: tuple[str, ...]
    nameless_path: str


def group_path(section: str, group: Group) -> str:
    """The page of an outlet or author: "outlets/harbour-post.html"."""
    return f"{section}/{group.slug}.html"
