"""One build holds the output folder from its first look at the texts on, and sees what of the site is lost."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import PublishError
from newsarchive.model import Page
from newsarchive.publish import Standing, hold, look_at, publish, recover, shares, standing_of
from newsarchive.publish.manifest import read_manifest, read_manifest_part, write_manifest
from tests.kill_site import files_in

SITE = {"index.html": b"front", "articles/a.html": b"a", "articles/b.html": b"b", "years/2023/index.html": b"2023"}
MANIFEST = ".newsarchive/manifest.csv"


@pytest.fixture
def output(tmp_path):
    output = tmp_path / "output"
    publish(pages(SITE), output, articles=None)
    return output


def pages(site):
    return [Page(*page) for page in site.items()]


def stands(held):
    return standing_of(map(look_at, shares(held.folder)))


def seen(output):
    with hold(output, None) as held:
        return stands(held)


def link(place, target):
    try:
        place.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system lets nobody make links")


class TestHolding:
    def test_no_other_build_writes_meanwhile(self, output, monkeypatch):
        monkeypatch.setattr("newsarchive.publish.lock._WAIT", 0.1)
        with hold(output, None) as held:
            with pytest.raises(PublishError, match="another build is writing"):
                publish(pages({"index.html": b"other"}), output, articles=None)
            assert held.publish(pages({"index.html": b"new"})).changed == 1
        assert files_in(output) == {"index.html": b"new"}
        assert publish(pages({"index.html": b"other"}), output, articles=None).changed == 1

    def test_it_is_let_go_when_the_build_fails(self, output):
        with pytest.raises(ValueError, match="theirs"), hold(output, None):
            raise ValueError("theirs")
        assert publish(pages(SITE), output, articles=None).unchanged == 4

    def test_it_writes_nothing_into_a_site_that_stands(self, output):
        before = {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.name != "lock"}
        seen(output)
        assert {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.name != "lock"} == before

    def test_an_unfit_folder_is_refused(self, tmp_path):
        with pytest.raises(PublishError, match="lies inside the articles"), hold(tmp_path / "site", tmp_path):
            pytest.fail("it was held")

    def test_a_build_that_was_killed_is_finished_first(self, output, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr("newsarchive.publish.output.carry_out", lambda _state, _journal: None)
            told = publish(pages({"index.html": b"new"}), output, articles=None)
        assert files_in(output) == SITE
        with hold(output, None) as held:
            assert held.resumed
            assert files_in(output) == {"index.html": b"new"}
            assert stands(held) == Standing(told.token, frozenset())
        assert recover(output) is False

    def test_it_may_publish_more_than_once(self, output):
        with hold(output, None) as held:
            assert not held.resumed
            held.publish(pages({"index.html": b"new", "a.html": b"a"}))
            told = held.publish(pages({"b.html": b"b"}), kept=frozenset({"a.html"}))
            assert stands(held) == Standing(told.token, frozenset())
        assert files_in(output) == {"a.html": b"a", "b.html": b"b"}


class TestWhatStands:
    def test_nothing_stands_in_a_fresh_folder(self, tmp_path):
        assert seen(tmp_path / "fresh") == Standing(None, frozenset())

    def test_a_site_is_known_again_by_its_token(self, output):
        told = publish(pages(SITE), output, articles=None)
        assert told.token is not None
        assert seen(output) == Standing(told.token, frozenset())
        other = publish(pages({**SITE, "index.html": b"other"}), output, articles=None)
        assert seen(output).token == other.token != told.token

    def test_one_whose_manifest_somebody_changed_is_not_known_again(self, output):
        before = seen(output)
        manifest = output / MANIFEST
        manifest.write_text(manifest.read_text(encoding="utf-8") + "mine.html,1,\n", encoding="utf-8")
        assert seen(output).token not in {None, before.token}

    def test_without_its_manifest_nothing_is_known_to_stand(self, output):
        (output / MANIFEST).unlink()
        assert seen(output) == Standing(None, frozenset())

    def test_a_manifest_that_is_none_is_refused(self, output):
        (output / MANIFEST).write_bytes(b"?")
        with pytest.raises(PublishError, match=r"manifest\.csv:1: .*cannot be read"):
            seen(output)

    def test_files_that_are_gone_or_of_another_size_are_lost(self, output):
        (output / "articles/a.html").unlink()
        (output / "index.html").write_bytes(b"")
        assert seen(output).lost == {"articles/a.html", "index.html"}

    def test_all_files_of_a_folder_that_is_gone_are_lost(self, output):
        (output / "years").rename(output / "moved")
        assert seen(output).lost == {"years/2023/index.html"}

    def test_a_link_or_a_folder_in_the_place_of_a_file_is_no_file(self, output, tmp_path):
        (output / "articles/a.html").rename(tmp_path / "a.html")
        link(output / "articles/a.html", tmp_path / "a.html")
        (output / "articles/b.html").unlink()
        (output / "articles/b.html").mkdir()
        assert seen(output).lost == {"articles/a.html", "articles/b.html"}

    def test_files_behind_a_folder_that_became_a_link_are_lost(self, output, tmp_path):
        (output / "years").rename(tmp_path / "years")
        link(output / "years", tmp_path / "years")
        assert seen(output).lost == {"years/2023/index.html"}

    @pytest.mark.parametrize("line", ["mine.html,1", "mine.html,1,", "mine.html", "\x00,1,a", "mine.html,x,a", '"mine'])
    def test_a_file_of_which_no_size_and_hash_are_known_is_lost(self, output, line):
        (output / "mine.html").write_bytes(b"1")
        (output / MANIFEST).write_text((output / MANIFEST).read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
        assert len(seen(output).lost) == 1

    def test_what_a_power_loss_took_is_lost_until_it_is_printed_again(self, output, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr("newsarchive.publish.output.carry_out", lambda _state, _journal: None)
            publish(pages({**SITE, "index.html": b"new"}), output, articles=None)
        staged = next(
            file for file in (output / ".newsarchive/staging").rglob("*") if file.name == "0" and file.is_file()
        )
        os.truncate(staged, 0)
        with hold(output, None) as held:
            assert stands(held).lost == {"index.html"}
            held.publish(pages({"index.html": b"new"}), kept=frozenset(SITE) - {"index.html"})
            assert stands(held).lost == frozenset()
        assert files_in(output) == {**SITE, "index.html": b"new"}


@given(
    st.dictionaries(st.text("ab,é/", min_size=1, max_size=6), st.just("1,aa"), max_size=12),
    st.integers(1, 60),
    st.booleans(),
)
def test_the_parts_of_a_manifest_are_the_whole(rows, size, is_windows):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "manifest.csv")
        write_manifest(file, rows)
        if is_windows:
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
        parts = [read_manifest_part(file, start, start + size) for start in range(0, file.stat().st_size, size)]
        whole = read_manifest(file)
    assert [row for part in parts for row in part.rows.items()] == list(whole.rows.items())
    assert [part.token for part in parts] == [whole.token, *[None] * (len(parts) - 1)]
    assert whole.rows == rows
