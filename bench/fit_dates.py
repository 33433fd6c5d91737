"""Fits the points of newsarchive/extract/weighing.py to a corpus, and says how well they choose.

    pip install numpy && python bench/fit_dates.py ../shared/corpus [--weights "labels-{fold}.bin"]

A document is a choice among its dates, and none of them: a conditional logit over the clues of each date. The figures
are those of five parts by publisher, each weighed by points fitted to the other four, for several leads that a date
must have to be likely. `--weights` are those of the labeller, as bench/extraction/predict.py takes them. Prints the
points beside those that are in use; writes nothing.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent / "extraction"))

from corpus import read_pages, scored_documents
from folds import fold
from predict import labelled, source_of

from newsarchive.extract.body import prose
from newsarchive.extract.date_seen import Context
from newsarchive.extract.stated import Candidate, candidates
from newsarchive.extract.weighing import CLUES, SURE
from newsarchive.extract.whole import whole
from newsarchive.text.language import guess_language

FOLDS, STEPS, RATE, RIDGE = 5, 400, 0.1, 1.0
LEADS = (4, 6, 8, 10, 13, 16)


@dataclass(frozen=True)
class Choice:
    """The dates of one document, what speaks for each (the last row: none of them), and which are right.

    `gold`: its day is known from the corpus; else it was read, and `day` is "" where the text states none.
    """

    fold: int
    rendering: str
    gold: bool
    in_text: bool
    day: str
    found: tuple[Candidate, ...]
    clues: np.ndarray
    right: np.ndarray


def choices(corpus, weights):
    """A Choice of each document whose day is known, in both renderings."""
    read = read_pages(corpus)
    for rendering in ("region", "full"):
        for doc in scored_documents(corpus, rendering):
            page = read.get((doc["id"], rendering))
            known = doc["gold"].get("date") or (page and page["fields"]["published"])
            if known or page:
                part = fold(doc["domain"], FOLDS)
                source = source_of(doc, rendering)
                (spans,) = labelled([source], weights and str(weights).replace("{fold}", str(part)))
                yield choice(part, doc, rendering, (known or "")[:10], whole(spans))


def choice(part, doc, rendering, day, spans):
    """What may be said of one document."""
    text = doc[rendering]["text"]
    found = candidates(spans, Context(lambda: guess_language(prose(spans)) or guess_language(text)))
    clues = np.zeros((len(found) + 1, len(CLUES) + 1))
    clues[-1, -1] = 1
    for row, one in enumerate(found):
        clues[row, :-1] = [test(one) for _, _, test in CLUES]
    right = [day in (str(one.day), str(one.either)) for one in found]
    gold = doc["tier"] == "gold" and bool(doc["gold"].get("date"))
    in_text = bool(doc[rendering].get("date_in_text"))
    return Choice(part, rendering, gold, in_text, day, found, clues, np.array([*right, not any(right)], float))


def fit(documents):
    """Weights by Adam, of dates that weigh the same the right one's share; ten points are one unit of log odds."""
    clues = np.concatenate([one.clues for one in documents])
    right = np.concatenate([one.right for one in documents])
    sizes = [len(one.clues) for one in documents]
    starts, of = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes)
    weights, mean, square = (np.zeros(clues.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        share = clues @ weights
        share = np.exp(share - np.maximum.reduceat(share, starts)[of])
        share /= np.add.reduceat(share, starts)[of]
        aim = share * right
        aim /= np.maximum(np.add.reduceat(aim, starts), 1e-12)[of]
        slope = (clues.T @ (share - aim) + RIDGE * weights) / len(documents)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return np.round(10 * weights).astype(int)


def best(one, points):
    """The weightiest date of a document, and its lead over other days and over none."""
    weights = one.clues @ points
    days = {}
    for date, weight in zip(one.found, weights, strict=False):
        if date.day not in days or weight > days[date.day][0]:
            days[date.day] = (weight, date)
    first, *others = sorted(days.values(), key=lambda pair: -pair[0])
    return first[1], first[0] - max([weights[-1], *(weight for weight, _ in others[:1])])


def tally(chosen, likely, updates):
    """How many dates are stated, inferred and right; an update's day counts as a date where `updates` says so."""
    count = Counter()
    for one, date, lead in chosen:
        is_update = date is not None and date.mention.role == "updated"
        given = date is not None and lead >= likely and not date.either and (updates or not is_update)
        stated = given and lead >= SURE and date.order.sure and not is_update
        kind = "stated" if stated else "inferred" if given else "none"
        hit = given and str(date.day) == one.day
        if one.gold:
            count.update({kind: 1, f"{kind} right": hit, "in text": one.in_text, "in text right": one.in_text and hit})
        elif not one.day:
            count.update({"absent": 1, "absent given": given})
    return count


def report(chosen):
    """Prints the figures of both renderings."""
    print("rendering  lead  updates  right in text  stated right  inferred right  given where none is")
    for rendering in ("region", "full"):
        mine = [row for row in chosen if row[0].rendering == rendering]
        for updates in (True, False):
            for likely in LEADS:
                n = tally(mine, likely, updates)
                told = [f"{n[f'{kind} right'] / max(1, n[kind]):.3f}" for kind in ("in text", "stated", "inferred")]
                print(
                    f"{rendering:9} {likely:5}  {'a date' if updates else 'bounds':7}  {told[0]:13}  {told[1]:12}"
                    f"  {told[2]} of {n['inferred']:4}  {n['absent given']} of {n['absent']}"
                )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--weights")
    args = parser.parse_args()
    documents = list(choices(args.corpus, args.weights))
    dated = [one for one in documents if one.found]
    chosen = [(one, None, 0) for one in documents if not one.found]
    for part in range(FOLDS):
        points = fit([one for one in dated if one.fold != part])
        chosen += [(one, *best(one, points)) for one in dated if one.fold == part]
    for (name, now, _), points in zip((*CLUES, ("NONE", "", None)), fit(dated), strict=True):
        print(f"{points:4} (now {now:>3})  {name}")
    report(chosen)


if __name__ == "__main__":
    main()
