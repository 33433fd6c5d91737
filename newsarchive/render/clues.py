"""The lines that speak for something, as links to where the page shows them."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsarchive.render.link import Link, Sentence
from newsarchive.render.words import Words

_MOST = 20  # lines named as links; more are a number
_NAMED = re.compile(r"(?:\blines? |(?<=[0-9], )|(?<=[0-9] and ))[0-9]{1,9}\b")


class Clues(NamedTuple):
    """The lines that speak for something: links to the first of them, and how many more there are."""

    lines: tuple[Link, ...] = ()
    more: str | None = None


def clues(lines: Sequence[int], words: Words, anchors: Collection[int]) -> Clues:
    """Links to some lines; `anchors` are those that the page can show."""
    links = tuple(
        Link(words.say("about_text", "line", number=words.number(line)), _href(line, anchors)) for line in lines[:_MOST]
    )
    hidden = len(lines) - len(links)
    return Clues(
        links, words.say("about_text", "more_lines", lines=words.count("lines", hidden)) if hidden > 0 else None
    )


def reason(why: str, lines: Collection[int], anchors: Collection[int]) -> tuple[Sentence, frozenset[int]]:
    """A reason whose lines are links where it names them, and the lines that it names.

    ("line 5 says so", [5], {5}) -> ("line 5" with a link to #L5, " says so") and {5}
    """
    pieces: list[Link] = []
    named = set()
    end = 0
    for start, stop, line in _mentions(why, lines):
        pieces += (Link(why[end:start]), Link(why[start:stop], _href(line, anchors)))
        named.add(line)
        end = stop
    return tuple(piece for piece in (*pieces, Link(why[end:])) if piece.text), frozenset(named)


def _mentions(why: str, lines: Collection[int]) -> Iterator[tuple[int, int, int]]:
    for found in _NAMED.finditer(why):
        line = int(found[0].rpartition(" ")[2])
        if line in lines:
            yield found.start(), found.end(), line


def _href(line: int, anchors: Collection[int]) -> str | None:
    return f"#L{line}" if line in anchors else None
