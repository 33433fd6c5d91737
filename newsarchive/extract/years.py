"""The year of a date that states none ("May 30"): what the text tells of years, and whether a weekday agrees."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.extract.bounds import Bound
from newsarchive.extract.tellings import (
    Telling,
    copyrights,
    corrections,
    day_of,
    soon_after_a_post,
    soon_before_an_update,
    years_of_archive,
    years_of_body,
)
from newsarchive.model import Choices, Span
from newsarchive.text.dates import DateMention, named_weekdays

_LEDE = 3  # paragraphs, one of which may name the weekday of the day they were written on
_LONGEST = 4000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Inferred(NamedTuple):
    """The one day that is left, the lines that speak for it, and why."""

    day: dt.date
    lines: tuple[int, ...]
    why: str


class Limits(NamedTuple):
    """What no day may break: not before the bounds, not after an update (its day and line) nor after texts were
    collected.
    """

    bounds: Sequence[Bound]
    updates: Sequence[tuple[dt.date, int]]
    choices: Choices

    def allow(self, day: dt.date) -> bool:
        collected = self.choices.collected
        if collected and day.isoformat() > collected:
            return False
        return all(day >= bound.day for bound in self.bounds) and all(day <= updated for updated, _ in self.updates)


def infer_year(mention: DateMention, line: int, spans: Sequence[Span], limits: Limits) -> Inferred | None:
    """The day that a date without a year means, where one year is left for it; else None.

    Left is a year that two lines of the body tell of while a weekday agrees, or one that a clue tells for certain.
    """
    weekday = _weekday(mention, line, spans)
    tellings: dict[dt.date, list[Telling]] = {}
    for telling in (
        *years_of_body(spans),
        *soon_after_a_post(mention, limits.bounds),
        *soon_before_an_update(mention, limits.updates),
        *corrections(mention, spans),
        *copyrights(spans),
        *years_of_archive(limits.choices),
    ):
        if day := day_of(telling.year, mention):
            tellings.setdefault(day, []).append(telling)
    told = {
        day: found
        for day, found in tellings.items()
        if (weekday is None or day.weekday() == weekday[0])
        and limits.allow(day)
        and _is_told(found, weekday is not None)
    }
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


def _weekday(mention: DateMention, line: int, spans: Sequence[Span]) -> tuple[int, int] | None:
    """The weekday beside the date, or the one that the first paragraphs name; and the line that names it."""
    if mention.weekday is not None:
        return mention.weekday, line
    lede = [span for span in spans if span.label == "paragraph" and len(span.text) <= _LONGEST][:_LEDE]
    named = {weekday: span.line for span in lede for weekday in named_weekdays(span.text)}
    return next(iter(named.items())) if len(named) == 1 else None
