"""A line as segments between commas, bars and "and": each names, an agency, light words, or something else."""

from collections.abc import Iterator

from newsarchive.text.dates import find_dates
from newsarchive.text.names.agency import agency_at
from newsarchive.text.names.lists import section_words
from newsarchive.text.names.marks import is_light_word
from newsarchive.text.names.pictures import without_pictures
from newsarchive.text.names.segment import Segment
from newsarchive.text.names.shape import Name, name_at
from newsarchive.text.names.words import TITLES, Word, is_given, is_place, is_role, words_of

_JOINERS = section_words("parts.txt", "joiners")
_COMMAS = frozenset(",;/、，،+")
_BREAKS = frozenset("|•·–—-~∙●:：()[]*><»«▪■…⋅‧")
_QUOTES = frozenset(".\"'“”„‚‘’?!")


def segments_of(line: str, start: int = 0, *, announced: bool = False) -> list[Segment]:
    """The segments of a line from a column on; `announced` after a by-word, where any name is likelier."""
    words = [word for word in words_of(line, start) if word.text not in _QUOTES]
    for mention in find_dates(line):
        words = [_dated(word) if mention.start <= word.start < mention.end else word for word in words]
    return without_pictures(line, [_segment(line, before, run, announced) for before, run in _runs(words) if run])


def is_light(words: tuple[Word, ...]) -> bool:
    """True where words say nothing but dates, roles, places and the like."""
    return all(
        word.kind != "word" or is_light_word(word.small) or is_place(word.text) or len(word.text) < 2 for word in words
    )


def is_dated(segments: list[Segment]) -> bool:
    """True where a number or a date stands among them."""
    return any(word.kind == "number" for segment in segments for word in segment.words)


def _dated(word: Word) -> Word:
    """A word of a date counts as a number."""
    return word._replace(kind="number")


def _runs(words: list[Word]) -> Iterator[tuple[str, list[Word]]]:
    before = ""
    run: list[Word] = []
    for word in words:
        splitter = _splitter(word, bool(run or before)) or _joiner_in_capitals(word, run)
        if not splitter:
            run.append(word)
        elif run:
            yield before, run
            before, run = splitter, []
        elif splitter != "," or not before:
            before = splitter
    yield before, run


def _splitter(word: Word, inside: bool) -> str:
    if word.kind == "number":
        return ""
    if word.text in _BREAKS:
        return "|"
    if word.text in _COMMAS:
        return ","
    return "and" if inside and word.text in _JOINERS else ""


def _joiner_in_capitals(word: Word, run: list[Word]) -> str:
    """ "and" where "AND", or "Y", stands in a line in capitals behind a whole name: "ANN ROE AND TOM DOE"."""
    behind = run[-2:]
    capitals = len(behind) > 1 and all(before.text.isupper() and len(before.text) > 1 for before in behind)
    return "and" if capitals and word.text.isupper() and word.small in _JOINERS else ""


def _segment(line: str, before: str, words: list[Word], announced: bool) -> Segment:
    agency = agency_at(line, words[0].start)
    if agency and not _is_given_name(words, agency[1]):
        rest = tuple(word for word in words if word.start >= agency[1])
        return Segment(before, tuple(words), agency=agency[0], rest=rest)
    if is_place(line[words[0].start : words[-1].end]):
        return Segment(before, tuple(words), place=True)
    first = _first_name(words, announced)
    names = _names(words, first, announced)
    stop = names[-1].stop if names else first
    after = agency_at(line, words[stop].start) if names and stop < len(words) else None
    if after:
        stop = next((index for index in range(stop, len(words)) if words[index].start >= after[1]), len(words))
    named = after[0] if after else None
    return Segment(before, tuple(words), tuple(names), named, tuple(words[:first]), tuple(words[stop:]))


def _is_given_name(words: list[Word], end: int) -> bool:
    """True where what is spelled as an agency is a given name that a family name follows: "ANA ROE"."""
    if words[0].end != end or not is_given(words[0].text):
        return False
    name = name_at(words, 0)
    return name is not None and name.is_full


def _names(words: list[Word], first: int, announced: bool) -> list[Name]:
    names: list[Name] = []
    stop = first
    while name := name_at(words, stop, announced=announced):
        if names and not (name.sure and name.is_full and names[0].sure):
            break
        names.append(name)
        stop = name.stop
    return names


def _first_name(words: list[Word], announced: bool) -> int:
    """The first word that is no number, title or role: "28. Mai Ann Roe" -> that of "Ann"."""
    for index, word in enumerate(words):
        if word.kind == "word" and not is_light_word(word.small):
            return index
        may_lead = word.kind == "word" and (not is_role(word.small) or word.small in TITLES)
        if may_lead and name_at(words, index, announced=announced) is not None:
            return index
    return len(words)
