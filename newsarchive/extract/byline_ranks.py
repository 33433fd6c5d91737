"""Which of the bylines of a text is its own: that for which most speaks, nearest to the headline."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsarchive.extract.byline_subjects import is_subject
from newsarchive.model import Span
from newsarchive.text.names import (
    Byline,
    is_by_words,
    is_person_name,
    is_role,
    is_whereabouts,
    parse_byline,
    read_byline,
)

MARKED = 3  # the rank of a byline with a by-word
_FEW_SIGNS = 3
_MOST_WORDS = 6
_LABEL = re.compile(r"[^\W\d_]{2,20}:")
_BESIDE = 2  # lines from "By" to the name under it
_NEAR = 4  # lines from one byline to the next
_FURTHEST = 60  # lines in which a marked byline wins over a bare name above it


@dataclass(frozen=True, slots=True)
class RankedByline:
    """A byline as it was read; `rank` says how much speaks for it: 3 a by-word, 2 a role or a date, 1 a sure name."""

    line: int
    found: Byline
    rank: int


def ranked_bylines(spans: Sequence[Span]) -> list[RankedByline]:
    """The bylines of a text, without bare names that the text itself speaks of."""
    found = []
    for before, span in pairwise((None, *spans)):
        if span is None or span.label != "byline":
            continue
        item = _announced(before, span) or ranked(span, spans)
        if item and (item.rank > 1 or not any(is_subject(name, spans) for name in item.found.authors)):
            found.append(item)
    return found


def _announced(before: Span | None, span: Span) -> RankedByline | None:
    """A name under a line that says "By" and nothing else."""
    if before is None or span.line - before.line > _BESIDE or not is_by_words(before.text):
        return None
    found = read_byline(f"{before.text.strip()} {span.text.strip()}")
    return RankedByline(span.line, found, MARKED) if found and found.authors and found.marked else None


def ranked(span: Span, spans: Sequence[Span]) -> RankedByline | None:
    """What a byline says and how much speaks for it; None where it names nobody."""
    text = span.text.strip()
    found = read_byline(text)
    if found is None or not found.authors:
        return None
    if found.marked:
        return RankedByline(span.line, found, MARKED)
    if parse_byline(text) or is_person_name(text):
        return RankedByline(span.line, found, 2 if _says_more(text, found.authors) else 1)
    if span.rule == "signature" or _says_who_it_is(text, found):
        return RankedByline(span.line, found, 2)
    confirmed = any(other.label == "bio" and found.authors[0] in other.text for other in spans)
    return RankedByline(span.line, found, 1 if confirmed else 0)


def _says_who_it_is(text: str, found: Byline) -> bool:
    """True where words of a role or a place, or a word and a colon, stand beside the names and nothing else.

    "Ann Roe, north coast correspondent", "Ann Roe in Vennmouth", "Report: Ann Roe".
    """
    before, after = text[: found.start].strip(), text[found.end :].strip()
    if before:
        return not after and _LABEL.fullmatch(before) is not None
    words = after.lstrip(", ").split()
    role = after.startswith(",") and 0 < len(words) <= _MOST_WORDS and is_role(words[-1].casefold())
    return role or is_whereabouts(after)


def _says_more(text: str, names: Iterable[str]) -> bool:
    """True where a role, a date or a place stands beside the names."""
    rest = text.casefold()
    for name in names:
        rest = rest.replace(name.casefold(), "")
    return sum(map(str.isalnum, rest)) > _FEW_SIGNS


def best_run(read: list[RankedByline], headline: int) -> list[RankedByline]:
    """The first run of bylines of the highest rank below the headline, or else above it."""
    below = [item for item in read if item.line >= headline] or read
    near = [item for item in below if item.line - below[0].line <= _FURTHEST]
    rank = max((item.rank for item in near), default=0)
    best = [item.line for item in near if item.rank == rank]
    run: list[RankedByline] = []
    for item in near:
        beside = rank < MARKED and item.rank and any(abs(item.line - line) == 1 for line in best)
        if (item.rank == rank or beside) and (not run or item.line - run[-1].line <= _NEAR):
            run.append(item)
    return run
