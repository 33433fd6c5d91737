"""Whether words are a name by their shape: capitals, an acronym, a word that papers are called by."""

import re
from functools import cache
from pathlib import Path

from newsarchive.text.fold import fold

_LOOK = 300
_MOST_WORDS = 6
_JOINER = re.compile(
    r"of|the|and|&|de|del|della|di|da|do|dos|das|la|le|les|los|el|the's|van|von|der|den|die|und|y|e", re.IGNORECASE
)
_EDGES = "\"'.,:;!?()[]«»„“”’"
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,5}(?:['’]s)?")
_DOMAIN = re.compile(r"[\w-]{2,40}\.(?:com|org|net|info|co|news|tv|[a-z]{2})")


def is_name(words: str, text: str) -> bool:
    """Folded words of a text have capitals where they stand in it: "lakeside gazette" in "Lakeside Gazette Store"."""
    parts = words.split()
    if not 1 <= len(parts) <= _MOST_WORDS or any(part[-1] in ":;!?" for part in parts):
        return False
    capitalised = {fold(word).strip(_EDGES) for word in text[:_LOOK].split() if not word[:1].islower()}
    return all(_JOINER.fullmatch(part) or part.strip(_EDGES) in capitalised for part in parts)


def is_outlet(words: str, text: str) -> bool:
    """A name that holds a word papers are called by, an acronym, or an address: "lbs" in "Support LBS"."""
    if not is_name(words, text):
        return False
    parts = {part.strip(_EDGES).removesuffix("'s") for part in words.split()}
    if parts & outlet_words() or any(_DOMAIN.fullmatch(part) for part in parts):
        return True
    acronyms = [] if text.isupper() else [word for word in text[:_LOOK].split() if _ACRONYM.fullmatch(word)]
    return any(fold(word).removesuffix("'s") in parts for word in acronyms)


@cache
def outlet_words() -> frozenset[str]:
    """Folded words that names of papers and stations hold, from outlet_words.txt."""
    lines = (Path(__file__).parent / "outlet_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
