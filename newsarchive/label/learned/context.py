"""What stands around a line: its place, its neighbours, how much prose there is, where the body may be."""

import numpy as np

from newsarchive.label.learned.batch import Batch, Ints
from newsarchive.label.learned.own import Features

_NEAR = (
    "size",
    "is_sentence",
    "cue_small",
    "cue_menu",
    "capitalised",
    "years",
    "cue_month",
    "cue_by",
    "cue_role",
    "cue_credit",
)
_WINDOWS = (1, 3, 10, 25)
_PROSE, _SHORT, _GAP = 60, 25, -60
_APART = 1 << 40


def context_features(batch: Batch, own: Features) -> Features:
    """The features of each line that come from its text: whole numbers, shares in thousandths."""
    index = np.arange(batch.size)
    above, below = index - batch.first, batch.last - 1 - index
    lines = batch.last - batch.first
    prose = np.where((own["is_sentence"] == 1) & (own["size"] >= _PROSE), own["size"], 0)
    prose_above, prose_below, prose_all = _around(batch, prose)
    found: Features = {
        "above": above,
        "below": below,
        "place": 1000 * above // np.maximum(lines - 1, 1),
        "lines": lines,
        "prose_above": prose_above,
        "prose_below": prose_below,
        "prose_place": 1000 * prose_above // np.maximum(prose_all, 1),
        "prose_all": prose_all,
    }
    for name in _NEAR:
        for step in (-3, -2, -1, 1, 2, 3):
            found[f"{name}{step:+}"] = shifted(batch, own[name], step)
    for width in _WINDOWS:
        for name, values in (("prose", prose), ("size", own["size"]), ("menu", own["cue_menu"])):
            found[f"{name}_{width}"] = window(batch, values, width)
        found[f"sentences_{width}"] = window(batch, 1000 * own["is_sentence"], width)
    found |= blocks(batch, points(own), "block")
    found |= distances(batch, prose > 0, "prose")
    found |= distances(batch, own["line_copies"] > 1, "copy")
    return found | _overlaps(batch)


def points(own: Features) -> Ints:
    """How much a line speaks for a body around it: prose for it, what interrupts prose against it."""
    size, ends = own["size"], own["is_sentence"] == 1
    some = np.where(ends & (size >= _SHORT), size // 2, _GAP)
    some = np.where(size >= 160, np.maximum(some, np.minimum(size, 600) // 2), some)
    some = np.where(ends & (size >= _PROSE), np.minimum(size, 600), some)
    return np.where(own["line_copies"] > 1, np.minimum(some, 0), some)


def shifted(batch: Batch, values: Ints, step: int, outside: int = -1) -> Ints:
    """The value of the line `step` below (above: negative) in the same text."""
    upper, lower = slice(None, -abs(step)), slice(abs(step), None)
    here, there = (lower, upper) if step < 0 else (upper, lower)
    found = np.full(batch.size, outside, values.dtype)
    found[here] = np.where(batch.text[here] == batch.text[there], values[there], outside)
    return found


def window(batch: Batch, values: Ints, width: int) -> Ints:
    """The mean of the lines at most `width` away, of the same text."""
    index = np.arange(batch.size)
    low, high = np.maximum(index - width, batch.first), np.minimum(index + width + 1, batch.last)
    sums = np.concatenate(([0], np.cumsum(values)))
    means: Ints = (sums[high] - sums[low]) // (high - low)
    return means


def _around(batch: Batch, values: Ints) -> tuple[Ints, Ints, Ints]:
    """The sums above a line, below it, and of its whole text."""
    sums = np.concatenate(([0], np.cumsum(values)))
    index = np.arange(batch.size)
    all_ = sums[batch.last] - sums[batch.first]
    return sums[index] - sums[batch.first], sums[batch.last] - sums[index + 1], all_


def blocks(batch: Batch, values: Ints, name: str) -> Features:
    """The heaviest run of lines through each line (Bentley 1984, from both sides), and the heaviest of the text."""
    sums = np.concatenate(([0], np.cumsum(values)))
    index = np.arange(batch.size)
    shift = batch.text * _APART
    least = np.minimum.accumulate(sums[index] - shift) + shift
    most = (np.maximum.accumulate((sums[index + 1] - shift)[::-1]))[::-1] + shift
    through = most - least
    best = of_text(batch, through)
    inside = through == best
    where = np.where(inside, index, batch.size * 2)
    first = of_text(batch, -where) * -1
    last = of_text(batch, np.where(inside, index, -1))
    return {
        f"{name}_through": through,
        f"{name}_lost": np.minimum(best - through, 10000),
        f"{name}_best": best,
        f"{name}_inside": inside.astype(np.int64),
        f"{name}_from": index - first,
        f"{name}_to": last - index,
    }


def of_text(batch: Batch, values: Ints) -> Ints:
    """The largest value of each line's text."""
    starts = np.flatnonzero(np.concatenate(([True], batch.text[1:] != batch.text[:-1])))
    return np.maximum.reduceat(values, starts)[np.searchsorted(starts, batch.first)]


def distances(batch: Batch, chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]", name: str) -> Features:
    """How many lines above and below the nearest chosen line stands; 999 where there is none."""
    index = np.arange(batch.size)
    up = np.maximum.accumulate(np.where(chosen, index, -1))
    up = np.concatenate(([-1], up[:-1]))
    down = np.minimum.accumulate(np.where(chosen, index, 1 << 40)[::-1])[::-1]
    down = np.concatenate((down[1:], [1 << 40]))
    return {
        f"{name}_up": np.where(up >= batch.first, np.minimum(index - up, 999), 999),
        f"{name}_down": np.where(down < batch.last, np.minimum(down - index, 999), 999),
    }


def _overlaps(batch: Batch) -> Features:
    """How many words of a line, in thousandths, stand in the line above, and in the line below."""
    sets, count = batch.sets, np.maximum(np.diff(batch.word_from), 1)
    same = (np.diff(sets.word) == 0) & (np.diff(sets.line) == 1)
    above, below = np.zeros((2, len(sets.word)), bool)
    above[1:] = below[:-1] = same
    found = {}
    for name, step, here in (("same_above", -1, above), ("same_below", 1, below)):
        inside = shifted(batch, np.ones(batch.size, np.int64), step, 0)
        found[name] = 1000 * batch.count(here) * inside // count
    return found
