"""What a build remembers of the last one: what it need not do again, and what it does where it cannot trust that."""

import contextlib
import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from newsarchive.config import load
from newsarchive.errors import BrokenStoreError, InputError, StoreError, TemplateError
from newsarchive.pipeline import crew, tasks
from newsarchive.pipeline.batches import Batch, batches
from newsarchive.pipeline.places import store_file
from newsarchive.render.press import Press
from newsarchive.render.templates import default_folder
from newsarchive.store import load_addresses, open_store, program_version
from tests.changing import Changing, files
from tests.command import ROOT, newsarchive, tree, write

_LONG_AGO = 1_500_000_000  # seconds
_PAGE = 4096  # bytes of the store


@pytest.fixture
def archive(tmp_path):
    """An archive of some texts that were written years ago, built."""
    made = Changing(tmp_path / "archive", seed=7)
    for number in range(12):
        made.write(made.articles / "lamp" / f"{number}.txt", _text(number))
    for path in made.articles.rglob("*"):
        os.utime(path, (_LONG_AGO, _LONG_AGO))
    made.build()
    return made


def _text(number, ending=""):
    return (
        f"Lamp {number} is lit on the quay\n\nBy Ada Rook\n{number + 1} March 2023\n\n"
        f"The lamp of berth {number} was lit on Tuesday, and the harbour master said that it shines as far as the bar.{ending}\n"
        "It had been dark since the storm of the third of March, which broke its glass.\n\nFollow the Harbour Lamp\n"
    )


def _page(archive, source):
    """The page of a text."""
    return next(row.address for row in load_addresses(archive.root / "addresses.csv") if row.path == source)


def _stamps(archive):
    output = archive.root / "output"
    return {path: path.stat().st_mtime_ns for path in output.rglob("*") if path.is_file() and path.name != "lock"}


def _rewritten(archive, before):
    after = _stamps(archive)
    output = archive.root / "output"
    return {path.relative_to(output).as_posix() for path in after if after[path] != before.get(path)}


def test_what_is_not_to_be_searched_has_no_page_and_no_index_for_it(archive):
    output = archive.root / "output"
    assert (output / "search" / "root.js").is_file()
    archive.choices["search"] = False
    archive.write_choices()
    archive.build()
    assert not (output / "search").exists()
    assert not (output / "search.html").exists()
    assert all(b"search" not in path.read_bytes() for path in output.rglob("*.html"))
    del archive.choices["search"]
    archive.write_choices()
    archive.build()
    assert (output / "search" / "root.js").is_file()
    assert b"search.html" in (output / "index.html").read_bytes()


def test_where_nothing_changed_nothing_is_written_and_no_text_is_opened(archive, monkeypatch):
    before, report = _stamps(archive), archive.build()
    opened = []
    monkeypatch.setattr(tasks, "content_key", lambda text: opened.append(text.path))
    monkeypatch.setattr(tasks, "decode", lambda text: opened.append(text.path))
    again = archive.build()
    assert opened == []
    assert _rewritten(archive, before) == set()
    assert again.problems == report.problems
    assert (again.articles, again.pages.unchanged) == (report.articles, report.pages.unchanged)
    assert again.pages.new == again.pages.changed == again.pages.deleted == 0


def test_a_text_that_cannot_be_read_is_looked_at_in_every_build_and_no_other(archive, monkeypatch):
    empty = archive.articles / "lamp" / "empty.txt"
    empty.touch()
    os.utime(empty, (_LONG_AGO, _LONG_AGO))
    archive.build()
    opened = []
    plain = tasks.content_key
    monkeypatch.setattr(tasks, "content_key", lambda text: opened.append(text.path) or plain(text))
    assert [problem.reason for problem in archive.build().problems if problem.where == "lamp/empty.txt"] == [
        "empty_file"
    ]
    assert opened == ["lamp/empty.txt"]


def test_a_row_of_addresses_that_is_wrong_is_told_in_every_build_that_links(archive):
    addresses = archive.root / "addresses.csv"
    first = addresses.read_text(encoding="utf-8").splitlines()[1].split(",")
    again = ["zzzzzzzz", "articles/again-zzzzzzzz.html", first[2], "0" * 64, "99"]
    addresses.write_text(addresses.read_text(encoding="utf-8") + ",".join(again) + "\n", encoding="utf-8")
    for ending in (" One.", " Two."):
        archive.write(archive.articles / "lamp" / "3.txt", _text(3, ending))
        assert "address_row" in [problem.reason for problem in archive.build().problems]


def test_an_edit_that_was_taken_back_after_a_build_broke_off_is_taken_back(archive, monkeypatch):
    path, before = archive.articles / "lamp" / "3.txt", files(archive.root)
    whole = path.read_bytes()
    path.write_text(_text(3, " It hums."), encoding="utf-8")
    with monkeypatch.context() as broken:
        broken.setattr("newsarchive.store.texts.Texts.are_sealed", _break_off)
        with pytest.raises(InputError):
            archive.build()
    path.write_bytes(whole)
    os.utime(path, (_LONG_AGO, _LONG_AGO))
    archive.build()
    after = files(archive.root)
    assert after[f"output/{_page(archive, 'lamp/3.txt')}"] == before[f"output/{_page(archive, 'lamp/3.txt')}"]


def _break_off(*_):
    raise InputError("The build breaks off here")


def test_of_texts_that_changed_alone_anything_is_read(archive, monkeypatch):
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    read = []
    plain = tasks.read_source
    monkeypatch.setattr(tasks, "read_source", lambda source, *rest: read.append(source.path) or plain(source, *rest))
    archive.build()
    assert read == ["lamp/3.txt"]


def test_an_edited_body_rewrites_its_page_and_what_counts_or_holds_it(archive):
    before = _stamps(archive)
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    archive.build()
    rewritten = _rewritten(archive, before)
    assert {path for path in rewritten if path.startswith("articles/")} == {_page(archive, "lamp/3.txt")}
    # an article that wants a look is shown with its hash, once for each reason: in a part, and where that is the first, twice
    reasons = [path.split("/")[1].removesuffix(".html") for path in rewritten if path.startswith("review/")]
    assert max(map(reasons.count, reasons), default=0) <= 2
    assert {path for path in rewritten if not path.startswith(("articles/", "search/", "review/"))} <= {
        ".newsarchive/manifest.csv",
        "data/articles.csv",
        "data/records/0001.jsonl",
        "about/method.html",
    }


def test_a_text_that_looks_as_it_did_but_was_written_at_the_time_of_the_scan_is_looked_at(archive):
    path = archive.articles / "lamp" / "5.txt"
    path.write_text(_text(5, " One."), encoding="utf-8")
    archive.build()
    stamp = path.stat()
    path.write_text(_text(5, " Two."), encoding="utf-8")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    archive.build()
    assert b" Two." in files(archive.root)["output/" + _page(archive, "lamp/5.txt")]


def test_a_full_build_finds_what_no_stamp_tells(archive):
    path = archive.articles / "lamp" / "5.txt"
    path.write_text(_text(5).replace("berth", "BERTH"), encoding="utf-8")
    os.utime(path, (_LONG_AGO, _LONG_AGO))
    archive.build()
    assert b"BERTH" not in b"".join(files(archive.root).values())
    archive.build(distrust=True)
    assert b"BERTH" in b"".join(files(archive.root).values())


def test_another_template_prints_every_page_again_and_reads_no_text(archive, monkeypatch):
    monkeypatch.setattr(tasks, "read_source", lambda *_: pytest.fail("a text was extracted"))
    head = (ROOT / "templates" / "partials" / "foot.html").read_text(encoding="utf-8")
    archive.write(archive.root / "templates" / "partials" / "foot.html", head + "<p>Ends here.</p>")
    archive.build()
    pages = {name: content for name, content in files(archive.root).items() if name.endswith(".html")}
    assert [name for name, content in pages.items() if b"Ends here." not in content] == ["output/404.html"]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("assets/style.css", set()),
        ("404.html", {"404.html"}),
        ("titles.html", {"titles.html"}),
        ("partials/row.html", {"article.html"}),
        (
            "partials/sums.html",
            {"all.html", "index.html", "listing.html", "review-list.html", "review.html", "titles.html"},
        ),
    ],
)
def test_a_template_that_is_edited_prints_those_pages_alone_that_show_it(archive, monkeypatch, name, printed):
    seen, plain = set(), Press.print
    monkeypatch.setattr(Press, "print", lambda press, sheet: seen.add(sheet.template) or plain(press, sheet))
    default = (default_folder() / name).read_text(encoding="utf-8")
    archive.write(archive.root / "templates" / name, f"{default}\n")
    archive.build()
    assert seen == printed
    seen.clear()
    archive.build()
    assert seen == set()


_SHELL = "<body>{}{{% block head %}}{{% endblock %}}{{% block main %}}{{% endblock %}}</body>"


def test_a_shell_that_is_edited_is_printed_around_what_stands(archive, monkeypatch, tmp_path):
    own = archive.root / "templates" / "base.html"
    archive.write(own, _SHELL.format("One"))
    archive.build()
    printed, plain = [], Press.print
    monkeypatch.setattr(Press, "print", lambda press, sheet: printed.append(sheet.path) or plain(press, sheet))
    archive.write(own, _SHELL.format("Two"))
    archive.build()
    archive.write(own, _SHELL.format("Three"))
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    assert printed == []
    archive.build()
    assert _page(archive, "lamp/3.txt") in printed
    assert "search.html" not in printed
    assert files(archive.root) == archive.clean(tmp_path / "clean")[0]


@pytest.mark.parametrize("change", [b"", b"edited by hand", b"\xff"])
def test_a_page_that_somebody_edited_is_not_what_a_shell_is_printed_around(archive, change, tmp_path):
    own = archive.root / "templates" / "base.html"
    archive.write(own, _SHELL.format("One"))
    archive.build()
    for page in (_page(archive, "lamp/3.txt"), "years/2023/index.html", "about/method.html"):
        file = archive.root / "output" / page
        content = file.read_bytes()
        file.write_bytes(change + content[len(change) :])  # no look tells: it has the size it had
    archive.write(own, _SHELL.format("Two"))
    archive.build()
    assert files(archive.root) == archive.clean(tmp_path / "clean")[0]


def test_seams_are_forgotten_with_the_pages_and_the_shell_that_had_them(archive):
    def known():
        with open_store(archive.root / ".newsarchive.db", program_version()) as store:
            return store.seams.read().keys()

    def pages():
        output = archive.root / "output"
        return {path.relative_to(output).as_posix() for path in output.rglob("*.html")} - {"404.html"}

    page = _page(archive, "lamp/3.txt")
    assert page in known() == pages()
    (archive.articles / "lamp" / "3.txt").unlink()
    archive.build()
    assert page not in known() == pages()
    archive.write(archive.root / "templates" / "base.html", "{{ view.heading }}{% block main %}{% endblock %}")
    with pytest.raises(TemplateError):
        archive.build()
    assert known() == pages()
    archive.write(archive.root / "templates" / "base.html", "{{ view is defined }}{% block main %}{% endblock %}")
    archive.build()
    assert known() == set()


def test_the_page_about_the_archive_is_printed_alone_when_it_is_edited(archive, monkeypatch):
    seen, plain = [], Press.print
    archive.write(archive.root / "pages" / "about.md", "# About\n\nOne.\n")
    archive.build()
    monkeypatch.setattr(Press, "print", lambda press, sheet: seen.append(sheet.path) or plain(press, sheet))
    archive.write(archive.root / "pages" / "about.md", "# About\n\nTwo.\n")
    archive.build()
    assert seen == ["about.html"]
    assert b"Two." in files(archive.root)["output/about.html"]


def test_authors_that_a_person_puts_together_read_no_text_and_print_what_names_them(archive, monkeypatch):
    archive.write(archive.articles / "tide.txt", _text(20))
    archive.write(archive.articles / "tide.yaml", "authors: [Zuberi Okoth]\n")
    archive.build()
    before = _stamps(archive)
    monkeypatch.setattr(tasks, "decode", lambda text: pytest.fail(f"{text.path} was opened"))
    archive.choices["authors"] = {"Zuberi O. Okoth": ["Zuberi Okoth"]}
    archive.write_choices()
    archive.build()
    output = archive.root / "output"
    assert not (output / "authors" / "zuberi-okoth.html").exists()
    assert "Zuberi Okoth (1)" in (output / "authors" / "zuberi-o-okoth.html").read_text("utf-8")
    rewritten = _rewritten(archive, before)
    assert {path for path in rewritten if path.startswith("articles/")} == {_page(archive, "tide.txt")}


def test_a_build_that_failed_in_printing_is_caught_up_with(archive, tmp_path):
    own = archive.root / "templates" / "article.html"
    archive.write(own, "{{ nothing.at.all }}")
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    with pytest.raises(TemplateError, match="article"):
        archive.build()
    own.unlink()
    archive.build()
    assert files(archive.root) == archive.clean(tmp_path / "clean")[0]


@pytest.mark.parametrize("damage", ["gone", "cut", "empty", "no database", "another version", "of something else"])
def test_a_store_that_is_of_no_use_is_made_anew(archive, damage, tmp_path):
    file = archive.root / ".newsarchive.db"
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    if damage == "gone":
        file.unlink()
    elif damage == "another version":
        with sqlite3.connect(file) as database:
            database.execute("UPDATE told SET value = 'x' WHERE name = 'version'")
        database.close()
    elif damage == "of something else":
        file.unlink()
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE told (something TEXT)")
        database.close()
    else:
        content = file.read_bytes()
        file.write_bytes(
            {"cut": content[: len(content) // 2], "empty": b"", "no database": b"no database" * 1000}[damage]
        )
    archive.build()
    assert files(archive.root) == archive.clean(tmp_path / "clean")[0]


def test_a_second_build_waits_and_then_says_that_another_is_at_work(archive, monkeypatch):
    monkeypatch.setattr("newsarchive.store.database._WAIT", 0.1)
    with open_store(archive.root / ".newsarchive.db", "x"), pytest.raises(StoreError, match="another build is at work"):
        archive.build()


def test_the_bytes_are_the_same_for_one_two_and_five_workers(tmp_path, monkeypatch):
    monkeypatch.setattr(crew, "_WORTH_A_POOL", 1)
    made = []
    for workers in (1, 2, 5):
        archive = Changing(tmp_path / str(workers), seed=3)
        archive.build(workers)
        archive.write(archive.articles / "lamp" / "new.txt", _text(40))
        archive.build(workers)
        made.append(files(archive.root))
    assert made[0] == made[1] == made[2]


def test_a_killed_worker_fails_the_whole_and_its_work_is_named():
    named = (f"{number}.txt" for number in range(500))
    with (
        pytest.raises(InputError, match=r"A worker was killed while it worked on \d+\.txt to \d+\.txt"),
        crew.at_work(2, lambda items, *_: iter(items)) as hands,
    ):
        list(hands.crew.each(_die, None, batches(((name, name) for name in named), 10), size=500))


def _die(_, batch: Batch[str]):
    if "250.txt" in batch.items:
        os.kill(os.getpid(), signal.SIGKILL)
    return batch.items


def test_no_more_batches_are_taken_than_are_worked_on():
    taken = []

    def endless():
        for number in range(200):
            taken.append(number)
            yield Batch(str(number), (number,))

    with crew.at_work(2, lambda items, *_: iter(items)) as hands:
        done = hands.crew.each(_as_it_is, None, endless(), size=500)
        next(done)
        assert len(taken) < 10
        assert list(done)[-1] == (199,)


def _as_it_is(_, batch: Batch[int]):
    return batch.items


def _ends(group):
    """Whether nobody is left of a group of processes, or soon will be."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_stops_a_build_at_once_and_the_next_one_goes_on(tmp_path):
    texts = {f"lamp/{number}.txt": _text(number) for number in range(1500)}
    write(tmp_path / "texts", texts)
    command = [
        sys.executable,
        str(ROOT / "build.py"),
        str(tmp_path / "texts"),
        "-o",
        str(tmp_path / "site"),
        "--workers",
        "2",
    ]
    build = subprocess.Popen(  # noqa: S603 - our own command
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert any(line.startswith("reading") for line in build.stderr)  # the crew is at work, on machines of any speed
    os.killpg(build.pid, signal.SIGINT)
    _, said = build.communicate(timeout=20)
    assert build.returncode == 2
    assert "Stopped." in said
    assert "Traceback" not in said
    assert _ends(build.pid)
    assert newsarchive(tmp_path / "texts", "-o", tmp_path / "site", "--quiet").returncode == 0
    assert len([path for path in tree(tmp_path / "site") if path.startswith("articles/")]) == len(texts)


def test_where_an_archive_may_not_be_written_to_the_store_is_kept_in_the_users_cache(archive, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    config = load(archive.root / "config.yaml")
    assert store_file(config).is_relative_to(os.environ["XDG_CACHE_HOME"])


@pytest.mark.parametrize("missing", [1, 700, 2048, 4000, 4095, 4096, 5000, 3 * 4096 + 1, 40_000])
def test_a_store_that_was_cut_off_anywhere_is_made_anew(archive, tmp_path, missing):
    file = archive.root / ".newsarchive.db"
    with file.open("r+b") as store:
        store.truncate(file.stat().st_size - missing)
    if missing % _PAGE:  # of a store that ends with a page SQLite itself knows how many it had
        with pytest.raises(BrokenStoreError), open_store(file, program_version()):
            pass
    archive.write(archive.articles / "lamp" / "3.txt", _text(3, " It hums."))
    archive.build()
    expected, _ = archive.clean(tmp_path / "clean")
    assert files(archive.root) == expected
    with contextlib.closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_store_in_which_articles_are_missing_is_made_anew(archive, tmp_path):
    with contextlib.closing(sqlite3.connect(archive.root / ".newsarchive.db", isolation_level=None)) as database:
        database.execute("DELETE FROM articles WHERE id % 2")
    write(archive.root / "templates", {"article.html": "<p>{{ page.title }}</p>"})
    archive.build()
    expected, _ = archive.clean(tmp_path / "clean")
    assert files(archive.root) == expected


@pytest.mark.parametrize(("code", "told"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "cannot be written")])
@pytest.mark.parametrize("laid", ["gathering.tempfile.NamedTemporaryFile", "aside.tempfile.TemporaryDirectory"])
def test_where_nothing_can_be_laid_aside_it_is_said_and_the_next_build_goes_on(archive, tmp_path, laid, code, told):
    def refuse(**_):
        raise OSError(code, os.strerror(code))

    shutil.rmtree(archive.root / "output" / "search")  # then the index is gathered anew
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(f"newsarchive.pipeline.{laid}", refuse)
        with pytest.raises(InputError, match=rf"{told}.*TMPDIR"):
            archive.build()
    archive.build()
    expected, _ = archive.clean(tmp_path / "clean")
    assert files(archive.root) == expected
