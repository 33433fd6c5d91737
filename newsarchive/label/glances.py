"""Between rules and the learned look: the open pieces of a sheet go there, and what was seen of them comes back."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from newsarchive.label.boilerplate import Told
from newsarchive.label.learned.look import Open, Seen, look
from newsarchive.label.learned.weights import Weights
from newsarchive.label.line import Line
from newsarchive.label.notes import KINDS
from newsarchive.label.sheet import Glance, Sheet


def with_glances(sheets: Sequence[Sheet], weights: Weights) -> Iterator[Sheet]:
    """Each sheet with what is seen of its open pieces."""
    for sheet, seen in zip(sheets, look([opened(sheet) for sheet in sheets], weights), strict=True):
        glances = dict(zip(sheet.open(), _glances(seen, weights.names), strict=True))
        nothing = Glance()
        yield sheet._replace(seen=tuple(glances.get(index, nothing) for index in range(len(sheet.pieces))))


def _glances(seen: Seen, names: Sequence[str]) -> Iterator[Glance]:
    near = np.any(seen.kinds, axis=1)
    kinds: Iterator[list[int]] = iter(seen.kinds[near].tolist())
    for body, headline, is_near in zip(seen.body.tolist(), seen.headline.tolist(), near.tolist(), strict=True):
        yield Glance(body, headline, dict(zip(names, next(kinds), strict=True)) if is_near else {})


def opened(sheet: Sheet) -> list[Open]:
    """The open pieces of a sheet, in order, as the learned look reads them."""
    indexes = [*sheet.open()]
    before = [index - above - 1 for above, index in zip([-1, *indexes], indexes, strict=False)]
    after = [*before[1:], len(sheet.pieces) - 1 - indexes[-1]] if indexes else []
    return [
        _opened(sheet.pieces[index], sheet.said[index], above, below)
        for index, above, below in zip(indexes, before, after, strict=True)
    ]


def _opened(piece: Line, said: Told, above: int, below: int) -> Open:
    return Open(piece, bool(said.hints), _bits(said.notes) if said.notes else 0, above, below)


def _bits(notes: Collection[str]) -> int:
    return sum(1 << bit for bit, kind in enumerate(KINDS) if kind in notes)
