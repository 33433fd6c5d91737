"""Pages from disk, in Chromium: they ask for nothing but files, complain of nothing, and their links lead somewhere."""

import pytest

from tests.browser.kinds import chosen
from tests.findings import findings

pytestmark = pytest.mark.browser


def heard(chromium, site, paths):
    """What pages ask of anything but the disk, what fails, and what the console says."""
    context = chromium.new_context()
    page = context.new_page()
    found = []
    page.on("console", lambda message: found.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: found.append(f"{page.url}: {request.url} fails"))
    page.on(
        "request", lambda request: request.url.startswith("file:") or found.append(f"{page.url} asks {request.url}")
    )
    for path in paths:
        page.goto((site / path).as_uri())
    context.close()
    return found


def test_no_kind_of_page_asks_the_network_or_has_anything_to_say(chromium, built_site):
    assert heard(chromium, built_site, chosen(built_site)) == []


def test_a_request_is_heard(chromium, tmp_path):
    (tmp_path / "bad.html").write_text('<img src="http://127.0.0.1:9/x.png"><script>none()</script>', encoding="utf-8")
    assert any("asks http://127.0.0.1:9/x.png" in line for line in heard(chromium, tmp_path, ["bad.html"]))


def test_the_site_passes_its_own_check(built_site):
    assert findings(built_site) == []
