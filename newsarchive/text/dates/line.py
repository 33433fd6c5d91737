"""Lines that are nothing but a date, and the part of a line that is one."""

import re
from collections.abc import Iterator
from functools import lru_cache
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


@lru_cache(maxsize=1024)
def _date_columns(line: str) -> tuple[int, int] | None:
    mentions = find_dates(line)
    dated = (run for run in _runs(line, mentions) if any(piece.kind == "date" for piece in run)) if mentions else ()
    return next(((run[0].start, run[-1].end) for run in dated), None)


def is_date_line(line: str) -> bool:
    """True for a line that is nothing but dates, with the words, times, zones and marks about them, and maybe a place.

    "Published May 30, 2023 at 2:26 PM EDT | 3 min read", "Hamburg, 2. November 2021", "Updated 14:20", "3 hours ago".
    """
    if len(line) > _LONGEST or _DIGIT.search(line) is None:
        return False
    return _is_date_line(line.strip())


@lru_cache(maxsize=1024)
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


def _runs(line: str, mentions: tuple[DateMention, ...]) -> list[list[_Piece]]:
    """The stretches of a line that are about dates, without the marks and small words at their edges."""
    runs: list[list[_Piece]] = [[]]
    for piece in _settled(list(_raw_pieces(line, mentions))):
        if piece.kind in _OTHER_WORDS or piece.kind == "number":
            runs.append([])
        else:
            runs[-1].append(piece)
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _trimmed(run: list[_Piece]) -> list[_Piece]:
    first, last = 0, len(run)
    while first < last and run[first].kind == "mark":
        first += 1
    while first < last and run[last - 1].kind in {"mark", "plain"}:
        last -= 1
    return run[first:last]


def _settled(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces, with each number that belongs to its neighbours taken for a clock's: "GMT+1", "5 min", "3 hours"."""
    for index, piece in enumerate(pieces):
        near = {other.kind for other in pieces[max(0, index - 2) : index + 3]} if piece.kind == "number" else set()
        yield piece._replace(kind="clock") if near & _OF_NUMBERS else piece


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
