"""A line as segments between commas, bars and "and": each names, an agency, light words, or something else."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.text.dates import find_dates
from newsarchive.text.names.agency import agency_at
from newsarchive.text.names.lists import section_words
from newsarchive.text.names.marks import is_light_word
from newsarchive.text.names.shape import Name, name_at
from newsarchive.text.names.words import Word, is_place, is_role, words_of

_JOINERS = section_words("parts.txt", "joiners")
_COMMAS = frozenset(",;/、，،+")
_BREAKS = frozenset("|•·–—-~∙●:：()[]*><»«▪■…⋅‧")
_QUOTES = frozenset(".\"'“”„‚‘’?!")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line: `before` is what parts it from the one before ("and", ",", "|", "" for the first).

    `names` stand at its beginning or after the words of `lead`; `rest` are the words after them. `place` is true for a
    segment that is a place and nothing else.
    """

    before: str
    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    agency: str | None = None
    lead: tuple[Word, ...] = ()
    rest: tuple[Word, ...] = ()
    place: bool = False

    @property
    def full(self) -> tuple[Name, ...]:
        """Its names of more than a single word."""
        return tuple(name for name in self.names if name.is_full)

    @property
    def start(self) -> int:
        """The column where its first name or agency begins."""
        return self.words[min(len(self.lead), len(self.words) - 1)].start

    @property
    def end(self) -> int:
        """The column where its names, and the words of a role after them, end; of an agency, where it ends."""
        taken = len(self.words) - len(self.rest)
        while taken < len(self.words) and self.words[taken].kind == "word" and is_role(self.words[taken].small):
            taken += 1
        return self.words[max(taken, 1) - 1].end


def segments_of(line: str, start: int = 0, *, announced: bool = False) -> list[Segment]:
    """The segments of a line from a column on; `announced` after a by-word, where any name is likelier."""
    dates = [(mention.start, mention.end) for mention in find_dates(line)]
    words = [_dated(word, dates) for word in words_of(line, start) if word.text not in _QUOTES]
    return [_segment(line, before, run, announced) for before, run in _runs(words) if run]


def is_light(words: tuple[Word, ...]) -> bool:
    """True where words say nothing but dates, roles, places and the like."""
    return all(
        word.kind != "word" or is_light_word(word.small) or is_place(word.text) or len(word.text) < 2 for word in words
    )


def is_dated(segments: list[Segment]) -> bool:
    """True where a number or a date stands among them."""
    return any(word.kind == "number" for segment in segments for word in segment.words)


def _dated(word: Word, dates: list[tuple[int, int]]) -> Word:
    """A word of a date counts as a number."""
    if any(start <= word.start < end for start, end in dates):
        return Word(word.text, word.start, word.end, "number", word.glued)
    return word


def _runs(words: list[Word]) -> Iterator[tuple[str, list[Word]]]:
    before = ""
    run: list[Word] = []
    for word in words:
        splitter = _splitter(word, bool(run))
        if not splitter:
            run.append(word)
        elif run:
            yield before, run
            before, run = splitter, []
        elif splitter == "|" or not before:
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


def _segment(line: str, before: str, words: list[Word], announced: bool) -> Segment:
    if agency := agency_at(line, words[0].start):
        rest = tuple(word for word in words if word.start >= agency[1])
        return Segment(before, tuple(words), agency=agency[0], rest=rest)
    if is_place(line[words[0].start : words[-1].end]):
        return Segment(before, tuple(words), place=True)
    first = _first_name(words, announced)
    names = _names(words, first, announced)
    stop = names[-1].stop if names else first
    return Segment(before, tuple(words), tuple(names), lead=tuple(words[:first]), rest=tuple(words[stop:]))


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
        if word.kind == "word" and not is_role(word.small) and name_at(words, index, announced=announced) is not None:
            return index
    return len(words)
