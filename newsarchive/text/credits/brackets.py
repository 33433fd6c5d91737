"""Credits in brackets at the end of a line."""

import re

from newsarchive.text.credits.found import EDGE, Credit, is_description
from newsarchive.text.credits.hints import TAIL
from newsarchive.text.credits.makers import is_maker
from newsarchive.text.credits.words import credit_pattern, credit_words
from newsarchive.text.names import agency_named

_LONGEST_SENTENCE = 160  # characters before "(AP)": a longer text that ends so is a report of the agency
_CLOSED = tuple(f"{sign}{stop}" for sign in ")]）】>〕" for stop in ("", "."))
_IN_BRACKETS = re.compile(r"[(\[（【<〔]([^()\[\]（）【】<>〔〕]{2,90})[)\]）】>〕]\.?\s*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|(?:image |photo )?copyright\b:?)\s*(?=\S)", re.IGNORECASE)
_ENDS = (" photo", "/file", "提供", "撮影", " 기자", " nuotr.")


def in_brackets(line: str) -> Credit | None:
    """At the end of a line: "(photo credit: Ann Roe)", "(Ann Roe/Harbour News)", "[Getty Images]"."""
    if not line.rstrip().endswith(_CLOSED):
        return None
    found = _IN_BRACKETS.search(line, max(0, len(line) - TAIL))
    if found is None:
        return None
    inside = found.group(1).strip()
    if agency_named(inside):
        return (found.start(), len(line), inside) if found.start() < _LONGEST_SENTENCE else None
    if is_maker(inside) or inside.casefold() in credit_words("bracketed"):
        return found.start(), len(line), inside
    rest = _announced_inside(inside)
    return (found.start(), len(line), rest) if rest else None


def _announced_inside(inside: str) -> str:
    """What the word for a picture announces; in brackets its colon may be missing: "Foto Harbour News: Ann Roe"."""
    mark = (
        credit_pattern("before", r"(?:\s*[:：=／]\s*|[\s/]+)").match(inside)
        or credit_pattern("source", r"\s*[:：]\s*").match(inside)
        or _COPYRIGHT.match(inside)
    )
    rest = inside[mark.end() :].strip(EDGE) if mark else ""
    if not rest and inside.casefold().endswith(_ENDS):
        return inside
    return "" if is_description(rest) else rest
