"""What other texts of an outlet tell of one: by its folder, and by the lines of the site that they have in common."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from newsarchive.model import BODY_LABELS, Habits, Source, Span
from newsarchive.text.fold import fold_all
from newsarchive.text.outlets import by_habit
from newsarchive.text.recurrence import LONGEST, without_numbers


class Told(NamedTuple):
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
    own = [span for span in spans if span.label not in BODY_LABELS and len(span.text) <= LONGEST]
    lines = _spelt(tuple([(span.text, span.line) for span in own]))
    told = by_habit(source, lines.keys() & facts.keys(), facts)
    return told and Told(told[0], tuple(sorted({lines[mark] for mark in told[1] if mark in lines})))


@lru_cache(maxsize=1)
def _spelt(lines: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    """Lines by how facts spell them, folded, with and without their numbers: once for the outlet and its order."""
    if not lines:  # of no lines there is one without numbers: the empty one
        return {}
    folded = fold_all([text for text, _ in lines])
    numberless = without_numbers("\n".join(folded)).split("\n")
    found: dict[str, int] = {}
    for (_, line), with_numbers, without in zip(lines, folded, numberless, strict=True):
        found[with_numbers] = found[without] = line
    return found
