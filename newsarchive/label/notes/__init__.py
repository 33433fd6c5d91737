"""The newsroom's notes around a report, by what they say: bios, disclaimers, corrections, taglines."""

import re
from functools import lru_cache

from newsarchive.label.boilerplate.book import NOTES as KINDS
from newsarchive.label.boilerplate.match import told
from newsarchive.label.line import Line
from newsarchive.label.notes.bio import LONGEST_ROLE, is_bio, may_be_bio
from newsarchive.text.names import agency_named

__all__ = ["KINDS", "note_kind"]

_QUOTES = ("“", "”", "„", '"', "«", "»")
_SHORT = 12
_LONGEST = 1000
"""A longer line is asked of once."""
_DATED = re.compile("updated?|published|aktualisiert|actualizado|aktualizacja|oppdatert|opdateret|обновлено")
_LONGEST_SIGNATURE = 40
_MOST_SIGNATURES = 4
_INITIALS = 5
_PARTS = re.compile(r"[/,+&;()\[\]|]| und | and | et | y | e |^-+")


def note_kind(line: Line) -> str | None:
    """One of correction, disclaimer, tagline and bio, or None: bodies hold such sentences too, the position decides."""
    if len(line.text) > LONGEST_ROLE and not (may_be_bio(line.text) or told(line).notes):
        return None
    if len(line.text) > _LONGEST:
        return _kind(line)
    return _kind_of(line.text, line.folded, line.is_sentence)


@lru_cache(maxsize=4096)
def _kind_of(text: str, folded: str, is_sentence: bool) -> str | None:
    return _kind(Line(1, 0, text, folded, is_sentence))


def _kind(line: Line) -> str | None:
    if line.text.startswith(_QUOTES):
        return None
    said = told(line).notes
    kind = next((kind for kind in KINDS if kind in said), None) if said else None
    if kind in ("correction", "tagline") and _is_date_line(line):
        return None
    if kind is None and _is_signature(line):
        return "tagline"
    return kind or ("bio" if is_bio(line) else None)


def _is_date_line(line: Line) -> bool:
    """Updated: 18 Nov 2019, 9:38 pm"""
    return line.digits > 2 and len(line.words) <= _SHORT and any(map(_DATED.fullmatch, line.words))


def _is_signature(line: Line) -> bool:
    """(AFP/dpa)"""
    if len(line.text) > _LONGEST_SIGNATURE or line.is_sentence:
        return False
    parts = [stripped for part in _PARTS.split(line.text) if (stripped := part.strip(" .:©"))]
    if len(parts) > _MOST_SIGNATURES:
        return False
    agencies = [part for part in parts if agency_named(part)]
    return bool(agencies) and all(len(part) <= _INITIALS for part in parts if part not in agencies)
