"""Every page is valid HTML and the stylesheet valid CSS, as the validator of the W3C has it (vnu)."""

import pytest

from newsarchive.model import Edition, Site
from tests.town import pages, weekly_of_three_years, whole_town

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "site",
    [Site(), Site(listing_size=2, url="https://papers.example/"), Site(edition=Edition(text="excerpt", words=3))],
    ids=["working copy", "lists in many parts", "excerpts"],
)
def test_every_page_is_valid(html_errors, tmp_path, site):
    made = pages(
        [*whole_town(), *weekly_of_three_years()],
        site,
        about="# About\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.encode())
    assert html_errors("--skip-non-html", tmp_path) == []
    assert html_errors("--css", tmp_path / "assets" / "style.css") == []
