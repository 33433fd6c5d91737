"""What publish does to an output folder."""

import errno
import os
from pathlib import Path

import pytest

from newsarchive.errors import PublishError, TemplateError
from newsarchive.model import Page, Published
from newsarchive.publish import publish, recover
from tests.kill_site import files_in

FIRST = {"index.html": b"front", "articles/a.html": b"a", "articles/b.html": b"b", "years/2023/index.html": b"2023"}


@pytest.fixture
def output(tmp_path):
    return tmp_path / "output"


def pages(site):
    return [
        Page(path, content, "article" if path.startswith("articles/") else "listing") for path, content in site.items()
    ]


def put(site, output, **options):
    return publish(pages(site), output, articles=None, **options)


def stamps(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"}


def kept_by_publish(output):
    return {path.name for path in (output / ".newsarchive").iterdir()} - {"lock"}


class TestWhatStandsAfterwards:
    def test_a_first_build_writes_every_page(self, output):
        assert put(FIRST, output) == Published(new=4, changed=0, unchanged=0, deleted=0)
        assert files_in(output) == FIRST
        assert kept_by_publish(output) == {"manifest.csv"}

    def test_a_build_of_the_same_pages_touches_nothing(self, output):
        put(FIRST, output)
        before = stamps(output)
        assert put(FIRST, output) == Published(new=0, changed=0, unchanged=4, deleted=0)
        assert stamps(output) == before

    def test_only_what_changed_is_written_and_what_is_gone_is_deleted_with_its_empty_folders(self, output):
        put(FIRST, output)
        before = stamps(output)
        second = {"index.html": b"new front", "articles/a.html": b"a", "articles/c.html": b"c"}
        assert put(second, output) == Published(new=1, changed=1, unchanged=1, deleted=2)
        assert files_in(output) == second
        assert not (output / "years").exists()
        assert stamps(output)[output / "articles/a.html"] == before[output / "articles/a.html"]

    def test_a_file_that_was_lost_is_written_again(self, output):
        put(FIRST, output)
        (output / "articles/a.html").unlink()
        assert put(FIRST, output) == Published(new=1, changed=0, unchanged=3, deleted=0)
        assert files_in(output) == FIRST

    def test_a_file_of_another_size_is_written_again(self, output):
        put(FIRST, output)
        (output / "articles/a.html").write_bytes(b"edited by hand")
        assert put(FIRST, output).changed == 1
        assert files_in(output) == FIRST

    def test_a_file_of_the_same_size_is_read_only_when_it_is_distrusted(self, output):
        put(FIRST, output)
        (output / "articles/a.html").write_bytes(b"z")
        assert put(FIRST, output).changed == 0
        assert put(FIRST, output, distrust=True).changed == 1
        assert files_in(output) == FIRST

    def test_a_page_may_become_a_folder_and_a_folder_a_page(self, output):
        put({"index.html": b"1", "icons": b"one file", "maps/eu/a.svg": b"a", "maps/b.svg": b"b"}, output)
        second = {"index.html": b"2", "icons/a.svg": b"a", "maps": b"one file"}
        assert put(second, output) == Published(new=2, changed=1, unchanged=0, deleted=3)
        assert files_in(output) == second

    def test_new_pages_come_first_then_changed_ones_then_lists_and_the_front_page_last(self, output, monkeypatch):
        put(FIRST, output)
        moved = []
        replace = os.replace

        def watched(path, target):
            moved.append(Path(target).relative_to(output).as_posix())
            return replace(path, target)

        monkeypatch.setattr(os, "replace", watched)
        monkeypatch.setattr(os, "unlink", lambda path: moved.append(f"deleted: {Path(path).name}"))
        site = ["index.html", "years/2023/index.html", "articles/a.html", "years/new.html", "articles/new.html"]
        put(dict.fromkeys(site, b"new"), output)
        kept = [".newsarchive/journal.json", ".newsarchive/manifest.csv", "deleted: journal.json"]
        assert moved == [kept[0], *reversed(site), "deleted: b.html", *kept[1:]]

    def test_the_manifest_does_not_tell_how_the_site_came_to_be(self, output, tmp_path):
        put({"index.html": b"1", "old/a.html": b"a"}, output)
        put(FIRST, output)
        put(FIRST, tmp_path / "clean")
        manifest = ".newsarchive/manifest.csv"
        assert (output / manifest).read_bytes() == (tmp_path / "clean" / manifest).read_bytes()


class TestWhatWeDidNotMake:
    def test_it_is_never_touched(self, output):
        (output / "years").mkdir(parents=True)
        (output / "years/empty").mkdir()
        (output / "CNAME").write_bytes(b"paper.example")
        (output / ".gitignore").write_bytes(b"*\n")
        put(FIRST, output)
        (output / "articles/notes.txt").write_bytes(b"mine")
        put({"index.html": b"front"}, output)
        assert files_in(output) == {
            "index.html": b"front",
            "CNAME": b"paper.example",
            ".gitignore": b"*\n",
            "articles/notes.txt": b"mine",
        }
        assert (output / "years/empty").is_dir()
        assert not (output / "years/2023").exists()

    def test_a_folder_that_we_did_not_make_stays_when_it_is_empty(self, output):
        (output / "articles").mkdir(parents=True)
        put(FIRST, output)
        put({"index.html": b"front"}, output)
        assert (output / "articles").is_dir()

    def test_pages_that_would_overwrite_such_files_are_refused_all_at_once(self, output):
        (output / "articles").mkdir(parents=True)
        (output / "index.html").write_bytes(b"my own front page")
        (output / "articles/a.html").write_bytes(b"?")
        (output / "years").write_bytes(b"a file")
        (output / "articles/b.html").mkdir()
        with pytest.raises(PublishError) as told:
            put(FIRST, output)
        assert len(told.value.complaints) == 4
        for name, complaint in zip(("index.html", "a.html", "b.html", "years"), told.value.complaints, strict=True):
            assert name in complaint
            assert "Move it away" in complaint
        assert files_in(output).keys() == {"index.html", "articles/a.html", "years"}
        assert kept_by_publish(output) == set()

    def test_a_folder_of_ours_with_such_a_file_does_not_make_way_for_a_page(self, output):
        put({"maps/a.svg": b"a"}, output)
        (output / "maps/mine.svg").write_bytes(b"mine")
        with pytest.raises(PublishError, match="maps: a folder"):
            put({"maps": b"page"}, output)
        assert files_in(output) == {"maps/a.svg": b"a", "maps/mine.svg": b"mine"}

    def test_of_very_many_complaints_the_first_are_told_and_the_rest_counted(self, output):
        output.mkdir()
        for number in range(30):
            (output / f"{number}.html").write_bytes(b"mine")
        with pytest.raises(PublishError, match="10 more"):
            put({f"{number}.html": b"page" for number in range(30)}, output)

    def test_a_file_that_holds_the_page_already_is_adopted(self, output):
        output.mkdir()
        (output / "index.html").write_bytes(b"front")
        before = (output / "index.html").stat().st_mtime_ns
        assert put({"index.html": b"front"}, output).unchanged == 1
        assert (output / "index.html").stat().st_mtime_ns == before
        assert put({"index.html": b"second"}, output).changed == 1

    def test_without_the_manifest_the_site_is_adopted(self, output):
        put(FIRST, output)
        (output / ".newsarchive/manifest.csv").unlink()
        assert put(FIRST, output).unchanged == 4

    def test_on_a_disk_that_ignores_case_the_same_file_under_another_case_is_ours(self, output):
        put({"Photo.svg": b"1"}, output)
        if not (output / "photo.svg").exists():
            os.link(output / "Photo.svg", output / "photo.svg")  # to this disk, one file under two names
        assert put({"photo.svg": b"2"}, output) == Published(new=0, changed=1, unchanged=0, deleted=0)
        assert (output / "photo.svg").read_bytes() == b"2"


class TestLinks:
    @pytest.fixture
    def elsewhere(self, tmp_path):
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        (folder / "a.html").write_bytes(b"theirs")
        return folder

    @staticmethod
    def link(place, target):
        try:
            place.symlink_to(target, target_is_directory=target.is_dir())
        except OSError:
            pytest.skip("this system lets nobody make links")

    def test_a_page_is_never_written_through_a_folder_that_is_a_link(self, output, elsewhere):
        output.mkdir()
        self.link(output / "articles", elsewhere)
        with pytest.raises(PublishError, match="a link stands where a folder of pages goes"):
            put(FIRST, output)
        assert files_in(elsewhere) == {"a.html": b"theirs"}

    def test_nothing_is_deleted_behind_a_link(self, output, elsewhere):
        put({"index.html": b"1", "articles/a.html": b"a"}, output)
        (output / "articles/a.html").unlink()
        (output / "articles").rmdir()
        self.link(output / "articles", elsewhere)
        assert put({"index.html": b"1"}, output).deleted == 0
        assert files_in(elsewhere) == {"a.html": b"theirs"}
        assert (output / "articles").is_symlink()

    def test_a_link_at_the_place_of_a_page_is_not_followed(self, output, elsewhere):
        put({"a.html": b"theirs"}, output)
        (output / "a.html").unlink()
        self.link(output / "a.html", elsewhere / "a.html")
        put({"a.html": b"page"}, output)
        assert files_in(elsewhere) == {"a.html": b"theirs"}
        assert (output / "a.html").read_bytes() == b"page"

    def test_a_link_that_we_did_not_make_is_not_replaced(self, output, elsewhere):
        output.mkdir()
        self.link(output / "a.html", elsewhere / "a.html")
        with pytest.raises(PublishError, match="we did not make"):
            put({"a.html": b"theirs"}, output)

    def test_the_output_folder_itself_may_be_a_link(self, tmp_path, elsewhere):
        self.link(tmp_path / "link", elsewhere)
        put({"index.html": b"1"}, tmp_path / "link")
        assert (elsewhere / "index.html").read_bytes() == b"1"


class TestFailures:
    @pytest.mark.parametrize(
        "error", [TemplateError("article.html:3: no such word"), KeyboardInterrupt(), OSError("theirs")]
    )
    def test_an_error_while_pages_come_leaves_the_site_as_it_was(self, output, error):
        put(FIRST, output)
        before = stamps(output / "articles")

        def failing():
            yield Page("index.html", b"new front")
            yield Page("articles/new.html", b"new", "article")
            raise error

        with pytest.raises(type(error)) as raised:
            publish(failing(), output, articles=None)
        assert raised.value is error
        assert files_in(output) == FIRST
        assert stamps(output / "articles") == before
        assert kept_by_publish(output) == {"manifest.csv"}

    @pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
    def test_a_disk_that_fails_while_pages_are_staged_leaves_the_site_as_it_was(self, output, monkeypatch, code):
        put(FIRST, output)
        staged = []

        def write_file(path, content):
            staged.append(path)
            if len(staged) == 3:
                raise OSError(code, os.strerror(code), path)
            Path(path).write_bytes(content)

        monkeypatch.setattr("newsarchive.publish.staging.write_file", write_file)
        with pytest.raises(PublishError, match="as it was") as told:
            put({path: content + b"!" for path, content in FIRST.items()}, output)
        assert ("disk is full" in str(told.value)) == (code == errno.ENOSPC)
        assert len(staged) == 3
        assert files_in(output) == FIRST
        assert kept_by_publish(output) == {"manifest.csv"}

    def test_two_builds_at_once_do_not_meet(self, output, monkeypatch):
        monkeypatch.setattr("newsarchive.publish.lock._WAIT", 0.1)
        refused = []

        def pages_of_a_slow_build():
            yield Page("index.html", b"slow")
            for other in (lambda: put(FIRST, output), lambda: recover(output)):
                with pytest.raises(PublishError, match="another build is writing"):
                    other()
                refused.append(other)

        assert publish(pages_of_a_slow_build(), output, articles=None).new == 1
        assert len(refused) == 2
        assert files_in(output) == {"index.html": b"slow"}

    def test_a_disk_without_locks_is_said(self, output, monkeypatch):
        def acquire(_lock):
            raise NotImplementedError

        monkeypatch.setattr("newsarchive.publish.lock.FileLock.acquire", acquire)
        with pytest.raises(PublishError, match="knows no locks"):
            put(FIRST, output)


class TestPagePaths:
    @pytest.mark.parametrize(
        "path",
        [
            "",
            "/etc/passwd",
            "../a.html",
            "articles/../../a.html",
            "./a.html",
            "articles//a.html",
            "articles/",
            "C:/a.html",
            "C:a.html",
            "articles\\a.html",
            "a\n.html",
            "a\x00.html",
            "a?.html",
            "dot./a.html",
            "space /a.html",
            "nul.html",
            "articles/Com1",
            ".newsarchive/manifest.csv",
            ".NewsArchive/lock",
            "a/" * 48 + "a.html",
            "\ud800.html",
        ],
    )
    def test_a_path_that_some_disk_cannot_hold_is_refused_as_our_bug(self, output, path):
        with pytest.raises(PublishError, match="a bug of newsarchive"):
            put({"index.html": b"1", path: b"2"}, output)
        assert files_in(output) == {}

    def test_a_path_of_a_hundred_characters_is_not_too_long(self, output):
        put({"a" * 95 + ".html": b"1"}, output)
        with pytest.raises(PublishError, match="longer than 100"):
            put({"a" * 96 + ".html": b"1"}, output)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("a.html", "a.html"),
            ("a.html", "A.html"),
            ("years/é.html", "Years/E\u0301.html"),
            ("years", "years/a.html"),
            ("years/a.html", "YEARS"),
        ],
    )
    def test_two_pages_that_are_one_file_on_some_disk_are_refused_both_named(self, output, one, other):
        with pytest.raises(PublishError, match="cannot both stand") as told:
            publish([Page(one, b"1"), Page("b/b.html", b"2"), Page(other, b"3")], output, articles=None)
        assert repr(one) in str(told.value)
        assert repr(other) in str(told.value)
        assert files_in(output) == {}
