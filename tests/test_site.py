"""The sites of the sample archive and of the five real inputs, as they stand on disk: whole, valid, opened in a browser."""

import re

import pytest

from tests.command import ROOT, newsarchive
from tests.findings import findings


def _built(folder, *arguments):
    done = newsarchive(*arguments, "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return _built(tmp_path_factory.mktemp("sample") / "site", ROOT)


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    return _built(tmp_path_factory.mktemp("seeds") / "site", shared / "seeds")


def test_the_sample_archive_passes_its_own_check(sample):
    assert findings(sample) == []


def test_the_site_of_the_real_inputs_passes_its_own_check(seeds):
    assert findings(seeds) == []
    assert len(list((seeds / "articles").iterdir())) == 5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample", "seeds"])
def test_no_page_has_an_error_of_the_html_validator(name, request, html_errors):
    site = request.getfixturevalue(name)

    assert html_errors("--skip-non-html", site) == []
    assert html_errors("--css", site / "assets" / "style.css") == []


@pytest.mark.browser
def test_the_pages_of_the_real_inputs_open_from_disk_with_their_three_views(seeds, chromium):
    page = chromium.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for article in sorted((seeds / "articles").iterdir()):
        page.goto(article.as_uri())
        paragraphs = page.locator(".text p:visible:not(.src)").count()
        assert page.locator("h1").is_visible()
        assert paragraphs > 10
        page.goto(f"{article.as_uri()}#original")
        assert page.locator(".text .src:visible").count() > 0
        page.goto(f"{article.as_uri()}#removed")
        left_out = page.get_by_role("link", name=re.compile("Left out, [0-9]"))
        assert page.locator(".text p:visible:not(.src)").count() < paragraphs or not left_out.count()
    page.close()

    assert said == []
    assert [url for url in asked if not url.startswith("file:")] == []
