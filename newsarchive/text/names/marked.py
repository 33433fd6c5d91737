"""Bylines that a by-word announces: "By Ann Roe", "Text: Ann Roe", "Posted on May 3 by ann"."""

import re

from newsarchive.text.names.agency import agency_at
from newsarchive.text.names.lists import name_key, section_words
from newsarchive.text.names.marks import Mark, is_light_word
from newsarchive.text.names.reading import Reading, goes_on, reading_of
from newsarchive.text.names.segment import Segment
from newsarchive.text.names.segments import is_light, segments_of
from newsarchive.text.names.shape import is_likely
from newsarchive.text.names.unspaced import is_unspaced
from newsarchive.text.names.words import is_given, is_no_name, is_place, is_role

_PEN_NAME = re.compile(r"[^\W\d_][\w.\-]{1,24}")
_DOMAIN = re.compile(r"\.(?:com|net|org|info|[a-z]{2})$")
_INITIALS = re.compile(r"[^\W\d_]\.[\s-]?[^\W\d_]\.(?=\W|$)")
_AFTER_NAME = ("", "|", "·", "•", "–", "—")
_MOST_LEAD_WORDS = 4
_MOST_SEGMENTS = 6
_SHORT_LINE = 30


def marked_byline(line: str, mark: Mark, *, known: bool) -> Reading | None:
    """What stands behind a by-word, or None where that is not sure to be names."""
    segments = segments_of(line, mark.end, announced=True)
    if not segments:
        return None
    taken = _credited(segments)
    if taken and (mark.strength == "strong" or known or closes(taken[-1])):
        return reading_of(taken, segments, mark.start)
    if single := _single(line, mark, segments, known=known):
        return Reading((single,), None, mark.start, mark.end + len(single), marked=True)
    agency = next((segment for segment in segments[:2] if segment.agency), None)
    return reading_of([agency], segments, mark.start) if agency else None


def closes(segment: Segment) -> bool:
    """False where a sentence goes on after the name: "Von Ann Roe lernen heißt …"."""
    rest = [word for word in segment.rest if word.kind == "word"]
    return not rest or not rest[0].text.islower() or is_light_word(rest[0].small)


def _credited(segments: list[Segment]) -> list[Segment]:
    """The segments that name writers, from the first on."""
    if not segments[0].full or not _is_lead(segments[0]) or _is_house(segments[0]):
        return []
    further = (segment for index, segment in enumerate(segments) if index and segment.full and goes_on(segments, index))
    return [segments[0], *further]


def _is_house(segment: Segment) -> bool:
    """True for an unsure name that nothing but "Editorial Staff" and the like follows."""
    houses = section_words("by_words.txt", "houses")
    return bool(segment.rest) and not segment.full[0].sure and all(word.small in houses for word in segment.rest)


def _is_lead(segment: Segment) -> bool:
    """True where nothing, or a role before a likely name, stands between a by-word and a name."""
    roles = all(is_role(word.small) or is_light_word(word.small) for word in segment.lead if word.kind == "word")
    return not segment.lead or (roles and len(segment.lead) <= _MOST_LEAD_WORDS and is_likely(segment.full[0]))


def _single(line: str, mark: Mark, segments: list[Segment], *, known: bool) -> str | None:
    """A single name after a by-word: initials, a given name, or after "Posted by" a pen name."""
    if initials := _INITIALS.match(line, mark.end):
        return initials.group()
    text = _pen_name(line, mark.end)
    if not text or segments[0].place or not _stands_alone(segments[0], mark.end + len(text)):
        return None
    dated = any(sign.isdigit() for sign in line)
    strong = mark.strength == "strong"
    if is_given(text) and text[0].isupper():
        return text if strong or dated or len(line) < _SHORT_LINE else None
    few = dated and len(segments) <= _MOST_SEGMENTS
    alone = known and line[mark.end + len(text) :].strip()[:1] in _AFTER_NAME
    written = text[1:].islower() or (dated and not text.isupper())
    return text if strong or ((few or alone) and written) else None


def _pen_name(line: str, start: int) -> str | None:
    """The word at a column, where it is no role, place, agency or word that names do not hold."""
    found = _PEN_NAME.match(line, start)
    text = found.group().rstrip(".-") if found else ""
    small = text.casefold()
    if not text or text.isupper() or len(name_key(text)) < 3 or agency_at(line, start) or is_unspaced(text):
        return None
    if "admin" in small or small.startswith("www.") or _DOMAIN.search(small):
        return None
    return None if is_no_name(text) or is_role(small) or is_place(text) or is_light_word(small) else text


def _stands_alone(segment: Segment, end: int) -> bool:
    """True where nothing but light words, or a category, follows a single name: "by Ann on May 3", "by Ann in Food"."""
    after = tuple(word for word in segment.words if word.start >= end)
    if not after or after[0].kind != "word":
        return is_light(after)
    if after[0].small in section_words("by_words.txt", "filed"):
        return True
    return is_light(after) and (after[0].text.islower() or after[0].small in section_words("by_words.txt", "light"))
