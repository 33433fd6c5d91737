"""Days before which a text was not published: the posts it embeds and the photos it shows were made by then."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from newsarchive.extract.identifiers import post_moments
from newsarchive.model import BODY_LABELS, Span
from newsarchive.text.dates import find_dates, is_date_line, may_state_day

POSTS = frozenset(("embedded_post", "signed_post"))
"""The rules of bounds that are posts, which a text shows soon after they were made."""

_WEST, _EAST = dt.timedelta(hours=8), dt.timedelta(hours=13)  # from California to New Zealand
_SIGNED = re.compile(r"\(@\w{1,30}\)\s+(.{5,40})$")
_ADDRESS = re.compile(r"://[^\s]{3,120}?/((?:19|20)\d\d)/(\d{1,2})/(?:(\d{1,2})/)?")
_SIGNATURE = 120  # characters at the end of a line that hold a post's author and day
_LONGEST = 2000
_BELOW = 3  # pieces after the body that may still hold its last caption


class Bound(NamedTuple):
    """The text is of `day` or later: `rule` and `why` say what tells so. What tells is itself of one of `days`."""

    day: dt.date
    days: tuple[dt.date, ...]
    line: int
    rule: str
    why: str


def lower_bounds(spans: Sequence[Span], timezone: str | None = None) -> tuple[Bound, ...]:
    """What the embedded posts, the captions and the addresses say, in the order of their lines, each day once.

    `timezone` is the IANA name of the zone that the outlet is in, where it is known.
    """
    top = _down_to_the_end(spans)
    found = [*embedded_posts(spans, timezone), *signed_posts(top), *dated_photos(top), *dated_addresses(top)]
    return tuple({(bound.rule, bound.day): bound for bound in reversed(found)}.values())[::-1]


def embedded_posts(spans: Sequence[Span], timezone: str | None = None) -> Iterator[Bound]:
    """A post whose address stands in the body: its id carries its time. Without a time zone it may be of two days."""
    for span in spans:
        if "/" in span.text and span.label in BODY_LABELS and len(span.text) <= _LONGEST:
            for what, moment in post_moments(span.text):
                why = f"{what} in line {span.line} was made on {moment:%Y-%m-%d %H:%M} UTC, as its id says"
                days = dict.fromkeys(_days_of(moment, timezone))
                yield Bound(min(days), tuple(days), span.line, "embedded_post", why)


def _days_of(moment: dt.datetime, timezone: str | None) -> list[dt.date]:
    """The day that it was at a moment, in a time zone or, where none is known, anywhere that news is made."""
    if timezone:
        return [moment.replace(tzinfo=moment.tzinfo or dt.UTC).astimezone(ZoneInfo(timezone)).date()]
    return [(moment + zone).date() for zone in (-_WEST, dt.timedelta(), _EAST)]


def signed_posts(spans: Sequence[Span]) -> Iterator[Bound]:
    """A post that is printed with its author and day: "— Harbour Office (@harbour) May 5, 2022"."""
    signed = {span.line for span in spans if "(@" in span.text[-_SIGNATURE:]}
    lines: dict[int, str] = {}
    for span in spans:
        if span.line in signed:
            lines[span.line] = f"{lines.get(span.line, '')} {span.text}"[-_SIGNATURE:]
    for line, text in lines.items():
        found = _SIGNED.search(text)
        mentions = find_dates(found[1]) if found else ()
        if day := next((mention.date for mention in mentions if mention.order != "ambiguous"), None):
            why = f"the post in line {line} was made on {day}, as it says"
            yield Bound(day - dt.timedelta(days=1), (day,), line, "signed_post", why)


def dated_photos(spans: Sequence[Span]) -> Iterator[Bound]:
    """The day in a caption above the end of the body: the photo's, and so never by itself the article's."""
    for span in spans:
        if span.label != "caption" or len(span.text) > _LONGEST or not may_state_day(span.text):
            continue
        if not is_date_line(span.text):
            for mention in find_dates(span.text):
                if mention.date and mention.order != "ambiguous":
                    why = f"the photo of line {span.line} is of {mention.date}"
                    yield Bound(mention.date, (mention.date,), span.line, "dated_photo", why)


def dated_addresses(spans: Sequence[Span]) -> Iterator[Bound]:
    """The month or day in an address, of a picture or of another text: "/uploads/2023/05/quay.jpg"."""
    for span in spans:
        if "://" in span.text and len(span.text) <= _LONGEST and (span.label == "caption" or span.label in BODY_LABELS):
            for found in _ADDRESS.finditer(span.text):
                day = _day_or_none(int(found[1]), int(found[2]), int(found[3] or 1))
                if day:
                    why = f"an address in line {span.line} is of {found[1]}-{day:%m}" + (
                        f"-{day:%d}" if found[3] else ""
                    )
                    yield Bound(day, (day,), span.line, "dated_address", why)


def _day_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _down_to_the_end(spans: Sequence[Span]) -> Sequence[Span]:
    """The pieces from the top of a text to a little below its body: what follows belongs to other articles."""
    for place in range(len(spans) - 1, -1, -1):
        if spans[place].label == "paragraph":
            return spans[: place + _BELOW]
    return spans
