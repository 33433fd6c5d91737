"""A byline among the lines that label left out: near the headline, or right below the body."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsarchive.extract.byline_subjects import is_subject
from newsarchive.extract.credited import Credited, in_words
from newsarchive.model import BODY_LABELS, Span
from newsarchive.text.names import Byline, name_shape, parse_byline

_ABOVE, _FAR_ABOVE, _BELOW = 3, 12, 2  # pieces above the headline, and below the body
_NEAR = 3  # lines from one byline to the next
_BARE, _MARKED = 2, 4  # what `name_shape` says of them
_LEFT_OUT = ("boilerplate", "kicker", "date")
_BY_PLACE = ("before_the_article", "after_the_article", "interruption", "dated_line", "kicker", "learned")


def outside(spans: Sequence[Span]) -> Credited | None:
    """A line that says "by", or a full name alone or with its role, between the headline and the body or beside them.

    Only where its place alone had a line left out: a "related" line that says "by" speaks of another text.
    """
    for stretch, least in _stretches(spans):
        read = [(span.line, found) for span in stretch if (found := _read(span, least))]
        told = [item for item in read if not any(is_subject(name, spans) for name in item[1].authors)]
        if told:
            run = [item for before, item in pairwise((told[0], *told)) if item[0] - before[0] <= _NEAR]
            lines = tuple(line for line, _ in run)
            why = f"{in_words(lines)}, which stands outside the article, names a writer"
            names = tuple(name for _, found in run for name in found.authors)
            return Credited(names, lines, "byline_outside", "inferred", why)
    return None


def _stretches(spans: Sequence[Span]) -> Iterator[tuple[Sequence[Span], int]]:
    """Where a byline may be left out, and how much of its shape it must have there: the likeliest first."""
    body = [index for index, span in enumerate(spans) if span.label in BODY_LABELS]
    headline = next((index for index, span in enumerate(spans) if span.label == "headline"), None)
    if not body:
        return
    if headline is not None:
        yield spans[headline + 1 : body[0]], _BARE
        yield spans[max(0, headline - _ABOVE) : headline], _BARE
        yield spans[max(0, headline - _FAR_ABOVE) : headline], _MARKED
    yield spans[body[-1] + 1 : body[-1] + 1 + _BELOW], _MARKED


def _read(span: Span, least: int) -> Byline | None:
    text = span.text.strip()
    if span.label not in _LEFT_OUT or span.rule not in _BY_PLACE or name_shape(text) < least:
        return None
    found = parse_byline(text)
    whole = found is not None and all(" " in name or not name.isascii() for name in found.authors)
    return found if found and found.authors and whole else None
