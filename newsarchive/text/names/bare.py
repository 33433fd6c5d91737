"""Bylines without a by-word: a name, its role, its place and its date, and nothing else."""

from newsarchive.text.names.lists import section_words
from newsarchive.text.names.marked import closes
from newsarchive.text.names.pen_names import pen_name
from newsarchive.text.names.reading import Reading, goes_on, reading_of
from newsarchive.text.names.segment import Segment
from newsarchive.text.names.segments import is_dated, is_light
from newsarchive.text.names.shape import Name, is_likely
from newsarchive.text.names.words import (
    PARTICLES,
    TITLES,
    Word,
    ends_like_no_name,
    is_capital,
    is_initial,
    is_no_name,
    is_place,
    is_role,
    words_of,
)

_MOST_WORDS_BESIDE = 8
_MOST_WORDS_AFTER = 20
_MOST_SEGMENTS = 5
_AMBIGUOUS = frozenset(("AA", "CP", "EP", "PA", "TT"))  # alone they may be anything
_MOST_NAME_WORDS = 3
_MOST_WORDS_OF_PLACE = 5


def bare_byline(segments: list[Segment]) -> Reading | None:
    """What a line says, where every word of it is explained."""
    dated = is_dated(segments)
    named = [segment for segment in segments if segment.names]
    if named and all(_is_explained(segment, dated=dated) for segment in segments):
        return reading_of(named, segments)
    if dated and named and segments[0] is named[0] and _is_alone(segments):
        return reading_of(named[:1], segments)
    return _agency_alone(segments)


def known_byline(segments: list[Segment]) -> Reading | None:
    """What a line says that is known to be a byline: the shape of a name is enough."""
    first = next((index for index, segment in enumerate(segments) if segment.full), None)
    if first is None or not _is_believable(segments[first], first):
        return _agency_alone(segments) or _lone_given(segments) or pen_name(segments)
    further = (
        segment for index, segment in enumerate(segments) if index > first and segment.full and goes_on(segments, index)
    )
    return reading_of([segments[first], *further], segments)


def is_whereabouts(text: str) -> bool:
    """True for words that say where somebody wrote from: "in Vennmouth", "at the Quay Ground"."""
    return _is_whereabouts(tuple(words_of(text)))


def _is_whereabouts(words: tuple[Word, ...]) -> bool:
    if not 2 <= len(words) <= _MOST_WORDS_OF_PLACE or words[0].small not in section_words("by_words.txt", "from where"):
        return False
    return all(word.kind == "word" and (is_capital(word.text) or word.small == "the") for word in words[1:])


def _is_explained(segment: Segment, *, dated: bool) -> bool:
    if segment.place:
        return True
    if segment.names:
        sure = all(map(is_likely, segment.names)) and (dated or not segment.lead) and not _goes_on(segment)
        return sure and is_light(segment.rest) and len(segment.rest) <= _MOST_WORDS_BESIDE
    return is_light(segment.rest if segment.agency else segment.words) and (dated or segment.before != "")


def _is_alone(segments: list[Segment]) -> bool:
    """True for a likely name alone before a bar: "Ann Roe · Harbour News · May 3, 2021"."""
    first, more = segments[0], segments[1:]
    bare = not first.rest and not first.lead and is_likely(first.names[0])
    return bare and bool(more) and more[0].before == "|" and sum(len(other.words) for other in more) < _MOST_WORDS_AFTER


def _is_believable(segment: Segment, index: int) -> bool:
    """True for a sure name with light words about it, or a segment that is nothing but a name and its date or role."""
    name = segment.full[0]
    if is_likely(name) or (name.sure and index == 0 and not segment.rest):
        return closes(segment) and not _goes_on(segment) and len(segment.lead) <= _MOST_WORDS_BESIDE
    roles = all(_is_role_or_time(word) for word in (*segment.rest, *segment.lead))
    return index == 0 and (roles or _is_whereabouts(segment.rest)) and _may_be_name(name)


def _is_role_or_time(word: Word) -> bool:
    """True for roles, numbers, and small words about time: "2 minutes ago"."""
    return word.kind != "word" or is_role(word.small) or word.text in section_words("by_words.txt", "light")


def _goes_on(segment: Segment) -> bool:
    """True where a word in capitals that is no role follows the name: "Ann Roe Harbour Diving"; not beside a date."""
    if not segment.rest or any(word.kind == "number" for word in segment.lead):
        return False
    word = segment.rest[0]
    if word.kind != "word" or word.glued or is_role(word.small) or word.small in _followers():
        return False
    if any(map(is_initial, segment.names[-1].parts)) or segment.words[0].small in TITLES:
        return False
    return word.text[0].isupper() and is_no_name(word.text)


def _followers() -> frozenset[str]:
    """Words in capitals that may follow a name in a byline: "Ann Roe Published", "Ann Roe By Ann Roe"."""
    return section_words("by_words.txt", "light") | section_words("by_words.txt", "plain")


def _may_be_name(name: Name) -> bool:
    """True for two or three words of which none is a place, a particle, a letter, or ends as names do not."""
    words = [part for part in name.parts if not is_initial(part)]
    cased = all(part[0].isupper() for part in words)
    strange = any(part in PARTICLES or is_place(part) or ends_like_no_name(part) for part in words)
    return (
        1 < len(words) <= _MOST_NAME_WORDS
        and cased
        and not strange
        and not name.text.isupper()
        and len(name.parts[-1]) > 1
    )


def _agency_alone(segments: list[Segment]) -> Reading | None:
    agency = next((segment for segment in segments if segment.agency), None)
    if agency is None or not all(_is_small(segment) for segment in segments):
        return None
    if len(segments) == 1 and agency.words[0].text in _AMBIGUOUS and len(agency.words) == 1:
        return None
    return reading_of([agency], segments)


def _is_small(segment: Segment) -> bool:
    """True for a segment that says nothing more beside an agency: initials, a place, a date."""
    if segment.agency or segment.place:
        return is_light(segment.rest)
    return is_light(segment.words) or (len(segment.words) == 1 and segment.words[0].text.islower())


def _lone_given(segments: list[Segment]) -> Reading | None:
    """A given name that stands alone, or before its date."""
    lone = [segment for segment in segments if len(segment.names) == 1 and segment.names[0].sure and not segment.lead]
    if len(lone) != 1 or len(segments) > _MOST_SEGMENTS or (lone[0].rest and lone[0].rest[0].kind == "word"):
        return None
    return reading_of(lone, segments)
