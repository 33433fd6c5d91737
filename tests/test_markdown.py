"""Articles written by hand as Markdown: nothing is removed, and every field is the plain text of its block."""

import pytest

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import Source


def _article(text):
    source = Source("hand.md", text, "utf-8", "", markdown=True)
    return extract(source, label(source))


@pytest.mark.parametrize(
    "heading", ["# A *plain* heading", "A *plain* heading\n=====", "## A [plain](https://x.example) heading #"]
)
def test_the_first_heading_is_the_headline_without_its_marks(heading):
    article = _article(f"{heading}\n\nText of it.\n")

    assert article.headline == "A plain heading"
    assert [block.text for block in article.body] == ["Text of it."]


def test_every_block_is_body_with_its_plain_text_and_its_html():
    article = _article("# Head\n\nSome **bold** words.\n\n## Below\n\n- one\n- two\n\n> said\n")

    assert [(block.kind, block.text) for block in article.body] == [
        ("paragraph", "Some bold words."),
        ("subhead", "Below"),
        ("list_item", "one"),
        ("list_item", "two"),
        ("quote", "said"),
    ]
    assert article.body[0].html == "<p>Some <strong>bold</strong> words.</p>"
    assert article.removed == ()


def test_what_runs_is_gone_and_what_it_said_is_not():
    article = _article(
        "# Head\n\n<script>alert(1)</script> Words <img src=x onerror=alert(2)> [here](javascript:alert(3))\n"
    )
    html = "".join(block.html or "" for block in article.body)

    assert not [word for word in ("script", "onerror", "alert") if word in html]
    assert "Words" in html
