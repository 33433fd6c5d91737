"""What a text tells of the year it was written in: each clue is a function that yields what it tells."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsarchive.extract.bounds import POSTS, Bound
from newsarchive.model import BODY_LABELS, Choices, Span
from newsarchive.text.dates import DateMention, find_dates

_BESIDE = 4  # lines between a length of time and the year from which it counts
_LONGEST = 4000
_SOON = dt.timedelta(days=14)
_MONTH = dt.timedelta(days=31)
_LONGEST_COPYRIGHT = 400
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s:©]{0,3}(?:[^\W\d]{1,20}\s){0,4}(?:(?:19|20)\d\d\s?[-–—]\s?)?(20\d\d)(?!\d)",
    re.IGNORECASE,
)
_MOST_LINES = 5  # that are told of as naming one year
_YEARS = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?:(\s?[-–—/]\s?)(?:(?:19|20)\d\d|\d\d))?(?![\d/]|[.,-]\d)")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_DURATION = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?:years|jahren?|años|ans|anni|anos|jaar|år|лет|років|lat|let|vuoden)\b",
    re.IGNORECASE,
)


class Telling(NamedTuple):
    """Something that tells of a year: its lines, and how. One that is `enough` needs no weekday and no other line."""

    year: int
    lines: tuple[int, ...]
    why: str
    enough: bool = False


def years_of_body(spans: Sequence[Span]) -> Iterator[Telling]:
    """The latest year that the body names (of a span of years its first), and the lengths of time that lead to it."""
    body = [span for span in spans if span.label in BODY_LABELS and len(span.text) <= _LONGEST]
    named = [(int(found[1]), span.line) for span in body for found in _YEARS.finditer(span.text)]
    latest = max((year for year, _ in named), default=0)
    lines = tuple(dict.fromkeys(line for year, line in named if year == latest))[:_MOST_LINES]
    if lines:
        yield Telling(latest, lines, f"{latest} is the latest year that the text names ({_lines_in_words(lines)})")
    by_line: dict[int, set[int]] = {}
    for year, line in named:
        by_line.setdefault(line, set()).add(year)
    for length, line in _lengths(body):
        for since_line in range(line - _BESIDE, line + _BESIDE + 1):
            for since in sorted(by_line.get(since_line, ())):
                for year in sorted({since + length, since + length + 1} & {latest - 1, latest}):
                    why = f"line {line} counts {length} years from {since} (line {since_line})"
                    yield Telling(year, tuple(dict.fromkeys((since_line, line))), why)


def _lengths(body: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Each length of time in years, with its line: "for 31 years" -> 31, "six years" -> 6."""
    for span in body:
        for found in _DURATION.finditer(span.text):
            yield _NUMBERS.get(found[1].lower()) or int(found[1]), span.line


def soon_after_a_post(mention: DateMention, bounds: Sequence[Bound]) -> Iterator[Telling]:
    """The year in which the day comes within two weeks of a post that the text embeds."""
    for bound in bounds:
        for year in (bound.day.year, bound.day.year + 1):
            day = day_of(year, mention)
            if bound.rule in POSTS and day and bound.day <= day <= max(bound.days) + _SOON:
                yield Telling(year, (bound.line,), bound.why, enough=True)


def soon_before_an_update(mention: DateMention, updates: Sequence[tuple[dt.date, int]]) -> Iterator[Telling]:
    """The year in which the day comes within a month before an update that is dated in full."""
    for updated, line in updates:
        for year in (updated.year, updated.year - 1):
            day = day_of(year, mention)
            if day and dt.timedelta() <= updated - day <= _MONTH:
                yield Telling(year, (line,), f"line {line} is of an update on {updated}", enough=True)


def copyrights(spans: Sequence[Span]) -> Iterator[Telling]:
    """The year of a copyright: that in which the page was made, and so seldom long after its text."""
    for span in spans:
        if len(span.text) <= _LONGEST_COPYRIGHT and (found := _COPYRIGHT.search(span.text)):
            yield Telling(int(found[1]), (span.line,), f"line {span.line} has a copyright of {found[1]}")


def corrections(mention: DateMention, spans: Sequence[Span]) -> Iterator[Telling]:
    """The year in which the day comes less than a year before a correction that is dated in full."""
    for span in spans:
        dated = find_dates(span.text[:_LONGEST]) if span.label == "correction" else ()
        for corrected in filter(None, (one.date for one in dated if one.order != "ambiguous")):
            days = [day for year in (corrected.year, corrected.year - 1) if (day := day_of(year, mention))]
            if day := next((day for day in days if day <= corrected), None):
                yield Telling(
                    day.year, (span.line,), f"the correction in line {span.line} is of {corrected}", enough=True
                )


def years_of_archive(choices: Choices) -> Iterator[Telling]:
    """The years of the period that the archive covers, as its configuration says."""
    if choices.period:
        first, last = choices.period
        for year in range(int(first[:4]), int(last[:4]) + 1):
            yield Telling(year, (), f"the archive covers {first} to {last}", enough=True)


def day_of(year: int, mention: DateMention) -> dt.date | None:
    """The day of a mention in a year, or None where that year has no such day."""
    try:
        return dt.date(year, mention.month or 0, mention.day or 0)
    except ValueError:
        return None


def _lines_in_words(lines: Sequence[int]) -> str:
    """(3,) -> "line 3"; (3, 5, 8) -> "lines 3, 5 and 8"."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"
