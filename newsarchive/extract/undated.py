"""Dates that say little by themselves: without a year at the top of a text, or in its captions and sentences."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsarchive.model import BODY_LABELS, Span
from newsarchive.text.dates import DateMention, find_dates, may_state_day

_DATED = ("date", "dateline", "byline")
_HEAD = 60  # characters at the head of a text within which its dateline ends
_DATELINE_ENDS = re.compile(r"[\s.,:]{0,3}(?:[-–—]\s|\([^()]{2,30}\)\s?[-–—.])")
_LONGEST = 2000
_MOST = 100  # dates without a year: a text with more is a calendar


def yearless_dates(spans: Sequence[Span]) -> Iterator[tuple[int, DateMention]]:
    """The dates without a year in date lines, datelines and bylines and at the head of the first paragraph, by line."""
    found = [(span.line, one) for span in spans if span.label in _DATED for one in find_dates(span.text[:_LONGEST])]
    first = next((span for span in spans if span.label == "paragraph"), None)
    if first and (mention := dateline_date(first.text)):
        found.append((first.line, mention))
    yield from islice(((line, one) for line, one in found if one.year is None and one.month and one.day), _MOST)


def dateline_date(paragraph: str) -> DateMention | None:
    """The date in the dateline that a paragraph begins with: "MARLOW, May 30 (Agency) – The mayor" -> May 30."""
    head = paragraph[:_HEAD]
    return next((mention for mention in find_dates(head) if _DATELINE_ENDS.match(head, mention.end)), None)


def days_named(spans: Sequence[Span]) -> dict[dt.date, list[int]]:
    """The full dates in captions and in the body, each with the first two lines that name it."""
    days: dict[dt.date, list[int]] = {}
    for span in spans:
        if (
            (span.label == "caption" or span.label in BODY_LABELS)
            and len(span.text) <= _LONGEST
            and may_state_day(span.text)
        ):
            for mention in find_dates(span.text):
                lines = days.setdefault(mention.date, []) if mention.date and mention.order != "ambiguous" else []
                if len(lines) < 2:
                    lines.append(span.line)
    return days
