"""Pages on narrow screens, enlarged, with large text: they ask for no sideways scrolling and lose no words."""

import pytest

from tests.browser.kinds import chosen

pytestmark = pytest.mark.browser

# Words that stand outside the screen though nothing scrolls them in, and the width of the page.
OVERFLOW = """() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX)
        || scrolls(element.parentElement));
    const hidden = element => element && (getComputedStyle(element).clipPath !== "none" || hidden(element.parentElement));
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faults = wide > 0 ? [`the page is ${wide} px too wide`] : [];
    while (words.nextNode()) {
        const parent = words.currentNode.parentElement;
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        const boxes = [...range.getClientRects()].filter(box => box.width);
        if (!boxes.some(box => box.left < -1 || box.right > innerWidth + 1)) continue;
        if (!scrolls(parent) && !hidden(parent)) {
            faults.push(`<${parent.localName}> is cut: ${words.currentNode.data.trim().slice(0, 40)}`);
        }
    }
    return faults;
}"""

# Boxes that hide what does not fit into them, other than decks of lists, which show two lines on purpose.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
    const style = getComputedStyle(element);
    return style.overflowY === "hidden" && style.clipPath === "none" && !element.matches(".entry .deck, svg, svg *")
        && element.scrollHeight > element.clientHeight + 1;
}).map(element => `<${element.localName} class=${element.className}> hides words`)"""


@pytest.fixture
def screen(chromium):
    """A function from a width in CSS pixels to a page of that width."""
    contexts = []

    def page(width, **more):
        contexts.append(chromium.new_context(**{"viewport": {"width": width, "height": 800}} | more))
        return contexts[-1].new_page()

    yield page
    for context in contexts:
        context.close()


def faults(page, site, paths):
    """What does not fit on pages and in the views of articles: "index.html: the page is 12 px too wide"."""
    for path in paths:
        for view in ("", "#original", "#removed") if path.startswith("articles/") else ("",):
            page.goto((site / path).as_uri() + view)
            yield from (f"{path}{view}: {fault}" for fault in page.evaluate(OVERFLOW) + page.evaluate(CLIPPED))


def test_no_kind_of_page_scrolls_sideways_on_a_screen_of_320_pixels(screen, built_site):
    assert list(faults(screen(320), built_site, chosen(built_site))) == []


def test_no_kind_of_page_scrolls_sideways_at_400_percent(screen, sample_site):
    page = screen(320, viewport={"width": 320, "height": 225}, device_scale_factor=4)  # 1280 by 900, enlarged
    assert list(faults(page, sample_site, chosen(sample_site, each=1))) == []


def test_no_kind_of_page_scrolls_sideways_on_a_wide_screen(screen, sample_site):
    assert list(faults(screen(1920), sample_site, chosen(sample_site, each=1))) == []


@pytest.mark.parametrize(("width", "name"), [(1280, "sample_site"), (640, "arabic_site")])
def test_text_of_twice_the_size_stays_whole(screen, request, width, name):
    site, page = request.getfixturevalue(name), screen(width)
    page.goto((site / "index.html").as_uri())
    size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    usual = page.evaluate(size)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    assert page.evaluate(size) == pytest.approx(2 * usual)  # the reader's own setting is followed
    assert list(faults(page, site, chosen(site, each=1))) == []


@pytest.mark.parametrize("language", ["de", "he"])
def test_the_words_of_a_language_fit_a_narrow_screen(screen, sites, tmp_path, language):
    site = sites.town(tmp_path, language)
    assert list(faults(screen(320), site, chosen(site, each=1))) == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<p style='width: 500px'>Wide", "the page is"),
        ("<p style='margin-inline-start: -50px'>Cut off", "<p> is cut: Cut off"),
        ("<p style='height: 1px; overflow: hidden'>Hidden words", "<p class=> hides words"),
    ],
)
def test_what_does_not_fit_is_seen(screen, tmp_path, page, fault):
    (tmp_path / "bad.html").write_text("<!doctype html>" + page, encoding="utf-8")
    found = list(faults(screen(320), tmp_path, ["bad.html"]))
    assert any(fault in line for line in found), found
