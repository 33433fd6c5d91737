"""Days that are told by how far they lie from another: "3 hours ago" on a page of a known day, "yesterday, May 29"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newsarchive.model import Source, Span
from newsarchive.text.dates import days_ago, find_dates, may_state_day

_DATED = ("date", "byline", "dateline")
_LEDE, _LONGEST = 3, 2000  # paragraphs that may say "yesterday", characters of one
_BEFORE = 24  # characters before a date in which "yesterday" stands
_WORD = re.compile(r"[^\W\d_]{2,12}")


def fetched(source: Source) -> dt.date | None:
    """The day on which a text was retrieved, where a person stated it."""
    given = source.given_field("retrieved")
    try:
        return dt.date.fromisoformat(str(given.value)[:10]) if given else None
    except ValueError:
        return None


def counted_back(spans: Sequence[Span], day: dt.date) -> Iterator[tuple[Span, dt.date, dt.date]]:
    """The date lines that count back from the day on which the text was retrieved, with the days they allow.

    "3 hours ago" on 2023-05-30 -> 2023-05-29 to 2023-05-30; what is a week and more ago tells too little.
    """
    for span in spans:
        ago = days_ago(span.text) if span.label in _DATED else None
        if ago and ago[1] - ago[0] <= 1:
            yield span, day - dt.timedelta(days=ago[1]), day - dt.timedelta(days=ago[0])


def named_beside(spans: Sequence[Span]) -> Iterator[tuple[Span, dt.date, str]]:
    """The days of writing that the first paragraphs tell: "yesterday, May 29, 2023" -> 2023-05-30."""
    lede = [span for span in spans if span.label == "paragraph" and len(span.text) <= _LONGEST][:_LEDE]
    for span in lede:
        for mention in find_dates(span.text) if may_state_day(span.text) else ():
            if mention.date and mention.order != "ambiguous":
                before = span.text[max(0, mention.start - _BEFORE) : mention.start]
                for word in _WORD.findall(before)[-2:]:
                    if (ago := days_ago(word)) and ago[0] == ago[1]:
                        said = f"{word}{before.rpartition(word)[2]}{span.text[mention.start : mention.end]}"
                        yield span, mention.date + dt.timedelta(days=ago[0]), said
