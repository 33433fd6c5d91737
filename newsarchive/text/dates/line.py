"""Lines that are nothing but a date, and the part of a line that is one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from newsarchive.text.dates.around import CLOCK
from newsarchive.text.dates.find import find_dates
from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.names import MARK, WORD
from newsarchive.text.dates.words import kind_of_word

_LONGEST, _LONGEST_WITHOUT = 240, 60  # characters of a line with and without a date
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(rf"(?P<word>{WORD})|(?P<clock>(?i:{CLOCK}))|(?P<number>\d+)|(?P<mark>{MARK}+)")
_PLACE = re.compile(r"[A-ZÀ-ÞЀ-Я][^\W\d_]+(?:-[^\W\d_]+)?\s?(?:[,:/–—]| - )\s?")
_OTHER_WORDS = frozenset(("", "other"))
_AROUND = 2  # pieces on each side of a number that tell what it is
_OF_NUMBERS = frozenset(("zone", "reading", "relative"))


class _Piece(NamedTuple):
    """A piece of a line: `kind` is "date", "clock", "number", "mark", a kind of words.tsv, or "" for any other word."""

    start: int
    end: int
    kind: str


def date_columns(line: str) -> tuple[int, int] | None:
    """The columns of the first date in a short line, with the words about it, its time and its zone.

    "By Jane Roe | November 18, 2019 at 2:26 PM" -> (14, 42); a line over 240 characters has none.
    """
    return _date_columns(line) if len(line) <= _LONGEST and _DIGIT.search(line) else None


@lru_cache(maxsize=4096)
def _date_columns(line: str) -> tuple[int, int] | None:
    mentions = find_dates(line)
    run = _trimmed(_dated_run(line, mentions)) if mentions else []
    return (run[0].start, run[-1].end) if run else None


def is_date_line(line: str) -> bool:
    """True for a line that is nothing but dates, with the words, times, zones and marks about them, and maybe a place.

    "Published May 30, 2023 at 2:26 PM EDT | 3 min read", "Hamburg, 2. November 2021", "Updated 14:20", "3 hours ago".
    """
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return False
    return _is_date_line(line.strip())


@lru_cache(maxsize=4096)
def _is_date_line(text: str) -> bool:
    mentions = find_dates(text)
    if _is_all_date(text, mentions):
        return True
    place = _PLACE.match(text) if mentions else None
    return place is not None and _is_all_date(text[place.end() :], find_dates(text[place.end() :]))


def _is_all_date(text: str, mentions: tuple[DateMention, ...]) -> bool:
    if not mentions and len(text) > _LONGEST_WITHOUT:
        return False
    pieces = []
    for piece in _raw_pieces(text, mentions):
        if piece.kind in _OTHER_WORDS:
            return False
        pieces.append(piece)
    told = {piece.kind for piece in _settled(pieces)}
    if "number" in told:
        return False
    if mentions:  # a span of days ("14 de marzo a 13 de mayo") is no date of an article
        return len(mentions) == 1 or any(mention.year for mention in mentions)
    return "relative" in told or ("clock" in told and bool(told & {"published", "updated", "zone"}))


def _dated_run(line: str, mentions: tuple[DateMention, ...]) -> list[_Piece]:
    """The first stretch of a line that is about dates and has one; what stands behind it is not looked at."""
    run: list[_Piece] = []
    is_dated = False
    for piece in _settled(_raw_pieces(line, mentions)):
        if piece.kind in _OTHER_WORDS or piece.kind == "number":
            if is_dated:
                break
            run = []
        else:
            run.append(piece)
            is_dated = is_dated or piece.kind == "date"
    return run if is_dated else []


def _trimmed(run: list[_Piece]) -> list[_Piece]:
    """A stretch without the marks and small words at its edges."""
    first, last = 0, len(run)
    while first < last and run[first].kind == "mark":
        first += 1
    while first < last and run[last - 1].kind in {"mark", "plain"}:
        last -= 1
    return run[first:last]


def _settled(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """The pieces, with each number that belongs to its neighbours taken for a clock's: "GMT+1", "5 min", "3 hours"."""
    coming = iter(pieces)
    near = [*islice(coming, _AROUND)]  # the piece, and as many after it and before it
    index = 0
    while index < len(near):
        near += islice(coming, 1)
        piece = near[index]
        if piece.kind == "number" and any(other.kind in _OF_NUMBERS for other in near[max(0, index - _AROUND) :]):
            piece = piece._replace(kind="clock")
        yield piece
        index += 1
        if index > _AROUND:
            del near[0]
            index -= 1


def _raw_pieces(line: str, mentions: tuple[DateMention, ...]) -> Iterator[_Piece]:
    position = 0
    for mention in mentions:
        yield from _between(line, position, mention.start)
        yield _Piece(mention.start, mention.end, "date")
        position = mention.end
    yield from _between(line, position, len(line))


def _between(line: str, start: int, end: int) -> Iterator[_Piece]:
    for found in _PIECE.finditer(line, start, end):
        kind = found.lastgroup or ""
        yield _Piece(found.start(), found.end(), kind_of_word(found[0]) if kind == "word" else kind)
