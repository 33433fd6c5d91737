"""Moments that identifiers carry: posts embedded in a text tell the time before which it was not published."""

import datetime as dt
import re
import uuid
from collections.abc import Iterator

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SNOWFLAKE_EPOCH = 1_288_834_974_657  # milliseconds: 2010-11-04, when X, then Twitter, began to count
_UUID_EPOCH = dt.datetime(1582, 10, 15, tzinfo=dt.UTC)
_FIRST_SNOWFLAKE = 30_000_000_000  # older ids were counted one by one and tell no time

_TWEET = re.compile(r"(?:twitter|x)\.com/[^\s/]{1,40}/status(?:es)?/(\d{5,20})(?!\d)", re.IGNORECASE)
_MASTODON = re.compile(r"https?://[^\s/]{3,80}/@[^\s/]{1,80}/(\d{15,20})(?!\d)")
_UUID = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE
)


def post_moments(text: str) -> Iterator[tuple[str, dt.datetime]]:
    """What each post or identifier in the addresses of a text is, and when it was made (UTC).

    "https://x.com/harbour/status/1641046831369969665" -> ("a post on X", 2023-03-29 11:57:08)
    A tweet's bits above the 22nd are milliseconds since 2010-11-04, those of Mastodon above the 16th since 1970;
    version 1 UUIDs (RFC 9562) count tenths of microseconds since 1582.
    """
    if "/" not in text:
        return
    for found in _TWEET.finditer(text):
        if int(found[1]) > _FIRST_SNOWFLAKE:
            yield from _told("a post on X (Twitter)", (int(found[1]) >> 22) + _SNOWFLAKE_EPOCH)
    for found in _MASTODON.finditer(text):
        yield from _told("a post on Mastodon", int(found[1]) >> 16)
    for found in _UUID.finditer(text):
        moment = _UUID_EPOCH + dt.timedelta(microseconds=uuid.UUID(found[0]).time // 10)
        if moment.year >= 1995:
            yield "an identifier made of the time", moment


def _told(what: str, milliseconds: int) -> Iterator[tuple[str, dt.datetime]]:
    moment = _EPOCH + dt.timedelta(milliseconds=milliseconds)
    if moment.year < 2100:
        yield what, moment
