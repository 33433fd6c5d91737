"""What the trees went by: how much each feature speaks for what they say of a line, and what it says in words."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Ints
from newsarchive.label.learned.look import THIRD
from newsarchive.label.learned.trees import Trees

NAMES = (
    *THIRD,
    *(
        f"{name}{step}"
        for step in ("", "-2", "-1", "+1", "+2")
        for name in ("body", "name", "date", "credit", "note_kind")
    ),
)
"""The names of the features of all looks, in their order: each look knows those of the look before it, and more."""
MOST = 3
_PLACED = re.compile(r"(?P<name>\w+?)(?:(?P<step>[+-]\d)|_(?P<width>\d{1,2}))?")


class Reason(NamedTuple):
    """What a feature says, in words, and how much that speaks for what a line was taken for: thousandths of log odds,
    negative where it speaks against it.
    """

    words: str
    weight: int


def said_by(trees: Trees, row: npt.NDArray[np.int32], column: int = 0) -> Ints:
    """How much each feature of a line speaks for a class, in thousandths of log odds: 2 x features.

    The first row holds what it says by being small, the second by being large. A question speaks with half of the
    difference between the leaf that the line came to and the one it had come to by the other answer.
    """
    answers = row[trees.feature] > trees.border
    answered = answers[trees.splits].astype(np.intp)
    way = (answered << np.arange(answered.shape[1])).sum(1)
    leaves, tree = trees.leaves[:, :, column].astype(np.int64), np.arange(len(way))
    said = np.zeros((2, len(NAMES)), np.int64)
    for depth, split in enumerate(trees.splits.T):
        difference = leaves[tree, way] - leaves[tree, way ^ (1 << depth)]
        np.add.at(said, (answered[:, depth], trees.feature[split]), difference)
    return said // 2


def strongest(said: Ints) -> tuple[Reason, ...]:
    """The features that speak loudest of what `said_by` gives, for or against, the loudest first."""
    sums = said.sum(0)
    loudest = np.argsort(-np.abs(sums), kind="stable")[:MOST].tolist()
    is_large = np.abs(said[1]) >= np.abs(said[0])
    return tuple(Reason(in_words(NAMES[i], large=bool(is_large[i])), int(sums[i])) for i in loudest if sums[i])


def in_words(name: str, *, large: bool) -> str:
    """A feature in words: "size-1", small -> "right above: a short line"."""
    found = _PLACED.fullmatch(name)
    if not found or name in _table():
        return _table()[name][large]
    if found["width"]:
        place = "right around" if found["width"] == "1" else f"{found['width']} around"
        return f"{place}: {_table()[found['name'] + '_'][large]}"
    step = int(found["step"])
    side = "above" if step < 0 else "below"
    return f"{'right' if abs(step) == 1 else abs(step)} {side}: {_table()[found['name']][large]}"


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    """The words of each feature: where it is small, and where it is large."""
    rows = Path(__file__).with_name("feature_words.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if not row.startswith("#")]
    return {name: (words[-1], words[0]) for name, *words in cells}
