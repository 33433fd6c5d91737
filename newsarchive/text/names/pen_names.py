"""Pen names: one word beside the date of a line that is known to be a byline."""

from collections.abc import Sequence

from newsarchive.text.names.marks import is_light_word
from newsarchive.text.names.reading import Reading
from newsarchive.text.names.segment import Segment
from newsarchive.text.names.words import Word, is_place, is_role

_SHORTEST, _LONGEST = 3, 25
_FEWEST_DIGITS = 5


def pen_name(segments: Sequence[Segment]) -> Reading | None:
    """The one word beside a date, where all else is light: "May 3, 2021 Adalein", "sailor — 3 May 2021, 12:00"."""
    if not _has_date(segments) or any(segment.agency for segment in segments):
        return None
    words = [word for segment in segments if not segment.place for word in segment.words if word.kind == "word"]
    said = [run for run in _glued(words) if not _is_light(run)]
    if len(said) != 1 or not _SHORTEST <= sum(len(word.text) for word in said[0]) <= _LONGEST:
        return None
    start, end = said[0][0].start, said[0][-1].end
    return Reading(("".join(word.text for word in said[0]),), None, start, end, marked=False)


def _has_date(segments: Sequence[Segment]) -> bool:
    """True where the numbers have the digits of a day and a year."""
    numbers = (word.text for segment in segments for word in segment.words if word.kind == "number")
    return sum(sign.isdigit() for number in numbers for sign in number) >= _FEWEST_DIGITS


def _glued(words: Sequence[Word]) -> list[list[Word]]:
    """Words that were written as one, together: "Sailor", "Ann" -> "SailorAnn"."""
    runs: list[list[Word]] = []
    for word in words:
        if word.glued and runs and runs[-1][-1].end == word.start:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _is_light(run: list[Word]) -> bool:
    return all(
        is_light_word(word.small) or is_role(word.small) or is_place(word.text) or len(word.text) < 2 for word in run
    )
