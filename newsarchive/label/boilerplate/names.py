"""Whether words are a name by their shape: capitals, an acronym, a word that papers are called by."""

import re
from functools import cache
from pathlib import Path

from newsarchive.label.line import Line
from newsarchive.text.fold import fold

_JOINERS = frozenset("of the and & de del della di da do dos das la le les los el the's van von der den die das und y e".split())
_EDGES = "\"'.,:;!?()[]«»„“”’"
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,5}(?:['’]s)?")
_DOMAIN = re.compile(r"[\w-]{2,40}\.(?:com|org|net|info|co|news|tv|[a-z]{2})")


def is_name(words: str, line: Line) -> bool:
    """Folded words of the line are capitalised where they stand in it: "lakeside gazette" in "Lakeside Gazette Store"."""
    parts = words.split()
    if not 1 <= len(parts) <= 6 or any(part[-1] in ":;!?" for part in parts):
        return False
    capitalised = {fold(word).strip(_EDGES) for word in line.text[:300].split() if not word[:1].islower()}
    return all(part in _JOINERS or part.strip(_EDGES) in capitalised for part in parts)


def is_outlet(words: str, line: Line) -> bool:
    """A name that holds a word papers are called by, an acronym, or an address: "jns" in "Support JNS"."""
    if not is_name(words, line):
        return False
    parts = {part.strip(_EDGES) for part in words.split()}
    if parts & outlet_words() or any(_DOMAIN.fullmatch(part) for part in parts):
        return True
    acronyms = [] if line.text.isupper() else [word for word in line.text[:300].split() if _ACRONYM.fullmatch(word)]
    return any(fold(word).removesuffix("'s") in {part.removesuffix("'s") for part in parts} for word in acronyms)


@cache
def outlet_words() -> frozenset[str]:
    """Folded words that names of papers and stations hold, from outlet_words.txt."""
    lines = (Path(__file__).parent / "outlet_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
