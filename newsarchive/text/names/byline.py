"""Bylines: the names in a line that credits the writers."""

import re
from dataclasses import dataclass
from functools import lru_cache

from newsarchive.text.names.agency import agency_at
from newsarchive.text.names.lists import name_key
from newsarchive.text.names.marks import Mark, find_mark, is_light_word
from newsarchive.text.names.segments import Segment, is_light, segments_of
from newsarchive.text.names.shape import is_likely
from newsarchive.text.names.spelling import spelled
from newsarchive.text.names.unspaced import unspaced_byline
from newsarchive.text.names.words import PARTICLES, Word, is_given, is_no_name, is_place, is_role

_LONGEST = 400
_MOST_WORDS_BESIDE = 8
_MOST_SMALL_WORDS = 9
_SMALL_WORD = re.compile(r"(?<![^\s])[a-zß-ÿа-яα-ω]{2,}")
_PEN_NAME = re.compile(r"[^\W\d_][\w.\-]{1,24}")
_INITIALS = re.compile(r"[^\W\d_]\.[\s-]?[^\W\d_]\.(?=\W|$)")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line credits: persons in normal writing, and the agency as we name it.

    `start` and `end` are the columns of the byline in the line; `marked` where a by-word ("By", "Von") announces it.
    """

    authors: tuple[str, ...]
    agency: str | None
    start: int
    end: int
    marked: bool


def parse_byline(line: str) -> Byline | None:
    """The byline that a line is or holds; None where that is not sure.

    Without a by-word, a common given name must lead each name, and all else must be a role, place, date or agency.

    "By JANE ROE and Tom Doe, Staff Writers | May 3" -> Jane Roe, Tom Doe; "Read More" -> None.
    """
    return _parsed(line, known=False)


def read_byline(line: str) -> Byline | None:
    """The byline of a line that is known to be one, from its place or its label: the shape of a name is enough there."""
    return _parsed(line, known=True)


def byline_piece(line: str) -> tuple[int, int] | None:
    """The columns of the byline in a line that holds more: "May 3, 2021 | By Ann Roe | 3 min read" -> those of "By Ann Roe"."""
    byline = parse_byline(line)
    return (byline.start, byline.end) if byline and (byline.authors or byline.marked) else None


@lru_cache(maxsize=4096)
def _parsed(line: str, *, known: bool) -> Byline | None:
    if not 2 <= len(line.strip()) <= _LONGEST:
        return None
    if found := unspaced_byline(line, known=known):
        return Byline(*found)
    if mark := find_mark(line):
        return _marked(line, mark, known=known)
    if len(_SMALL_WORD.findall(line)) > _MOST_SMALL_WORDS:
        return None
    return _known(segments_of(line)) if known else _bare(segments_of(line))


def _marked(line: str, mark: Mark, *, known: bool) -> Byline | None:
    """What a by-word announces."""
    segments = segments_of(line, mark.end, announced=True)
    if not segments:
        return None
    taken = _credited(segments)
    if taken and (mark.strength == "strong" or known or _closes(taken[-1])):
        return _byline(taken, segments, mark.start)
    if single := _single(line, mark, segments, known=known):
        return Byline((single,), None, mark.start, mark.end + len(single), True)
    agency = next((segment for segment in segments[:2] if segment.agency), None)
    return _byline([agency], segments, mark.start) if agency and not segments[0].names else None


def _credited(segments: list[Segment]) -> list[Segment]:
    """The segments that name writers, from the first on."""
    if not segments[0].full or not _is_lead(segments[0].lead):
        return []
    return [
        segment for index, segment in enumerate(segments) if segment.full and (index == 0 or _goes_on(segments, index))
    ]


def _is_lead(words: tuple[Word, ...]) -> bool:
    """True for words that may stand between a by-word and a name: a role, not a date."""
    return (
        all(is_role(word.small) or is_light_word(word.small) for word in words if word.kind == "word")
        and len(words) < 5
    )


def _goes_on(segments: list[Segment], index: int) -> bool:
    """True where a further name is a writer's too: after "and", or a likely one after a comma or alone between bars."""
    segment = segments[index]
    if segment.before == "and":
        return segments[index - 1].full != ()
    if segment.lead:
        return False
    if segment.before == "|":
        return all(is_likely(name) for name in segment.full) and not segment.rest and index < 3
    more = segments[index + 1] if index + 1 < len(segments) else None
    return all(name.sure for name in segment.full) or (more is not None and more.before == "and" and more.full != ())


def _closes(segment: Segment) -> bool:
    """False where a sentence goes on after the name: "Von Ann Roe lernen heißt ..."."""
    rest = [word for word in segment.rest if word.kind == "word"]
    return not rest or not rest[0].text.islower() or is_light_word(rest[0].small)


def _single(line: str, mark: Mark, segments: list[Segment], *, known: bool) -> str | None:
    """A single name after a by-word: initials, a given name, or after "Posted by" a pen name."""
    if initials := _INITIALS.match(line, mark.end):
        return initials.group()
    found = _PEN_NAME.match(line, mark.end)
    text = found.group().rstrip(".-") if found else ""
    if not text or _is_word(text) or agency_at(line, mark.end) or segments[0].place or text.isupper():
        return None
    after = tuple(word for word in segments[0].words if word.start >= mark.end + len(text))
    if after and (after[0].kind == "word" and not after[0].text.islower()) or not is_light(after):
        return None
    dated = any(sign.isdigit() for sign in line)
    if is_given(text) and text[0].isupper():
        return text if mark.strength == "strong" or dated or len(line) < 30 else None
    return (
        text if mark.strength == "strong" or (dated and len(segments) < 7) or (known and len(segments) == 1) else None
    )


def _is_word(text: str) -> bool:
    """True for a word that is no pen name: a role, a place, a word that names do not hold."""
    return (
        is_no_name(text)
        or is_role(text.casefold())
        or is_place(text)
        or is_light_word(text.casefold())
        or len(name_key(text)) < 3
    )


def _bare(segments: list[Segment]) -> Byline | None:
    """What a line without a by-word says, where every word of it is explained."""
    dated = _is_dated(segments)
    named = [segment for segment in segments if segment.names]
    if named and all(_is_explained(segment, dated=dated) for segment in segments):
        return _byline(named, segments, None)
    if dated and named and segments[0] is named[0] and _is_alone(segments, named[0]):
        return _byline(named[:1], segments, None)
    return _agency_alone(segments)


def _is_dated(segments: list[Segment]) -> bool:
    return any(word.kind == "number" for segment in segments for word in segment.words)


def _is_explained(segment: Segment, *, dated: bool) -> bool:
    if segment.place:
        return True
    if segment.names:
        sure = all(is_likely(name) for name in segment.names) and (dated or not segment.lead)
        return sure and is_light(segment.rest) and len(segment.rest) <= _MOST_WORDS_BESIDE
    return is_light(segment.rest if segment.agency else segment.words) and (dated or segment.before != "")


def _is_alone(segments: list[Segment], segment: Segment) -> bool:
    """True for a likely name alone before a bar, in a line with a date: "Ann Roe · Harbour News · May 3, 2021"."""
    more = segments[1:]
    words = sum(len(other.words) for other in more)
    return (
        bool(more)
        and more[0].before == "|"
        and not segment.rest
        and not segment.lead
        and is_likely(segment.names[0])
        and words < 20
    )


def _agency_alone(segments: list[Segment]) -> Byline | None:
    agency = next((segment for segment in segments if segment.agency), None)
    if agency is None or not all(_is_small(segment) for segment in segments):
        return None
    return _byline([agency], segments, None)


def _is_small(segment: Segment) -> bool:
    """True for a segment that says nothing more beside an agency: initials, a place, a date."""
    if segment.agency or segment.place:
        return is_light(segment.rest)
    return is_light(segment.words) or (len(segment.words) == 1 and segment.words[0].text.islower())


def _known(segments: list[Segment]) -> Byline | None:
    """What a line without a by-word says that is known to be a byline."""
    first = next((index for index, segment in enumerate(segments) if segment.full), None)
    if first is None or not _is_believable(segments[first], first):
        return _agency_alone(segments) or _lone_given(segments)
    taken = [
        segment
        for index, segment in enumerate(segments)
        if index == first or (index > first and segment.full and _goes_on(segments, index))
    ]
    return _byline(taken, segments, None)


def _is_believable(segment: Segment, index: int) -> bool:
    """True for a sure name with light words about it, or a segment that is nothing but a name and its date or role."""
    if segment.full[0].sure:
        return _closes(segment) and len(segment.lead) <= _MOST_WORDS_BESIDE
    plain = not any(part in PARTICLES for part in segment.full[0].parts)
    roles = all(word.kind != "word" or is_role(word.small) for word in (*segment.rest, *segment.lead))
    return index == 0 and plain and roles and not segment.full[0].text.isupper()


def _lone_given(segments: list[Segment]) -> Byline | None:
    """A given name that stands alone in a line that is known to be a byline, or before its date."""
    lone = [segment for segment in segments if len(segment.names) == 1 and segment.names[0].sure and not segment.lead]
    if len(lone) != 1 or len(segments) > 5 or (lone[0].rest and lone[0].rest[0].kind == "word"):
        return None
    return _byline(lone, segments, None, lone[0].names[0].text)


def _byline(taken: list[Segment], segments: list[Segment], start: int | None, single: str | None = None) -> Byline:
    """The byline of the segments taken; `start` is the column of its by-word."""
    agency = next((segment.agency for segment in segments if segment.agency), None)
    authors = (single,) if single else tuple(dict.fromkeys(name.text for segment in taken for name in segment.full))
    first = taken[0].words[len(taken[0].lead)].start
    end = max(segment.end for segment in taken)
    return Byline(
        tuple(spelled(tuple(author.split())) for author in authors),
        agency,
        first if start is None else start,
        end,
        start is not None,
    )
