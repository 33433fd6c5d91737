"""The full dates that the pieces of a text mention, but for those that cannot be its own."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from newsarchive.extract.day_order import DayOrder, Doubt, Order, certain_dates, day_order
from newsarchive.extract.undated import dateline_date
from newsarchive.model import BODY_LABELS, Span
from newsarchive.text.dates import DateMention, find_dates, is_date_line, may_state_day, names_two_months, role_of_label

_LONGEST = 240
_SHORT = 100
_ABOVE = 2  # lines between a date and the line that labels it, where a blank one lies between
_POINTS = frozenset(("list_item", "subhead"))
CLOSED = frozenset(("disclaimer", "front_matter", *BODY_LABELS))


class Context(NamedTuple):
    """What else is known: how to learn the language of the text, the last day on which texts were collected, and which
    of day and month the outlet puts first (None: not known).
    """

    language: Callable[[], str | None] = lambda: None
    collected: str | None = None
    hint: Order | None = None


class Seen(NamedTuple):
    """A date that a piece mentions. `place` is the piece's place in the text; `order` how day and month were told."""

    place: int
    span: Span
    mention: DateMention
    day: dt.date
    order: DayOrder


def seen_dates(spans: Sequence[Span], context: Context) -> Iterator[Seen]:
    """The full dates in short pieces outside the body, in order; inside it a date alone, and the dateline."""
    first = next((place for place, span in enumerate(spans) if span.label == "paragraph"), None)
    certain = cache(partial(certain_dates, spans))
    for place, span in enumerate(spans):
        text = span.text
        if len(text) > _LONGEST:
            if place != first:
                continue
            text = text[:_LONGEST]
        if not may_state_day(text):
            continue
        for mention in _mentions(span, context, is_first=place == first):
            if mention.date and not _is_of_a_photo(span, mention):
                doubt = Doubt(mention, span.text, certain, context.language, context.collected, context.hint)
                order = day_order(doubt)
                day = mention.other if order.first == "month" else mention.date
                yield Seen(place, span, _labelled(spans, place, mention), day or mention.date, order)


def _labelled(spans: Sequence[Span], place: int, mention: DateMention) -> DateMention:
    """The mention, of which the line above may say what it is of: "Updated:" over "May 30, 2023"."""
    span, above = spans[place], spans[max(0, place - 1)]
    if mention.role or not 0 < span.line - above.line <= _ABOVE:
        return mention
    role = role_of_label(above.text)
    return mention._replace(role=role) if role and is_date_line(span.text) else mention


def _is_of_a_photo(span: Span, mention: DateMention) -> bool:
    """True for the day in a caption, unless it is said to be of publication, has a time of day or stands alone."""
    own = mention.role == "published" or mention.has_time or is_date_line(span.text)
    return span.label in ("caption", "credit") and not own


def _is_told(span: Span, mention: DateMention) -> bool:
    """True for a day in a short point of the body that begins with it, or that says that it is of publication:
    "20. Mai 2007 | Results | 0 comments".
    """
    is_point = span.label in _POINTS and len(span.text) <= _SHORT
    return is_point and (mention.start == 0 or mention.role == "published")


def _mentions(span: Span, context: Context, *, is_first: bool) -> Sequence[DateMention]:
    """The dates of a piece that may be the article's own."""
    text = span.text
    mentions: Sequence[DateMention] = find_dates(text) if len(text) <= _LONGEST else ()
    if len(text) > _LONGEST or (mentions and span.label in CLOSED and not is_date_line(text)):
        dated = dateline_date(text) if is_first else None
        mentions = [dated] if dated else [one for one in mentions if _is_told(span, one)]
    if any(names_two_months(text[one.start : one.end]) for one in mentions):
        ends = {one.end for one in mentions}
        return [one for one in find_dates(text, context.language()) if one.end in ends]
    return mentions
