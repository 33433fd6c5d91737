"""A site that is served, in a real browser: pages show by themselves what changed, and over them what is wrong."""

import shutil
import threading
from collections import Counter
from contextlib import suppress

import pytest

from newsarchive import pipeline
from newsarchive.pipeline.glance import Memory, glance
from newsarchive.serve import Work, serve
from tests.command import ROOT, write

pytestmark = pytest.mark.browser

FERRY = "The ferry stops\n\nBy Ada Quill\n14 March 2023\n\n" + "\n\n".join(
    f"The ferry will not sail on day {day} of the winter, the harbour office said on Tuesday." for day in range(60)
)
ARTICLE = "articles/ferry.txt"


class Served:
    """An archive that is built by the whole line, and served from a thread until it is over."""

    def __init__(self, folder):
        self.folder = write(folder, {"config.yaml": "title: The Harbour Papers\n", ARTICLE: FERRY})
        self.address = ""
        self.is_over = False
        self.builds = 0
        self._memory = Memory()
        self._is_ready = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        assert self._is_ready.wait(30)

    def _run(self):
        with suppress(KeyboardInterrupt):
            file = self.folder / "config.yaml"
            work = Work(
                file=file,
                find=self._find,
                glance=self._glance,
                build=self._build,
                finish=self._finish,
                failed=complaints,
            )
            serve(work, port=8100, ready=self._ready)

    def _ready(self, address):
        self.address = address
        self._is_ready.set()

    def _find(self):
        if self.is_over:
            raise KeyboardInterrupt
        return pipeline.find_archive(self.folder, None, None)

    def _glance(self, config, changed):
        return {page.path: page.content for page in glance(config, self._memory, changed)}

    def _build(self, config):
        return self._built(config, index_later=True)

    def _finish(self, config):
        return self._built(config, index_later=False)

    def _built(self, config, *, index_later):
        report = pipeline.build(
            config,
            workers=1,
            distrust=False,
            progress=lambda items, *_: iter(items),
            index_later=index_later,
            memory=self._memory,
        )
        self.builds += 1
        return report

    def edit(self, old, new, name=ARTICLE):
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def end(self):
        self.is_over = True
        write(self.folder, {"config.yaml": "title: Over\n"})
        self._thread.join(30)
        assert not self._thread.is_alive()


def complaints(error):
    return tuple(error.complaints)


@pytest.fixture
def served(tmp_path):
    site = Served(tmp_path / "archive")
    yield site
    site.end()


@pytest.fixture
def context(chromium):
    context = chromium.new_context(viewport={"width": 900, "height": 600})
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A page, and what its policy or its script complained of."""
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    return page


def opened(page, served):
    """The page of the article, from the front page that came up by itself."""
    page.goto(served.address)
    page.get_by_role("link", name="The ferry stops").first.click()
    page.get_by_role("heading", name="The ferry stops").wait_for()
    page.faults.clear()  # before the first build the front page was not there yet


def comes_to(page, asked, expected):
    """Whether a page that is loaded again gives what is expected for a script, soon."""
    being_loaded = pytest.importorskip("playwright.sync_api").Error
    for _ in range(100):
        with suppress(being_loaded):
            if page.evaluate(asked) == expected:
                return True
        page.wait_for_timeout(50)
    return False


def test_an_edit_shows_by_itself_in_every_tab_and_where_the_reader_was(page, context, served):
    opened(page, served)
    tabs = [context.new_page() for _ in range(3)]
    for tab in tabs:
        tab.goto(page.url)
    page.evaluate("scrollTo(0, 1200)")
    served.edit("day 59", "the very last day")

    for tab in (page, *tabs):
        tab.get_by_text("the very last day").first.wait_for(state="attached")
    assert comes_to(page, "scrollY", 1200)
    assert page.faults == []
    assert b"live.js" not in b"".join(path.read_bytes() for path in (served.folder / "output").rglob("*.html"))


def test_a_page_is_loaded_again_where_it_says_something_else_and_nowhere_else(page, context, served):
    opened(page, served)
    other = context.new_page()
    other.goto(f"{served.address}about.html")
    tabs, loads = (page, other), Counter()
    for tab in tabs:
        tab.on("load", lambda loaded: loads.update([loaded]))
    before = served.builds
    served.edit("day 59", "the very last day")

    page.get_by_text("the very last day").first.wait_for(state="attached")
    for _ in range(200):  # until the index has followed too
        page.wait_for_timeout(50)
        if served.builds > before + 1:
            break
    page.wait_for_timeout(500)
    assert served.builds > before + 1
    assert loads == Counter([page])

    served.edit("The Harbour Papers", "The Quay Papers", "config.yaml")
    for tab in tabs:
        tab.get_by_text("The Quay Papers").first.wait_for(state="attached")
    write(served.folder, {"templates/assets/style.css": "main { color: rgb(1, 2, 3) }"})
    for tab in tabs:
        assert comes_to(tab, "getComputedStyle(document.querySelector('main')).color", "rgb(1, 2, 3)")
    assert page.faults == []


def test_a_broken_template_is_told_over_the_page_that_stood_until_it_is_mended(page, served):
    opened(page, served)
    shutil.copytree(ROOT / "templates", served.folder / "templates")
    served.edit("{% block main %}", "{% block main %}<p>Mine</p>", "templates/article.html")
    page.get_by_text("Mine").wait_for()

    served.edit("<p>Mine</p>", "<p>{{ <b>mine</b> }}</p>", "templates/article.html")
    alert = page.get_by_role("alert")
    alert.get_by_text("article.html").wait_for()
    assert page.get_by_text("Mine", exact=True).is_visible()
    assert page.get_by_role("heading", name="The ferry stops").is_visible()

    page.reload()
    alert.get_by_text("article.html").wait_for()
    alert.get_by_role("button").click()
    assert alert.count() == 0

    served.edit("<p>{{ <b>mine</b> }}</p>", "<p>Mended</p>", "templates/article.html")
    page.get_by_text("Mended").wait_for()
    assert alert.count() == 0
    assert page.faults == []


def test_what_an_error_says_is_text(page, served):
    opened(page, served)
    served.edit("title", '"<img src=x onerror=document.title=1>"', "config.yaml")
    page.get_by_role("alert").get_by_text("<img src=x").wait_for()
    assert page.get_by_role("alert").locator("img").count() == 0
    served.edit('"<img src=x onerror=document.title=1>"', "title", "config.yaml")
    page.get_by_role("alert").wait_for(state="detached")


def test_a_tab_that_nobody_saw_is_told_when_it_is_seen(page, served):
    opened(page, served)
    state = "Object.defineProperty(document, 'visibilityState', {{ value: '{}', configurable: true }})"
    seen = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(f"{state.format('hidden')}; {seen}")
    served.edit("day 59", "the very last day")
    served.edit("14 March", "15 March")
    page.wait_for_timeout(1500)
    assert page.get_by_text("the very last day").count() == 0
    page.evaluate(f"{state.format('visible')}; {seen}")
    page.get_by_text("the very last day").first.wait_for(state="attached")
