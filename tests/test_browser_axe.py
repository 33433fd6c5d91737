"""What axe-core finds on the pages for readers who cannot see them well, or not at all: nothing."""

import pytest

from tests.browser.kinds import chosen, with_views

pytestmark = pytest.mark.browser

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
SURROUNDINGS = {
    "light, desktop": ("light", DESKTOP),
    "light, phone": ("light", PHONE),
    "dark, desktop": ("dark", DESKTOP),
    "dark, phone": ("dark", PHONE),
}
DIAGONAL = ("light, desktop", "dark, phone")

# The size of targets (WCAG 2.2) is left out of axe's own choice.
RUN = """axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(result =>
    result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html}`)))"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def axe(node_modules):
    """The program that checks a page, as text."""
    return (node_modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def findings(page, axe, file, views=("",), surroundings=DIAGONAL):
    """What axe finds on a page: "index.html, dark, phone: color-contrast: .soft: <p …>"."""
    for view in views:
        page.goto(file.as_uri() + view)
        page.evaluate(axe)
        for name in surroundings:
            scheme, size = SURROUNDINGS[name]
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            yield from (f"{file.name}{view}, {name}: {found}" for found in page.evaluate(RUN))


def test_axe_finds_nothing_on_any_kind_of_page_in_either_scheme_at_either_size(page, axe, sample_site):
    pages = chosen(sample_site, each=1)
    assert [line for path in pages for line in findings(page, axe, sample_site / path)] == []


@pytest.mark.parametrize("name", ["town_site", "arabic_site"])
def test_axe_finds_nothing_on_any_kind_of_page_of_the_town(page, axe, name, request):
    site = request.getfixturevalue(name)
    pages = [path for path in chosen(site, each=1) if path.count("/") < 2]
    assert [line for path in pages for line in findings(page, axe, site / path, surroundings=["dark, phone"])] == []


def test_axe_finds_nothing_in_the_views_of_an_article(page, axe, built_site):
    articles, views = with_views(built_site)[-2:], ("#original", "#removed")
    assert articles
    assert [line for path in articles for line in findings(page, axe, built_site / path, views, DIAGONAL)] == []


def test_axe_is_heard(page, axe, tmp_path):
    (tmp_path / "bad.html").write_text(
        "<title>x</title><h1>x</h1><p style='color:#aaa;background:#fff'>Pale</p>", "utf-8"
    )
    found = list(findings(page, axe, tmp_path / "bad.html"))
    assert any("bad.html, dark, phone: color-contrast: p:" in line for line in found)
