"""Hard-wrapped texts: rules see whole paragraphs, the ledger keeps the lines of the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from newsarchive.model import LineRule, Source, Span
from newsarchive.text.wrapping import wrapped_paragraphs


class Part(NamedTuple):
    """What a line of the file gives to a paragraph: its text from column `start`, put at column `place`."""

    line: int
    start: int
    text: str
    place: int


class Unwrapped(NamedTuple):
    """A hard-wrapped text, each paragraph on one line; `paragraphs[n - 1]` is what line n of `source` is made of."""

    source: Source
    paragraphs: tuple[tuple[Part, ...], ...]

    def wrapped(self, spans: Iterable[Span]) -> Iterator[Span]:
        """The same pieces in the lines of the file: each in as many as it runs over, the later ones `continues`."""
        for span in spans:
            copied = span.copy_of and self.paragraphs[span.copy_of - 1][0].line
            continues = False
            for part in self.paragraphs[span.line - 1]:
                start, end = max(span.start - part.place, 0), min(span.end - part.place, len(part.text))
                if start < end:
                    yield span._replace(
                        line=part.line,
                        start=part.start + start,
                        end=part.start + end,
                        text=part.text[start:end],
                        copy_of=copied,
                        continues=continues,
                    )
                    continues = True


def unwrapped(source: Source) -> Unwrapped | None:
    """A text with its hard-wrapped paragraphs made whole; None where it is not, for certain, a hard-wrapped text.

    Front matter stays as it is, and lines that a person settled are one paragraph with no others.
    """
    lines = source.lines
    found = wrapped_paragraphs(lines[source.front_matter :])
    if found is None:
        return None
    paragraphs = [range(one.start + source.front_matter, one.stop + source.front_matter) for one in found]
    rows = list(_rows(len(lines), paragraphs, _edges(source)))
    parts = tuple(tuple(_parts(row, lines)) for row in rows)
    text = "\n".join(" ".join(part.text for part in row) for row in parts)
    return Unwrapped(replace(source, text=text, line_rules=tuple(_line_rules(source, rows))), parts)


def _edges(source: Source) -> set[int]:
    """The indexes of lines at which what a person settled begins, or what they did not settle."""
    return {index for rule in source.line_rules for index in (rule.first - 1, rule.last)}


def _rows(count: int, paragraphs: Sequence[range], edges: set[int]) -> Iterator[range]:
    """The lines of a text, by index, those of a paragraph together."""
    inside = {index for paragraph in paragraphs for index in paragraph[1:]} - edges
    starts = [index for index in range(count) if index not in inside]
    yield from map(range, starts, [*starts[1:], count])


def _parts(row: range, lines: Sequence[str]) -> Iterator[Part]:
    """A line that stands alone as it is; of several what stands between their blanks."""
    if len(row) == 1:
        yield Part(row.start + 1, 0, lines[row.start], 0)
        return
    texts = [lines[index].strip() for index in row]
    places = accumulate((len(text) + 1 for text in texts), initial=0)
    for index, text, place in zip(row, texts, places, strict=False):
        yield Part(index + 1, len(lines[index]) - len(lines[index].lstrip()), text, place)


def _line_rules(source: Source, rows: Sequence[range]) -> Iterator[LineRule]:
    """What a person settled, said of the paragraphs that the lines are in."""
    numbers = [number for number, row in enumerate(rows, 1) for _ in row]
    for rule in source.line_rules:
        if settled := numbers[max(rule.first - 1, 0) : max(rule.last, 0)]:
            yield rule._replace(first=settled[0], last=settled[-1])
