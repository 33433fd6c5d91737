"""Where the body of a text is, for the survey: what stands before and after it is an edge."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsarchive.survey.reading import PROSE, SENTENCE, Seen

_GAP, _RECURRING_GAP = 15, 8
"""What a line that is no prose takes from the run around it, in steps of weight."""

Where = Literal["inside", "beside", "edge"]


@dataclass(frozen=True, slots=True)
class Place:
    """A line or a form that recurs, by its key, in one text: inside its body, as a sentence beside it, at an edge."""

    key: int
    text: Seen
    line: int
    where: Where


def body_of(text: Seen, recurring: Collection[int]) -> range:
    """The lines from the first to the last of the body: the run with the most prose that stands in this text alone."""
    best, total, start, found = 0, 0, 0, range(0)
    for index, (key, weight) in enumerate(zip(text.keys, text.weights, strict=True)):
        if total <= 0:
            total, start = 0, index
        if key in recurring:
            total -= _RECURRING_GAP
        else:
            total += weight if weight >= PROSE else -_GAP
        if total > best:
            best, found = total, range(start, index + 1)
    return found


def places(article: Sequence[Seen], recurring: Collection[int]) -> dict[int, Place]:
    """Where lines and forms that recur stand in an article, by key; inside the body where one copy of it says so."""
    found: dict[int, Place] = {}
    for text in article:
        for place in _places(text, recurring):
            if place.key not in found or place.where == "inside":
                found[place.key] = place
    return found


def _places(text: Seen, recurring: Collection[int]) -> Iterator[Place]:
    lines = [(line, key) for line, key in enumerate(text.keys) if key in recurring]
    lines += [(line, key) for line, key in zip(text.at, text.forms, strict=True) if key in recurring]
    body = body_of(text, recurring) if lines else range(0)
    beside = _beside(text, recurring, body)
    for line, key in lines if body else ():
        where: Where = "inside" if line in body else "beside" if line in beside else "edge"
        yield Place(key, text, line, where)


def _beside(text: Seen, recurring: Collection[int], body: range) -> range:
    """The body and the sentences that recur next to it: each may be its first or its last words."""
    start, stop = body.start, body.stop
    while start and _is_recurring_sentence(text, recurring, start - 1):
        start -= 1
    while stop < len(text.keys) and _is_recurring_sentence(text, recurring, stop):
        stop += 1
    return range(start, stop)


def _is_recurring_sentence(text: Seen, recurring: Collection[int], line: int) -> bool:
    return text.weights[line] >= SENTENCE and text.keys[line] in recurring
