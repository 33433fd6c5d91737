"""Training: weights of words by logistic regression, oblivious trees by CatBoost, both turned into whole numbers."""

import json
import tempfile
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier
from scipy.sparse import csr_matrix, diags, vstack
from sklearn.linear_model import LogisticRegression

from newsarchive.label.learned.lexical import BITS, lexical_rows
from newsarchive.label.learned.lexical import UNIT as STEP
from newsarchive.label.learned.trees import Trees
from newsarchive.label.learned.weights import UNIT

_ROWS = {}


def lexical_weights(views, body, weight):
    """The weight of each place of the table of words, in hundredths of log odds."""
    rows = _lexical_matrix(views)
    chosen = weight > 0
    model = LogisticRegression(C=4, solver="liblinear", max_iter=60, tol=1e-3, random_state=0)
    model.fit(rows[chosen], body[chosen], sample_weight=weight[chosen])
    return np.clip(np.rint(100 * model.coef_[0] / STEP), -127, 127).astype(np.int8)


def _lexical_matrix(views):
    if "matrix" not in _ROWS:
        parts = []
        for view in views:
            places, lines = lexical_rows(view.batch)
            part = csr_matrix((np.ones(len(places), np.float32), (lines, places)), shape=(view.batch.size, 1 << BITS))
            count = np.bincount(lines, minlength=view.batch.size)
            parts.append(diags((1 / np.sqrt(np.maximum(count, 1))).astype(np.float32)) @ part)
        _ROWS["matrix"] = vstack(parts).tocsr()
    return _ROWS["matrix"]


def one_class(features, target, weight, size):
    """Trees over features x lines that say whether a line is of a class: sums in thousandths of log odds."""
    chosen = weight > 0
    return boosted(features[:, chosen], target[chosen].astype(int), weight[chosen], size)


def boosted(features, target, weight, size, classes=2):
    """Trees for two classes (one sum) or for several (a sum each). `size`: how many trees, and how fast they learn."""
    iterations, rate = size
    model = CatBoostClassifier(
        iterations=iterations, learning_rate=rate, depth=6, l2_leaf_reg=5, border_count=64, rsm=0.3, random_seed=0,
        thread_count=2, verbose=0, allow_writing_files=False, boosting_type="Plain",
        **({} if classes == 2 else {"loss_function": "MultiClass", "classes_count": classes}),
    )  # fmt: skip
    model.fit(features.T.astype(np.float32), target, sample_weight=weight)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        return trees_of(json.loads(path.read_text()), 1 if classes == 2 else classes)


def trees_of(model, classes):
    """CatBoost's own description of its trees as whole numbers."""
    questions, splits, leaves = {}, [], []
    scale, bias = model["scale_and_bias"]
    for tree in model["oblivious_trees"]:
        asked = [(split["float_feature_index"], int(np.floor(split["border"]))) for split in tree["splits"]]
        values = np.array(tree["leaf_values"]).reshape(-1, classes) * scale * UNIT
        while len(asked) < 6:  # a shallow tree asks its last question again, and its other ways are never gone
            values = np.concatenate((values, values))
            asked.append((0, np.iinfo(np.int32).max))
        splits.append([questions.setdefault(question, len(questions)) for question in asked])
        leaves.append(np.rint(values))
    return Trees(
        feature=np.array([feature for feature, _ in questions], np.int16),
        border=np.array([border for _, border in questions], np.int32),
        splits=np.array(splits, np.int16),
        leaves=np.array(leaves).astype(np.int16),
        bias=np.rint(np.array(bias) * UNIT).astype(np.int32).reshape(-1),
    )
