"""What other texts of an outlet tell of one: by its folder, and by the lines of the site that they have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsarchive.model import BODY_LABELS, Habits, Source, Span
from newsarchive.text.outlets import by_habit
from newsarchive.text.recurrence import spellings


@dataclass(frozen=True, slots=True)
class Told:
    """What siblings tell, and the lines that they have too; no lines where they are those of its folder."""

    value: str
    lines: tuple[int, ...]


def outlet_of_siblings(source: Source, spans: Sequence[Span], habits: Habits) -> Told | None:
    """The outlet that the siblings of a text are from."""
    return _told(source, spans, habits.outlets)


def order_of_siblings(source: Source, spans: Sequence[Span], habits: Habits) -> Literal["day", "month"] | None:
    """Whether the siblings of a text put the day or the month first in dates; None where nothing tells."""
    told = _told(source, spans, habits.orders)
    return None if told is None else "day" if told.value == "day" else "month"


def _told(source: Source, spans: Sequence[Span], facts: Mapping[str, str]) -> Told | None:
    if not facts:
        return None
    lines = {words: span.line for span in spans if span.label not in BODY_LABELS for words in spellings(span.text)}
    told = by_habit(source, lines, facts)
    return told and Told(told[0], tuple(sorted({lines[mark] for mark in told[1] if mark in lines})))
