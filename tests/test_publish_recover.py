"""What was begun is finished: after files that were open, after a power loss, and never out of the output folder."""

import json
import os
from pathlib import Path

import pytest

from newsarchive.errors import PublishError
from newsarchive.model import Page, Published
from newsarchive.publish import publish, recover
from tests.kill_site import files_in

OLD = {"index.html": b"old", "articles/a.html": b"old a", "articles/gone.html": b"gone"}
NEW = {"index.html": b"new", "articles/a.html": b"new a", "articles/b.html": b"b"}


class Busy:
    """Stands for os.replace on a disk where one file is held open by another program, for so many tries."""

    def __init__(self, monkeypatch, name, tries):
        self.left = tries
        self.waits = []
        replace = os.replace

        def busy(path, target):
            if Path(target).name == name and self.left:
                self.left -= 1
                raise PermissionError(13, "in use", str(path), None, str(target))
            return replace(path, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("newsarchive.publish.disk.time.sleep", self.waits.append)


@pytest.fixture
def output(tmp_path):
    output = tmp_path / "output"
    put(OLD, output)
    return output


@pytest.fixture
def begun(output, monkeypatch):
    """An output folder whose build was ended before its second move: articles/b.html is new, all else is old."""
    with monkeypatch.context() as patch:
        Busy(patch, "a.html", 1000)
        with pytest.raises(PublishError):
            put(NEW, output)
    assert files_in(output) == {**OLD, "articles/b.html": b"b"}
    return output


def put(site, output):
    pages = (Page(path, content, "article" if "/" in path else "listing") for path, content in site.items())
    return publish(pages, output, articles=None)


def staged(output, content):
    """The staged file that holds this."""
    files = (output / ".newsarchive" / "staging").rglob("*")
    return next(file for file in files if file.is_file() and file.read_bytes() == content)


def test_a_file_that_is_open_for_a_moment_is_waited_for(output, monkeypatch):
    busy = Busy(monkeypatch, "a.html", 3)
    assert put(NEW, output) == Published(new=1, changed=2, unchanged=0, deleted=1)
    assert busy.waits == sorted(busy.waits)
    assert len(busy.waits) == 3
    assert files_in(output) == NEW


def test_a_file_that_stays_open_is_named_and_the_next_build_finishes(output, monkeypatch):
    with monkeypatch.context() as patch:
        busy = Busy(patch, "index.html", 1000)
        with pytest.raises(PublishError, match=r"index\.html: The file is open.*next build will finish"):
            put(NEW, output)
        assert 1.5 < sum(busy.waits) < 2.5
    assert files_in(output) == {**OLD, **NEW, "index.html": b"old"}
    assert put(NEW, output) == Published(new=0, changed=0, unchanged=3, deleted=0)
    assert files_in(output) == NEW


def test_recovering_finishes_what_was_begun_and_says_so(begun):
    assert recover(begun) is True
    assert files_in(begun) == NEW
    assert recover(begun) is False


@pytest.mark.parametrize("count", [6, 7])
def test_a_build_of_so_many_pages_that_they_are_written_down_in_pieces_is_finished(output, monkeypatch, count):
    for name in ("journal._MOVES_AT_ONCE", "manifest._ROWS_AT_ONCE", "staging.FILES_A_FOLDER", "state.FILES_A_FOLDER"):
        monkeypatch.setattr(f"newsarchive.publish.{name}", 3)
    site = {f"lists/{number}.html": f"list {number}".encode() for number in range(count)}
    with monkeypatch.context() as patch:
        Busy(patch, "1.html", 1000)
        with pytest.raises(PublishError):
            put(site, output)
    assert recover(output) is True
    assert files_in(output) == site
    assert put(site, output) == Published(new=0, changed=0, unchanged=count, deleted=0)


def test_what_was_only_staged_is_cleared_away(output):
    staging = output / ".newsarchive" / "staging" / "0"
    staging.mkdir(parents=True)
    (staging / "0").write_bytes(b"half a pa")
    assert recover(output) is False
    assert files_in(output) == OLD
    assert not staging.parent.exists()


def test_a_staged_page_that_lost_its_content_is_not_moved_and_the_next_build_mends_it(begun):
    staged(begun, b"new a").write_bytes(b"")
    assert recover(begun) is True
    assert files_in(begun) == {**OLD, **NEW, "articles/a.html": b"old a"}
    assert put(NEW, begun) == Published(new=0, changed=1, unchanged=2, deleted=1)
    assert files_in(begun) == NEW


def test_a_moved_page_that_lost_its_content_is_mended_by_the_next_build(begun):
    (begun / "articles/b.html").write_bytes(b"\x00")
    assert put(NEW, begun) == Published(new=0, changed=1, unchanged=2, deleted=1)
    assert files_in(begun) == NEW


def test_a_staged_page_that_is_gone_is_mended_by_the_next_build(begun):
    staged(begun, b"new").unlink()
    assert recover(begun) is True
    assert put({"index.html": b"new"}, begun) == Published(new=0, changed=1, unchanged=0, deleted=3)
    assert files_in(begun) == {"index.html": b"new"}
    assert not (begun / "articles").exists()


def test_a_file_that_came_to_stand_in_the_place_of_a_new_page_is_not_overwritten(output, monkeypatch):
    with monkeypatch.context() as patch:
        Busy(patch, "b.html", 1000)
        with pytest.raises(PublishError):
            put(NEW, output)
    (output / "articles/b.html").write_bytes(b"mine")
    with pytest.raises(PublishError, match="did not make has come to stand"):
        recover(output)
    assert (output / "articles/b.html").read_bytes() == b"mine"
    (output / "articles/b.html").unlink()
    assert recover(output) is True
    assert files_in(output) == NEW


def test_a_link_that_came_to_stand_in_the_way_is_not_written_through(begun, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (begun / "articles").rename(begun / "moved")
    try:
        (begun / "articles").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    with pytest.raises(PublishError, match="a link has come to stand"):
        recover(begun)
    assert files_in(tmp_path / "elsewhere") == {}


def test_nothing_is_deleted_behind_a_link_that_came_in_between(tmp_path, monkeypatch):
    output = tmp_path / "output"
    put({"index.html": b"old", "articles/gone.html": b"gone"}, output)
    with monkeypatch.context() as patch:
        Busy(patch, "index.html", 1000)
        with pytest.raises(PublishError):
            put({"index.html": b"new"}, output)
    (output / "articles").rename(tmp_path / "elsewhere")
    try:
        (output / "articles").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert recover(output) is True
    assert files_in(tmp_path / "elsewhere") == {"gone.html": b"gone"}
    assert (output / "articles").is_symlink()


@pytest.mark.parametrize(
    "steps",
    [
        {"moves": [["../b.html", "", "0/0", True]]},
        {"moves": [["b.html", "", "../../../outside.txt", True]]},
        {"moves": [["b.html", "", "0/0"]]},
        {"deletions": ["../outside.txt"]},
        {"deletions": [None]},
        {"in_the_way": ["/outside.txt"]},
        {"folders": ["../outside"]},
        {"folders": None},
    ],
)
def test_a_journal_that_reaches_out_of_the_output_folder_is_refused(begun, tmp_path, steps):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside.txt").write_text("mine")
    journal = begun / ".newsarchive" / "journal.json"
    journal.write_text(json.dumps({**json.loads(journal.read_text(encoding="utf-8")), **steps}), encoding="utf-8")
    with pytest.raises(PublishError, match=r"journal\.json: .* cannot be read"):
        put(NEW, begun)
    assert (tmp_path / "outside.txt").read_text() == "mine"
    assert (tmp_path / "outside").is_dir()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"moves": []', "\xff"])
def test_a_journal_that_is_none_is_refused(begun, text):
    (begun / ".newsarchive" / "journal.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(PublishError, match="Delete this file"):
        recover(begun)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("../outside.txt,1," + "0" * 64, ":5: .*cannot be one of ours"),
        (".newsarchive/lock,1," + "0" * 64, ":5: .*cannot be one of ours"),
        ("../outside/,,", ":5: .*cannot be one of ours"),
        ("a.html,many," + "0" * 64, ":5: .*is no size and sha256"),
        ("a.html,1,abc", ":5: .*is no size and sha256"),
        ("a.html,1", ":5: .*is no size and sha256"),
    ],
)
def test_a_manifest_with_a_line_that_we_never_wrote_is_refused(tmp_path, line, complaint):
    output = tmp_path / "output"
    put({"index.html": b"1", "a/a.html": b"2"}, output)
    (tmp_path / "outside.txt").write_text("mine")
    manifest = output / ".newsarchive" / "manifest.csv"
    manifest.write_text(manifest.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(PublishError, match=complaint):
        put({"index.html": b"2"}, output)
    assert files_in(output) == {"index.html": b"1", "a/a.html": b"2"}
    assert (tmp_path / "outside.txt").read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"path;size\n", b"\xff\xfe\n"])
def test_a_manifest_that_is_none_is_refused(output, content):
    (output / ".newsarchive" / "manifest.csv").write_bytes(content)
    with pytest.raises(PublishError, match="cannot be read"):
        put(NEW, output)
    assert files_in(output) == OLD
