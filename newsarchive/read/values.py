"""What a person may state of a text: the fields, their other names, and what their values look like."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from newsarchive.model import LABELS, LineRule
from newsarchive.text.edtf import parse_edtf
from newsarchive.text.fold import squeeze

Value = str | tuple[str, ...]

ALIASES = {
    "headline": ("title",),
    "deck": ("description", "standfirst"),
    "kicker": (),
    "authors": ("author", "byline"),
    "published": ("date",),
    "updated": (),
    "outlet": ("source", "site", "publication"),
    "agency": (),
    "dateline": (),
    "section": (),
    "language": ("lang",),
    "original_url": ("url", "link"),
    "retrieved": (),
    "rights": (),
}
FIELD_OF = {name: field for field, aliases in ALIASES.items() for name in (field, *aliases)}

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
# "2023-05-30T10:00:00Z" is 30 May, as it is written there: a zone never moves a date.
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?", re.ASCII
)
_LINES = re.compile(r"(\d{1,9})(?: ?[-–] ?(\d{1,9}))?")
_TRUTHS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
_SHA256 = re.compile(r"[0-9a-f]{12,64}")


def field_name(written: str) -> str:
    """As fields are called: "Original URL" -> "original_url"."""
    return squeeze(written).casefold().replace(" ", "_").replace("-", "_")


@lru_cache(maxsize=4096)
def parse_value(field: str, text: str) -> Value:
    """The value of a field from how it is written. ValueError says what was expected."""
    return _PARSERS.get(field, squeeze)(text)


def parse_names(names: str | list[str]) -> tuple[str, ...]:
    """The names in a cell or a list: "Nora Pell; Ivo Reed" -> ("Nora Pell", "Ivo Reed")."""
    parts = names.split(";") if isinstance(names, str) else names
    return tuple(filter(None, map(squeeze, parts)))


def _date(text: str) -> str:
    text = text.strip()
    if found := _DATE_TIME.fullmatch(text):
        text = found[1]
    try:
        parse_edtf(text if text.isascii() else "")
    except ValueError:
        raise ValueError("a date such as 2023-05-30, 2023-05 or 2023") from None
    return text


def _language(text: str) -> str:
    tag = text.strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError('a language tag such as "en" or "pt-BR"')
    return tag


def _web_address(text: str) -> str:
    address = text.strip()
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"]", address)
    except ValueError:
        is_web = False
    if not is_web:
        raise ValueError("a web address that begins with https:// or http://")
    return address


_PARSERS: dict[str, Callable[[str], Value]] = {
    "authors": parse_names,
    "published": _date,
    "updated": _date,
    "retrieved": _date,
    "language": _language,
    "original_url": _web_address,
}


def parse_truth(text: str) -> bool:
    """Yes or no, as people write it: "yes" -> True. ValueError says what was expected."""
    try:
        return _TRUTHS[text.strip().casefold()]
    except KeyError:
        raise ValueError("true or false") from None


def parse_hash(text: str) -> str:
    """A SHA-256 in small letters, or its first twelve digits or more. ValueError says what was expected."""
    digits = text.strip().casefold()
    if not _SHA256.fullmatch(digits):
        raise ValueError("a SHA-256, 64 digits and letters a to f")
    return digits


def parse_line_rule(lines: str, label: str, line_count: int) -> LineRule:
    """("40-45", "removed", 60) -> LineRule(40, 45, "removed"). ValueError says what was expected."""
    found = _LINES.fullmatch(lines.strip())
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last:
        raise ValueError("line numbers such as 17 or 40-45")
    if last > line_count:
        raise ValueError(f"lines of the text, which has {line_count}")
    if label not in (*LABELS, "removed"):
        raise ValueError(f"one of {', '.join((*LABELS, 'removed'))}")
    return LineRule(first, last, label)
