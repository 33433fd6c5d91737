"""News agencies by their many spellings."""

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.names.lists import agencies

_OPENING = 2
_GOES_ON = re.compile(r"\w|-\w")


class _Spelling(NamedTuple):
    """A way to write the name of an agency; `text` is in small letters where its case does not matter."""

    text: str
    size: int
    is_exact: bool
    may_go_on: bool
    name: str


def agency_at(line: str, start: int) -> tuple[str, int] | None:
    """The agency whose name begins at a column, as we name it, and the column where it ends: "(AP)", 1 -> ("AP", 3)."""
    for text, size, is_exact, may_go_on, name in _spellings().get(line[start : start + _OPENING].casefold(), ()):
        end = start + size
        found = line[start:end]
        if text == (found if is_exact else found.casefold()) and (may_go_on or not _GOES_ON.match(line, end)):
            return name, end
    return None


def agency_named(text: str) -> str | None:
    """The agency that a text is the name of, as we name it: "Deutsche Presse-Agentur" -> "dpa"; or None."""
    bare = text.strip()
    found = agency_at(bare, 0)
    return found[0] if found and found[1] == len(bare) else None


@lru_cache(maxsize=1)
def _spellings() -> dict[str, list[_Spelling]]:
    """All spellings by their first characters in small letters; those come first whose case does not matter, and of
    these the longest.
    """
    names = {spelling: name for name, row in reversed(agencies()) for spelling in row}
    found: defaultdict[str, list[_Spelling]] = defaultdict(list)
    for spelling in sorted(names, key=lambda spelling: (_is_exact(spelling), -len(spelling), spelling)):
        is_exact = _is_exact(spelling)
        text = spelling if is_exact else spelling.casefold()
        row = _Spelling(text, len(spelling), is_exact, _is_unspaced(spelling), names[spelling])
        found[spelling[:_OPENING].casefold()].append(row)
    return dict(found)


def _is_exact(spelling: str) -> bool:
    """True for short spellings and those in capitals alone: "Ansa", "AP", "dpa" are agencies only as they stand."""
    return len(spelling) < 6 or spelling.isupper() or spelling.islower()


def _is_unspaced(spelling: str) -> bool:
    """True where a word may follow without a blank: "新华社北京"."""
    return any("\u3040" <= sign <= "\u9fff" for sign in spelling)
