"""The fields of an article that machines are told: those that are stated or given."""

import re
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from newsarchive.model import Article, Card
from newsarchive.render.dates import machine_date
from newsarchive.render.entries import shorten
from newsarchive.render.link import web_address

_SENTENCE = 300  # characters of a headline or deck; an article without line breaks may be one headline of megabytes
_NAME = 120
_NAMES = 20  # authors
_ADDRESS = 1000
_READ = 10_000  # characters of a text that are looked at

# Control characters, what no page may hold, and the marks that turn the direction of the text after them: a headline
# stands in other people's programs, and must not turn their words round.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?(:\d{1,5})?")
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


class Told(NamedTuple):
    """What machines are told of an article; a field that is neither stated nor given is None.

    Dates are ISO 8601 days or months; `original` is the address where it stood on the web.
    """

    headline: str | None
    deck: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    outlet: str | None
    agency: str | None
    section: str | None
    language: str | None
    original: str | None
    rights: str | None


def told_of(item: Article | Card) -> Told:
    """What machines are told of an article or card that was reduced to its edition."""
    pairs = item.certainties if isinstance(item, Card) else [(each.field, each.certainty) for each in item.evidence]
    inferred = {name for name, certainty in pairs if certainty == "inferred"}
    # a card has no dateline: what it lacks is not told
    fields: dict[str, Any] = {name: getattr(item, name, None) for name, _ in pairs if name not in inferred}
    return Told(
        headline=tidy(fields.get("headline"), _SENTENCE),
        deck=tidy(fields.get("deck"), _SENTENCE),
        authors=tuple(name for each in fields.get("authors", ())[:_NAMES] if (name := tidy(each, _NAME))),
        published=machine_date(fields.get("published"), "stated"),
        updated=machine_date(fields.get("updated"), "stated"),
        outlet=tidy(fields.get("outlet"), _NAME),
        agency=tidy(fields.get("agency"), _NAME),
        section=tidy(fields.get("section"), _NAME),
        language=tidy(fields.get("language"), _NAME),
        original=_address(fields.get("original_url")),
        rights=tidy(fields.get("rights"), _SENTENCE),
    )


def tidy(text: str | None, length: int) -> str | None:
    """A text on one line, no longer than so many characters and without control characters; None where that is empty.

    (" Bridge  opens ", 300) -> "Bridge opens"
    """
    if not text:
        return None
    words = " ".join(text[:_READ].split())
    if not words.isprintable():
        words = " ".join(_UNFIT.sub("", words).split())
    return shorten(words, length) or None


def is_day(date: str | None) -> bool:
    """Whether a date that machines are told is a whole day: "2023-03-29", not "2023-03"."""
    return date is not None and len(date) == len("2023-03-29")


def _address(text: str | None) -> str | None:
    """An address on the web as a validator wants it: "https://lamp.example/a|b" -> "https://lamp.example/a%7Cb"."""
    if text is None or len(text) > _ADDRESS or not web_address(text):
        return None
    parts = urlsplit(text)
    if not _HOST.fullmatch(parts.netloc):
        return None
    path, query, fragment = (
        quote(_LONE_PERCENT.sub("%25", _UNFIT.sub("", part)), safe="/?:@!$&'()*+,;=%~")
        for part in (parts.path, parts.query, parts.fragment)
    )
    return parts._replace(path=path, query=query, fragment=fragment).geturl()
