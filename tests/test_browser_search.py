"""The search page in Chromium, from disk and served: what it finds, shows and says."""

import csv
import functools
import http.server
import shutil
import threading
import time
from pathlib import Path

import pytest

from tests.browser.node import firefox, run_node
from tests.page_scripts import run
from tests.test_browser_axe import axe as axe  # noqa: PLC0414 - a fixture
from tests.test_browser_axe import findings

pytestmark = pytest.mark.browser

SETTLED = "['idle', 'done', 'error'].includes(document.documentElement.dataset.search)"
ASK = Path(__file__).parent / "browser" / "search.mjs"
PATIENCE = 20  # seconds
HEADLINES = "[...document.querySelectorAll('#results > li .headline')].map(element => element.textContent)"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/favicon.ico":  # which browsers ask for by themselves
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def served(sample_site):
    """The address of the sample's site on a server that knows nothing but files."""
    handler = functools.partial(Quiet, directory=sample_site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(params=["disk", "server"])
def root(request, sample_site):
    """The address of the site's folder."""
    return f"{sample_site.as_uri()}/" if request.param == "disk" else request.getfixturevalue("served")


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("requestfailed", lambda request: page.heard.append(f"{request.url} fails"))
    yield page
    context.close()


def wait(page, expression):
    """Until an expression holds. playwright's own way evaluates text in the page, which its policy forbids."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(10)


def search(page, root, query):
    page.goto(f"{root}search.html{query}")
    wait(page, SETTLED)
    return int(page.get_attribute("#count", "data-total") or -1)


def settled(page):
    page.wait_for_timeout(200)  # longer than the pause after a letter
    wait(page, SETTLED)
    return int(page.get_attribute("#count", "data-total") or -1)


def test_a_query_in_the_address_is_answered_with_lines_of_the_texts(page, root):
    assert search(page, root, "?q=bridge") >= 5
    wait(page, "document.querySelectorAll('#results > li mark').length >= 5")
    for result in page.locator("#results > li").all():
        assert result.get_attribute("data-source")
        assert result.locator(".lines mark").count() > 0
    assert page.heard == []


def test_nothing_is_asked_of_the_network(page, sample_site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, f"{sample_site.as_uri()}/", "?q=bridge")
    wait(page, "document.querySelectorAll('#results > li mark').length >= 5")
    assert all(address.startswith("file:") for address in asked)


def test_sets_are_those_that_the_scripts_find_without_a_browser(page, root, sample_site):
    queries = [
        "the",
        '"the harbour"',
        "harb*",
        "title:bridge",
        "outlet:none",
        "harbour -bridge",
        "date:none",
        "to:2023-10",
    ]
    queries += ["in:removed read", "fish OR tide from:2024", "bridge lang:en author:none"]
    expected = run("once(text)", queries, sample_site)
    assert all(expected)
    assert [search(page, root, f"?q={query}") for query in queries] == list(map(len, expected))


def test_the_front_page_and_every_other_lead_to_the_search(page, sample_site):
    page.goto((sample_site / "index.html").as_uri())
    page.fill("form[role=search] input[name=q]", "bridge")
    page.press("form[role=search] input[name=q]", "Enter")
    page.wait_for_url("**/search.html?q=bridge")
    wait(page, SETTLED)
    assert int(page.get_attribute("#count", "data-total")) >= 5
    for path in ("years/index.html", "outlets/index.html", "about/method.html"):
        page.goto((sample_site / path).as_uri())
        page.click(".sections a[href$='search.html']")
        wait(page, SETTLED)
        page.keyboard.press("/")
        page.keyboard.type("bridge")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search.html?q=bridge")
        wait(page, SETTLED)
        assert int(page.get_attribute("#count", "data-total")) >= 5


def test_the_last_word_may_go_on_while_one_types_and_back_leads_back(page, root):
    exact = search(page, root, "?q=bridge")
    search(page, root, "")
    assert not page.is_visible("#found")
    page.type("#q", "bridg", delay=10)
    assert settled(page) >= exact
    page.press("#q", "Enter")
    assert settled(page) == 0
    page.fill("#q", "bridge")
    page.press("#q", "Enter")
    assert settled(page) == exact
    page.go_back()
    assert settled(page) == 0
    assert page.input_value("#q") == "bridg"


def test_each_facet_has_as_many_articles_as_it_says(page, root):
    search(page, root, "?q=the")
    links = "[...document.querySelectorAll('#facets a')].map(({dataset, href}) => [dataset.field, dataset.count, href])"
    facets = page.evaluate(links)
    assert {field for field, *_ in facets} == {"outlet", "year", "author", "lang"}
    for field, count, address in facets:
        page.goto(address)
        wait(page, SETTLED)
        found = int(page.get_attribute("#count", "data-total"))
        # of copies in several outlets each outlet finds its own
        assert found == int(count) if field == "year" else found >= int(count), address


def test_a_facet_narrows_the_list_and_its_control_shows_it(page, root):
    everything = search(page, root, "?q=bridge")
    page.click("#facets a[data-field=outlet] >> nth=0")
    assert 0 < settled(page) < everything
    page.click(".precise summary")
    name = page.input_value("[data-control=outlet]")
    assert page.input_value("#q") in {f'bridge outlet:"{name}"', f"bridge outlet:{name}"}
    page.fill("[data-control=outlet]", "")
    page.press("[data-control=outlet]", "Tab")
    assert settled(page) == everything


def test_a_choice_of_years_says_what_it_hides(page, root):
    search(page, root, "?q=harbour+from:2023")
    hidden = page.locator("#notes a")
    assert "without a date" in page.inner_text("#notes")
    hidden.click()
    assert settled(page) > 0
    assert page.input_value("#q") == "harbour date:none"


def test_the_order_and_the_copies_can_be_chosen_and_stand_in_the_address(page, root):
    once = search(page, root, "?q=the")
    page.check("#copies")
    assert settled(page) > once
    page.select_option("#sort", "oldest")
    settled(page)
    assert "sort=oldest" in page.url
    assert "copies=all" in page.url
    oldest = page.evaluate(HEADLINES)
    page.select_option("#sort", "newest")
    settled(page)
    assert page.evaluate(HEADLINES) != oldest


def test_a_word_of_no_article_is_named_with_its_nearest(page, root):
    assert search(page, root, "?q=bridge+harbuor") == 0
    assert "harbuor" in page.inner_text("#notes")
    page.click("#notes a")
    assert settled(page) > 0
    assert page.input_value("#q") == "bridge harbour"


def test_of_words_that_never_meet_the_page_says_without_which_there_is_something(page, root):
    assert search(page, root, "?q=piano+bearings") == 0
    links = page.locator("#notes a")
    count = int("".join(filter(str.isdigit, links.first.inner_text())))
    links.first.click()
    assert settled(page) == count > 0


def test_what_is_no_date_is_named_with_what_is_one(page, root):
    assert search(page, root, "?q=bridge+from%3Amarch") == 0
    said = page.inner_text("#notes")
    assert "march" in said
    assert "2019-03-05" in said


def test_a_result_opens_with_its_words_marked_and_the_first_of_them_in_view(page, root):
    search(page, root, '?q="swing+bridge"')
    page.click("#results > li:last-child .headline a")
    page.wait_for_selector("mark")
    assert {text.lower() for text in page.locator("mark").all_inner_texts()} == {"swing bridge"}
    box = page.locator("mark").first.bounding_box()
    assert 0 <= box["y"] < 900


def test_what_was_left_out_opens_in_its_view(page, root):
    assert search(page, root, "?q=in:removed+read") > 0
    page.click("#results .headline a >> nth=0")
    page.wait_for_selector("mark")
    assert page.url.endswith("#removed")
    assert page.locator("mark:visible").count() > 0


def test_the_list_can_be_saved(page, root, tmp_path):
    total = search(page, root, "?q=bridge")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == total
    assert [row["headline"] for row in rows][:10] == page.evaluate(HEADLINES)


def test_more_can_be_shown(page, root):
    total = search(page, root, "?q=the")
    assert page.locator("#results > li").count() == 10
    while page.is_visible("#more"):
        page.click("#more")
        page.wait_for_timeout(100)
    assert page.locator("#results > li").count() == total


def test_keys_alone_are_enough(page, root):
    search(page, root, "")
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    assert settled(page) > 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#results .headline a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    assert settled(page) == -1
    assert page.input_value("#q") == ""
    page.go_back()
    settled(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


def test_a_file_that_is_missing_or_cut_short_is_named(chromium, sample_site, tmp_path):
    site = shutil.copytree(sample_site, tmp_path / "site")
    root = f"{site.as_uri()}/"
    page, asked = chromium.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    search(page, root, '?q="swing+bridge"+from:2000')
    files = [address.removeprefix(root) for address in asked if "/search/" in address]
    assert {"search/root.js", "search/c/all.js", "search/c/day/0.js", "search/m/0/0.js"} <= set(files)
    assert {file.split("/")[1] for file in files} >= {"t", "p"}
    for name in files:
        whole = (site / name).read_bytes()
        for broken, said in ((None, "missing"), (whole[: len(whole) // 2], "damaged"), (b"", "damaged")):
            (site / name).unlink() if broken is None else (site / name).write_bytes(broken)
            search(page, root, '?q="swing+bridge"+from:2000')
            assert page.get_attribute("html", "data-search") == "error", name
            assert said in page.inner_text("#notes"), name
            assert name in page.inner_text("#notes"), name
            assert page.is_visible("#ways")
        (site / name).write_bytes(whole)
    assert search(page, root, '?q="swing+bridge"+from:2000') > 0
    page.close()


def test_without_an_index_and_without_scripts_the_page_leads_to_the_lists(chromium, sample_site, tmp_path):
    site = shutil.copytree(sample_site, tmp_path / "site")
    shutil.rmtree(site / "search")
    page = chromium.new_page()
    search(page, f"{site.as_uri()}/", "?q=bridge")
    assert "search/root.js" in page.inner_text("#notes") or "search/c/all.js" in page.inner_text("#notes")
    assert page.locator("#ways a:visible").count() >= 4
    page.close()
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample_site / "search.html").as_uri())
    assert page.locator("#ways a:visible").count() >= 4
    assert page.is_visible("noscript")
    context.close()


def test_axe_finds_nothing(page, axe, sample_site):
    queries = ["?q=bridge", "?q=harbuor", "?q=harbour+from:2023&sort=newest", ""]
    found = [line for query in queries for line in findings(page, axe, sample_site / "search.html", (query,))]
    assert found == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_of_results_is_wider_than_the_screen(page, root, width):
    page.set_viewport_size({"width": width, "height": 800})
    search(page, root, "?q=the")
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_firefox_finds_the_same_from_disk(node_modules, sample_site):
    program = firefox(node_modules)
    queries = ["bridge", '"the harbour"', "harb* -bridge", "in:removed read", "from:2024 date:stated", "harbuor"]
    address = f"{sample_site.as_uri()}/"
    answers = run_node(ASK, "firefox", program, address, given=queries, modules=node_modules)["answers"]
    assert {answer["state"] for answer in answers} == {"done"}
    expected = run("once(text)", queries, sample_site)
    assert [answer["total"] for answer in answers] == list(map(len, expected))
    assert all(answer["marks"] >= len(answer["shown"]) > 0 for answer in answers[:4])
