"""Where a line is two things: each cut finds the columns at which a line is split, before anything is labelled."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from newsarchive.label.boilerplate import promo_tail
from newsarchive.label.line import Line, read_line, read_lines
from newsarchive.model import Source
from newsarchive.text.dates import date_columns, find_dates
from newsarchive.text.names import byline_piece

_SHORT = 160
_DIGIT = re.compile(r"\d")
_GLUED_KICKER = re.compile(r"([^\W\d_a-zà-ÿ][A-ZÀ-Þ&/ -]{2,30}[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ]+ )")


def promo_at_the_end(line: Line) -> tuple[int, ...]:
    """ "… the harbour. Read more: Ferry sinks" -> where "Read more" begins."""
    column = promo_tail(line)
    return () if column is None else (column,)


def name_and_date(line: Line) -> tuple[int, ...]:
    """ "By Jane Roe | 14 March 2023" -> where the date begins, or where the name begins after it."""
    if len(line.text) > _SHORT or _DIGIT.search(line.text) is None or _is_bare_date(line.text):
        return ()
    name = byline_piece(line.text)
    date = date_columns(line.text) if name else None
    if name is None or date is None or not _has_letters_beside(line.text, *date):
        return ()
    return (date[0],) if name[1] <= date[0] else (name[0],) if date[1] <= name[0] else ()


def _is_bare_date(text: str) -> bool:
    """No date, or one without a letter beside it ("May 2007 (14)"): most lines with a number, told without parsing."""
    if not any(map(str.isalpha, text)):
        return True
    mentions = find_dates(text)
    return not mentions or (len(mentions) == 1 and not _has_letters_beside(text, mentions[0].start, mentions[0].end))


def _has_letters_beside(text: str, start: int, end: int) -> bool:
    return any(map(str.isalpha, text[:start])) or any(map(str.isalpha, text[end:]))


def glued_kicker(line: Line) -> tuple[int, ...]:
    """ "EXCLUSIVEMayor resigns over ferry" -> where "Mayor" begins."""
    if len(line.text) > _SHORT or line.is_sentence:
        return ()
    found = _GLUED_KICKER.match(line.text)
    return (found.end(1),) if found else ()


CUTS: tuple[Callable[[Line], tuple[int, ...]], ...] = (promo_at_the_end, name_and_date, glued_kicker)


def cut(source: Source) -> Iterator[Line]:
    """The pieces of a text in order: its lines that are not blank, some of them split."""
    for line in read_lines(source.lines):
        columns = () if line.number <= source.front_matter else _found(line)
        if columns:
            yield from _pieces(line, columns)
        else:
            yield line


def _found(line: Line) -> tuple[int, ...]:
    return _columns(line) if len(line.text) > _SHORT else _of_short(line.text, line.folded, line.is_sentence)


@lru_cache(maxsize=1 << 14)
def _of_short(text: str, folded: str, is_sentence: bool) -> tuple[int, ...]:
    """The same for a short line, once for all lines that read so: menus stand on every page."""
    return _columns(Line(1, 0, text, folded, is_sentence))


def _columns(line: Line) -> tuple[int, ...]:
    for find in CUTS:
        if columns := find(line):
            return columns
    return ()


def _pieces(line: Line, columns: tuple[int, ...]) -> Iterator[Line]:
    for start, stop in zip((0, *columns), (*columns, len(line.text)), strict=True):
        if line.text[start:stop].strip():
            yield read_line(line.number, line.text[start:stop], line.start + start)
