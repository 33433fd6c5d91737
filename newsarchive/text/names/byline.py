"""Bylines: the names in a line that credits the writers."""

import re
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.names.bare import bare_byline, known_byline
from newsarchive.text.names.marked import marked_byline
from newsarchive.text.names.marks import find_mark
from newsarchive.text.names.pictures import is_picture_credit
from newsarchive.text.names.reading import Reading
from newsarchive.text.names.segments import segments_of
from newsarchive.text.names.signs import may_announce, signs_of
from newsarchive.text.names.unspaced import is_unspaced, unspaced_byline

_LONGEST = 400
_MOST_SMALL_WORDS = 9
_MOST_OTHER_WORDS = 1  # initials before an agency: "jro/PAP"
_DIGIT, _BAR = re.compile(r"\d"), re.compile(r"[|•·–—~∙●:：()\[\]*><»«▪■…⋅‧-]")
_DASHES = ("—", "–", "-")


class Byline(NamedTuple):
    """Who a line credits: persons in normal writing, and the agency as we name it.

    `start` and `end` are the columns of the byline in the line; `marked` where a by-word ("By", "Von") announces it.
    """

    authors: tuple[str, ...]
    agency: str | None
    start: int
    end: int
    marked: bool


def parse_byline(line: str) -> Byline | None:
    """The byline that a line is or holds; None where that is not sure.

    Without a by-word, a common given name must lead each name, and all else must be a role, place, date or agency.

    "By JANE ROE and Tom Doe, Staff Writers | May 3" -> Jane Roe, Tom Doe; "Read More" -> None.
    """
    return _parsed(line, known=False)


def read_byline(line: str) -> Byline | None:
    """The byline of a line that is known to be one, from its place or its label: the shape of a name is enough."""
    return _parsed(line, known=True)


def announced_byline(line: str) -> Byline | None:
    """The byline that a by-word announces in a line; None where none does, which most lines tell at a glance."""
    may_be = is_unspaced(line) or (may_announce(line) and find_mark(line) is not None)
    byline = parse_byline(line) if may_be else None
    return byline if byline and byline.marked else None


def byline_piece(line: str) -> tuple[int, int] | None:
    """The columns of the byline in a line that holds more.

    "May 3, 2021 | By Ann Roe | 3 min read" -> those of "By Ann Roe"; an agency alone, without a by-word, is none.
    """
    byline = parse_byline(line)
    return (byline.start, byline.end) if byline and (byline.authors or byline.marked) else None


@lru_cache(maxsize=4096)
def _parsed(line: str, *, known: bool) -> Byline | None:
    reading = _read(line, known=known) if 2 <= len(line.strip()) <= _LONGEST else None
    return Byline(*reading) if reading else None


def _read(line: str, *, known: bool) -> Reading | None:
    if reading := unspaced_byline(line, known=known):
        return reading
    signs = signs_of(line)
    if signs.announced and (mark := find_mark(line)):
        return marked_byline(line, mark, known=known)
    if not (signs.named or known) or signs.small_words > _MOST_SMALL_WORDS or _is_other(line):
        return None
    if not known and signs.other_words > _MOST_OTHER_WORDS and not (_DIGIT.search(line) and _BAR.search(line)):
        return None  # what is explained word by word has none; only behind a name, a bar and a date may there be any
    segments = segments_of(line)
    if is_picture_credit(segments):
        return None
    return known_byline(segments) if known else bare_byline(segments)


def _is_other(line: str) -> bool:
    """True for a question, a line in a script without spaces, and the signature of an embedded post."""
    return "?" in line or is_unspaced(line) or ("(@" in line and line.lstrip()[:1] in _DASHES)
