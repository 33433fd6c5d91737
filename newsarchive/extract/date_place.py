"""Where a date stands in a text: how far from the headline, from the body and from other dates."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from newsarchive.model import Span
from newsarchive.text.dates import DateMention

_SIGNATURE = 60  # characters at the end of a piece that hold a post's author
_BESIDE = 2  # pieces
_SHORTEST_TITLE, _LONGEST_TITLE = 20, 200
_AROUND = 8  # pieces before and after a date in which other days make it one of a list


class Dated(Protocol):
    """A date in its place."""

    @property
    def place(self) -> int: ...
    @property
    def day(self) -> dt.date: ...
    @property
    def mention(self) -> DateMention: ...


class Place(NamedTuple):
    """Where a date stands. Distances are counted in pieces of the text.

    below_headline  how far below the headline (above it: negative), None where there is no headline
    before_body     how far before the first piece of the body (after it: negative)
    after_body      how far after the last piece of the body (before it: negative)
    bottom          how far from the last piece of the text
    signed          in a post printed with its author's handle
    """

    below_headline: int | None
    before_body: int
    after_body: int
    bottom: int
    signed: bool


class Places:
    """The landmarks of a text, looked up once."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        own = (place for place, span in enumerate(spans) if span.label == "headline" and span.copy_of is None)
        self.headline = next(own, None)
        body = [place for place, span in enumerate(spans) if span.label == "paragraph"] or [len(spans)]
        self._first, self._last = body[0], body[-1]

    def of(self, place: int) -> Place:
        """Where the piece at a place stands."""
        below = None if self.headline is None else place - self.headline
        bottom = len(self._spans) - 1 - place
        return Place(below, self._first - place, place - self._last, bottom, self.is_signed(place))

    def is_above(self, place: int) -> bool:
        """True above the headline."""
        return self.headline is not None and place < self.headline

    def is_between(self, place: int) -> bool:
        """True between the headline and the body."""
        return self.headline is not None and self.headline < place < self._first

    def is_signed(self, place: int) -> bool:
        """True where a handle stands before the date in its line, or ends the line above."""
        before, span = self._spans[max(0, place - 1)], self._spans[place]
        return "@" in span.text or (before.line >= span.line - 1 and "(@" in before.text[-_SIGNATURE:])

    def is_titled(self, place: int) -> bool:
        """True where the headline is printed once more, in the piece at a place or as the piece beside it."""
        if self.headline is None or abs(place - self.headline) <= _BESIDE:
            return False
        title = self._spans[self.headline].text
        if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE:
            return False
        beside = self._spans[max(0, place - 1) : place + 2]
        return title in self._spans[place].text or any(span.text == title for span in beside)

    def others(self, seen: Sequence[Dated], index: int) -> tuple[set[dt.date], set[dt.date]]:
        """The other days that stand within a few pieces before a date, and after it, but for those of updates.

        What stands on the other side of the body is no neighbour.
        """
        own = seen[index]
        side = self._side(own.place)
        start = bisect_left(seen, own.place - _AROUND, key=lambda one: one.place)
        before: set[dt.date] = set()
        after: set[dt.date] = set()
        for other in seen[start : start + 4 * _AROUND]:
            if other.place > own.place + _AROUND:
                break
            if other.place == own.place or other.day == own.day or other.mention.role == "updated":
                continue
            if self._side(other.place) == side:
                (before if other.place < own.place else after).add(other.day)
        return before, after

    def _side(self, place: int) -> int:
        """-1 above the body, 0 in it, 1 below it."""
        return (place > self._last) - (place < self._first)
