"""The tags of a page, as a browser comes across them.

Patterns instead of a parser of HTML: what is looked for are tags and what stands in them, and 100,000 pages are read
many times as fast (decision 15). Whatever the bytes, each character is looked at once: nothing is tried again.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

_REST = r"""(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+"""
_TOKEN = re.compile(
    rf"<!--(?:.*?-->|.*)"
    rf"|<(?P<raw>script|style|textarea|title)(?=[\s/>])(?P<rest>{_REST})(?:>|\Z)(?P<text>.*?)(?:</(?P=raw)\s*+>|\Z)"
    rf"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<more>{_REST})(?:>|\Z)"
    r"|<![^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s"'>]++)))?""")


class Tag(NamedTuple):
    """A tag: its name in small letters, its attributes, the line that it begins in, counted from 1. `text` is what
    stands in a script, a style, a title or a field, which with its end tag is one with it; of any other it is None.
    """

    name: str
    values: Mapping[str, str]
    line: int
    is_end: bool = False
    is_closed: bool = False
    text: str | None = None


class Page(NamedTuple):
    """A page with its tags in order; `is_cut`: it does not end in one."""

    path: str
    text: str
    tags: tuple[Tag, ...]
    is_cut: bool


def read_page(path: str, text: str) -> Page:
    """A page of any text. Nothing that a browser would read stops it."""
    return Page(path, text, tuple(_tags(text)), is_cut=not text.rstrip().endswith(">"))


def _tags(text: str) -> Iterator[Tag]:
    line, reached = 1, 0
    for found in _TOKEN.finditer(text):
        raw, rest, within, end, name, more = found.groups()
        line, reached = line + text.count("\n", reached, found.start()), found.start()
        if name:
            yield Tag(name.lower(), _values(more), line, bool(end), more.endswith("/"))
        elif raw:
            yield Tag(raw.lower(), _values(rest), line, text=within)


_NONE: Mapping[str, str] = {}


def _values(rest: str) -> Mapping[str, str]:
    """The attributes of a tag; of one that stands twice the first, as browsers have it."""
    if not rest or rest.isspace():
        return _NONE
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        value = double or single or bare
        values.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return values
