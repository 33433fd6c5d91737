"""Look at texts: the chance of each line to be of the body, to be the headline, and what else it may be.

Four looks, each over what the one before it saw: is it body, is it the headline, is it body after all, of what kind.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Batch, Ints, lay_out
from newsarchive.label.learned.context import context_features, of_text, shifted, window
from newsarchive.label.learned.gates import may_credit, may_date, may_name
from newsarchive.label.learned.lexical import lexical_score
from newsarchive.label.learned.own import Features, own_features
from newsarchive.label.learned.parts import batches, parts
from newsarchive.label.learned.second import headline_features, second_features
from newsarchive.label.learned.weights import Weights
from newsarchive.label.line import Line, read_line
from newsarchive.label.notes import KINDS, note_kind
from newsarchive.model import BODY_LABELS
from newsarchive.text.credits import credit_shape
from newsarchive.text.dates import date_shape
from newsarchive.text.names import name_shape

Matrix = npt.NDArray[np.int32]

_HEAD, _TAIL = 1000, 400
_OFTEN, _FEW_WORDS, _SHORT = 3, 4, 40
_MOST_TOLD = 15
_ABOVE, _BELOW, _FAR = 8, 12, 60
_BODY = 7
"""Tenths of the chance to be of the body that the first two looks have a say in; the others are the last look's."""


_SHAPES: dict[str, Callable[[Line], int]] = {
    "name": lambda piece: name_shape(piece.text),
    "date": lambda piece: date_shape(piece.text),
    "credit": lambda piece: credit_shape(piece.text),
    "note_kind": lambda piece: (None, *KINDS).index(note_kind(piece)),
}
"""What is asked of lines near the article alone: it takes longer."""


class Open(NamedTuple):
    """A line that no certain rule settled, and what rules hint at.

    `hint`: sites say so, perhaps; `note`: the kinds of newsroom notes it says a phrase of, as bits; `gone_above` and
    `gone_below`: how many lines that are settled stand right above and below.
    """

    piece: Line
    hint: bool = False
    note: int = 0
    gone_above: int = 0
    gone_below: int = 0


class Seen(NamedTuple):
    """What was seen of each line of one text, from 0 to 1000: the chance to be of the body, to be the headline, and to
    be of each kind (lines x kinds; all 0 far from the article).
    """

    body: Ints
    headline: Ints
    kinds: Ints


class Looks(NamedTuple):
    """What the four looks at the lines of some texts saw, and the features (features x lines) that they went by.

    `near` says which lines stand near an article: the last look is at those alone.
    """

    body: Ints
    headline: Ints
    kinds: Ints
    first: Matrix
    third: Matrix
    fourth: Matrix
    near: npt.NDArray[np.bool_]


def look(texts: Sequence[Sequence[Open]], weights: Weights) -> list[Seen]:
    """What is seen of the lines of each text. What is seen of one does not depend on the others."""
    all_parts = (part for text in texts for part in parts(text))
    seen = (one for batch in batches(all_parts) for one in _look(batch, weights))
    return [_joined([next(seen) for _ in parts(text)]) for text in texts]


def _joined(seen: Sequence[Seen]) -> Seen:
    """What was seen of the parts of one text."""
    bodies, headlines, kinds = zip(*((part.body, part.headline, part.kinds) for part in seen), strict=True)
    return Seen(np.concatenate(bodies), np.concatenate(headlines), np.concatenate(kinds))


def _look(texts: Sequence[Sequence[Open]], weights: Weights) -> list[Seen]:
    if not any(texts):
        nothing = np.zeros(0, np.int64)
        return [Seen(nothing, nothing, np.zeros((0, len(weights.names)), np.int64)) for _ in texts]
    found = look_closely(texts, weights)
    bounds = accumulate(map(len, texts), initial=0)
    return [
        Seen(found.body[start:stop], found.headline[start:stop], found.kinds[start:stop])
        for start, stop in pairwise(bounds)
    ]


def look_closely(texts: Sequence[Sequence[Open]], weights: Weights) -> Looks:
    """The same for the lines of all texts, of which there is one or more, with the features that were gone by."""
    view = View.of(texts)
    first = view.first(weights.lexical)
    chance = weights.chance(weights.body.sums(first))
    second = np.vstack((first, view.second(chance)))
    headline = weights.chance(weights.headline.sums(second))
    third = np.vstack((second, view.third(headline)))
    body = (chance + weights.chance(weights.again.sums(third))) // 2
    near, shapes = view.fourth(third, body)
    fourth = np.vstack((third, shapes))
    kinds = np.zeros((view.batch.size, len(weights.names)), np.int64)
    kinds[near] = weights.shares(weights.kinds.sums(fourth[:, near]))
    of_body = kinds[:, [name in BODY_LABELS for name in weights.names]].sum(1)
    body = np.where(near, (_BODY * body + (10 - _BODY) * of_body) // 10, body)
    return Looks(body, headline, kinds, first, third, fourth, near)


class View(NamedTuple):
    """Some texts, laid out: their lines, and the same without those that are printed between others again and again.

    `calm` says which line of the smaller batch stands for each line.
    """

    pieces: Sequence[Line]
    batch: Batch
    own: Features
    kept: npt.NDArray[np.bool_]
    small: Batch
    calm: Ints

    @classmethod
    def of(cls, texts: Sequence[Sequence[Open]]) -> "View":
        """The lines of some texts as features need them."""
        lines = [[_shortened(line.piece.text) for line in text] for text in texts]
        batch = lay_out(lines)
        own = own_features(batch)
        opened = [line for text in texts for line in text]
        for name in ("hint", "note", "gone_above", "gone_below"):
            told = np.fromiter(map(attrgetter(name), opened), np.int64, batch.size)
            own[name] = np.minimum(told, _MOST_TOLD)
        again = (own["line_copies"] >= _OFTEN) & (own["words"] <= _FEW_WORDS) & (own["size"] < _SHORT)
        kept = ~again | (of_text(batch, (~again).astype(np.int64)) == 0)
        return cls([line.piece for line in opened], batch, own, kept, batch.only(kept), _calm(batch, kept))

    def first(self, lexical: npt.NDArray[np.int8]) -> Matrix:
        """The features of the first look."""
        return np.vstack((self.shape(), self.words(lexical_score(self.batch, lexical))))

    def shape(self) -> Matrix:
        """What needs no weights: each line alone, and what stands around it."""
        calm = {name: values[self.kept] for name, values in self.own.items()}
        context = {name: values[self.calm] for name, values in context_features(self.small, calm).items()}
        return _matrix({**self.own, "again": (~self.kept).astype(np.int64), **context})

    def words(self, score: Ints) -> Matrix:
        """What the words of each line, and of the lines around it, speak for."""
        return _matrix({"lex": score, "lex_1": window(self.batch, score, 1), "lex_4": window(self.batch, score, 4)})

    def second(self, chance: Ints) -> Matrix:
        """What the second look adds."""
        size = {"size": self.own["size"][self.kept]}
        found = second_features(self.small, size, chance[self.kept])
        return _matrix({name: values[self.calm] for name, values in found.items()})

    def third(self, headline: Ints) -> Matrix:
        """What the likeliest headline adds."""
        return _matrix(headline_features(self.batch, headline))

    def fourth(self, third: Matrix, body: Ints) -> tuple[npt.NDArray[np.bool_], Matrix]:
        """Which lines stand near the article, and what the last look adds: shapes of names, dates and credits."""
        near = self._near(third)
        shapes = np.zeros((len(_SHAPES), self.batch.size), np.int64)
        gates = {
            "name": may_name(self.batch),
            "date": may_date(self.batch),
            "credit": may_credit(self.batch, self.own["glued"]),
        }
        for row, (name, shape) in zip(shapes, _SHAPES.items(), strict=True):
            asked = np.flatnonzero(near & gates.get(name, True))
            row[asked] = [shape(self.pieces[index]) for index in asked.tolist()]
        found: Features = {"body": body} | dict(zip(_SHAPES, shapes, strict=True))
        for step in (-2, -1, 1, 2):
            found |= {f"{name}{step:+}": shifted(self.batch, found[name], step) for name in ("body", *_SHAPES)}
        return near, _matrix(found)

    def _near(self, third: Matrix) -> npt.NDArray[np.bool_]:
        from_main, to_main, from_headline = (
            third[THIRD.index(name)] for name in ("from_main", "to_main", "from_headline")
        )
        near: npt.NDArray[np.bool_] = (from_main >= -_ABOVE) | ((from_headline >= -_ABOVE) & (from_main > -_FAR))
        close: npt.NDArray[np.bool_] = near & (to_main <= _BELOW)
        return close


def _shortened(text: str) -> str:
    return text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]} {text[-_TAIL:]}"


def _calm(batch: Batch, kept: npt.NDArray[np.bool_]) -> Ints:
    """For each line itself where it is kept, else the kept line above it in its text, else the one below."""
    place = np.cumsum(kept) - 1
    places = np.flatnonzero(kept)
    if not len(places):
        return np.zeros(batch.size, np.int64)
    above = np.maximum(place, 0)
    same = (place >= 0) & (batch.text[places[above]] == batch.text)
    calm: Ints = np.where(same, above, np.minimum(place + 1, len(places) - 1))
    return calm


def _matrix(features: Features) -> Matrix:
    """Features x lines: each feature in one piece of memory, as trees ask for them."""
    return np.array([*features.values()], np.int32)


def _names() -> tuple[str, ...]:
    """The names of the features of the third look, in their order."""
    view = View.of([[Open(read_line(1, "a"))]])
    none = np.zeros(1, np.int64)
    calm = context_features(view.small, view.own)
    second = second_features(view.small, view.own, none)
    return (*view.own, "again", *calm, "lex", "lex_1", "lex_4", *second, *headline_features(view.batch, none))


THIRD = _names()
