"""Where the body of a text is, for the survey: what stands before and after it is an edge."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from newsarchive.survey.numbers import distinct, is_last
from newsarchive.survey.seen import FORM, HEAD, PROSE, SENTENCE
from newsarchive.survey.table import WEIGHTS, Codes, Flags, Ints, Table

EDGE, BESIDE, INSIDE = 0, 1, 2
"""Where a line stands: at an edge, as a sentence beside the body, inside it."""

_GAP, _RECURRING_GAP = 15, 8
"""What a line that is no prose takes from the run around it, in steps of weight."""
_END = 1 << 20
"""What the end of a text takes: more than any text has."""
_AT_ONCE = 1 << 18
"""So many words are laid out at once: the steps between take memory."""

_STEPS = np.where(WEIGHTS >= PROSE, WEIGHTS, -_GAP).astype(np.int64)
_STEPS[FORM], _STEPS[HEAD] = 0, -_END


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines and forms that recur stand in articles, each once in an article: inside the body where it ever does.

    By their numbers: the line or form, the article, the word of the table; and where it is to the body.
    """

    lines: Ints
    articles: Ints
    words: Ints
    where: Ints


class _Runs(NamedTuple):
    """Of each text the words from `start` to `stop`, by their places in the part of the table that is laid out."""

    start: Ints
    stop: Ints


def places(table: Table, numbers: Ints) -> Places:
    """The places of what recurs: `numbers` tells of each word what it is, or -1. A text without a body has none."""
    found = [_places(table, numbers, texts) for texts in _parts(table)]
    return Places(*(np.concatenate(column) for column in zip(*found, strict=True)))


def line_of(codes: Codes, words: Ints, step: int = 1) -> Ints:
    """The lines that these words are, or that come next after them where they are forms; with -1 the ones before."""
    for _ in range(2):  # a line has two forms at most
        words = np.where(codes[words] == FORM, words + step, words)
    return words


def _parts(table: Table) -> Iterator[slice]:
    """The texts of a table, by number, in parts of whole articles."""
    heads = np.flatnonzero(np.diff(table.articles, prepend=-1))
    marks = np.arange(0, len(table.words), _AT_ONCE)
    bounds = heads[np.searchsorted(table.starts[heads], marks, "right") - 1]
    for start, stop in pairwise(distinct(np.append(bounds, len(table.starts))).tolist()):
        yield slice(start, stop)


def _places(table: Table, numbers: Ints, texts: slice) -> tuple[Ints, Ints, Ints, Ints]:
    first, stop = table.bounds(texts)
    starts, codes, recurs = table.starts[texts] - first, table.codes[first : stop + 1], numbers[first:stop] >= 0
    bodies = _bodies(codes[:-1], recurs, starts)
    beside = _beside(codes, recurs, bodies)
    text_of = np.repeat(np.arange(len(starts)), np.diff(starts, append=stop - first))
    at = np.flatnonzero(recurs & (bodies.stop > 0)[text_of])
    text = text_of[at]
    where = np.full(len(at), EDGE)
    where[(beside.start[text] <= at) & (at < beside.stop[text])] = BESIDE
    where[(bodies.start[text] <= at) & (at < bodies.stop[text])] = INSIDE
    lines, articles = numbers[first + at].astype(np.int64), table.articles[texts][text]
    chosen = _chosen(lines, articles, where == INSIDE)
    return lines[chosen], articles[chosen], first + at[chosen], where[chosen]


def _bodies(codes: Codes, recurs: Flags, starts: Ints) -> _Runs:
    """Where bodies are: the run with the most prose that stands in this text alone. From 0 to 0 where there is none.

    Sums over all that stands before tell it: no run is better than the one that begins where the sum was least.
    """
    steps = _STEPS[codes]
    steps[recurs & (codes != FORM)] = -_RECURRING_GAP
    after = np.cumsum(steps)
    before = after - steps
    least = np.minimum.accumulate(before)
    begins = np.maximum.accumulate(np.where(before == least, np.arange(len(before)), 0))
    most = np.maximum.reduceat(after - least, starts)
    is_most = np.flatnonzero(after - least == np.repeat(most, np.diff(starts, append=len(codes))))
    last = is_most[np.searchsorted(is_most, starts)]
    return _Runs(np.where(most > 0, begins[last], 0), np.where(most > 0, last + 1, 0))


def _beside(codes: Codes, recurs: Flags, bodies: _Runs) -> _Runs:
    """The bodies and the sentences that recur next to them: each may be their first or their last words."""
    goes_on = np.append(recurs & (WEIGHTS[codes[:-1]] >= SENTENCE), False)
    forms = np.flatnonzero(codes == FORM)
    goes_on[forms] = goes_on[line_of(codes, forms)]
    ends = np.flatnonzero(~goes_on)
    start = ends[np.searchsorted(ends, bodies.start) - 1] + 1
    return _Runs(start, ends[np.searchsorted(ends, bodies.stop)])


def _chosen(lines: Ints, articles: Ints, is_inside: Flags) -> Ints:
    """Of what recurs in each article one place: the last one inside a body, else the first; by article and line."""
    count = 1 << len(lines).bit_length()
    place = np.arange(len(lines))
    rank = np.where(is_inside, count + place, count - 1 - place)
    group = (articles - articles[:1]) * (lines.max(initial=0) + 1) + lines
    ranked = np.sort(group * (2 * count) + rank)  # in one number: sorting numbers is fast
    best: Ints = ranked[is_last(ranked // (2 * count))] % (2 * count)
    return np.where(best >= count, best - count, count - 1 - best)
