"""What is done with arrays of numbers: pairs are counted, some are looked up among others."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from newsarchive.survey.table import Flags, Ints

_SLOTS_FOR_EACH = 16


@dataclass(frozen=True, slots=True)
class Pairs:
    """Each pair once, in order, and how often it was found."""

    firsts: Ints
    seconds: Ints
    times: Ints


def tally(found: Iterable[tuple[Ints, Ints]]) -> Pairs:
    """How often each pair was found: a number of one array with the number at its place in the other."""
    packed, times = np.empty(0, np.int64), np.empty(0, np.int64)
    for firsts, seconds in found:
        ordered = np.sort(firsts.astype(np.int64) << 32 | seconds)
        new = np.flatnonzero(is_new(ordered))
        often = np.diff(new, append=len(ordered))
        packed, place = np.unique(np.append(packed, ordered[new]), return_inverse=True)
        times = np.bincount(place, np.append(times, often), len(packed)).astype(np.int64)
    return Pairs(packed >> 32, packed & 0xFFFFFFFF, times)


def distinct(numbers: Ints) -> Ints:
    """Each number once, in order. Sorting whole numbers is faster than to look for each in a table."""
    ordered = np.sort(numbers)
    return ordered[is_new(ordered)]


def is_new(ordered: Ints) -> Flags:
    """Of each number whether it is another than the one before."""
    found = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=found[1:])
    return found


def is_last(ordered: Ints) -> Flags:
    """Of each number whether it is another than the next one."""
    found = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=found[:-1])
    return found


def places_in(known: Ints, keys: Ints) -> Ints:
    """Of each key its place among the known ones, which are sorted, or -1. Keys are many, and random numbers."""
    size = 1 << (_SLOTS_FOR_EACH * len(known)).bit_length()
    slots = np.full(size, -1, np.int32)
    slots[known & (size - 1)] = np.arange(len(known))
    numbers: Ints = slots[keys & (size - 1)]
    unsure = np.flatnonzero(numbers >= 0)
    unsure = unsure[known[numbers[unsure]] != keys[unsure]]
    place = np.searchsorted(known, keys[unsure])
    place[place == len(known)] = 0
    numbers[unsure] = np.where(known[place] == keys[unsure], place, -1)
    return numbers


def spread(starts: Ints, sizes: Ints) -> Ints:
    """The numbers from each start on, so many as its size: [5, 9], [2, 1] -> [5, 6, 9]."""
    return np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
