"""Pages in colours that the reader set (forced colours) and on paper."""

import re
import shutil
import subprocess

import pytest

from tests.browser.kinds import chosen
from tests.browser.needed import lack

pytestmark = pytest.mark.browser

# The contrast of two colours as browsers compute them: "rgb(0, 0, 0)", "rgb(255, 255, 255)" -> 21.
CONTRAST = """
    const light = colour => {
        const [red, green, blue] = colour.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
"""

PALE_BARS = (
    "() => {"
    + CONTRAST
    + """
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const bars = [...document.querySelectorAll(".bars rect:last-child")];
    return [bars.length, bars.filter(bar => contrast(getComputedStyle(bar).fill, paper) < 3).length];
}"""
)

RING = (
    "() => {"
    + CONTRAST
    + """
    const style = getComputedStyle(document.activeElement);
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    return style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 3
        && contrast(style.outlineColor, paper) >= 3;
}"""
)

# Words that are no dark ink, elements that colour the paper, and links that lead through the site.
PRINTED = (
    "() => {"
    + CONTRAST
    + """
    const shown = element => element.checkVisibility() && getComputedStyle(element).clipPath === "none";
    const faults = [];
    for (const element of document.querySelectorAll("html, body, body *")) {
        if (!shown(element)) continue;
        const style = getComputedStyle(element);
        const name = `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
        if (element.closest("nav")) faults.push(`${name} is navigation`);
        const hasWords = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (hasWords && contrast(style.color, "rgb(255, 255, 255)") < 7) faults.push(`${name} is pale: ${style.color}`);
        if (!["rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"].includes(style.backgroundColor)) {
            faults.push(`${name} is on ${style.backgroundColor}`);
        }
    }
    return faults;
}"""
)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def telling_article(sample_site):
    """A page of the sample archive with a caption and a stated date."""
    for path in sorted((sample_site / "articles").iterdir()):
        page = path.read_text(encoding="utf-8")
        if re.search(r'class="[^"]*\bcaption\b', page) and "<time" in page:
            return path
    pytest.fail("no article of the sample archive has a caption and a stated date")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_and_focus_are_seen_in_forced_colours(page, built_site, scheme):
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    bars = 0
    for path in ("index.html", "years/index.html", "outlets/index.html"):
        page.goto((built_site / path).as_uri())
        count, pale = page.evaluate(PALE_BARS)
        bars += count
        assert pale == 0, path
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(RING), path
    assert bars > 0


def test_every_kind_of_page_is_printed_in_ink_on_white_without_navigation(page, built_site):
    page.emulate_media(media="print", color_scheme="dark")  # where light ink on black would be wrong
    found = []
    for path in chosen(built_site, each=1):
        for view in ("", "#original") if path.startswith("articles/") else ("",):
            page.goto((built_site / path).as_uri() + view)
            found += [f"{path}{view}: {fault}" for fault in page.evaluate(PRINTED)]
    assert found == []


def test_an_article_is_printed_with_its_captions_outlet_date_and_item(page, telling_article):
    page.emulate_media(media="print")
    page.goto(telling_article.as_uri())
    item = telling_article.stem.rpartition("-")[2]
    assert page.locator(".text .caption").first.is_visible()
    assert page.locator(".origin a[href*='outlets/']").is_visible()
    assert page.locator(".origin time").is_visible()
    assert page.locator("#about").get_by_text(item).first.is_visible()


def test_a_printed_article_is_text(page, telling_article, tmp_path):
    reader = shutil.which("pdftotext")
    if not reader:
        lack("no pdftotext to read what was printed: install poppler-utils")
    page.goto(telling_article.as_uri())
    headline = page.locator("h1").inner_text()
    paragraph = page.locator(".text p[id^=p]").first.inner_text()
    page.pdf(path=tmp_path / "article.pdf", format="A4")
    command = [reader, str(tmp_path / "article.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603
    for words in (headline, " ".join(paragraph.split()[:8])):
        assert _bare(words) in _bare(text)


def _bare(text):
    return re.sub(r"\W", "", text)
