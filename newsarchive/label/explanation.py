"""Why a piece of a text is what `label` says it is: how likely the learned look finds that, and what it went by."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from newsarchive.label import certain_sheet, label_all
from newsarchive.label.glances import opened
from newsarchive.label.learned.batch import Ints
from newsarchive.label.learned.look import Looks, look_closely
from newsarchive.label.learned.parts import PART, parts
from newsarchive.label.learned.reasons import Reason, said_by, strongest
from newsarchive.label.learned.weights import Weights, load
from newsarchive.label.wrapped import unwrapped
from newsarchive.model import BODY_LABELS, Choices, Habits, Source, Span


class Explained(NamedTuple):
    """A piece of a text, how likely it is what it was taken for (of 1000), and the features that speak loudest.

    A piece that was settled before the learned look, or that it did not look at closely enough to say, has no chance
    and no reasons: its rule says all.
    """

    span: Span
    chance: int | None = None
    reasons: tuple[Reason, ...] = ()


class _Closer(NamedTuple):
    """What was seen of the open lines of a text, and the weights that it was seen with."""

    weights: Weights
    looks: Looks

    def explained(self, span: Span, line: int) -> Explained:
        """A piece with the chance of its label: of the body, the headline, its kind, or of not being of the body."""
        looks, weights = self.looks, self.weights
        if span.label == "headline":
            return _told(span, looks.headline[line], said_by(weights.headline, looks.third[:, line]))
        if span.label in BODY_LABELS:
            return _told(span, looks.body[line], self._of_the_body(line))
        if looks.near[line] and span.label in weights.names:
            kind = weights.names.index(span.label)
            return _told(span, looks.kinds[line, kind], said_by(weights.kinds, looks.fourth[:, line], kind))
        if span.label == "boilerplate":
            return _told(span, 1000 - looks.body[line], -self._of_the_body(line))
        return Explained(span)

    def _of_the_body(self, line: int) -> Ints:
        row = self.looks.third[:, line]
        return (said_by(self.weights.body, row) + said_by(self.weights.again, row)) // 2


def explain(
    source: Source,
    habits: Habits = Habits.none,
    choices: Choices = Choices.none,
    weights: Weights | None = None,
) -> tuple[Explained, ...]:
    """The pieces of a text as `label` gives them, each with its chance and the reasons for it.

    The chance is that of the label that was given, whichever rule gave it. Never raises, whatever the text.
    """
    spans = label_all((source,), habits, choices, weights)[0]
    if source.markdown:
        return tuple(map(Explained, spans))
    whole = unwrapped(source)
    sheet = certain_sheet(whole.source if whole else source, habits, choices)
    lines = {piece: line for line, piece in enumerate(sheet.open())}
    weights = weights or load()
    closer = [_Closer(weights, look_closely([part], weights)) for part in parts(opened(sheet))] if lines else []
    return tuple(
        closer[lines[piece] // PART].explained(span, lines[piece] % PART) if piece in lines else Explained(span)
        for span, piece in zip(spans, _pieces(spans), strict=True)
    )


def _pieces(spans: tuple[Span, ...]) -> Iterator[int]:
    """The number of the piece that each span is of, from 0: a piece of a hard-wrapped text has a span on each line."""
    return accumulate(0 if span.continues or not index else 1 for index, span in enumerate(spans))


def _told(span: Span, chance: np.int64, said: Ints) -> Explained:
    return Explained(span, int(chance), strongest(said))
