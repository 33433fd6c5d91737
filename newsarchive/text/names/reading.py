"""What a line says of who wrote it: the segments that name writers, as authors, agency and columns."""

from typing import NamedTuple

from newsarchive.text.names.marks import is_light_word
from newsarchive.text.names.segment import Segment
from newsarchive.text.names.shape import is_likely
from newsarchive.text.names.spelling import spelled
from newsarchive.text.names.words import Word

_MOST_SMALL = 3  # small words behind a name: more are a sentence
_BARS = 3  # further names between bars: beyond, they are tags


class Reading(NamedTuple):
    """The authors in normal writing, the agency as we name it, the columns, and whether a by-word announced them."""

    authors: tuple[str, ...]
    agency: str | None
    start: int
    end: int
    marked: bool


def reading_of(taken: list[Segment], segments: list[Segment], mark: int | None = None) -> Reading:
    """The names, or the agency, of the segments that were taken; `mark` is the column of the by-word."""
    agency = next((segment.agency for segment in segments if segment.agency), None)
    names = [name for segment in taken for name in segment.full or segment.names]
    authors = tuple(dict.fromkeys(spelled(tuple(name.text.split())) for name in names))
    start = taken[0].start if mark is None else mark
    return Reading(authors, agency, start, max(segment.end for segment in taken), mark is not None)


def goes_on(segments: list[Segment], index: int) -> bool:
    """True where a further name is a writer's too: after "and", or a likely one after a comma or alone between bars."""
    segment = segments[index]
    if sum(map(_is_of_sentence, segments[index - 1].rest)) > _MOST_SMALL:
        return False
    if segment.before == "and":
        return _ends_with_names(segments[:index], sure=all(map(is_likely, segment.full)))
    if segment.lead:
        return False
    if segment.before == "|":
        return all(is_likely(name) for name in segment.full) and not segment.rest and index < _BARS
    more = segments[index + 1] if index + 1 < len(segments) else None
    followed = more is not None and more.before == "and" and more.full != ()
    return followed or all(name.sure for name in segment.full)


def _is_of_sentence(word: Word) -> bool:
    return word.kind == "word" and word.text.islower() and not is_light_word(word.small)


def _ends_with_names(segments: list[Segment], *, sure: bool) -> bool:
    """True where the last segment names somebody, or before a sure name says only from where another wrote."""
    if segments[-1].full:
        return True
    return sure and segments[-1].place and len(segments) > 1 and segments[-2].full != ()
