"""The sheet that rules write on: the pieces of a text in order, and what each was found to be."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import compress, count
from operator import not_
from types import MappingProxyType
from typing import NamedTuple

from newsarchive.label.boilerplate import Told
from newsarchive.label.line import Line
from newsarchive.model import Choices, Habits, Source
from newsarchive.text.recurrence import Recurring, recurring

_NO_KINDS: Mapping[str, int] = MappingProxyType({})


class Verdict(NamedTuple):
    """What a piece is, and the rule that said so."""

    label: str
    rule: str
    doubtful: bool = False
    copy_of: int | None = None


class Glance(NamedTuple):
    """What the learned look saw of a piece, from 0 to 1000: its chance to be of the body, to be the headline, and to be
    of each kind, where it was looked at so closely. Nothing for a piece that was settled before.
    """

    body: int = 0
    headline: int = 0
    kinds: Mapping[str, int] = _NO_KINDS


class Sheet(NamedTuple):
    """The pieces of one text (a line, or a part of a line), each with its verdict or None.

    `said` tells what phrases each piece says; `block` is the run of pieces, by index, that holds the body, and
    `headline` the index of the headline, once they are known; `copies` counts how often a folded line stands in the
    text; `recurring` are the pieces that recur in its archive; `seen` is what the learned look saw of each piece.
    """

    source: Source
    habits: Habits
    choices: Choices
    pieces: tuple[Line, ...]
    verdicts: tuple[Verdict | None, ...]
    said: tuple[Told, ...]
    copies: Mapping[str, int]
    recurring: Recurring
    block: range = range(0)
    headline: int | None = None
    seen: tuple[Glance, ...] = ()

    def settle(self, found: Mapping[int, Verdict]) -> "Sheet":
        """The sheet with these verdicts added. The first verdict on a piece stands."""
        if not found:
            return self
        verdicts = list(self.verdicts)
        headline = self.headline
        for index, verdict in found.items():
            verdicts[index] = verdicts[index] or verdict
            if verdict.label == "headline" and verdict.copy_of is None and verdicts[index] == verdict:
                headline = index if headline is None else min(headline, index)
        return self._replace(verdicts=tuple(verdicts), headline=headline)

    def pointed(self, found: Mapping[int, Verdict]) -> Mapping[int, Verdict]:
        """The same verdicts; a piece that says what an earlier one of them says points at its line."""
        first: dict[str, int] = {}
        pointed = {}
        for index, verdict in sorted(found.items()):
            piece = self.pieces[index]
            kept = first.setdefault(piece.folded, piece.number)
            pointed[index] = verdict._replace(copy_of=kept) if kept != piece.number else verdict
        return pointed

    @property
    def start(self) -> int:
        """Where the article begins: at its headline, or at its body where that stands above or there is none."""
        return self.block.start if self.headline is None else min(self.headline, self.block.start)

    def label(self, index: int) -> str | None:
        """The label of a piece; None where it is open, or beyond either end."""
        verdict = self.verdicts[index] if 0 <= index < len(self.verdicts) else None
        return verdict.label if verdict else None

    def open(self, indexes: range | None = None) -> Iterator[int]:
        """The indexes of pieces without a verdict, in order; within a range where one is named."""
        if indexes is None:
            return compress(count(), map(not_, self.verdicts))
        start = max(indexes.start, 0)
        return compress(count(start), map(not_, self.verdicts[start : max(indexes.stop, start)]))


Rule = Callable[[Sheet], Mapping[int, Verdict]]


def lay_out(
    source: Source, habits: Habits, choices: Choices, pieces: tuple[Line, ...], said: tuple[Told, ...]
) -> Sheet:
    """A sheet on which nothing is settled yet."""
    folded = [piece.folded for piece in pieces]
    nothing = (None,) * len(pieces)
    recurs = recurring(folded, habits)
    return Sheet(source, habits, choices, pieces, nothing, said, Counter(folded), recurs)
