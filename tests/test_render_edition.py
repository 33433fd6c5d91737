"""What an edition withholds is in none of its bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Block, Caption, Edition, Evidence, Problem, Repair, Site
from newsarchive.render.edition import edition_for, shown, shown_card
from tests.town import archive_of, article_page, make_article, page_of, pages

LINES = [
    ("headline", "The headline stands"),
    ("deck", "The deck stands"),
    ("paragraph", "Opening words of the report."),
    *[("paragraph", f"Paragraph number {number} of the body, tenthword{number}.") for number in range(2, 11)],
    ("boilerplate newsletter_prompt", "Leftoutword appeals to you"),
    ("caption", "Captionword under a picture"),
    ("bio", "Bioword about the author"),
    ("front_matter", "secret: Frontword"),
]
EVIDENCE = (
    Evidence("published", (13,), "a_rule", "inferred", "“Leftoutword appeals” and tenthword10 are of that week"),
)


def article(outlet="The Lamp", **fields):
    return make_article(
        "a.txt",
        LINES,
        outlet=outlet,
        published="2023-03-29?",
        evidence=EVIDENCE,
        repairs=(Repair(12, 0, "Mojiword", "Para", "mojibake"),),
        problems=(Problem("odd", "Problemword is odd", "a.txt"),),
        **fields,
    )


def everything(edition, *, of_outlet=None):
    site = Site(editions=((of_outlet, edition),)) if of_outlet else Site(edition=edition)
    return "".join(pages([article()], site).values())


WITHHELD = ("tenthword10", "Leftoutword", "Captionword", "Bioword", "Frontword", "Mojiword", "Problemword")


def test_a_working_copy_shows_everything():
    html = everything(Edition())
    assert [word for word in WITHHELD if word not in html] == []


def test_an_edition_without_review_pages_tells_no_problem():
    made = pages([article()], Site(is_working_copy=False))
    assert "Problemword" not in "".join(content for path, content in made.items() if path.endswith(".html"))


@pytest.mark.parametrize("text", ["excerpt", "facts"])
@pytest.mark.parametrize("views", [True, False])
@pytest.mark.parametrize("outlet", [None, "The Lamp"])
def test_what_is_withheld_is_in_no_byte_of_any_page(text, views, outlet):
    edition = Edition(text=text, words=8, source_view=views, left_out_view=views)
    html = everything(edition, of_outlet=outlet)
    assert [word for word in WITHHELD if word in html] == []
    assert "The headline stands" in html
    assert "The deck stands" in html
    assert ("Opening words" in html) == (text == "excerpt")


def test_an_excerpt_has_one_view():
    html = article_page(article(), Site(edition=Edition(text="excerpt")))
    assert 'class="views"' not in html
    assert 'id="L' not in html


def test_an_excerpt_ends_after_its_words_and_says_so():
    html = article_page(article(), Site(edition=Edition(text="excerpt", words=8)))
    assert "Opening words of the report." in html
    assert "Paragraph number 2 …" in html
    assert "Shortened: first 8 words." in html


def test_facts_alone_say_so():
    html = article_page(article(), Site(edition=Edition(text="facts")))
    assert "The text is not shown in this edition." in html


def test_without_the_left_out_view_no_left_out_line_stands_anywhere():
    assert "Leftoutword" not in everything(Edition(left_out_view=False))
    html = article_page(article(), Site(edition=Edition(left_out_view=False)))
    assert "tenthword10" in html
    assert "Source text" in html
    assert "left out" not in html.lower()


def test_without_the_source_view_only_the_article_and_what_was_left_out_stand():
    html = everything(Edition(source_view=False))
    assert "Frontword" not in html
    assert "Mojiword" not in html
    assert "Leftoutword" in html
    assert "tenthword10" in html


def test_without_either_view_a_page_has_one():
    html = article_page(article(), Site(edition=Edition(source_view=False, left_out_view=False)))
    assert 'class="views"' not in html
    assert "#L" not in html


def test_an_outlet_has_its_own_edition_under_the_name_it_goes_by():
    full, facts = Edition(), Edition(text="facts")
    site = Site(edition=full, editions=(("The Lamp", facts),))
    assert edition_for(site, "The Lamp") == facts
    assert edition_for(site, "The Herald") == full
    assert edition_for(site, None) == full
    both = pages([article("The Lamp"), article("The Herald")._replace(source="b.txt", headline="Another")], site)
    assert "tenthword10" not in page_of(both, "the-headline")
    assert "tenthword10" in page_of(both, "another")


def test_the_first_words_that_stand_for_a_headline_are_withheld_too():
    headless = make_article("a.txt", [("paragraph", "Opening words that nobody may read.")])
    assert "Opening" not in "".join(pages([headless], Site(edition=Edition(text="facts"))).values())
    shortened = "".join(pages([headless], Site(edition=Edition(text="excerpt", words=2))).values())
    assert "Opening words …" in shortened
    assert "that nobody" not in shortened


def test_markdown_is_shortened_as_text():
    written = article()._replace(
        body=(Block("paragraph", "One two three four.", 3, html="<p>One <b>two</b> three four.</p>"),)
    )
    (block,) = shown(written, Edition(text="excerpt", words=2)).body
    assert (block.text, block.html) == ("One two …", None)


def test_sixty_words_of_a_script_without_spaces_are_sixty_characters():
    chinese = make_article("a.txt", [("paragraph", "海" * 500)])
    assert shown(chinese, Edition(text="excerpt", words=60)).body[0].text == "海" * 60 + " …"


def test_one_endless_word_is_not_one_word():
    endless = make_article("a.txt", [("paragraph", "x" * 5000)])
    assert len(shown(endless, Edition(text="excerpt", words=2)).body[0].text) == 82


@given(st.lists(st.text(min_size=1), max_size=5), st.integers(0, 20))
def test_an_excerpt_never_has_more_words_than_it_may(paragraphs, words):
    body = tuple(Block("paragraph", text, number) for number, text in enumerate(paragraphs, 1))
    kept = shown(article()._replace(body=body), Edition(text="excerpt", words=words)).body
    assert sum(len(block.text.replace("…", "").split()) for block in kept) <= words
    for block, whole in zip(kept, body, strict=False):
        assert block.text in {whole.text, f"{whole.text[: len(block.text) - 2]} …"}


def test_a_full_edition_takes_nothing_away():
    whole = article(captions=(Caption("Captionword under a picture", None, (14,)),))
    assert shown(whole, Edition()) == whole
    card = next(iter(archive_of([whole]).entries.values())).card
    assert shown_card(card, Edition()) == card
