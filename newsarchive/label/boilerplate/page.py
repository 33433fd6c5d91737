"""Which phrases the lines of a whole text say: most lines can say none, and are not read for any."""

from collections.abc import Sequence
from functools import cache

from newsarchive.label.boilerplate.book import openings
from newsarchive.label.boilerplate.match import NOTHING, REACH, Told, book, may_say, told
from newsarchive.label.boilerplate.sieve import Sieve
from newsarchive.label.line import Line


def told_by_all(lines: Sequence[Line]) -> tuple[Told, ...]:
    """What `told` gives for each of the lines of a text, at less cost."""
    folded = [line.folded for line in lines]
    return tuple(
        told(line) if is_anchored or may_say(start) or len(line.text) > REACH else NOTHING
        for line, start, is_anchored in zip(lines, openings(folded), _anchors().holds(folded), strict=True)
    )


@cache
def _anchors() -> Sieve:
    """The words of which a line holds one that says a phrase but does not begin with it."""
    return Sieve.of(book().anchored)
