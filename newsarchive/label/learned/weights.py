"""The weights that were learned: weights.npz, made by bench/train."""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Ints
from newsarchive.label.learned.trees import Trees

OURS = Path(__file__).with_name("weights.npz")
UNIT = 1000
"""What trees add up is in thousandths of log odds."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each look at a text uses.

    lexical       of words, for the body (lexical.py)
    body          the first look: is the line of the body?
    headline      is it the headline?
    again         the second look: is it of the body?
    kinds         which of `names` it is
    chances       from which sum on a chance is 1, 2, … 1000 thousandths
    powers        e to the minus n / 100, in millionths: tables, so that a chance is the same on every machine
    """

    lexical: npt.NDArray[np.int8]
    body: Trees
    headline: Trees
    again: Trees
    kinds: Trees
    chances: npt.NDArray[np.int32]
    powers: npt.NDArray[np.int32]
    names: tuple[str, ...]

    def chance(self, sums: Ints) -> Ints:
        """The chance, from 0 to 1000, that belongs to each sum of log odds."""
        return chance(sums, self.chances)

    def shares(self, sums: Ints) -> Ints:
        """The chances of several classes, from 0 to 1000, that belong to their sums: rows x classes."""
        below = np.minimum((sums.max(1, keepdims=True) - sums) // (UNIT // 100), len(self.powers) - 1)
        powers = self.powers[below].astype(np.int64)
        shares: Ints = 1000 * powers // powers.sum(1, keepdims=True)
        return shares


def chance(sums: Ints, table: npt.NDArray[np.int32]) -> Ints:
    """The chance, from 0 to 1000, that belongs to each sum of one class, by the table of `Weights.chances`."""
    return np.searchsorted(table, sums[:, 0], "right").astype(np.int64)


@lru_cache(maxsize=8)
def load(path: Path = OURS) -> Weights:
    """The weights of a file. OSError or ValueError where it is none."""
    with np.load(path) as file:
        trees = {name: _trees(file, name) for name in ("body", "headline", "again", "kinds")}
        names = tuple(bytes(file["names"]).decode("ascii").split())
        return Weights(lexical=file["lexical"], chances=file["chances"], powers=file["powers"], names=names, **trees)


def save(path: Path, weights: Weights) -> None:
    """Write weights: the same bytes for the same weights."""
    arrays: dict[str, npt.NDArray[Any]] = {
        "lexical": weights.lexical,
        "chances": weights.chances,
        "powers": weights.powers,
        "names": np.frombuffer(" ".join(weights.names).encode("ascii"), np.uint8),
    }
    for name in ("body", "headline", "again", "kinds"):
        trees = getattr(weights, name)
        arrays |= {f"{name}.{field.name}": getattr(trees, field.name) for field in fields(Trees)}
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]  # numpy's own types forget the names


def _trees(file: "np.lib.npyio.NpzFile", name: str) -> Trees:
    return Trees(**{field.name: file[f"{name}.{field.name}"] for field in fields(Trees)})
