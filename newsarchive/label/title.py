"""Titles inside of other lines: "Home » News » The ferry", "The ferry | The Gazette", "3 thoughts on “The ferry”"."""

import re
from collections.abc import Iterable

from newsarchive.label.line import Line
from newsarchive.text.fold import fold

_SHORTEST, _LONGEST = 15, 300
_JOINED = re.compile(r" ?[|»›·–—-] ")
_STEP = re.compile(r" [»›>→/|] ")
_ARROWS = ("←", "→", "«", "‹", "<", ">")
_LEAST_TAGS, _TAG_WORDS = 3, 2
_OPENS = '“„"«»”‘'
_CLOSES = ("”", "“", '"', "»", "«", "’")


def bare_title(line: str, title: str) -> bool:
    """Whether `title` is the line without what stands before it ("Home News", "Business|"), or behind (" | Gazette").

    What begins with a small letter is the rest of a headline, not the whole of one.
    """
    if not _SHORTEST <= len(title) < len(line) or title[0].islower():
        return False
    return line.endswith(title) or (line.startswith(title) and _JOINED.match(line, len(title)) is not None)


def is_signpost(line: Line) -> bool:
    """A path of two steps or more, an arrow to another page, or a row of tags: "dogs, ports, Old Mole"."""
    text = line.text[:_LONGEST]
    if text.startswith(_ARROWS) and not text.endswith(_CLOSES):
        return True
    tags = text.split(",")
    is_row = len(tags) >= _LEAST_TAGS and all(len(tag.split()) <= _TAG_WORDS for tag in tags)
    return is_row or len(_STEP.findall(text)) > 1


def quoted_titles(lines: Iterable[Line]) -> frozenset[str]:
    """What lines say in quotation marks at their end, folded: comments are headed so, "3 thoughts on “The ferry”"."""
    ends = (line.text for line in lines if line.text.endswith(_CLOSES) and len(line.text) <= _LONGEST)
    return frozenset(fold(said) for said in map(_quoted, ends) if said)


def _quoted(text: str) -> str:
    """What stands between the quotation marks at the end, where something stands before them."""
    start = max(map(text[:-1].rfind, _OPENS))
    return text[start + 1 : -1].strip() if start > 0 else ""
