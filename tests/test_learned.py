"""The learned look: what it sees of a text is its own, in whole numbers, and the weights are what they should be."""

import zipfile
from collections import Counter
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label import label, label_all
from newsarchive.label.learned import cues, look
from newsarchive.label.learned.batch import hash_words, lay_out
from newsarchive.label.learned.look import THIRD, Open, View
from newsarchive.label.learned.reasons import NAMES
from newsarchive.label.learned.sets import Sets
from newsarchive.label.learned.trees import Trees
from newsarchive.label.learned.weights import OURS, load, save
from newsarchive.label.line import read_line
from newsarchive.model import LABELS, Source

LOOKS = ("body", "headline", "again", "kinds")
SAID = (
    "Ferry to Marrish stops for the winter",
    "By Ada Quill",
    "14 March 2023",
    "Share",
    "Share",
    "The old ferry at the quay of Marrish. Photo: Tom Harker",
    "The ferry to Marrish will not sail again before the summer, the harbour board said on Tuesday evening.",
    "Ada Quill is the Courier's correspondent in Marrish.",
    "Sign up for our newsletter",
    "渡し船は冬の間運航を休止する。",
)
LINES = st.one_of(st.sampled_from(SAID), st.text(min_size=1, max_size=40).filter(lambda line: line.split() == [line]))
TEXTS = st.lists(st.lists(LINES, max_size=10), min_size=1, max_size=4)
HOSTILE = {
    "hardly a character": ["\u200b", ".", "\ufeff", "\u00ad", "\u0301"],
    "no words": ["!!!", "…", "— — —", "()", "|||", "***"],
    "only symbols": ["🙂🙃" * 40, "∑∏∫", "\U0010fffd", "\ue000"],
    "control characters": ["\x00", "a\x0bb\x0cc\x1fd", "\u2028x\u2029", "\x85x"],
    "half characters": ["\ud800", "a\udfffb", "\udc80" * 30],
    "a line of 5 MB": ["word " * 1_000_000, "x" * 5_000_000],
    "the same line again and again": ["Share", "More"] * 200 + ["The ferry sank."],
    "prose without end": ["The ferry to Marrish will not sail again before the summer. " * 40] * 3000,
}


def opened(lines):
    return [Open(read_line(number, line)) for number, line in enumerate(lines, 1)]


def as_lists(seen):
    return seen.body.tolist(), seen.headline.tolist(), seen.kinds.tolist()


@given(TEXTS)
def test_what_is_seen_of_a_text_does_not_depend_on_the_texts_beside_it(texts):
    texts = [opened(text) for text in texts]

    together = [as_lists(seen) for seen in look.look(texts, load())]
    backwards = [as_lists(seen) for seen in look.look(texts[::-1], load())]

    assert together == [as_lists(look.look([text], load())[0]) for text in texts]
    assert together == backwards[::-1]


@given(TEXTS)
def test_texts_that_are_labelled_together_get_the_labels_they_get_alone(texts):
    sources = [Source(f"{at}.txt", "\n".join(text), "utf-8", "") for at, text in enumerate(texts)]

    assert label_all(sources) == [label(source) for source in sources]


@given(st.lists(LINES, min_size=1, max_size=12))
def test_what_is_seen_is_a_chance(lines):
    (seen,) = look.look([opened(lines)], load())

    for chances in (seen.body, seen.headline, seen.kinds):
        assert chances.min() >= 0
        assert chances.max() <= 1000
    assert seen.kinds.shape == (len(lines), len(load().names))
    assert seen.kinds.sum(1).max() <= 1000


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE)
def test_features_are_whole_numbers_of_32_bits_whatever_the_lines(lines, monkeypatch):
    made, plain = [], look._matrix  # noqa: SLF001 - the features before they are made small

    def watched(features):
        made.append(features)
        return plain(features)

    monkeypatch.setattr(look, "_matrix", watched)
    (seen,) = look.look([opened(lines)], load())

    values = [values for features in made for values in features.values()]
    assert len(values) == len(NAMES)
    assert len(seen.body) == len(lines)
    for each in values:
        assert each.dtype.kind in "iub"
        assert each.shape == (len(lines),)
        assert each.min() >= -(2**31)
        assert each.max() < 2**31


def test_a_text_without_open_lines_stands_beside_others():
    none, some = look.look([[], opened(["The ferry sank."])], load())

    assert (len(none.body), len(none.kinds), len(some.body)) == (0, 0, 1)


def walked(trees, row):
    """The sums of some trees in plain Python."""
    sums = trees.bias.tolist()
    for splits, leaves in zip(trees.splits.tolist(), trees.leaves.tolist(), strict=True):
        way = sum((row[trees.feature[split]] > trees.border[split]) << depth for depth, split in enumerate(splits))
        sums = [one + more for one, more in zip(sums, leaves[way], strict=True)]
    return sums


@pytest.mark.parametrize("name", LOOKS)
def test_trees_say_the_sum_of_the_leaves_that_a_row_comes_to(name):
    trees = getattr(load(), name)
    values = [-1000, -1, 0, 1, 3, 60, 400, 1000, 5000]
    features = np.random.default_rng(1).choice(values, (len(NAMES), 30)).astype(np.int32)

    assert trees.sums(features).tolist() == [walked(trees, row.tolist()) for row in features.T]


def test_rows_beyond_the_first_few_thousand_are_walked_too():
    features = np.arange(20_000, dtype=np.int32)[None]
    trees = Trees(
        feature=np.array([0, 0], np.int16),
        border=np.array([18_000, 10], np.int32),
        splits=np.array([[0, 1]], np.int16),
        leaves=np.array([[[1], [2], [30], [400]]], np.int16),
        bias=np.array([5], np.int32),
    )

    sums = trees.sums(features)[:, 0].tolist()

    assert (sums[10], sums[11], sums[18_000], sums[18_001]) == (6, 35, 35, 405)
    assert len(sums) == 20_000


def test_a_larger_sum_is_never_a_smaller_chance():
    weights = load()
    sums = np.arange(-12_000, 12_000, 7)

    chances = weights.chance(sums[:, None])

    assert (np.diff(chances) >= 0).all()
    assert (chances[0], chances[-1]) == (0, 1000)
    assert weights.chance(np.array([[0]]))[0] == 500
    assert (np.diff(weights.powers) <= 0).all()


def test_the_shares_of_kinds_follow_their_sums():
    (shares,) = load().shares(np.array([[0, 1000, -3000, 1000]]))

    assert shares[1] == shares[3] > shares[0] > shares[2]
    assert 990 <= shares.sum() <= 1000


def test_weights_come_back_as_they_were_written_and_in_the_same_bytes_each_time(tmp_path):
    once, again = tmp_path / "once.npz", tmp_path / "again.npz"
    save(once, load())
    save(again, load(once))

    assert once.read_bytes() == again.read_bytes()
    with np.load(once) as new, np.load(OURS) as old:
        assert {name: new[name].tolist() for name in new.files} == {name: old[name].tolist() for name in old.files}
    with zipfile.ZipFile(once) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}


def test_the_weights_are_small_and_of_whole_numbers():
    weights = load()
    arrays = [weights.lexical, weights.chances, weights.powers]
    arrays += [getattr(getattr(weights, name), field.name) for name in LOOKS for field in fields(Trees)]

    assert OURS.stat().st_size <= 2_000_000
    assert {array.dtype.kind for array in arrays} == {"i"}


def test_every_feature_that_the_weights_ask_for_exists():
    weights, view = load(), View.of([opened(SAID)])
    first = len(view.first(weights.lexical))
    second = first + len(view.second(np.zeros(view.batch.size, np.int64)))

    assert NAMES[: len(THIRD)] == THIRD
    for name, count in zip(LOOKS, (first, second, len(THIRD), len(NAMES)), strict=True):
        trees = getattr(weights, name)
        assert 0 <= trees.feature.min() <= trees.feature.max() < count
        assert 0 <= trees.splits.min() <= trees.splits.max() < len(trees.feature) == len(trees.border)
        assert trees.leaves.shape[:2] == (len(trees.splits), 1 << trees.splits.shape[1])


def test_the_weights_know_kinds_by_the_names_of_labels():
    weights = load()

    assert len(weights.names) == len(set(weights.names)) == weights.kinds.leaves.shape[2]
    assert set(weights.names) <= set(LABELS)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_sets_of_a_batch_hold_each_word_of_each_line_once(texts, chance):
    batch = lay_out(texts)
    some = batch.only(np.array([chance.random() < 0.7 for _ in range(batch.size)], bool))

    for each in (batch, some):
        words = Counter(zip(each.words.tolist(), each.word_line.tolist(), strict=True))
        sets = each.sets
        keys = list(zip(sets.vocabulary[sets.word].tolist(), sets.line.tolist(), strict=True))
        assert dict(zip(keys, sets.often.tolist(), strict=True)) == words
        assert keys == sorted(words)


def test_words_are_told_apart_whose_hashes_differ_in_the_lowest_bits_alone():
    hashes = np.array([7, 6, 7, 5, 6, 5, 7], np.uint64)
    lines, flags = np.array([0, 0, 0, 1, 1, 2, 2]), np.ones(7, bool)

    sets = Sets.of(hashes, lines, flags, flags)

    assert sets.vocabulary.tolist() == [5, 6, 7]
    assert list(zip(sets.word.tolist(), sets.line.tolist(), sets.often.tolist(), strict=True)) == [
        *((0, 1, 1), (0, 2, 1), (1, 0, 1)),
        *((1, 1, 1), (2, 0, 2), (2, 2, 1)),
    ]


def test_a_set_knows_its_capitals_and_its_long_words():
    sets = lay_out([["The ferry and the Ferry", "渡"]]).sets
    known = dict(zip(sets.vocabulary[sets.word].tolist(), zip(sets.capitals, sets.long, strict=True), strict=True))

    assert [known[word] for word in hash_words(["the", "ferry", "and", "渡"]).tolist()] == [
        (1, False),
        (1, True),
        (0, False),
        (0, True),
    ]


def test_each_cue_is_one_word_in_a_batch_and_is_found_there():
    rows = Path(cues.__file__).with_name("cues.tsv").read_text("utf-8").splitlines()
    table = {row.split("\t")[0]: row.split("\t")[1].split() for row in rows if not row.startswith("#")}
    words = sorted({word for line in table.values() for word in line})
    batch = lay_out([words])
    counts = cues.cue_counts(batch)

    assert [word for word, count in zip(words, np.diff(batch.word_from), strict=True) if count != 1] == []
    assert batch.words.tolist() == hash_words(words).tolist()
    for kind, chosen in table.items():
        assert {word for word, count in zip(words, counts[kind], strict=True) if count} == set(chosen)
