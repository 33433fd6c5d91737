"""Work that another process does while a build goes on, and what a store keeps in pieces or loads ahead."""

import os
import signal
import sqlite3
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import InputError
from newsarchive.pipeline import crew
from newsarchive.store import open_store, program_version
from newsarchive.store.sheaf import TABLE, Sheaf, by_number, by_text
from tests.changing import Changing, files


@pytest.fixture
def many(monkeypatch):
    """Every archive is large enough for what large ones do beside."""
    monkeypatch.setattr("newsarchive.publish.standing._SHARE", 5000)
    monkeypatch.setattr(crew, "_WORTH_SHARING", 2)
    monkeypatch.setattr("newsarchive.pipeline.reading._MANY", 0)
    monkeypatch.setattr("newsarchive.pipeline.indexing._MANY", 0)
    monkeypatch.setattr("newsarchive.pipeline.indexing._WORTH_ANEW", 0)


@pytest.mark.slow
@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("seed", range(4))
def test_what_is_done_beside_makes_the_same_site(tmp_path, seed):
    archive = Changing(tmp_path / "archive", seed)
    archive.build(workers=2)
    for _ in range(3):
        archive.happen()
        archive.build(workers=2)
    expected, _ = archive.clean(tmp_path / "clean")
    assert files(archive.root) == expected, archive.log


@pytest.mark.slow
@pytest.mark.usefixtures("many")
def test_a_page_that_is_lost_is_missed_by_another_process(tmp_path):
    archive = Changing(tmp_path / "archive", seed=2)
    archive.build(workers=2)
    page = tmp_path / "archive" / "output" / "about" / "method.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:100])
    archive.build(workers=2)
    assert page.read_bytes() == whole


def test_work_that_is_short_or_of_one_process_is_done_when_it_is_waited_for():
    done = []
    for workers, is_long in ((1, True), (2, False)):
        wait = crew.Crew(workers).beside(done.append, workers, "a list", is_long=is_long)
        assert workers not in done
        wait()
    assert done == [1, 2]


def _named(number):
    return os.getpid(), number


def _slow(number):
    time.sleep(0.05)
    return os.getpid(), number


def test_parts_are_done_by_another_process_and_what_was_not_begun_here(monkeypatch):
    monkeypatch.setattr(crew, "_WORTH_SHARING", 2)
    with crew.at_work(2, lambda items, *_: iter(items)) as hands:
        wait = hands.crew.shared(_slow, range(40), "forty numbers")
        time.sleep(1)
        done = wait()
    assert [number for _, number in done] == list(range(40))
    here = [number for process, number in done if process == os.getpid()]
    assert here
    assert here == list(range(here[0], 40))
    assert here[0] > 0


@pytest.mark.parametrize(("workers", "parts"), [(1, 40), (2, 3)])
def test_few_parts_and_those_of_one_process_are_done_here(workers, parts):
    wait = crew.Crew(workers).shared(_named, range(parts), "numbers")
    assert wait() == [(os.getpid(), number) for number in range(parts)]


def test_an_error_in_a_part_comes_to_who_waits_for_all(monkeypatch):
    monkeypatch.setattr(crew, "_WORTH_SHARING", 2)
    with crew.at_work(2, lambda items, *_: iter(items)) as hands:
        wait = hands.crew.shared(int, ["1", "no number", *"23456789"], "numbers")
        with pytest.raises(ValueError, match="no number"):
            wait()


def test_an_error_in_work_beside_comes_to_who_waits_for_it():
    with crew.at_work(2, lambda items, *_: iter(items)) as hands:
        wait = hands.crew.beside(int, "no number", "a number", is_long=True)
        with pytest.raises(ValueError, match="no number"):
            wait()


def test_work_beside_whose_process_is_killed_is_named():
    with (
        pytest.raises(InputError, match="A worker was killed while it worked on the harbour"),
        crew.at_work(2, lambda items, *_: iter(items)) as hands,
    ):
        hands.crew.beside(signal.raise_signal, signal.SIGKILL, "the harbour", is_long=True)()


@pytest.mark.parametrize(("keys", "piece_of"), [(st.text(max_size=3), by_text), (st.integers(0, 5000), by_number)])
def test_a_sheaf_holds_what_a_mapping_would(keys, piece_of):
    changes = st.lists(st.tuples(st.dictionaries(keys, st.binary(max_size=4), max_size=6), st.sets(keys, max_size=4)))

    @given(changes)
    def holds(told):
        database = _empty()
        sheaf, other = (Sheaf(database, name, dict, piece_of) for name in ("own", "other"))
        other.keep({key: b"other" for new, _ in told for key in new})
        plain: dict[object, bytes] = {}
        for new, gone in told:
            for key in gone:
                plain.pop(key, None)
            plain |= new
            sheaf.keep(new, gone)
            assert sheaf.read() == plain
        sheaf.clear()
        assert sheaf.read() == {}
        assert set(other.read().values()) <= {b"other"}

    holds()


def _empty():
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(TABLE)
    return database


@pytest.fixture
def texts(tmp_path):
    """What a store knows of the texts of a small archive."""
    archive = Changing(tmp_path / "archive", seed=5)
    archive.build()
    with open_store(archive.root / ".newsarchive.db", program_version()) as store, store.change():
        yield store.texts


def _as_they_are(texts):
    return list(texts.cards())


@pytest.mark.parametrize("gone", [0, 1, 3])
def test_cards_that_were_loaded_ahead_are_those_that_are_asked_for_later(texts, gone, monkeypatch):
    monkeypatch.setattr("newsarchive.store.texts._WORTH_ANEW", 0)
    texts.load_cards()
    first = [marked.card.source for marked in _as_they_are(texts)]
    texts.load_cards()
    texts.forget(first[:gone])
    texts.disown(first[-gone:] if gone else ())
    ahead, plain = _as_they_are(texts), _as_they_are(texts)
    assert ahead == plain
    assert [marked.card.source for marked in ahead] == first[gone : len(first) - gone]


def test_of_cards_that_all_changed_since_none_is_told(texts):
    texts.load_cards()
    texts.disown()
    assert _as_they_are(texts) == []
