"""Pages that were not printed again, because they show what they showed: they are kept, and cost nothing."""

import pytest

from newsarchive.errors import PublishError
from newsarchive.model import Page, Published
from newsarchive.publish import publish
from tests.kill_site import files_in

FIRST = {"index.html": b"front", "articles/a.html": b"a", "articles/b.html": b"b", "years/2023/index.html": b"2023"}
MANIFEST = ".newsarchive/manifest.csv"


@pytest.fixture
def output(tmp_path):
    put(FIRST, tmp_path / "output")
    return tmp_path / "output"


def put(site, output, kept=()):
    pages = [
        Page(path, content, "article" if path.startswith("articles/") else "listing") for path, content in site.items()
    ]
    return publish(pages, output, articles=None, kept=frozenset(kept))


def stamps(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != "lock"}


def test_they_stay_as_they_are_beside_the_pages_that_come(output):
    told = put({"index.html": b"new front", "articles/c.html": b"c"}, output, FIRST.keys() - {"index.html"})
    assert told == Published(new=1, changed=1, unchanged=3, deleted=0)
    assert files_in(output) == {**FIRST, "index.html": b"new front", "articles/c.html": b"c"}


def test_what_neither_comes_nor_is_kept_is_deleted_with_its_empty_folders(output):
    told = put({"index.html": b"new front"}, output, ["articles/a.html"])
    assert told == Published(new=0, changed=1, unchanged=1, deleted=2)
    assert files_in(output) == {"index.html": b"new front", "articles/a.html": b"a"}
    assert not (output / "years").exists()


def test_the_manifest_is_that_of_a_build_that_printed_all(output, tmp_path):
    put({"index.html": b"new front", "maps/a,b.svg": b"c"}, output, ["articles/a.html", "years/2023/index.html"])
    put({"index.html": b"newer"}, output, ["articles/a.html", "maps/a,b.svg"])
    put({"maps/a,b.svg": b"c", "articles/a.html": b"a", "index.html": b"newer"}, tmp_path / "clean")
    assert (output / MANIFEST).read_bytes() == (tmp_path / "clean" / MANIFEST).read_bytes()


def test_where_all_are_kept_nothing_is_written(output):
    before = stamps(output)
    assert put({}, output, FIRST) == Published(new=0, changed=0, unchanged=4, deleted=0)
    assert stamps(output) == before


def test_line_ends_that_became_those_of_windows_change_nothing(output):
    manifest = output / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))
    before = stamps(output)
    assert put({"index.html": b"front"}, output, FIRST.keys() - {"index.html"}).unchanged == 4
    assert stamps(output) == before


def test_they_are_not_looked_at(output):
    (output / "articles/a.html").write_bytes(b"edited by hand")
    assert put({}, output, FIRST).unchanged == 4
    assert (output / "articles/a.html").read_bytes() == b"edited by hand"


def test_which_they_are_may_come_out_while_pages_come(output):
    kept = set()

    def some_pages():
        kept.update(FIRST.keys() - {"index.html"})
        yield Page("index.html", b"new front")

    told = publish(some_pages(), output, articles=None, kept=kept)
    assert told == Published(new=0, changed=1, unchanged=3, deleted=0)


def test_a_folder_of_somebody_else_does_not_become_ours_by_a_page_that_is_kept_in_it(tmp_path):
    (tmp_path / "articles").mkdir()
    put({"articles/a.html": b"a"}, tmp_path)
    put({"articles/b.html": b"b"}, tmp_path, ["articles/a.html"])
    put({}, tmp_path)
    assert (tmp_path / "articles").is_dir()
    assert files_in(tmp_path) == {}


def test_one_that_is_none_of_ours_is_refused_as_our_bug(output):
    (output / "CNAME").write_bytes(b"paper.example")
    with pytest.raises(PublishError, match="a bug of newsarchive") as told:
        put({"index.html": b"new"}, output, ["CNAME", "articles/a.html", "nowhere.html"])
    assert ["CNAME" in complaint or "nowhere" in complaint for complaint in told.value.complaints] == [True, True]
    assert files_in(output) == {**FIRST, "CNAME": b"paper.example"}


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("index.html", "index.html"),
        ("Index.html", "index.html"),
        ("ARTICLES", "articles/a.html"),
        ("years/2023", "years/2023/index.html"),
        ("index.html/a.html", "index.html"),
    ],
)
def test_one_that_cannot_stand_beside_a_page_is_refused_both_named(output, page, kept):
    with pytest.raises(PublishError, match="cannot both stand") as told:
        put({page: b"new"}, output, [kept])
    assert repr(page) in str(told.value)
    assert repr(kept) in str(told.value)
    assert files_in(output) == FIRST


def test_a_line_of_the_manifest_that_we_never_wrote_is_acted_on_by_no_build(output, tmp_path):
    (tmp_path / "outside.txt").write_text("mine")
    manifest = output / MANIFEST
    manifest.write_text(f"{manifest.read_text(encoding='utf-8')}../outside.txt,4,{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(PublishError, match="cannot be one of ours"):
        put({"index.html": b"new"}, output, FIRST.keys() - {"index.html"})
    put({"index.html": b"new"}, output, {*FIRST, "../outside.txt"} - {"index.html"})
    assert (tmp_path / "outside.txt").read_text() == "mine"
