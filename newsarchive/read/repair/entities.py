"""Characters that are written as HTML writes them: "Milan&#39;s", "R&amp;D"."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from newsarchive.read.repair.edits import Edit

# Those of HTML 4 that stand for a sign of writing: the others are words of programs as well ("&sum;", "&image;").
_SIGNS = (
    "amp quot apos lt gt nbsp shy iexcl cent pound yen sect copy reg trade deg plusmn para middot laquo raquo iquest"
    " frac12 frac14 frac34 sup2 sup3 ordf ordm times divide szlig aelig AElig oelig OElig eth ETH thorn THORN oslash"
    " Oslash aring Aring euro hellip mdash ndash lsquo rsquo sbquo ldquo rdquo bdquo lsaquo rsaquo bull prime Prime"
    " minus rarr larr ensp emsp thinsp zwnj zwj lrm rlm dagger permil"
)
_LETTERS = "[A-Za-z](?:acute|grave|circ|tilde|uml|cedil|caron)"
_NAMED = f"(?:{'|'.join(_SIGNS.split())}|{_LETTERS})"
# "&amp;quot;" was escaped twice; "&nbsp" shows as a blank without its semicolon too.
_ENTITY = re.compile(rf"&(?:amp;|#38;){{0,3}}(?:{_NAMED};|#\d{{2,7}};|#[xX][0-9a-fA-F]{{2,6}};|nbsp(?![\w=;]))")
_MOST_ESCAPES = 5
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ufffd\ud800-\udfff]")
_SPACES = dict.fromkeys(map(ord, "\t\n\xa0\u2002\u2003\u2009"), " ")
_QUOTES = "\"'`“”„‘’‚«»‹›「」"


def may_hold_entities(text: str) -> bool:
    """Whether an entity stands in a text."""
    return "&" in text and _ENTITY.search(text) is not None


def entities(line: str) -> Iterator[Edit]:
    """Each entity and what it stands for; one that a program may mean, or that is quoted as itself, stays."""
    if "&" not in line:
        return
    for found in _ENTITY.finditer(line):
        sign = _sign(found[0])
        if sign is not None and not _is_meant(line, found.start(), found.end()):
            yield Edit(found.start(), found[0], sign, "entity")


@lru_cache(maxsize=1024)
def _sign(entity: str) -> str | None:
    """What it stands for, a plain blank for any; None where that is no character of a text."""
    text = entity
    for _ in range(_MOST_ESCAPES):
        text = html.unescape(text)
    sign = text.translate(_SPACES).replace("\u00ad", "")
    return None if _NO_TEXT.search(sign) or sign == entity else sign


def _is_meant(line: str, start: int, end: int) -> bool:
    """Whether it is quoted ("&amp;") or assigned (= &copy;)."""
    before, after = line[start - 1 : start] if start else "", line[end : end + 1]
    if before and after and before in _QUOTES and after in _QUOTES:
        return True
    return line[max(0, start - 2) : start].rstrip().endswith("=")
