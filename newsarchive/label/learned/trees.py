"""Boosted trees of whole numbers: the same sums on every machine."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Ints

_ROWS = 16384
"""Rows that are asked at once: each call costs, and their answers to all questions take some memory."""


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
        classes = len(self.bias)
        leaves = self.leaves.astype(self.bias.dtype)
        if classes == 1:  # half as much for numpy to do
            leaves = leaves[:, :, 0]
        found = np.repeat(self.bias if classes == 1 else self.bias[None], features.shape[1], 0)
        for at in range(0, len(found), _ROWS):
            part = found[at : at + _ROWS]
            for leaf, way in zip(leaves, self._ways(features[:, at : at + _ROWS]), strict=True):
                part += leaf.take(way, axis=0)
        return found.reshape(-1, classes).astype(np.int64)

    def _ways(self, features: npt.NDArray[np.int32]) -> npt.NDArray[np.uint8]:
        """The leaf that each row comes to in each tree: trees x rows. The first question is the lowest bit."""
        order = np.argsort(self.feature, kind="stable")
        answers = _answers(features, self.feature[order], self.border[order, None])
        ways = np.zeros((len(self.splits), features.shape[1]), np.uint8)
        for questions in np.argsort(order)[self.splits].T[::-1]:
            ways += ways
            ways |= answers.take(questions, axis=0)
        return ways


def _answers(
    features: npt.NDArray[np.int32], feature: npt.NDArray[np.int16], border: npt.NDArray[np.int32]
) -> npt.NDArray[np.uint8]:
    """1 where the feature of a row is larger than the border: questions x rows, the questions sorted by feature."""
    answers = np.empty((len(feature), features.shape[1]), np.bool_)
    edges = [0, *(np.flatnonzero(np.diff(feature)) + 1).tolist(), len(feature)]
    for start, stop in pairwise(edges):
        np.greater(features[feature[start]], border[start:stop], out=answers[start:stop])
    return answers.view(np.uint8)
