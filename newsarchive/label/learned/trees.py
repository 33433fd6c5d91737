"""Boosted trees of whole numbers: the same sums on every machine."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Ints

_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Trees:
    """Oblivious trees (Kohavi 1994, Prokhorenkova et al. 2018): each asks the same questions on its whole way down.

    feature, border  the questions: is the feature larger than the border?
    splits           of each tree its questions, trees x depth
    leaves           of each tree and each way down what it adds to each class: trees x 2^depth x classes
    bias             what each class begins with
    """

    feature: npt.NDArray[np.int16]
    border: npt.NDArray[np.int32]
    splits: npt.NDArray[np.int16]
    leaves: npt.NDArray[np.int16]
    bias: npt.NDArray[np.int32]

    def sums(self, features: npt.NDArray[np.int32]) -> Ints:
        """What all trees say of each row, from features x rows: rows x classes."""
        starts = range(0, features.shape[1], _ROWS)
        return np.concatenate(
            [self._sums(features[:, at : at + _ROWS]) for at in starts] or [np.zeros((0, len(self.bias)), np.int64)]
        )

    def _sums(self, features: npt.NDArray[np.int32]) -> Ints:
        answers = (features[self.feature] > self.border[:, None]).view(np.uint8)
        ways = answers[self.splits[:, 0]]
        for depth in range(1, self.splits.shape[1]):
            ways |= answers[self.splits[:, depth]] << np.uint8(depth)
        found = np.repeat(self.bias[None].astype(np.int64), features.shape[1], 0)
        for leaves, way in zip(self.leaves, ways, strict=True):
            found += leaves.take(way, axis=0)
        return found
