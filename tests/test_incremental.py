"""A build that remembers the last one makes what a build from nothing makes, to the byte."""

import os
import shutil

import pytest

from newsarchive.store import open_store, program_version
from tests.changing import Changing, files

SEQUENCES = int(os.environ.get("NEWSARCHIVE_SEQUENCES", "50"))
_STEPS = 4
_INDEX_LATER = 0.4
_OF_ADDRESSES = ("address_row", "texts_exchanged", "moved_and_edited")


@pytest.fixture(autouse=True)
def _as_in_a_great_archive(monkeypatch):
    """The index is cut into files as small, and kept as often, as it is where a change is small beside the archive; names
    and tables are cut as those of many outlets are, and a day needs few years.
    """
    monkeypatch.setattr("newsarchive.pipeline.indexing._WORTH_ANEW", 0)
    for place in ("entries.MOST_INLINE", "change.MOST_INLINE"):
        monkeypatch.setattr(f"newsarchive.index.{place}", 12)
    monkeypatch.setattr("newsarchive.index.entries.MOST_IN_BLOCK", 24)
    monkeypatch.setattr("newsarchive.index.reduce._TOGETHER", 1000)
    for module, most in (("names", 2), ("coverage", 1), ("undated", 1), ("bundles", 2), ("review", 2)):
        monkeypatch.setattr(f"newsarchive.render.{module}._MOST", most)
    monkeypatch.setattr("newsarchive.render.on_this_day._FEWEST", 2)
    for place in ("trie.MOST_WEIGHT", "reduce.MOST_WEIGHT"):
        monkeypatch.setattr(f"newsarchive.index.{place}", 400)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_whatever_happens_to_an_archive_its_next_build_equals_a_clean_one(seed, tmp_path):
    archive = Changing(tmp_path / "archive", seed)
    archive.build()
    for step in range(_STEPS):
        for _ in range(archive.chance.randint(1, 3)):
            archive.happen()
        if archive.chance.random() < _INDEX_LATER:  # as serve does it; something may happen before the index follows
            archive.build(index_later=True)
            if archive.chance.random() < _INDEX_LATER:
                archive.happen()
        report = archive.build()
        if step == _STEPS - 1 or archive.chance.random() < 0.1:
            expected, clean = archive.clean(tmp_path / f"clean-{step}")
            assert files(archive.root) == expected, archive.log
            assert _lasting(report) == _lasting(clean), archive.log


def _lasting(report):
    """The problems of a build that do not tell of what became of an address in it."""
    return sorted(str(problem) for problem in report.problems if problem.reason not in _OF_ADDRESSES)


def test_all_articles_are_remembered_as_linked_where_many_changed_at_once(tmp_path):
    archive = Changing(tmp_path / "archive", 0)
    shutil.rmtree(archive.articles)
    for said, count in (("early", 30), ("late", 4), ("at noon", 2)):
        for number in range(count):
            own = f"{said} Boatman{number} rowed past Lantern{number} and over to Tavistock{number // 2}"
            archive.write(
                archive.articles / f"{number:02}.txt", f"Ferry{number}\n\nBy Ada Rook\n\n{own}, as was told.\n"
            )
        archive.build()
        with open_store(archive.root / ".newsarchive.db", program_version()) as store:
            assert len(store.terms.linked.read()) == 30
