"""Pages without a mouse: every link is reached in order and seen when it is, and nothing holds the focus."""

import pytest

from tests.browser.kinds import chosen, with_views

pytestmark = pytest.mark.browser

_MOST = 20  # links of a page that are gone through: a list goes on as it began

# What can be reached, in the order of the page, each numbered so that it can be named.
NUMBER = """() => {
    const visible = element => element.getClientRects().length && element.checkVisibility({visibilityProperty: true});
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    return all.filter(visible).map((element, number) => {
        element.dataset.number = number;
        return `${number} ${element.textContent.trim().slice(0, 30)}`;
    });
}"""

# What has the focus: its number, and what is wrong with how it shows. A link in two lines has two boxes; of a region
# that is taller than the screen a part is enough.
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const style = getComputedStyle(element);
    const inside = box => box.top > -1 && box.bottom < innerHeight + 1;
    const reaches = box => box.height > innerHeight && box.top < innerHeight && box.bottom > 0;
    const shown = [...element.getClientRects()].filter(box =>
        box.width && (inside(box) || reaches(box)) && box.left > -1 && box.right < innerWidth + 1);
    const free = shown.some(box => {
        const top = document.elementFromPoint(box.left + box.width / 2,
            Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
        return top && (element.contains(top) || top.contains(element));
    });
    const faults = [];
    if (style.outlineStyle !== "solid" || parseFloat(style.outlineWidth) < 3) faults.push("has no ring");
    if (style.clipPath !== "none") faults.push("is clipped");
    if (!shown.length) faults.push("is off screen");
    else if (!free) faults.push("is covered");
    return {number: Number(element.dataset.number ?? -1), name: element.textContent.trim().slice(0, 30), faults};
}"""


@pytest.fixture(params=[1280, 390], ids=["desktop", "phone"])
def page(chromium, request):
    context = chromium.new_context(viewport={"width": request.param, "height": 800})
    yield context.new_page()
    context.close()


def walk(page, most):
    """What the Tab key comes to, from the top of a page until it leaves it or is at its top again."""
    for step in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None or (step and focused["number"] == 0):
            return
        yield focused


def strays(page, file):
    """What is wrong with the way of the Tab key through a page."""
    page.goto(file.as_uri())
    links = page.evaluate(NUMBER)[:_MOST]
    # a region that scrolls is a stop too, and has no number
    steps = [step for step in walk(page, len(links) + 20) if step["number"] < len(links)]
    yield from (f"{file.name}: {step['name']!r} {fault}" for step in steps for fault in step["faults"])
    if [step["number"] for step in steps if step["number"] >= 0] != list(range(len(links))):
        yield f"{file.name}: of {links} it came to {[step['name'] for step in steps]}"


@pytest.mark.parametrize(("name", "page"), [("sample_site", 1280), ("arabic_site", 390)], indirect=["page"])
def test_the_tab_key_comes_to_every_link_in_order_and_each_shows_that_it_is_there(page, name, request):
    site = request.getfixturevalue(name)
    pages = [path for path in chosen(site, each=1) if name == "sample_site" or path.count("/") < 2]
    assert [fault for path in pages for fault in strays(page, site / path)] == []


def test_the_first_stop_leads_past_the_navigation(page, sample_site):
    for path in ("index.html", "outlets/index.html"):
        page.goto((sample_site / path).as_uri())
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#main').contains(document.activeElement)")


def test_the_views_of_an_article_open_with_the_enter_key(page, sample_site):
    page.goto((sample_site / with_views(sample_site)[-1]).as_uri())
    assert page.locator(".text .src:visible").count() == 0
    open_with_keys(page, "#original")
    lines = page.locator(".text .src:visible").count()
    open_with_keys(page, "#removed")
    assert 0 < page.locator(".text .out:visible").count() < lines
    open_with_keys(page, "#clean")
    assert page.locator(".text .src:visible").count() == 0


def test_a_sidecar_is_selected_and_filled_in_by_keys_alone(page, sample_site):
    page.goto((sample_site / "review" / "no-byline.html").as_uri())
    offered = page.locator("pre.settling").first
    text = offered.inner_text()
    tab_to(page, "document.activeElement.matches('pre.settling')")
    page.keyboard.press("ControlOrMeta+a")
    assert page.evaluate("getSelection().toString()").strip() == text.strip()
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.press("End")
    page.keyboard.type(" Ada Rook")
    assert offered.inner_text().startswith("authors: Ada Rook\nfor: ")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.querySelector('pre.settling')")


def tab_to(page, is_there):
    """Tab until something is true."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(is_there):
            return
    pytest.fail(f"the Tab key never came to where {is_there}")


def open_with_keys(page, address):
    """Tab to the first link with an address, and press Enter."""
    tab_to(page, f"document.activeElement.getAttribute('href') === {address!r}")
    page.keyboard.press("Enter")
