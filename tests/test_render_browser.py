"""Pages in a real browser, opened from disk: Chromium, as playwright brings it or as the system has it."""

import pytest

from newsarchive.model import Site
from tests.town import pages, whole_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    made = pages(whole_town(), Site(title="The Harbour Papers"), about="# About\n\nHello.")
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    return folder


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def article(site, name):
    return next((site / "articles").glob(f"*{name}*")).as_uri()


def seen(page, selector):
    """The words of the elements that a reader sees."""
    elements = page.locator(selector).all()
    return [" ".join(element.inner_text().split()) for element in elements if element.is_visible()]


def test_the_article_view_shows_the_article_alone(page, site):
    page.goto(article(site, "council"))
    assert page.get_by_text("The ferry that has tied Quarrow").is_visible()
    assert page.get_by_text("Maren Oduya writes about the harbour.").first.is_hidden()  # its line in the source
    assert page.locator(".notes").is_visible()
    assert seen(page, ".src") == []
    assert seen(page, ".gap") == ["1 line left out here"]


def test_the_source_view_shows_every_line_of_the_file(page, site):
    page.goto(article(site, "council"))
    page.get_by_role("link", name="Source text, 19 lines").click()
    lines = seen(page, ".text :is(p.src, :has(> a[id^=L]))")
    assert len(lines) == 19
    assert lines[0] == "Left out: appeal for donations Help the Lamp keep its light on"
    assert seen(page, ".c, .gap, .n, .notes") == []


def test_the_left_out_view_shows_what_was_left_out(page, site):
    page.goto(article(site, "council"))
    page.get_by_role("link", name="Left out, 4").click()
    assert [line.split(" ", 2)[0] for line in seen(page, ".text :is(p.src, :has(> a[id^=L]))")] == ["Left"] * 4
    page.get_by_role("link", name="Article", exact=True).click()
    assert seen(page, ".text .src") == []


def test_a_line_that_was_cut_stands_whole_in_the_left_out_view(page, site):
    page.goto(article(site, "quarrow-says") + "#removed")
    (line,) = seen(page, ".text :is(p.src, :has(> a[id^=L]))")
    assert line == "The gavel was found next day. Left out: promotion of another page Read more: The gavel's story"


def test_a_clue_opens_the_source_view_at_its_line(page, site):
    page.goto(article(site, "council"))
    page.locator("#why-outlet + dd").get_by_role("link", name="line 1").click()
    assert page.locator("#L1").is_visible()
    assert len(seen(page, ".text :is(p.src, :has(> a[id^=L]))")) == 19
