"""Fit the weights of the labeller to a corpus folder, and write them: the same bytes each time.

    python bench/train/fit.py ../shared/corpus                          # newsarchive/label/learned/weights.npz
    python bench/train/fit.py ../shared/corpus --folds WEIGHTS-{fold}   # one file a fold, for cross-validation

Every look after the first is trained on what the look before it says of publishers that it was not trained on (five
parts by publisher, `bench/extraction/folds.py`). Needs catboost and scikit-learn, which nothing else does:
pip install -r bench/train/requirements.txt
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "extraction"))

from corpus_examples import KINDS, examples
from folds import fold
from models import boosted, lexical_weights, one_class

from newsarchive.label.learned.lexical import lexical_score
from newsarchive.label.learned.look import View
from newsarchive.label.learned.weights import OURS, UNIT, Weights, chance, save

PARTS = 5
RARE = np.array(
    [{"bio": 2.5, "deck": 1.5, "caption": 1.3, "subhead": 1.3, "list_item": 1.3}.get(kind, 1) for kind in KINDS]
)
"""Kinds that are rare, or told from others with pains, count for more in training."""
BATCH = 32


class Looks:
    """The examples laid out, and the features of each look as one matrix for all of them."""

    def __init__(self, found):
        self.views = [View.of([one.lines for one in found[at : at + BATCH]]) for at in range(0, len(found), BATCH)]
        sizes = [view.batch.size for view in self.views]
        self.bounds = list(zip(np.cumsum([0, *sizes[:-1]]), np.cumsum(sizes), strict=True))

    def of(self, look):
        """What `look(view, slice of all lines)` gives for each batch, one beside the other: features x lines."""
        found = [look(view, slice(*bounds)) for view, bounds in zip(self.views, self.bounds, strict=True)]
        return np.concatenate(found, axis=-1)


class Known:
    """What is known of every line, by name, and the part that its publisher is in."""

    def __init__(self, found):
        sizes = [len(one.lines) for one in found]
        self.parts = np.repeat([fold(one.doc["domain"], PARTS) for one in found], sizes)
        names = ("body", "body_weight", "headline", "headline_weight", "kind", "kind_weight")
        self.body, self.body_weight, self.headline, self.headline_weight, self.kind, self.kind_weight = (
            np.concatenate([getattr(one, name) for one in found]) for name in names
        )
        self.is_gold = np.repeat([one.is_gold for one in found], sizes)

    def without(self, part):
        """The lines that are not of a part; all of them where it is None."""
        return np.ones(len(self.parts), bool) if part is None else self.parts != part


def fit(found, report):
    """The weights without each part (by its number), and of all (None)."""
    looks, known = Looks(found), Known(found)
    models = {part: {} for part in (*range(PARTS), None)}

    def cross(name, train, say):
        """Train a look for every part and for all; what each says of the part that it did not see."""
        said = None
        for part, learned in models.items():
            learned[name] = train(known.without(part))
            if part is not None:
                new = say(learned[name])
                said = np.where(known.parts == part, new, new if said is None else said)
            report(f"{name}, part {part}")
        return said

    def cross_chance(name, features, target, weight, size):
        return cross(
            name,
            lambda chosen: one_class(features, target, weight * chosen, size),
            lambda trees: chance(trees.sums(features), CHANCES),
        )

    score = cross(
        "lexical",
        lambda chosen: lexical_weights(looks.views, known.body, known.body_weight * chosen),
        lambda model: looks.of(lambda view, _: lexical_score(view.batch, model)),
    )
    weight = thinned(known)
    first = looks.of(lambda view, at: np.vstack((view.shape(), view.words(score[at]))))
    body = cross_chance("body", first, known.body, weight, (300, 0.1))
    second = np.vstack((first, looks.of(lambda view, at: view.second(body[at]))))
    headline = cross_chance("headline", second, known.headline, headline_weights(known), (250, 0.12))
    third = np.vstack((second, looks.of(lambda view, at: view.third(headline[at]))))
    body = (body + cross_chance("again", third, known.body, weight, (250, 0.1))) // 2
    fourth = [
        view.fourth(third[:, start:stop], body[start:stop])
        for view, (start, stop) in zip(looks.views, looks.bounds, strict=True)
    ]
    near = np.concatenate([near for near, _ in fourth])
    features = np.vstack((third, np.concatenate([shapes for _, shapes in fourth], axis=1)))
    for part, learned in models.items():
        chosen = near & (known.kind_weight > 0) & known.without(part)
        rare = known.kind_weight[chosen] * RARE[known.kind[chosen]]
        learned["kinds"] = boosted(features[:, chosen], known.kind[chosen], rare, (300, 0.15), len(KINDS))
        report(f"kinds, part {part}")
    return {part: Weights(chances=CHANCES, powers=POWERS, names=KINDS, **learned) for part, learned in models.items()}


def thinned(known):
    """Of weakly known lines outside the body four in ten, each for two and a half: they are many, and alike."""
    weak = ~known.is_gold & (known.body == 0)
    kept = np.random.RandomState(0).rand(len(weak)) >= 0.6
    return np.where(weak, np.where(kept, 2.5 * known.body_weight, 0), known.body_weight)


def headline_weights(known):
    """Half of the lines that are no headline, and every headline for two."""
    kept = np.random.RandomState(1).rand(len(known.headline)) < 0.5
    return known.headline_weight * np.where(known.headline > 0, 2.0, kept)


CHANCES = np.array([round(UNIT * np.log((n - 0.5) / (1000.5 - n))) for n in range(1, 1001)], np.int32)
POWERS = np.array([round(1e6 * np.exp(-n / 100)) for n in range(1500)], np.int32)
"""The tables that turn sums into chances (weights.py)."""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=OURS)
    parser.add_argument("--folds", help="also write the weights without each part here; {fold} stands for its number")
    args = parser.parse_args()
    found = [one for one in examples(args.corpus) if one.lines]
    print(f"{len(found)} texts, {sum(len(one.lines) for one in found)} open lines", flush=True)
    for part, weights in fit(found, lambda what: print(what, flush=True)).items():
        path = args.output if part is None else Path(args.folds.format(fold=part)) if args.folds else None
        if path:
            save(path, weights)
            print(f"wrote {path}, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
