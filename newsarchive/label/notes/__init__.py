"""The newsroom's notes around a report, by what they say: bios, disclaimers, corrections, taglines."""

import re
from pathlib import Path

from newsarchive.label.boilerplate.book import read_books
from newsarchive.label.boilerplate.match import phrases_said
from newsarchive.label.line import Line
from newsarchive.label.notes.bio import is_bio
from newsarchive.text.names import agency_named

PHRASES = Path(__file__).parent / "phrases"
_ORDER = ("correction", "disclaimer", "tagline", "bio")
_QUOTES = ("“", "”", "„", '"', "«", "»")
_SHORT = 12
_DATED = re.compile("updated?|published|aktualisiert|actualizado|aktualizacja|oppdatert|opdateret|обновлено")
_LONGEST_SIGNATURE = 40
_MOST_SIGNATURES = 4
_INITIALS = 5
_PARTS = re.compile(r"[/,+&;()\[\]|]| und | and | et | y | e |^-+")


def note_kind(line: Line) -> str | None:
    """One of correction, disclaimer, tagline and bio, or None: bodies hold such sentences too, the position decides."""
    if line.text.startswith(_QUOTES):
        return None
    said = phrases_said(line, read_books(PHRASES)[0])
    kind = next((kind for kind in _ORDER if kind in said), None)
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
    if len(line.text) > _LONGEST_SIGNATURE or line.is_sentence or not line.letters:
        return False
    parts = [part.strip(" .:©") for part in _PARTS.split(line.text) if part.strip(" .:©")]
    others = [part for part in parts if not agency_named(part)]
    return len(others) < len(parts) <= _MOST_SIGNATURES and all(len(part) <= _INITIALS for part in others)
