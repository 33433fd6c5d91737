"""What the values of config.yaml look like: each check takes what stands there, or says in a ValueError what should."""

import datetime as dt
import re
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationInfo

from newsarchive.text.words import spoken

_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_ROBOTS = ("index", "noindex", "follow", "nofollow", "archive", "noarchive", "snippet", "nosnippet", "all", "none")


def one_of(*words: str) -> Callable[[object], str]:
    """A check that a value is one of some words."""

    def check(value: object) -> str:
        if value not in words:
            raise ValueError(" or ".join(words))
        return str(value)

    return check


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("text")
    return value.strip()


def _count(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"0*[1-9][0-9]{0,8}", value):
        raise ValueError("a whole number above 0")
    return int(value)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, str) or value.casefold() not in _TRUTHS:
        raise ValueError("true or false")
    return _TRUTHS[value.casefold()]


def _day(value: object) -> str:
    try:
        day = dt.date.fromisoformat(str(value))
    except ValueError:
        day = None
    if day is None or str(day) != value:
        raise ValueError("a day such as 2023-12-31")
    return str(day)


def _web_address(value: object) -> str:
    address = _text(value)
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        is_web = False
    if not is_web or re.search(r"[\s<>\"]", address):
        raise ValueError("a web address such as https://example.org/archive/")
    return address.rstrip("/") + "/"


def _language(value: object) -> str:
    if value not in spoken():
        raise ValueError(f"a language that pages can be in ({', '.join(spoken())})")
    return str(value)


def _time_zone(value: object) -> str:
    try:
        return zoneinfo.ZoneInfo(_text(value)).key
    except (KeyError, ValueError, OSError):
        raise ValueError("the name of a time zone such as Europe/Berlin or UTC") from None


def _robots(value: object) -> str:
    words = [word.strip() for word in _text(value).casefold().split(",")]
    if not set(words) <= set(_ROBOTS):
        raise ValueError("index, noindex or other words for search engines, with commas between them")
    return ", ".join(words)


def _phrase(value: object) -> str:
    phrase = _text(value)
    if not (phrase.startswith("/") and phrase.endswith("/") and len(phrase) > 1):
        return phrase
    try:
        re.compile(phrase[1:-1])
    except re.error as error:
        raise ValueError(f"a pattern that can be used ({error})") from None
    if re.match(phrase[1:-1], ""):
        raise ValueError("a pattern that some lines do not match")
    return phrase


def _folder(value: object, info: ValidationInfo) -> str:
    folder = _text(value)
    # articles, templates and pages are the names that are looked for where nothing is said: they may be said too.
    if folder != info.field_name and not Path(info.context or "", folder).is_dir():
        raise ValueError("a folder that is there (paths are relative to this file)")
    return folder


Text = Annotated[str, BeforeValidator(_text)]
Count = Annotated[int, BeforeValidator(_count)]
YesOrNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Day = Annotated[str, BeforeValidator(_day)]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Language = Annotated[str, BeforeValidator(_language)]
TimeZone = Annotated[str, BeforeValidator(_time_zone)]
Robots = Annotated[str, BeforeValidator(_robots)]
Phrase = Annotated[str, BeforeValidator(_phrase)]
Folder = Annotated[str, BeforeValidator(_folder)]
