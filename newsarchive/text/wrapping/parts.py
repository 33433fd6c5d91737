"""Wrapped paragraphs in a text that is not wrapped as a whole, or is too short to tell."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsarchive.text.wrapping.paragraphs import paragraphs
from newsarchive.text.wrapping.width import LONGEST_WORD, MARKS, NARROWEST, STOPS, WIDEST, LineEnd, line_end

_ENOUGH = 3
"""Lines in a row that break off in a sentence at one width: no list does so by chance."""


class _Run(NamedTuple):
    """Line ends in a row, by the index of the line above, that break off where the next word would not have fitted;
    `least` and `most` are the widths at which that is so, `small` is how many go on in a small letter.
    """

    start: int
    stop: int
    least: int
    most: int
    small: int

    @property
    def is_sure(self) -> bool:
        return self.small >= max(_ENOUGH, self.stop - self.start - self.small)

    @property
    def widths(self) -> range:
        """The widths at which it may be wrapped."""
        return range(self.least, self.most + 1)

    def agrees(self, other: "_Run") -> bool:
        """Whether both may be wrapped at one width."""
        return max(self.least, other.least) <= min(self.most, other.most)


def wrapped_parts(lines: Sequence[str]) -> list[range] | None:
    """The paragraphs of a text, each the indexes of its lines, those of a wrapped part made whole; None where none is.

    Lines in a row that end at one width in the middle of a sentence prove a part, where a small letter comes next three
    times. Fewer are one with the next line where that width is proven elsewhere in the text.
    """
    runs = list(_runs(lines))
    sure = [run for run in runs if run.is_sure]
    if not sure:
        return None
    proven = {width for run in sure for width in run.widths}
    return list(_paragraphs(lines, [run for run in runs if run.is_sure or _is_likely(lines, run, proven)]))


def _is_likely(lines: Sequence[str], run: _Run, proven: Collection[int]) -> bool:
    """Whether the few lines of a run end at a width that is proven, and a sentence with them."""
    is_sentence = run.small > 0 and lines[run.stop].rstrip().rstrip(MARKS)[-1:] in STOPS
    return is_sentence and any(width in proven for width in run.widths)


def _runs(lines: Sequence[str]) -> Iterator[_Run]:
    run: _Run | None = None
    for index, line in enumerate(lines[:-1]):
        if not NARROWEST <= len(line) <= WIDEST or (end := _breaking_off(line, lines[index + 1])) is None:
            continue
        one = _Run(index, index + 1, end.length, end.length + end.word, int(end.next_letter.islower()))
        if run and run.stop == index and run.agrees(one):
            widths = max(run.least, one.least), min(run.most, one.most)
            run = _Run(run.start, index + 1, *widths, run.small + one.small)
            continue
        if run:
            yield run
        run = one
    if run:
        yield run


def _breaking_off(above: str, below: str) -> LineEnd | None:
    """The end of a line that is no end of a sentence."""
    if not above.strip() or not below.strip():
        return None
    end = line_end(above, below)
    return end if end.word <= LONGEST_WORD and end.next_letter.isalpha() and not end.is_stopped else None


def _paragraphs(lines: Sequence[str], runs: Sequence[_Run]) -> Iterator[range]:
    """The runs, each with what goes on from it, as paragraphs; every other line alone, blank ones left out."""
    reached = 0
    for run in runs:
        if run.start < reached:
            continue
        start, stop = _extended(lines, run, reached)
        yield from _alone(lines, reached, start)
        for paragraph in paragraphs(lines[start:stop], run.least):
            yield range(paragraph.start + start, paragraph.stop + start)
        reached = stop
    yield from _alone(lines, reached, len(lines))


def _extended(lines: Sequence[str], run: _Run, reached: int) -> tuple[int, int]:
    """The lines of a run, with those above and below that end at its width too."""
    start, stop = run.start, run.stop + 1
    while start > reached and _goes_on(lines[start - 1], lines[start], run):
        start -= 1
    while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop], run):
        stop += 1
    return start, stop


def _goes_on(above: str, below: str, run: _Run) -> bool:
    return bool(above.strip() and below.strip()) and line_end(above, below).is_full(run.least) and run.is_sure


def _alone(lines: Sequence[str], start: int, stop: int) -> Iterator[range]:
    return (range(index, index + 1) for index in range(start, stop) if lines[index].strip())
