"""The full dates that stand outside the body: candidates for the article's own, each with what its place says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from newsarchive.extract.day_order import DayOrder, Doubt, certain_dates, day_order
from newsarchive.extract.undated import dateline_date
from newsarchive.model import BODY_LABELS, Span
from newsarchive.text.dates import DateMention, date_columns, find_dates, is_date_line

_LONGEST = 240
_SIGNATURE = 60
_MOST = 1000  # dates: a text with more of them is a calendar
CLOSED = frozenset(("credit", "disclaimer", "front_matter", *BODY_LABELS))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A full date outside the body, and what its place says of it. Distances are counted in pieces of the text.

    order           how its day and month were told apart; `either`: its other reading, where nothing tells
    alone           the piece is nothing but a date
    beside          characters of the piece that are no part of the date or its words; `ahead`: those before it
    below_headline  how far below the headline (above it: negative), None where there is no headline
    before_body     how far before the first piece of the body (after it: negative)
    after_body      how far after the last piece of the body (before it: negative)
    signed          in a post printed with its author's handle
    first           the first that is not said to be of an update or of something else; `first_below`: of those below
                    the headline
    days            how many different days there are; `again`: how often this one stands
    """

    span: Span
    mention: DateMention
    day: dt.date
    order: DayOrder
    alone: bool
    beside: int
    ahead: int
    below_headline: int | None
    before_body: int
    after_body: int
    signed: bool
    first: bool
    first_below: bool
    days: int
    again: int
    latest: bool
    years_old: bool

    @property
    def either(self) -> dt.date | None:
        return self.mention.other if self.order.first is None else None

    @property
    def words(self) -> str:
        """What the line says, in quotation marks: the date with the words about it."""
        start, end = date_columns(self.span.text) or (self.mention.start, self.mention.end)
        if not start <= self.mention.start < end or end - start > 80:
            start, end = self.mention.start, self.mention.end
        return f'"{self.span.text[start:end]}"'


class _Seen(NamedTuple):
    """A date that a piece mentions, by the piece's place in the text."""

    place: int
    mention: DateMention
    day: dt.date
    order: DayOrder


def candidates(spans: Sequence[Span], language: str | None, collected: str | None = None) -> tuple[Candidate, ...]:
    """The full dates in short pieces outside the body, in order; inside it a date alone, and the dateline.

    None is the day of a photo, nor a day after `collected`: the text was there by then.
    """
    found = islice(_seen(spans, language, collected), _MOST)
    seen = [one for one in found if not (collected and one.day.isoformat() > collected)]
    headline = next((i for i, span in enumerate(spans) if span.label == "headline" and span.copy_of is None), None)
    body = [i for i, span in enumerate(spans) if span.label == "paragraph"] or [len(spans)]
    days = Counter(one.day for one in seen)
    latest = max(days, default=dt.date.min)
    own = [one for one in seen if one.mention.role != "other" and not _is_signed(spans, one.place)]
    own = [one for one in own if one.mention.role != "updated"] or own
    first_below = next((one for one in own if headline is not None and one.place > headline), None)
    return tuple(
        Candidate(
            span=spans[one.place],
            mention=one.mention,
            day=one.day,
            order=one.order,
            alone=is_date_line(spans[one.place].text),
            beside=len(spans[one.place].text) - (columns[1] - columns[0]),
            ahead=columns[0],
            below_headline=None if headline is None else one.place - headline,
            before_body=body[0] - one.place,
            after_body=one.place - body[-1],
            signed=_is_signed(spans, one.place),
            first=one is own[0] if own else False,
            first_below=one is first_below,
            days=len(days),
            again=days[one.day],
            latest=one.day == latest,
            years_old=(latest - one.day).days > 1500,
        )
        for one in seen
        for columns in [date_columns(spans[one.place].text) or (0, 0)]
    )


def _seen(spans: Sequence[Span], language: str | None, collected: str | None) -> Iterator[_Seen]:
    first = next((span for span in spans if span.label == "paragraph"), None)
    certain = cache(partial(certain_dates, spans))
    for place, span in enumerate(spans):
        if len(span.text) <= _LONGEST and (span.label not in CLOSED or is_date_line(span.text)):
            mentions = find_dates(span.text, language)
        else:
            dated = dateline_date(span.text) if span is first else None
            mentions = (dated,) if dated else ()
        for mention in mentions:
            if mention.date and (span.label != "caption" or mention.role == "published"):
                order = day_order(Doubt(mention, span.text, certain, language, collected))
                day = mention.other if order.first == "month" else mention.date
                yield _Seen(place, mention, day or mention.date, order)


def _is_signed(spans: Sequence[Span], place: int) -> bool:
    """True where a handle stands before the date in its line, or ends the line above."""
    before = spans[max(0, place - 1)]
    return "@" in spans[place].text or (before.line >= spans[place].line - 1 and "(@" in before.text[-_SIGNATURE:])
