"""The page of an article: its three views, its facts, and what is near it."""

import re

import pytest

from newsarchive.model import Block, Evidence, Repair, Site, Span
from tests.test_render import Page
from tests.town import article_of_spans, article_page, dated, make_article, page_of, pages, whole_town


@pytest.fixture(scope="module")
def town():
    return pages(whole_town(), Site(title="The Harbour Papers"))


def row(html, line):
    """The element of the text that is a line of the source."""
    found = re.search(rf'<(\w+)(?: id="L{line}"[^>]*>|[^>]*><a id="L{line}"></a>).*?</\1>', html, re.DOTALL)
    return found[0]


def words(html):
    return Page(html).text


def test_each_line_of_the_source_is_in_the_text_once_and_in_order(town):
    html = page_of(town, "council-votes")
    lines = [int(number) for number in re.findall(r'id="L(\d+)"', html)]
    assert lines == [*range(1, 6), *range(7, 21)]


def test_views_are_named_with_their_numbers_and_stand_before_the_text(town):
    html = page_of(town, "council-votes")
    assert '<a href="#clean">Article</a>' in html
    assert '<a href="#original">Source text, 19 lines</a>' in html
    assert '<a href="#removed">Left out, 4</a>' in html
    anchors = [html.index(f'<a id="{name}"></a>') for name in ("clean", "original", "removed")]
    assert anchors == sorted(anchors)
    assert anchors[-1] < html.index('class="text"')


def test_a_paragraph_is_its_own_source_line(town):
    html = page_of(town, "council-votes")
    assert html.count("The ferry that has tied Quarrow to its islands") == 1
    assert row(html, 8).startswith('<p id="p1"><a id="L8"></a>The ferry')


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (1, "Left out: appeal for donations"),
        (2, "Shown as headline"),
        (3, "Read as date"),
        (4, "Read as byline"),
        (5, "Shown as deck"),
        (7, "Shown as caption"),
        (9, "Left out: newsletter appeal"),
        (18, "Shown as note on the author"),
        (20, "Left out: odd thing"),
    ],
)
def test_a_line_says_in_words_what_became_of_it(town, line, label):
    assert f"<b>{label}</b>" in row(page_of(town, "council-votes"), line)


def test_lines_left_out_inside_the_body_leave_a_mark_and_others_do_not(town):
    html = page_of(town, "council-votes")
    assert re.findall(r'class="c gap"><a href="(#L\d+)">(.*?)</a>', html) == [("#L9", "1 line left out here")]


def test_a_piece_cut_from_a_line_stands_in_its_line(town):
    line = row(page_of(town, "quarrow-says"), 4)
    assert 'class="src out"> <b>Left out: promotion of another page</b> Read more: The gavel' in line
    assert "The gavel was found next day." in line


def test_a_doubtful_line_is_kept_and_says_so(town):
    line = row(page_of(town, "quarrow-says"), 3)
    assert 'class="doubt"' in line
    assert "may not belong to the article" in line


def test_a_repaired_line_stands_twice_as_it_reads_and_as_the_file_has_it(town):
    html = page_of(town, "a-cafe")
    assert '<p id="p1" class="c">The café on the quay stays open, it’s said.' in html
    assert "<b>Shown as paragraph, repaired</b> ␀The café on the quay stays open, itâ€™s said." in row(html, 3)
    assert "<code>â€™</code> became <code>’</code>" in html
    assert "<code>␀</code> was taken out" in html


def test_a_second_copy_of_a_line_points_at_the_first(town):
    assert "<b>Repeats line 3</b>" in row(page_of(town, "a-cafe"), 4)


def test_markdown_is_shown_as_it_was_meant_and_as_it_was_written(town):
    html = page_of(town, "in-praise")
    assert "<p>The ferry was <em>slow</em>, which was\nthe point.</p>" in html
    assert "<b>Shown as paragraph</b> The ferry was *slow*, which was" in html
    assert "<b>Given: front matter</b> outlet: Tidewater" in html


def test_only_what_was_written_by_hand_becomes_html():
    article = make_article("a.txt", [("paragraph", "<em>no</em>")])
    assert "&lt;em&gt;no&lt;/em&gt;" in article_page(article)


def test_neighbouring_list_items_share_a_list(town):
    html = page_of(town, "council-votes")
    assert html.count("<ul><li") == 1
    assert html.count("</li></ul>") == 1


@pytest.mark.parametrize(
    ("date", "certainty", "machine"),
    [
        ("2023-03-29", "stated", "2023-03-29"),
        ("2023-03-29", "given", "2023-03-29"),
        ("2023-03", "stated", "2023-03"),
        ("2023-03-29", "inferred", None),
        ("2023-03-29?", "stated", None),
        ("2023", "stated", None),
        ("[2023-03-29..]", "stated", None),
    ],
)
def test_machines_are_told_only_what_is_stated_or_given(date, certainty, machine):
    html = article_page(make_article("a.txt", [("headline", "A"), ("paragraph", "B")], **dated(date, certainty)))
    assert re.findall(r'datetime="(.*?)"', html) == ([machine] if machine else [])


def test_an_inferred_date_leads_to_its_reason(town):
    html = page_of(town, "quarrow-says")
    assert "29 March 2023, probably · why?" in words(html)
    assert '<a href="#why-published">why?</a>' in html
    reason = html[html.index('id="why-published"') :]
    assert 'Inferred: “on Wednesday” and a caption of the day before · <a href="#L2">line 2</a>' in reason
    assert "why?" not in page_of(town, "council-votes")


def test_a_clue_that_the_page_cannot_show_is_no_link():
    evidence = (Evidence("published", (99,), "a_rule", "stated", "its name says so"),)
    html = article_page(make_article("a.txt", [("paragraph", "B")], published="2023-03-29", evidence=evidence))
    assert "its name says so · line 99" in html


def test_what_is_missing_is_said(town):
    text = words(page_of(town, "who-owns"))
    assert "No outlet found · 30 March 2022 or later · why?" in text
    assert "No byline found" in text
    assert "No text of an article was found in this file." in words(article_page(make_article("a.txt", [])))


def test_an_article_without_a_headline_shows_its_first_words():
    html = article_page(make_article("a.txt", [("paragraph", "The harbour master has asked for silence.")]))
    assert '<bdi class="soft" lang="en">[No headline]</bdi> <i>The harbour master has asked for silence.</i>' in html


def test_copies_name_each_other(town):
    html = page_of(town, "islands-to-get-bridge-egdqpr2d")
    section = html[html.index('id="copies"') :]
    assert "Also printed in" in section
    assert len(re.findall(r'<a href="islands-to-get-bridge-', section.split("</section>")[0])) == 2


def test_what_was_cleaned_is_counted(town):
    assert "Of 19 lines with text, 15 are shown in the article; 4 left out." in words(page_of(town, "council-votes"))
    assert "Of 4 lines with text, 4 are shown in the article; a part of 1 left out." in words(
        page_of(town, "quarrow-says")
    )
    assert "2 are shown in the article; 1 repeats another line; none left out." in words(page_of(town, "a-cafe"))


def test_only_an_address_on_the_web_becomes_a_link():
    rows = [("embed", "https://social.example/1"), ("embed", "javascript:alert(1)"), ("embed", "https://")]
    html = article_page(make_article("a.txt", rows, original_url="file:///etc/passwd"))
    assert '<a href="https://social.example/1" rel="noreferrer external">' in html
    assert "Original page" not in html
    assert html.count("noreferrer external") == 1


def test_a_text_says_its_language_and_its_direction(town):
    html = page_of(town, "hgshr")
    assert '<h1 lang="he" dir="rtl">' in html
    assert '<div class="text" lang="he" dir="rtl">' in html
    assert '<b lang="en" dir="ltr">Left out: related articles</b>' in html
    assert '<h1 lang="">' in page_of(town, "who-owns")
    assert "<h1>Council" in page_of(town, "council-votes")


def test_a_paragraph_in_another_language_says_so():
    article = make_article("a.txt", [("paragraph", "One."), ("paragraph", "Eins.")])
    blocks = (article.body[0], Block("paragraph", "Eins.", 2, language="de"))
    html = article_page(make_article("a.txt", [("paragraph", "One."), ("paragraph", "Eins.")], body=blocks))
    assert 'lang="de">' in row(html, 2)


def test_repairs_that_overlap_or_miss_their_place_leave_the_line_readable():
    spans = [Span(1, 2, 7, "abcde", "paragraph", "a_rule")]
    repairs = (
        Repair(1, 0, "x", "", "control_character"),
        Repair(1, 2, "A", "a", "mojibake"),
        Repair(1, 2, "?", "a", "mojibake"),
        Repair(1, 5, "DD", "d", "mojibake"),
        Repair(1, 6, "no", "such", "mojibake"),
    )
    html = article_page(article_of_spans("a.txt", spans, repairs=repairs))
    assert "repaired</b> AbcDDe" in html


def test_a_page_weighs_little_more_than_its_text():
    lines = [("headline", "A headline")] + [
        ("paragraph", f"{number} " + "A line of news. " * 18) for number in range(40)
    ]
    size = sum(len(text) + 1 for _, text in lines)
    assert len(article_page(make_article("a.txt", lines))) <= 1.2 * size + 8000


@pytest.mark.slow
@pytest.mark.parametrize(
    "lines",
    [
        [("paragraph", "word & <b> " * 450_000)],
        [("headline", "x" * 5_000_000)],
        [("paragraph" if number % 3 else "boilerplate promo", f"Line {number}.") for number in range(50_000)],
    ],
    ids=["one line of 5 MB", "one word of 5 MB", "50,000 lines"],
)
def test_a_huge_text_is_a_page_like_any_other(lines):
    made = pages([make_article("a.txt", lines)])
    assert len(made.pop(next(path for path in made if path.startswith("articles/")))) > 5_000_000
    assert max(len(content) for path, content in made.items() if not path.startswith("data/")) < 50_000
