"""serve: what stands at an address, what is told to open pages, what starts a build, and how all of it holds together."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from dataclasses import replace

import pytest

from newsarchive.config import load, plain
from newsarchive.errors import ConfigError, InputError
from newsarchive.model import Published, Report
from newsarchive.serve import Work, serve
from newsarchive.serve.answer import answer
from newsarchive.serve.live import live, relaxed
from newsarchive.serve.notice import Board, Notice
from newsarchive.serve.watch import Places, Watch, is_passing
from tests.command import ROOT, newsarchive, write

_PATIENCE = 30  # seconds until something that ought to happen is given up
_QUIET = 0.4  # seconds in which something that ought not to happen would have

PAGE = "<!doctype html><html><head><title>Quay</title></head><body><p>The quay.</p></body></html>"


# --- What stands at an address ---


@pytest.fixture
def notice(tmp_path):
    write(tmp_path, {"secret.html": "secret", "secret.txt": "secret"})
    site = {
        "index.html": PAGE,
        "404.html": "<head></head>Lost",
        "years/index.html": "<head></head>Years",
        "empty/note.txt": "Ü",
        "assets/style.css": "body {}",
        "assets/search.js": "1",
        "two words.txt": "2",
        ".newsarchive/manifest.html": "secret",
        ".git/config": "secret",
    }
    return Notice(output=write(tmp_path / "site", site), build="b-1")


def test_a_file_of_the_site_is_given_with_its_kind(notice):
    kinds = {
        "/": "text/html; charset=utf-8",
        "/years/": "text/html; charset=utf-8",
        "/assets/style.css": "text/css; charset=utf-8",
        "/assets/search.js": "text/javascript; charset=utf-8",
        "/two%20words.txt": "text/plain; charset=utf-8",
    }
    assert {path: answer(path, notice).kind for path in kinds} == kinds
    assert {answer(path, notice).status for path in kinds} == {200}
    assert answer("/assets/style.css", notice).body == b"body {}"


def test_a_folder_without_its_slash_leads_to_the_one_with_it(notice):
    given = answer("//years", notice)
    assert (given.status, given.location) == (302, "/years/")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/years/../../secret.txt",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/..%5csecret.html",
        "/.newsarchive/manifest.html",
        "/%2enewsarchive/manifest.html",
        "/years/../.newsarchive/manifest.html",
        "/.git/config",
        "/linked.txt",
        "/etc/passwd",
        "//etc/passwd",
        "/C:/secret.txt",
        "/index.html/",
        "/empty/",
        "/.newsarchive/",
        "/%00",
        "/%ff",
        "/" + "a" * 5000,
        "",
    ],
)
def test_nothing_else_is_given(notice, path):
    if os.name != "nt":
        (notice.output / "linked.txt").symlink_to(notice.output.parent / "secret.txt")
    given = answer(path, notice)
    if path:
        assert (given.status, b"Lost" in given.body) == (404, True)
    assert b"secret" not in given.body


def test_a_site_without_a_page_for_what_is_not_there_is_lent_one(notice):
    (notice.output / "404.html").unlink()
    given = answer("/nowhere.html", notice)
    assert given.status == 404
    assert b"live.js" in given.body


def test_before_there_is_a_site_a_page_waits_for_it(tmp_path):
    for output in (None, tmp_path / "nowhere"):
        given = answer("/", Notice(output=output, build="b-1"))
        assert given.status == 503
        assert b'data-build="b-1"' in given.body


# --- A page as it is served ---


def test_a_page_gets_the_script_and_stays_as_it_was_otherwise(notice):
    served = answer("/", notice).body.decode()
    assert re.sub("<script.*</script>\n", "", served) == PAGE
    script = '<script src="/.newsarchive/live.js" data-notices="/.newsarchive/notices" data-build="b-1" data-shows="'
    assert script in served
    assert answer("/.newsarchive/live.js", notice).kind == "text/javascript; charset=utf-8"
    assert (notice.output / "index.html").read_text(encoding="utf-8") == PAGE


def test_a_page_without_a_head_gets_it_too():
    assert live(b"<p>A</p>", "b-1", "c").startswith(b"<p>A</p><script")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "default-src 'none'; script-src 'self'; base-uri 'none'",
            "default-src 'none'; script-src 'self'; base-uri 'none'; connect-src 'self'",
        ),
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        ("default-src 'self';", "default-src 'self'"),
        ("Connect-Src 'none'; script-src https:", "connect-src 'self'; script-src https: 'self'"),
        ("default-src https:", "default-src https:; script-src https: 'self'; connect-src https: 'self'"),
        ("connect-src 'none'; connect-src 'self'", "connect-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
    ],
)
def test_a_policy_is_relaxed_by_what_the_script_needs_and_no_more(policy, expected):
    assert relaxed(policy) == expected


@pytest.mark.parametrize(
    "meta",
    [
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""",
        """<META content="default-src &#39;none&#39;" http-equiv=content-security-policy>""",
        "<meta http-equiv='Content-Security-Policy'\n content='default-src &#39;none&#39;'>",
    ],
)
def test_the_policy_of_a_page_is_found_however_it_is_written(meta):
    page = live(f'<head><meta name="a" content="default-src x">{meta}</head>'.encode(), "b-1", "c").decode()
    assert 'content="default-src &#x27;none&#x27;; script-src &#x27;self&#x27;; connect-src &#x27;self&#x27;"' in page
    assert '<meta name="a" content="default-src x">' in page


def test_a_page_shows_the_same_until_it_or_what_pages_load_changes(notice):
    first = answer("/", notice).shows
    assert answer("/", replace(notice, build="b-2")).shows == first
    style = notice.output / "assets" / "style.css"
    os.utime(style, (1, 1))
    second = answer("/", notice).shows
    write(notice.output, {"assets/more.css": "a {}"})
    third = answer("/", notice).shows
    glance = replace(notice, glances={"index.html": b"<p>Newer</p>"})
    assert len({first, second, third, answer("/", glance).shows, answer("/nowhere.html", notice).shows}) == 5
    assert answer("/", notice).shows == third
    assert f'data-shows="{third}"'.encode() in answer("/", notice).body
    assert answer("/assets/style.css", notice).shows is None


# --- What open pages are told ---


def test_who_comes_late_is_told_the_latest_and_then_each_that_follows(tmp_path):
    board = Board()
    board.pin(tmp_path)
    notices = board.notices()
    first = next(notices)
    threading.Timer(0.05, board.pin, [tmp_path, ("wrong",)]).start()
    second = next(notices)
    threading.Timer(0.05, board.take_down).start()

    assert (first.output, first.complaints) == (tmp_path, ())
    assert (second.build, second.complaints) == (first.build, ("wrong",))
    assert list(notices) == [None]


def test_a_build_of_another_run_is_another_build(tmp_path):
    boards = [Board(), Board()]
    for board in boards:
        board.pin(tmp_path, is_new=True)
    assert boards[0].latest.build != boards[1].latest.build


# --- What starts a build ---


@pytest.fixture
def archive(tmp_path):
    files = {"config.yaml": "title: A\n", "articles/town/a.txt": "A", "pages/about.md": "A", "output/index.html": "A"}
    return write(tmp_path / "archive", files)


def watched(archive):
    file = archive / "config.yaml"
    return Watch(Places.of(file, load(file)))


@contextmanager
def waiting(watch):
    """A thread that waits for a change; it must be through at the end."""
    thread = threading.Thread(target=watch.wait, daemon=True)
    thread.start()
    yield thread
    thread.join(_PATIENCE)
    assert not thread.is_alive()


def put(path, text="new"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_in_place(path, text="new and longer"):
    """As editors save: written beside it, then moved over it."""
    put(path.with_name("x.tmp"), text)
    path.with_name("x.tmp").replace(path)


CHANGES = {
    "a text is edited": lambda archive: put(archive / "articles/town/a.txt"),
    "a text is edited in place": lambda archive: put_in_place(archive / "articles/town/a.txt"),
    "a text comes": lambda archive: put(archive / "articles/new/deep/b.txt"),
    "a text goes": lambda archive: (archive / "articles/town/a.txt").unlink(),
    "a folder is renamed": lambda archive: (archive / "articles/town").rename(archive / "articles/city"),
    "a sidecar comes": lambda archive: put(archive / "articles/town/a.yaml"),
    "the page by hand is edited": lambda archive: put(archive / "pages/about.md"),
    "the first template comes": lambda archive: put(archive / "templates/article.html"),
    "the configuration is edited": lambda archive: put(archive / "config.yaml", "title: AA\n"),
    "the configuration is put in place": lambda archive: put_in_place(archive / "config.yaml"),
    "the configuration goes": lambda archive: (archive / "config.yaml").unlink(),
    "the articles go": lambda archive: shutil.rmtree(archive / "articles"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_site_is_made_from_starts_a_build_when(archive, change):
    with waiting(watched(archive)):
        change(archive)


PASSING = [".a.txt.swp", "4913", "a.txt~", "#a.txt#", ".#a.txt", "a.txt.tmp", "~$a.txt", ".DS_Store"]


@pytest.mark.parametrize("name", PASSING)
def test_a_file_that_an_editor_makes_for_itself_is_passing(name):
    assert is_passing(name)


@pytest.mark.parametrize("name", ["a.txt", "#1 in the list.txt", "4913.txt", "town", "tmp.txt"])
def test_a_text_is_not_passing(name):
    assert not is_passing(name)


def test_what_the_site_is_not_made_from_starts_none(archive):
    with waiting(watched(archive)) as thread:
        for path in ("output/index.html", "articles/.git/index", "addresses.csv", "notes.txt", "articles/town/a.txt~"):
            put(archive / path)
        time.sleep(_QUIET)
        assert thread.is_alive()
        put(archive / "articles/town/a.txt")


def test_a_site_inside_a_folder_that_is_watched_starts_none(archive):
    put(archive / "config.yaml", "pages: .\n")
    with waiting(watched(archive)) as thread:
        put(archive / "output/index.html")
        put(archive / "addresses.csv")
        time.sleep(_QUIET)
        assert thread.is_alive()
        put(archive / "about.md")


def test_what_changes_before_anybody_waits_is_told(archive):
    watch = watched(archive)
    put(archive / "articles/town/a.txt")
    with waiting(watch):
        pass


def test_a_configuration_that_changes_while_the_watch_is_moved_is_told(archive):
    file = archive / "config.yaml"
    watch = Watch(Places(file))
    config = load(file)
    put(file, "title: Another\n")
    with waiting(watch.over(Places.of(file, config))):
        pass


def test_folders_that_were_made_anew_are_watched_anew(archive):
    places = Places.of(archive / "config.yaml", load(archive / "config.yaml"))
    watch = Watch(places)
    with waiting(watch):
        shutil.rmtree(archive / "articles")
    with waiting(watch):
        put(archive / "articles/town/a.txt")
    with waiting(watch):
        put(archive / "config.yaml", "title: AA\n")
    watch = watch.over(places)
    with waiting(watch):
        put(archive / "articles/town/a.txt", "again")


def test_a_watch_that_will_do_is_kept(archive):
    watch = watched(archive)
    with waiting(watch):
        put(archive / "articles/town/a.txt")
    assert watch.over(Places.of(archive / "config.yaml", load(archive / "config.yaml"))) is watch


# --- The whole of it ---


class Press:
    """A builder that prints the texts of a folder on one page, and refuses one that begins with "!"."""

    def __init__(self, folder):
        self.folder = folder
        self.builds = []
        self.finished = []
        self.refuses_to_finish = False
        self.gate = threading.Event()
        self.gate.set()
        self.complaint = None
        self.glances = {}
        self.is_over = False

    def work(self):
        return Work(
            file=self.folder / "config.yaml",
            find=self.find,
            glance=self.glance,
            build=self.build,
            finish=self.finish,
            failed=self.failed,
        )

    def glance(self, config, changed):
        assert config.articles == self.folder
        if "fault" in self.glances:
            raise InputError("A glance that fails")
        return self.glances if self.folder / "a.txt" in changed else {}

    def find(self):
        if self.is_over:
            raise KeyboardInterrupt
        if self.complaint:
            raise ConfigError(self.complaint)
        return plain(self.folder)

    def build(self, config):
        text = "".join(path.read_text(encoding="utf-8") for path in sorted(self.folder.glob("*.txt")))
        self.builds.append(text)
        assert self.gate.wait(_PATIENCE)
        if text.startswith("!"):
            raise InputError("First <b>line</b>\nsecond", "Another")
        page = config.output / "index.html"
        before = page.read_text(encoding="utf-8") if page.exists() else ""
        put(page, f"<head></head>{text}")
        pages = Published(new=0, changed=int(page.read_text(encoding="utf-8") != before), unchanged=0, deleted=0)
        return Report(articles=1, pages=pages, copies=0, new=0, edited=0, moved=0)

    def finish(self, config):
        assert config.articles == self.folder
        self.finished.append(self.builds[-1])
        if self.refuses_to_finish:
            raise InputError("The index cannot be written")

    def failed(self, error):
        return tuple(error.complaints)


@contextmanager
def serving(press, port=8000):
    """The address of a site that is served in a thread, until the end."""
    told = []
    is_ready = threading.Event()

    def ready(address):
        told.append(address)
        is_ready.set()

    def run():
        with suppress(KeyboardInterrupt):
            serve(press.work(), port=port, ready=ready)

    thread = threading.Thread(target=run)
    thread.start()
    assert is_ready.wait(_PATIENCE)
    try:
        yield told[0]
    finally:
        press.is_over = True
        put(press.folder / "config.yaml")
        thread.join(_PATIENCE)
    assert not thread.is_alive()


@pytest.fixture
def press(tmp_path):
    return Press(write(tmp_path / "texts", {"a.txt": "one"}))


def get(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=_PATIENCE) as response:  # noqa: S310
        return response.read().decode()


def status(address, **headers):
    try:
        get(address, **headers)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    return 200


@contextmanager
def notices_of(address):
    """The notices that a page at an address hears, as they come."""
    with urllib.request.urlopen(f"{address}.newsarchive/notices", timeout=_PATIENCE) as response:  # noqa: S310
        yield (json.loads(line[6:]) for line in response if line.startswith(b"data: "))


def until(notices, is_wanted):
    return next(notice for notice in notices if is_wanted(notice))


def test_an_edit_is_built_and_told_to_every_page(press):
    with serving(press) as address, notices_of(address) as one, notices_of(address) as other:
        press_is_built(press)
        put(press.folder / "a.txt", "two")
        for notices in (one, other):
            until(notices, lambda _: "two" in get(address))


def press_is_built(press):
    """Wait for the first build to stand."""
    return wait_for((press.folder.with_name("texts-site") / "index.html").is_file)


def wait_for(is_so):
    end = time.monotonic() + _PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    return is_so()


def test_an_error_is_told_whole_while_the_last_good_site_stays_up_until_it_is_mended(press):
    with serving(press) as address, notices_of(address) as notices:
        press_is_built(press)
        put(press.folder / "a.txt", "! two")
        wrong = until(notices, lambda notice: notice["complaints"])
        assert wrong["complaints"] == ["First <b>line</b>\nsecond", "Another"]
        assert "one" in get(address)
        put(press.folder / "a.txt", "three")
        assert until(notices, lambda notice: not notice["complaints"])["build"] != wrong["build"]
        assert "three" in get(address)


def test_a_first_build_that_fails_is_told_and_mended_like_any_other(press):
    put(press.folder / "a.txt", "! one")
    with serving(press) as address, notices_of(address) as notices:
        until(notices, lambda notice: notice["complaints"])
        assert status(address) == 503
        put(press.folder / "a.txt", "two")
        until(notices, lambda notice: not notice["complaints"])
        assert "two" in get(address)


def test_a_site_that_stood_before_shows_once_the_choices_can_be_followed(press):
    site = write(press.folder.with_name("texts-site"), {"index.html": "<head></head>one"})
    press.complaint = "The choices are wrong"
    with serving(press) as address, notices_of(address) as notices:
        wrong = until(notices, lambda notice: notice["complaints"])
        assert status(address) == 503
        press.complaint = None
        put(press.folder / "config.yaml")
        assert until(notices, lambda notice: not notice["complaints"])["build"] != wrong["build"]
        assert get(address).endswith("one")
    assert (site / "index.html").read_text(encoding="utf-8") == "<head></head>one"


def test_what_changes_while_a_build_runs_is_built_after_it(press):
    press.gate.clear()
    with serving(press):
        assert wait_for(lambda: press.builds == ["one"])
        put(press.folder / "a.txt", "two")
        time.sleep(_QUIET)
        press.gate.set()
        assert wait_for(lambda: press.builds == ["one", "two"])


def test_what_nobody_waits_for_is_done_once_nothing_changes_any_more(press):
    with serving(press) as address, notices_of(address) as notices:
        until(notices, lambda _: press_is_built(press))
        put(press.folder / "a.txt", "two")
        time.sleep(_QUIET / 4)
        put(press.folder / "a.txt", "three")
        until(notices, lambda _: "three" in get(address))
        assert wait_for(lambda: press.finished[-1:] == ["three"])
        assert "two" not in press.finished


def test_what_fails_behind_the_pages_is_told_and_the_site_stays_up(press):
    press.refuses_to_finish = True
    with serving(press) as address, notices_of(address) as notices:
        told = until(notices, lambda notice: notice["complaints"])
        assert told["complaints"] == ["The index cannot be written"]
        assert "one" in get(address)


def test_a_build_that_changes_nothing_lets_the_pages_be(press):
    with serving(press) as address, notices_of(address) as notices:
        until(notices, lambda _: press_is_built(press))
        put(press.folder / "a.txt", "! two")
        wrong = until(notices, lambda notice: notice["complaints"])
        put(press.folder / "a.txt", "one")
        assert until(notices, lambda notice: not notice["complaints"])["build"] == wrong["build"]


def glanced_at(press, address, notices, text):
    """The notice of a glance at an edit, whose build goes on from then."""
    until(notices, lambda _: press_is_built(press))
    press.glances = {"index.html": b"<head></head>glance"}
    press.gate.clear()
    put(press.folder / "a.txt", text)
    glance = until(notices, lambda _: "glance" in get(address))
    press.gate.set()
    return glance


def test_a_glance_at_an_edit_shows_before_its_build_and_gives_way_to_it(press):
    with serving(press) as address, notices_of(address) as notices:
        glance = glanced_at(press, address, notices, "two")
        built = until(notices, lambda _: "two" in get(address))
        assert built["build"] != glance["build"]
        put(press.folder / "b.txt", "three")  # of which there is none
        assert "glance" not in get(address)


def test_where_a_build_fails_a_glance_gives_way_to_the_last_good_site(press):
    with serving(press) as address, notices_of(address) as notices:
        glance = glanced_at(press, address, notices, "! two")
        wrong = until(notices, lambda notice: notice["complaints"])
        assert wrong["build"] != glance["build"]
        assert "one" in get(address)


def test_a_glance_that_fails_is_no_matter(press):
    with serving(press) as address, notices_of(address) as notices:
        until(notices, lambda _: press_is_built(press))
        press.glances = {"fault": b""}
        put(press.folder / "a.txt", "two")
        until(notices, lambda _: "two" in get(address))


def test_a_folder_of_texts_that_gets_a_configuration_is_an_archive_from_then_on(press):
    watch = Watch(Places.of(press.folder / "config.yaml", plain(press.folder)))
    with waiting(watch):
        put(press.folder / "config.yaml", "articles: .\n")


def test_a_port_that_is_taken_is_passed_over(press):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(press, port) as address:
            assert port < int(address.split(":")[2].strip("/")) < port + 100


def test_no_port_at_all_is_said(press):
    with socket.create_server(("127.0.0.1", 65535)), pytest.raises(InputError, match="--port"):
        serve(press.work(), port=65535, ready=print)


def test_only_who_asks_for_this_machine_by_its_name_is_answered(press):
    with serving(press) as address:
        press_is_built(press)
        port = address.split(":")[2].strip("/")
        asked = {host: status(address, Host=host) for host in (f"LOCALHOST:{port}", "evil.example", "127.0.0.1:1")}
        assert asked == {f"LOCALHOST:{port}": 200, "evil.example": 403, "127.0.0.1:1": 403}
        assert status(f"{address}.newsarchive/notices", Host=f"evil.example:{port}") == 403


def test_nothing_that_is_served_is_kept_by_a_browser_or_given_to_another_site(press):
    with serving(press) as address:
        press_is_built(press)
        connection = http.client.HTTPConnection(address.split("/")[2], timeout=_PATIENCE)
        connection.request("HEAD", "/?a=b")
        response = connection.getresponse()
        assert response.status == 200
        assert response.read() == b""
        assert int(response.headers["Content-Length"]) > 0
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert response.headers["ETag"]
        connection.close()


# --- The command ---


@contextmanager
def command(*arguments):
    """`newsarchive serve` as people run it, and the address that it says."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), "serve", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    with process:
        yield process, re.search("http://[0-9.:]+/", process.stdout.readline())[0]
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no Ctrl-C to one process alone")
def test_the_command_builds_serves_and_ends_at_once_and_in_peace(tmp_path):
    texts = write(tmp_path / "texts", {"a.txt": "The ferry stops\n\nThe ferry will not sail again before spring.\n"})
    with command(texts, "-o", tmp_path / "site") as (process, address):
        assert process.stdout.readline().startswith("Built in ")
        assert "The ferry stops" in get(address)
        assert "live.js" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=_PATIENCE)
        assert process.returncode == 0
        assert "Traceback" not in errors


def test_a_configuration_that_is_wrong_from_the_start_is_said_and_waited_for(tmp_path):
    archive = write(tmp_path / "a", {"config.yaml": "titel: A\n", "texts/a.txt": "A ferry\n\nThe ferry sails again.\n"})
    with command(archive) as (process, address), notices_of(address) as notices:
        assert "title" in until(notices, lambda notice: notice["complaints"])["complaints"][0]
        assert "config.yaml:1" in process.stderr.readline()
        put(archive / "config.yaml", "title: Mended\narticles: texts\n")
        assert process.stdout.readline().startswith("Built in ")
        assert "Mended" in get(address)
        put(archive / "more/b.txt", "Another\n\nAnother text about the ferry.\n")
        put(archive / "config.yaml", "title: Moved\narticles: more\n")
        assert process.stdout.readline().startswith("Built in ")
        put(archive / "more/b.txt", "Another one\n\nAnother text about the ferry.\n")
        assert process.stdout.readline().startswith("Built in ")
        assert "Another one" in get(address)


def test_what_is_not_there_is_not_served(tmp_path):
    done = newsarchive("serve", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
