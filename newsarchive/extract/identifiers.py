"""Moments that identifiers carry: posts embedded in a text tell the time before which it was not published."""

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterator
from typing import NamedTuple

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_SNOWFLAKE_EPOCH = 1_288_834_974_657  # milliseconds: 2010-11-04, when X, then Twitter, began to count
_INSTAGRAM_EPOCH = 1_314_220_021_721  # 2011-08-24
_UUID_EPOCH = dt.datetime(1582, 10, 15, tzinfo=dt.UTC)
_FIRST_SNOWFLAKE = 30_000_000_000  # older ids were counted one by one and tell no time
_FIRST_POST, _LAST_POST = 1_136_073_600_000, 4_102_444_800_000  # milliseconds: 2006 and 2100, between which posts are

_SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_UUID = re.compile(
    r"(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[17][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-f])", re.IGNORECASE
)


class _Kind(NamedTuple):
    """A kind of post: what it is called, its address, and the milliseconds since 1970 that its id stands for."""

    what: str
    address: re.Pattern[str]
    moment: Callable[[str], int]


def _number(digits: str, alphabet: str) -> int:
    """What the digits of an alphabet count."""
    value = 0
    for digit in digits:
        value = value * len(alphabet) + alphabet.index(digit)
    return value


def _tweet(digits: str) -> int:
    return (int(digits) >> 22) + _SNOWFLAKE_EPOCH if int(digits) > _FIRST_SNOWFLAKE else 0


_KINDS = (
    _Kind(
        "a post on X (Twitter)",
        re.compile(r"(?:twitter|x)\.com/[^\s/]{1,40}/status(?:es)?/(\d{5,20})(?!\d)", re.IGNORECASE),
        _tweet,
    ),
    _Kind(
        "a post on Mastodon",
        re.compile(r"https?://[^\s/]{3,80}/@[^\s/]{1,80}/(\d{15,20})(?!\d)"),
        lambda digits: int(digits) >> 16,
    ),
    _Kind(
        "a post on Bluesky",
        re.compile(r"bsky\.app/profile/[^\s/]{3,80}/post/([2-7a-j][2-7a-z]{12})(?![\w-])"),
        lambda digits: (_number(digits, _SORTABLE) >> 10) // 1000,
    ),
    _Kind(
        "a post on Instagram",
        re.compile(r"instagram\.com/(?:p|reel|tv)/([\w-]{11})(?![\w-])", re.ASCII),
        lambda digits: (_number(digits, _BASE64) >> 23) + _INSTAGRAM_EPOCH,
    ),
    _Kind(
        "a post on LinkedIn",
        re.compile(r"linkedin\.com/[^\s]{0,200}?activity[:-](\d{19})(?!\d)"),
        lambda d: int(d) >> 22,
    ),
    _Kind(
        "a video on TikTok",
        re.compile(r"tiktok\.com/@[^\s/]{1,40}/video/(\d{19})(?!\d)"),
        lambda d: (int(d) >> 32) * 1000,
    ),
)
"""A tweet's bits above the 22nd are milliseconds since 2010-11-04, those of LinkedIn since 1970. Mastodon's are those
above the 16th; TikTok has seconds above the 32nd, Bluesky microseconds above the 10th in a sortable base of 32,
Instagram milliseconds since 2011-08-24 above the 23rd in base 64."""


def post_moments(text: str) -> Iterator[tuple[str, dt.datetime]]:
    """What each post or identifier in the addresses of a text is, and when it was made (UTC).

    "https://x.com/harbour/status/1641046831369969665" -> ("a post on X", 2023-03-29 11:57:08)
    """
    if "/" not in text:
        return
    for kind in _KINDS:
        for found in kind.address.finditer(text):
            yield from _told(kind.what, kind.moment(found[1]))
    for found in _UUID.finditer(text):
        yield from _told("an identifier made of the time", _milliseconds(uuid.UUID(found[0])))


def _milliseconds(identifier: uuid.UUID) -> int:
    """Since 1970: UUIDs of version 1 (RFC 9562) count tenths of microseconds since 1582, of version 7 milliseconds."""
    if identifier.version == 7:
        return identifier.int >> 80
    return (_UUID_EPOCH - _EPOCH) // dt.timedelta(milliseconds=1) + identifier.time // 10_000


def _told(what: str, milliseconds: int) -> Iterator[tuple[str, dt.datetime]]:
    if _FIRST_POST <= milliseconds < _LAST_POST:
        yield what, _EPOCH + dt.timedelta(milliseconds=milliseconds)
