"""The full dates that a text states: candidates for its own, each with what its place says."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from newsarchive.extract.date_place import Place, Places
from newsarchive.extract.date_seen import Context, Seen, seen_dates
from newsarchive.extract.date_written import form, is_ranged
from newsarchive.extract.day_order import DayOrder
from newsarchive.model import Span
from newsarchive.text.dates import DateMention, date_columns, is_date_line

_MOST = 1000  # dates: a text with more of them is a calendar
_MOST_COLUMNS = 80  # characters of a date with its words that are quoted
_AHEAD, _BESIDE = 25, 80  # characters before a date, and in all about it, that count for nothing
_OLD = 1500  # days


class Candidate(NamedTuple):
    """A full date, and what its place says of it.

    order    how its day and month were told apart; `either`: its other reading, where nothing tells
    alone    the piece is nothing but a date; `beside`: characters of the piece that are no part of the date or its
             words; `ahead`: those before it
    where    how far it is from the headline and the body
    first    the first that is not said to be of an update or of something else; `first_below`: of those below
             the headline
    days     how many different days there are; `near`: of those, how many others within a few pieces; `between`: of
             those, some stand before it and some after it; `again`: how often this one stands
    alike    how many other pieces have a date that is written like it
    ranged   one end of a span of days: "30.05.2023 – 02.06.2023"
    titled   the headline stands in its piece or right beside it once more, as in a list of articles
    of_page  above the headline, where an earlier day stands between headline and body: it is the page's, not the text's
    years_old  years before the latest of the days
    """

    span: Span
    mention: DateMention
    day: dt.date
    order: DayOrder
    alone: bool
    beside: int
    ahead: int
    where: Place
    first: bool
    first_below: bool
    days: int
    near: int
    between: bool
    ranged: bool
    titled: bool
    again: int
    alike: int
    of_page: bool
    years_old: bool

    @property
    def either(self) -> dt.date | None:
        return self.mention.other if self.order.first is None else None

    @property
    def words(self) -> str:
        """What the line says, in quotation marks: the date with the words about it."""
        start, end = date_columns(self.span.text) or (self.mention.start, self.mention.end)
        if not start <= self.mention.start < end or end - start > _MOST_COLUMNS:
            start, end = self.mention.start, self.mention.end
        return f'"{self.span.text[start:end]}"'


def candidates(spans: Sequence[Span], context: Context) -> tuple[Candidate, ...]:
    """The full dates in short pieces outside the body, in order; inside it a date alone, and the dateline.

    None is after the day on which texts were collected: the text was there by then.
    """
    limit = context.collected
    seen = [one for one in islice(seen_dates(spans, context), _MOST) if not (limit and one.day.isoformat() > limit)]
    if not seen:
        return ()
    places = Places(spans)
    days = Counter(one.day for one in seen)
    latest = max(days)
    earliest = _earliest_below(seen, places)
    forms = Counter(shape for shape, _ in {(form(one), one.place) for one in seen})
    first, first_below = _firsts(seen, places)
    return tuple(
        Candidate(
            span=one.span,
            mention=one.mention,
            day=one.day,
            order=one.order,
            alone=alone,
            beside=0 if alone else len(one.span.text) - (columns[1] - columns[0]),
            ahead=0 if alone else columns[0],
            where=places.of(one.place),
            first=one is first,
            first_below=one is first_below,
            days=len(days),
            near=len(before | after),
            between=bool(before and after),
            ranged=is_ranged(seen, index),
            titled=places.is_titled(one.place),
            again=days[one.day],
            alike=forms[form(one)] - 1,
            of_page=earliest is not None and places.is_above(one.place) and earliest < one.day,
            years_old=(latest - one.day).days > _OLD,
        )
        for index, one in enumerate(seen)
        for before, after in [places.others(seen, index)]
        for alone in [is_date_line(one.span.text)]
        for columns in [_columns(one)]
    )


def _columns(one: Seen) -> tuple[int, int]:
    """The columns of a date with the words about it; in a short line, where they count for nothing, of the date."""
    text, start = one.span.text, one.mention.start
    if start <= _AHEAD and len(text) <= _BESIDE:
        return start, one.mention.end
    return date_columns(text) or (0, 0)


def _firsts(seen: Sequence[Seen], places: Places) -> tuple[Seen | None, Seen | None]:
    """The first date that may be the article's own, and the first below the headline."""
    own = [one for one in seen if one.mention.role != "other" and not places.is_signed(one.place)]
    own = [one for one in own if one.mention.role != "updated"] or own
    below = (one for one in own if places.headline is not None and one.place > places.headline)
    return next(iter(own), None), next(below, None)


def _earliest_below(seen: Sequence[Seen], places: Places) -> dt.date | None:
    """The earliest day that stands between headline and body at the head of a piece."""
    own = (one for one in seen if places.is_between(one.place) and one.mention.start <= _AHEAD)
    return min((one.day for one in own if one.mention.role in (None, "published")), default=None)
