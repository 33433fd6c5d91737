"""Which phrases the lines of a whole text say: most lines can say none, and are not read for any."""

from collections.abc import Iterator, Sequence
from functools import cache

from newsarchive.label.boilerplate.book import openings
from newsarchive.label.boilerplate.match import NOTHING, Told, book, may_say, remember, told, unread
from newsarchive.label.boilerplate.sieve import Sieve
from newsarchive.label.line import Line


def told_by_all(lines: Sequence[Line]) -> tuple[Told, ...]:
    """What `told` gives for each of the lines of a text, at less cost."""
    new = unread(lines)
    remember(new, _read(new))
    return tuple(map(told, lines))


def _read(lines: Sequence[Line]) -> Iterator[Told]:
    folded = [line.folded for line in lines]
    starts = openings(folded)
    heard = {index for index, literals in _anchors().held(folded) if any(map(starts[index].__contains__, literals))}
    for index, (line, start) in enumerate(zip(lines, starts, strict=True)):
        yield told(line) if may_say(start) or index in heard else NOTHING


@cache
def _anchors() -> Sieve:
    """The words of which a line holds one that says a phrase but does not begin with it, with what it must say then."""
    return Sieve.of({word: [literal for literal, _ in some] for word, some in book().anchored.items()})
