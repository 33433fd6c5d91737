"""News agencies by their many spellings."""

import re
from functools import lru_cache

from newsarchive.text.names.lists import agencies

_OPENING = 2
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def agency_at(line: str, start: int) -> tuple[str, int] | None:
    """The agency whose name begins at a column, as we name it, and the column where it ends: "(AP)", 1 -> ("AP", 3)."""
    opening = line[start : start + _OPENING]
    if opening.isascii() and opening.casefold() not in _openings():
        return None
    for pattern in _patterns():
        if found := pattern.match(line, start):
            return _names()[_key(found.group())], found.end()
    return None


def agency_named(text: str) -> str | None:
    """The agency that a text is the name of, as we name it: "Deutsche Presse-Agentur" -> "dpa"; or None."""
    bare = text.strip()
    found = agency_at(bare, 0)
    return found[0] if found and found[1] == len(bare) else None


def _is_exact(spelling: str) -> bool:
    """True for short spellings and those in capitals alone: "Ansa", "AP", "dpa" are agencies only as they stand."""
    return len(spelling) < 6 or spelling.isupper() or spelling.islower()


def _key(spelling: str) -> str:
    return spelling if spelling in _names() else spelling.casefold()


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Each spelling (in small letters, where its case does not matter) and the name that we give."""
    pairs = [(spelling, name) for name, spellings in agencies() for spelling in spellings]
    return {(spelling if _is_exact(spelling) else spelling.casefold()): name for spelling, name in reversed(pairs)}


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """The first characters of all spellings, in small letters: most words have others."""
    return frozenset(spelling[:_OPENING].casefold() for _, row in agencies() for spelling in row)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    spellings = sorted({spelling for _, row in agencies() for spelling in row}, key=lambda word: (-len(word), word))
    exact = "|".join(_bounded(spelling) for spelling in spellings if _is_exact(spelling))
    loose = "|".join(_bounded(spelling) for spelling in spellings if not _is_exact(spelling))
    return re.compile(loose, re.IGNORECASE), re.compile(exact)


def _bounded(spelling: str) -> str:
    return re.escape(spelling) + ("" if _UNSPACED.search(spelling) else r"(?!\w|-\w)")
