"""Credits behind a sign: "© Ann Roe", "＝ロイター", "Image copyright Getty Images"."""

import re
import unicodedata

from newsarchive.text.credits.found import EDGE, Credit
from newsarchive.text.credits.hints import TAIL
from newsarchive.text.credits.makers import is_named
from newsarchive.text.names import agency_named

_NOTICE = re.compile(
    r"\d{4}|copyright|by\b|todos|alle rechte"
    r"|.*(?:rights? reserved|riservat|réservé|reservad|rechte vorbehalten|derechos|drejtat|\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_AFTER_EQUALS = re.compile(r"[＝=]([^＝=。]{1,25})$")
_OWNER = re.compile(r"\s*(?:image|photo|picture)s? (?:copyright|credit|source|courtesy),?\s+(?=\S)", re.IGNORECASE)
_IN_LETTERS = re.compile(r"[(][cC][)]\s{0,3}")


def copyright_sign(line: str) -> Credit | None:
    """As a line or at the end of one: "© Ann Roe"; with a year or "all rights reserved" it is a notice of the site."""
    start = line.find("©", max(0, len(line) - TAIL))
    if start < 0:
        return _copyright_in_letters(line)
    rest = line[start + 1 :].strip(EDGE)
    if not rest or _NOTICE.match(rest) or len(rest.split()) > 8:
        return None
    return start, len(line), rest


def _copyright_in_letters(line: str) -> Credit | None:
    """The sign as typewriters have it: "(C) Ann Roe"; it numbers the items of a list too."""
    found = _IN_LETTERS.search(line, max(0, len(line) - TAIL))
    rest = line[found.end() :].strip(EDGE) if found else ""
    return (found.start(), len(line), rest) if found and rest and is_named(rest) else None


def owner(line: str) -> Credit | None:
    """As a line, without a colon: "Image copyright Getty Images"."""
    found = _OWNER.match(line)
    rest = line[found.end() :].strip(EDGE) if found else ""
    return (0, len(line), rest) if rest and len(rest.split()) <= 6 else None


def after_equals(line: str) -> Credit | None:
    """In Japanese, behind "＝": "港の船＝ロイター", "港の船＝港町で、佐藤渚撮影"."""
    found = _AFTER_EQUALS.search(line, max(0, len(line) - TAIL))
    if found is None:
        return None
    said = found.group(1).strip()
    maker = said.rpartition("、")[2].removesuffix("撮影").strip()
    taken = said.endswith("撮影") or agency_named(unicodedata.normalize("NFKC", said)) is not None
    return (found.start(), len(line), maker) if taken and maker else None
