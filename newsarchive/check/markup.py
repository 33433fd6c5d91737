"""The tags of a page, as a browser comes across them.

Patterns instead of a parser of HTML: what is looked for are tags and what stands in them, and 100,000 pages are read
many times as fast (decision 15). Whatever the bytes, each character is looked at once: nothing is tried again.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

_REST = r"""(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+"""
_TOKEN = re.compile(
    rf"<(?:!--(?:.*?-->|.*)"
    rf"|(?!(?:script|style|textarea|title)[\s/>])(/?[a-z][^\s/>]*+)({_REST})(?:>|\Z)"
    rf"|(script|style|textarea|title)({_REST})(?:>|\Z)(.*?)(?:</\3\s*+>|\Z)"
    r"|![^>]*+>?)",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile("\n")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s"'>]++)))?""")


class Tag(NamedTuple):
    """A tag: its name in small letters, its attributes, where in the page it begins. `text` is what stands in a script,
    a style, a title or a field, which with its end tag is one with it; of any other it is None.
    """

    name: str
    values: Mapping[str, str]
    start: int
    is_end: bool = False
    is_closed: bool = False
    text: str | None = None


class Page(NamedTuple):
    """A page with its tags in order; `telling` are those of them that have attributes or a text, which most have not.
    `breaks` are the places of its line ends.
    """

    path: str
    text: str
    tags: tuple[Tag, ...]
    telling: tuple[Tag, ...]
    breaks: tuple[int, ...]

    def line(self, tag: Tag) -> int:
        """The line that a tag begins in, counted from 1."""
        return bisect(self.breaks, tag.start) + 1


_NONE: Mapping[str, str] = {}


def read_page(path: str, text: str) -> Page:
    """A page of any text. Nothing that a browser would read stops it."""
    tags = tuple(_tags(text))
    telling = tuple([tag for tag in tags if tag.values or tag.text])
    return Page(path, text, tags, telling, tuple([found.start() for found in _BREAK.finditer(text)]))


def _tags(text: str) -> Iterator[Tag]:
    for found in _TOKEN.finditer(text):
        name, more, raw, rest, within = found.groups()
        if raw:
            yield Tag(raw.lower(), _values(rest), found.start(), False, False, within)
        elif name and name[0] == "/":
            yield Tag(name[1:].lower(), _NONE, found.start(), True)
        elif more:
            yield Tag(name.lower(), _values(more), found.start(), False, more[-1] == "/")
        elif name:
            yield Tag(name.lower(), _NONE, found.start())


def _values(rest: str) -> Mapping[str, str]:
    """The attributes of a tag; of one that stands twice the first, as browsers have it."""
    values: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        value = double or single or bare
        values.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return values
