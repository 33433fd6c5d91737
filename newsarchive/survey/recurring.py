"""The lines that stand in five different articles."""

from dataclasses import dataclass

import numpy as np

from newsarchive.survey.numbers import distinct, places_in
from newsarchive.survey.seen import FORM, MOST
from newsarchive.survey.table import Ints, Table

RECURS = 5
"""A line is a habit when it stands at the edge of this many different articles."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """The lines and forms that recur: their keys, sorted; and of each word of the table its number, or -1."""

    keys: Ints
    numbers: Ints


def recurring(table: Table) -> Recurring:
    """The lines and forms of a table that stand in five different articles; none that is too long."""
    codes = table.codes
    keys = np.where((codes <= MOST) | (codes == FORM), table.keys, -1)
    often = _often(keys)
    numbers = places_in(often, keys)
    at = np.flatnonzero(numbers >= 0)
    count = len(table.starts)
    pairs = distinct(numbers[at].astype(np.int64) * count + table.articles[table.text_of[at]])
    recurs = np.bincount(pairs // max(count, 1), minlength=len(often)) >= RECURS
    new = np.append(np.where(recurs, np.cumsum(recurs) - 1, -1), -1).astype(np.int32)
    return Recurring(often[recurs], new[numbers])


def _often(keys: Ints) -> Ints:
    """The keys that are there five times."""
    ordered = np.sort(keys)
    fifth = ordered[RECURS - 1 :]
    found = distinct(fifth[fifth == ordered[: len(fifth)]])
    return found[found >= 0]
