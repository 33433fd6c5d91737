"""An index that is brought up to date is, byte for byte, the one that is made anew."""

import gc
import random

import numpy as np
import pytest

from newsarchive.index import Counts, Pieces, gather, join_partitions, make_norms, reduce_partition
from newsarchive.index.merge import merge, merge_by_runs
from newsarchive.index.standing import Standing
from newsarchive.index.update import read_root, update

COMMON = ("the", "of", "a")
MEAN = 8.0
WORDS = [
    *COMMON * 6,
    *["harbour", "harbor", "harbours", "ship", "ships", "shipyard", "sea", "storm", "mayor", "water"] * 2,
]
WORDS += [f"w{number:x}" for number in range(120)] + ["émeute", "東京都", "a" * 60, "wasserschutzgebietsverordnungsamt"]


@pytest.fixture(autouse=True)
def _small_files(monkeypatch):
    """Leaves and blocks as small as those of a great archive are beside it."""
    for module in ("entries", "change"):
        monkeypatch.setattr(f"newsarchive.index.{module}.MOST_INLINE", 5)
    monkeypatch.setattr("newsarchive.index.entries.MOST_IN_BLOCK", 10)
    for module in ("trie", "reduce"):
        monkeypatch.setattr(f"newsarchive.index.{module}.MOST_WEIGHT", 90)
    monkeypatch.setattr("newsarchive.index.reduce._TOGETHER", 60)


def some_pieces(rng, number):
    def text(most):
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(0, most)))

    body = [text(30) for _ in range(rng.randint(0, 3))]
    if rng.random() < 0.05:
        body.append("storm " * 40)
    return Pieces(number, (text(5), *body))


def counts_of(archive):
    return Counts(len(archive), max(archive, default=0), COMMON)


def gathered(archive, partitions):
    return [(sorted(archive), gather([archive[number] for number in sorted(archive)], COMMON, partitions))]


def norms_of(found):
    ((numbers, one),) = found
    return make_norms(dict(zip(numbers, one.lengths, strict=True)), MEAN)


def clean(archive, partitions=3):
    return made_anew(archive, partitions)[0]


def made_anew(archive, partitions=3):
    """The files of an index, and how many articles the blocks of its terms hold."""
    found = gathered(archive, partitions)
    pages, buckets, held = [], [], {}
    for part in range(partitions):
        segments = [(numbers, one.segments[part]) for numbers, one in found]
        reduced = reduce_partition(segments, norms_of(found), counts_of(archive))
        pages += reduced.pages
        buckets += reduced.buckets
        held |= reduced.held
    pages += join_partitions(buckets, counts_of(archive))
    files = {page.path: page.content for page in pages}
    assert len(files) == len(pages)
    return files, held


def postings(archive):
    found = gathered(archive, 1)
    return merge([(numbers, one.segments[0]) for numbers, one in found], norms_of(found))


@pytest.mark.parametrize("most", [1, 7, 200, 10**6])
def test_terms_put_in_order_some_at_a_time_are_as_all_at_once(most):
    rng = random.Random(most)
    archive = {number: some_pieces(rng, number) for number in range(1, 40)}
    found = gathered(archive, 1)
    segments = [(numbers, one.segments[0]) for numbers, one in found]
    expected, runs = postings(archive), list(merge_by_runs(segments, norms_of(found), most))
    assert [term for run in runs for term in run.terms] == list(expected.terms)
    assert all(len(run.terms) == 1 or len(run.positions) <= most for run in runs)
    for field in ("numbers", "impacts", "positions", "near"):
        together = np.concatenate([getattr(run, field) for run in runs])
        assert np.array_equal(together, getattr(expected, field)), field
    for field in ("starts", "occurs"):
        together = np.concatenate([np.diff(getattr(run, field)) for run in runs])
        assert np.array_equal(together, np.diff(getattr(expected, field))), field


def test_what_an_index_is_made_of_goes_as_soon_as_it_is_made():
    rng = random.Random(1)
    archive = {number: some_pieces(rng, number) for number in range(1, 40)}
    clean(archive)
    gc.collect()
    gc.disable()  # a build lets Python look for garbage seldom
    try:
        clean(archive)
        assert gc.collect() == 0
    finally:
        gc.enable()


def updated(index, went, came, archive, read=None):
    files, held = index
    standing = Standing(read or files.get, "", frozenset(word.encode() for word in COMMON), held)
    done = update(standing, read_root(files.get).leaves, postings(went), postings(came), counts_of(archive))
    left = {path: content for path, content in files.items() if path not in done.gone}
    now = {term: counts for term, counts in (held | done.held).items() if counts}
    return left | {page.path: page.content for page in done.pages}, now


@pytest.mark.parametrize("seed", range(12))
def test_an_index_brought_up_to_date_equals_one_made_anew(seed):
    rng = random.Random(seed)
    highest = rng.choice([1, 30, 200, 1000])
    archive = {number: some_pieces(rng, number) for number in rng.sample(range(1, highest + 1), min(highest, 40))}
    index = made_anew(archive)
    for _ in range(8):
        leaving = rng.sample(sorted(archive), rng.randint(0, min(len(archive), rng.choice([1, 2, 30]))))
        went = {number: archive.pop(number) for number in leaving}
        highest += rng.choice([0, 1, 50])
        arriving = range(highest + 1, highest + 1 + rng.choice([0, 1, 2, 20]))
        came = {number: some_pieces(rng, number) for number in arriving}
        for number in rng.sample(leaving, len(leaving) // 2):  # read anew under its own number
            came[number] = some_pieces(rng, number)
        highest = max(highest, *came, 0)
        archive |= came
        index = updated(index, went, came, archive)
        made = made_anew(archive, partitions=rng.choice([1, 2, 7]))
        assert sorted(index[0]) == sorted(made[0])
        assert index == made


def test_an_edit_leaves_most_files_alone():
    rng = random.Random(1)
    archive = {number: some_pieces(rng, number) for number in range(1, 250)}
    files, held = made_anew(archive)
    went = {9: archive.pop(9)}
    archive[250] = Pieces(250, (*went[9].texts, "quay"))
    now, _ = updated((files, held), went, {250: archive[250]}, archive)
    assert sum(files.get(path) != content for path, content in now.items()) < len(files) / 3


def test_an_edit_reads_those_blocks_alone_that_it_changes():
    archive = {number: Pieces(number, ("", f"harbour storm w{number:x}")) for number in range(1, 250)}
    files, held = made_anew(archive)
    assert len(held[b"harbour"]) > 16
    went = {9: archive.pop(9)}
    archive[250] = Pieces(250, (*went[9].texts, "quay"))
    read = []
    updated((files, held), went, {250: archive[250]}, archive, lambda path: read.append(path) or files.get(path))
    blocks = {path for path in read if path.startswith("search/b/") and b"harbour".hex() in path}
    assert 1 <= len(blocks) <= 3


def test_blocks_of_which_it_is_not_known_what_they_hold_are_said():
    archive = {number: Pieces(number, ("", "harbour storm")) for number in range(1, 100)}
    files, held = made_anew(archive)
    went = {9: archive.pop(9)}
    with pytest.raises(ValueError, match="how many articles the blocks of b'harbour' hold"):
        updated((files, {**held, b"harbour": held[b"harbour"][1:]}), went, {}, archive)
