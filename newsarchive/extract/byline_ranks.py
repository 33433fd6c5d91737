"""The bylines of a text, and how much speaks for each."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from newsarchive.extract.byline_subjects import is_of_a_picture, is_subject
from newsarchive.model import Span
from newsarchive.text.names import (
    Byline,
    is_by_words,
    is_given,
    is_person_name,
    is_role,
    is_whereabouts,
    parse_byline,
    read_byline,
)

PEN_NAME = 1  # the rank of one that holds nothing but a pen name: "by sailor99"
MARKED = 3  # the rank of a byline with a by-word
_FEW_SIGNS, _FEW_LETTERS = 3, 2
_MOST_WORDS = 6
_LABEL = re.compile(r"[^\W\d_]{2,20}:")
_ISSUE = re.compile(r"(?<![\d./])\d{1,2}/(?:19|20)\d\d(?!\d)")  # "Gazette 3/2019": a magazine's
BESIDE = 2  # lines from "By" to the name under it; from one bare name to the next
_MOST = 100  # bylines that are read: a text with more is a list of writers
_AMID = 4  # paragraphs above and below a line that stands amid the report


class RankedByline(NamedTuple):
    """A byline as it was read; `rank` says how much speaks for it: 3 a by-word, 2 a role or a date, 1 a sure name."""

    line: int
    found: Byline
    rank: int


def ranked_bylines(spans: Sequence[Span]) -> list[RankedByline]:
    """The bylines of a text, without bare names that the text itself speaks of; of very many the first hundred."""
    found: list[RankedByline] = []
    announced = 0
    bylines = ((before, span) for before, span in pairwise((None, *spans)) if span and span.label == "byline")
    for before, span in islice(bylines, _MOST):
        if item := _announced(before, span) or _continued(announced, span):
            announced = item.line
        else:
            item = ranked(span, spans)
        if item and _is_believed(item, spans):
            found.append(item)
    return [item for item in found if not _is_beside_the_writer(item, found, spans)]


def _is_believed(item: RankedByline, spans: Sequence[Span]) -> bool:
    """False for an unmarked byline amid the report, and for a bare name that the report speaks of."""
    if item.found.marked:
        return True
    paragraphs = [span.line for span in spans if span.label == "paragraph"]
    above = sum(line < item.line for line in paragraphs)
    if min(above, len(paragraphs) - above) >= _AMID:
        return False
    return item.rank > 1 or not any(is_subject(name, spans) for name in item.found.authors)


def _is_beside_the_writer(item: RankedByline, found: Iterable[RankedByline], spans: Sequence[Span]) -> bool:
    """True for a bare name that a caption names, where a line that says "by" names the writer: who took the picture."""
    is_bare = not item.found.marked and any(other.found.marked for other in found)
    return is_bare and any(is_of_a_picture(name, spans) for name in item.found.authors)


def _continued(announced: int, span: Span) -> RankedByline | None:
    """A further name below one that a line of its own announced: "By", "Ann Roe,", "Tom Doe"."""
    if not announced or span.line - announced > BESIDE:
        return None
    found = read_byline(span.text.strip())
    full = found is not None and not found.marked and all(" " in name for name in found.authors) and found.authors
    return RankedByline(span.line, found, MARKED) if found and full else None


def is_whole(found: Byline) -> bool:
    """True where a byline holds a full name, a given name, or one in a script without spaces; not a pen name alone."""
    return any(" " in name or "." in name or not name.isascii() or is_given(name) for name in found.authors)


def _announced(before: Span | None, span: Span) -> RankedByline | None:
    """A name under a line that says "By" and nothing else."""
    if before is None or span.line - before.line > BESIDE or not is_by_words(before.text):
        return None
    if is_by_words(span.text):
        return None
    found = read_byline(f"{before.text.strip()} {span.text.strip()}")
    whole = found is not None and found.marked and is_whole(found)
    return RankedByline(span.line, found, MARKED) if found and whole else None


def ranked(span: Span, spans: Sequence[Span]) -> RankedByline | None:
    """What a byline says and how much speaks for it; None where it names nobody."""
    text = span.text.strip()
    found = read_byline(text)
    if found is None or not found.authors or is_by_words(text):
        return None
    if found.marked:
        return RankedByline(span.line, found, MARKED if is_whole(found) else PEN_NAME)
    if _ISSUE.search(text):
        return None
    if parse_byline(text) or is_person_name(text):
        more = _says_more(text, found.authors) or _is_dated(span, spans)
        return RankedByline(span.line, found, 2 if more else 1)
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
        roles = all(is_role(word.casefold()) for word in before.split())
        return not after and (roles or _LABEL.fullmatch(before) is not None)
    words = after.lstrip(", ").split()
    role = after.startswith(",") and 0 < len(words) <= _MOST_WORDS and is_role(words[-1].casefold())
    return role or is_whereabouts(after)


def _says_more(text: str, names: Iterable[str]) -> bool:
    """True where a role, a date or a place stands beside the names."""
    rest = text.casefold()
    for name in names:
        rest = rest.replace(name.casefold(), "")
    return sum(map(str.isalnum, rest)) > _FEW_SIGNS or sum(map(str.isalpha, rest)) > _FEW_LETTERS


def _is_dated(span: Span, spans: Sequence[Span]) -> bool:
    """True where a date stands on the same line."""
    return any(other.label == "date" and other.line == span.line for other in spans)
