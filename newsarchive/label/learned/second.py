"""What a line's neighbours were taken for: the second look at a text, over the first one's chances."""

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned.batch import Batch, Ints
from newsarchive.label.learned.context import blocks, distances, of_text, shifted, window
from newsarchive.label.learned.own import Features
from newsarchive.label.learned.sets import changes

_GAP = 3
_WINDOWS = (1, 3, 10, 30)
_LIKELY = 500


def second_features(batch: Batch, own: Features, chance: Ints) -> Features:
    """Features over the chance (0 to 1000) of each line to be of the body, as the first look has it."""
    found: Features = {"chance": chance}
    for step in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5):
        found[f"chance{step:+}"] = shifted(batch, chance, step)
    for width in _WINDOWS:
        found[f"chance_{width}"] = window(batch, chance, width)
    found |= blocks(batch, (chance - _LIKELY) * (20 + np.minimum(own["size"], 600)) // 1000, "likely")
    found |= distances(batch, chance >= _LIKELY, "likely")
    runs, main = _runs(batch, own["size"], chance)
    found |= runs
    found |= _words_in_common(batch, main, "main")
    mean = _mean(batch, own["size"], main)
    found["size_to_main"] = 100 * own["size"] // np.maximum(mean, 1)
    return found


def _runs(batch: Batch, size: Ints, chance: Ints) -> tuple[Features, npt.NDArray[np.bool_]]:
    """The runs of likely lines, with at most three others between: how heavy the nearest are beside the heaviest."""
    index = np.arange(batch.size)
    likely = np.flatnonzero(chance >= _LIKELY)
    run = np.zeros(batch.size, np.int64)
    if len(likely):
        new = np.concatenate(([True], (np.diff(likely) > _GAP + 1) | (np.diff(batch.text[likely]) != 0)))
        run[likely] = np.cumsum(new)
    weight = np.bincount(run, weights=np.where(run > 0, size, 0), minlength=run.max() + 1).astype(np.int64)
    own_weight = np.where(run > 0, weight[run], 0)
    heaviest = np.maximum(of_text(batch, own_weight), 1)
    main = (own_weight == heaviest) & (run > 0)
    total = np.bincount(
        batch.text, weights=np.where(run > 0, size, 0), minlength=int(batch.text[-1]) + 1 if batch.size else 1
    )
    first = -of_text(batch, np.where(main, -index, -(1 << 40)))
    last = of_text(batch, np.where(main, index, -1))
    above = np.maximum.accumulate(np.where(run > 0, index, -1))
    below = np.minimum.accumulate(np.where(run > 0, index, batch.size)[::-1])[::-1]
    above_share = np.where(above >= batch.first, 1000 * own_weight[above] // heaviest, -1)
    below_share = np.where(below < batch.last, 1000 * own_weight[np.minimum(below, batch.size - 1)] // heaviest, -1)
    return {
        "run_share": 1000 * own_weight // heaviest,
        "run_above": above_share,
        "run_below": below_share,
        "run_of_all": 1000 * own_weight // np.maximum(total[batch.text].astype(np.int64), 1),
        "in_main": main.astype(np.int64),
        "from_main": np.where(first < 1 << 39, np.clip(index - first, -999, 999), -1000),
        "to_main": np.where(last >= 0, np.clip(index - last, -999, 999), -1000),
        "main_weight": heaviest,
        "main_span": np.where(last >= 0, np.clip(last - first, 0, 9999), -1),
    }, main


def _mean(batch: Batch, values: Ints, chosen: npt.NDArray[np.bool_]) -> Ints:
    """The mean of the chosen lines of each line's text."""
    texts = int(batch.text[-1]) + 1 if batch.size else 1
    sums = np.bincount(batch.text[chosen], weights=values[chosen], minlength=texts).astype(np.int64)
    counts = np.bincount(batch.text[chosen], minlength=texts)
    return (sums // np.maximum(counts, 1))[batch.text]


def _words_in_common(batch: Batch, chosen: npt.NDArray[np.bool_], name: str) -> Features:
    """How many long words, and how many capitalised ones, of a line stand in the chosen other lines of its text."""
    sets = batch.sets
    often, capitals = np.where(sets.long, sets.often, 0), np.where(sets.long, sets.capitals, 0)
    mine = np.where(chosen[sets.line], often, 0)
    in_text = np.cumsum(changes(sets.word) | changes(batch.text[sets.line]))
    elsewhere = np.bincount(in_text, mine)[in_text] > mine
    all_, all_names = batch.per_line(often), batch.per_line(capitals)
    shared, names = batch.per_line(often * elsewhere), batch.per_line(capitals * elsewhere)
    return {
        f"{name}_words": 1000 * shared // np.maximum(all_, 1),
        f"{name}_word_count": shared,
        f"{name}_names": names,
        f"{name}_names_share": 1000 * names // np.maximum(all_names, 1),
    }


def headline_features(batch: Batch, headline: Ints) -> Features:
    """Where the likeliest headline stands, and what a line has in common with it. `headline`: its chance by line."""
    index = np.arange(batch.size)
    best = of_text(batch, headline)
    chosen = headline == best
    first = -of_text(batch, np.where(chosen, -index, -(1 << 40)))
    head = np.zeros(batch.size, bool)
    head[first] = True
    found = {
        "headline": headline,
        "headline_best": best,
        "from_headline": np.clip(index - first, -999, 999),
        "headline_above": -of_text(batch, np.where(chosen, batch.first - index, -9999)),
    }
    return found | _words_in_common(batch, head, "headline")
