"""The year of a date that states none ("May 30"): what the text tells of years, and whether a weekday agrees."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsarchive.extract.bounds import Bound
from newsarchive.model import BODY_LABELS, Choices, Span
from newsarchive.text.dates import DateMention, named_weekdays

_LEDE = 3  # paragraphs, one of which may name the weekday of the day they were written on
_BESIDE = 4  # lines between a length of time and the year from which it counts
_LONGEST = 4000
_SOON = dt.timedelta(days=14)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YEARS = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?:(\s?[-–—/]\s?)(?:(?:19|20)\d\d|\d\d))?(?![\d/]|[.,-]\d)")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_DURATION = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?:years|jahren?|años|ans|anni|anos|jaar|år|лет|років|lat|let|vuoden)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that tells of a year: its lines, and how. One that is `enough` needs no weekday and no other line."""

    year: int
    lines: tuple[int, ...]
    why: str
    enough: bool = False


@dataclass(frozen=True, slots=True)
class Inferred:
    """The one day that is left, the lines that speak for it, and why."""

    day: dt.date
    lines: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What no day may break: not before the bounds, not after texts were collected."""

    bounds: Sequence[Bound]
    choices: Choices

    def allow(self, day: dt.date) -> bool:
        collected = self.choices.collected
        return all(day >= bound.day for bound in self.bounds) and not (collected and day.isoformat() > collected)


def infer_year(mention: DateMention, line: int, spans: Sequence[Span], limits: Limits) -> Inferred | None:
    """The day that a date without a year means, where one year is left for it; else None.

    Left is a year that two lines of the body tell of while a weekday agrees, or one that a clue tells for certain.
    """
    weekday = _weekday(mention, line, spans)
    left: dict[dt.date, list[Telling]] = {}
    for telling in (
        *years_of_body(spans),
        *soon_after_a_post(mention, limits.bounds),
        *years_of_archive(limits.choices),
    ):
        day = _day(telling.year, mention)
        if day and limits.allow(day) and (weekday is None or day.weekday() == weekday[0]):
            left.setdefault(day, []).append(telling)
    told = {day: found for day, found in left.items() if _is_told(found, weekday is not None)}
    if len(told) != 1:
        return None
    ((day, found),) = told.items()
    return _inferred(day, found, line, weekday)


def _is_told(found: Sequence[Telling], agrees: bool) -> bool:
    lines = {line for telling in found for line in telling.lines}
    return any(telling.enough for telling in found) or (agrees and len(lines) > 1)


def _inferred(day: dt.date, found: Sequence[Telling], line: int, weekday: tuple[int, int] | None) -> Inferred:
    why = [f"line {line} states day and month", *dict.fromkeys(telling.why for telling in found)]
    lines = {line, *(other for telling in found for other in telling.lines)}
    if weekday:
        why.append(f"the day was a {_WEEKDAYS[weekday[0]]}, as line {weekday[1]} has it")
        lines.add(weekday[1])
    return Inferred(day, tuple(sorted(lines)), "; ".join(why))


def years_of_body(spans: Sequence[Span]) -> Iterator[Telling]:
    """The latest year that the body names (of a span of years its first), and the lengths of time that lead to it."""
    body = [span for span in spans if span.label in BODY_LABELS and len(span.text) <= _LONGEST]
    named = [(int(found[1]), span.line) for span in body for found in _YEARS.finditer(span.text)]
    latest = max((year for year, _ in named), default=0)
    lines = tuple(dict.fromkeys(line for year, line in named if year == latest))
    if lines:
        yield Telling(latest, lines, f"{latest} is the latest year that the text names ({lines_in_words(lines)})")
    for length, line in _lengths(body):
        for since, since_line in named:
            if abs(since_line - line) <= _BESIDE:
                for year in sorted({since + length, since + length + 1} & {latest - 1, latest}):
                    lines = tuple(dict.fromkeys((since_line, line)))
                    yield Telling(year, lines, f"line {line} counts {length} years from {since} (line {since_line})")


def _lengths(body: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Each length of time in years, with its line: "for 31 years" -> 31, "six years" -> 6."""
    for span in body:
        for found in _DURATION.finditer(span.text):
            yield _NUMBERS.get(found[1].lower()) or int(found[1]), span.line


def soon_after_a_post(mention: DateMention, bounds: Sequence[Bound]) -> Iterator[Telling]:
    """The year in which the day comes within two weeks of a post that the text embeds."""
    for bound in bounds:
        for year in (bound.day.year, bound.day.year + 1):
            day = _day(year, mention)
            if bound.rule != "dated_photo" and day and bound.day <= day <= max(bound.days) + _SOON:
                yield Telling(year, (bound.line,), bound.why, enough=True)


def years_of_archive(choices: Choices) -> Iterator[Telling]:
    """The years of the period that the archive covers, as its configuration says."""
    if choices.period:
        first, last = choices.period
        for year in range(int(first[:4]), int(last[:4]) + 1):
            yield Telling(year, (), f"the archive covers {first} to {last}", enough=True)


def _weekday(mention: DateMention, line: int, spans: Sequence[Span]) -> tuple[int, int] | None:
    """The weekday beside the date, or the one that the first paragraphs name; and the line that names it."""
    if mention.weekday is not None:
        return mention.weekday, line
    lede = [span for span in spans if span.label == "paragraph" and len(span.text) <= _LONGEST][:_LEDE]
    named = {weekday: span.line for span in lede for weekday in named_weekdays(span.text)}
    return next(iter(named.items())) if len(named) == 1 else None


def lines_in_words(lines: Sequence[int]) -> str:
    """(3,) -> "line 3"; (3, 5, 8) -> "lines 3, 5 and 8"."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"


def _day(year: int, mention: DateMention) -> dt.date | None:
    try:
        return dt.date(year, mention.month or 0, mention.day or 0)
    except ValueError:
        return None
