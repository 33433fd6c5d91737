"""What wants a look: the reasons, each thing counted once, for those who may see them."""

import re

import pytest

from newsarchive.model import Edition, Evidence, Problem, Site
from newsarchive.render.words import load_words
from tests.findings import findings
from tests.test_render import Page
from tests.town import dated, make_article, pages, whole_town

LINES = [("headline", "A headline"), ("paragraph", "The first paragraph."), ("paragraph doubtful", "Photographs")]
SURE = (
    Evidence("published", (1,), "a_rule", "stated", "line 1 says so"),
    Evidence("outlet", (1,), "a_rule", "stated", "line 1 says so"),
    Evidence("authors", (1,), "a_rule", "stated", "line 1 says so"),
    Evidence("headline", (1,), "a_rule", "stated", "line 1 says so"),
)


def sure(path="sure.txt", **fields):
    """An article in which nothing is missing or in doubt."""
    told = {"outlet": "The Lamp", "authors": ("Ada Rook",), "published": "2023-03-29", "evidence": SURE} | fields
    return make_article(path, LINES, **told)


def doubted(reason, text, **fields):
    return sure(problems=(Problem(reason, text, fields.pop("where", "sure.txt"), fields.pop("line", None)),), **fields)


def reasons(made):
    """What the index tells: file, words, number."""
    html = made["review/index.html"]
    return re.findall(
        r'<p class="reason"><a href="(?:\.\./review/)?(.*?)"><span>(.*?)</span> <span class="number">(.*?)</span>', html
    )


def review_paths(made):
    return {path for path in made if path.startswith("review/")}


def test_an_archive_with_nothing_to_look_at_says_so():
    made = pages([sure()])
    assert review_paths(made) == {"review/index.html"}
    assert "There is nothing to look at" in Page(made["review/index.html"]).text
    assert "Wants a look" not in made["index.html"]


def test_reasons_stand_with_their_numbers_the_most_frequent_first():
    made = pages([sure(), sure("a.txt", outlet=None), sure("b.txt", outlet=None, authors=())])
    assert reasons(made) == [
        ("no-outlet.html", "No outlet", "2"),
        ("no-byline.html", "No byline", "1"),
    ]
    assert "2 of 3 articles." in Page(made["review/index.html"]).text


def test_what_is_missing_is_counted_once_though_a_problem_says_it_too():
    problems = [Problem(reason, "Not found", "a.txt") for reason in ("no_byline", "no_date", "no_headline", "no_body")]
    made = pages([make_article("a.txt", [], problems=tuple(problems))])
    names = {name: number for _, name, number in reasons(made)}
    assert names == dict.fromkeys(("No byline", "No date", "No headline", "No outlet", "No text of an article"), "1")


@pytest.mark.parametrize("reason", ["contradicting_dates", "ambiguous_date"])
def test_a_date_that_is_missing_for_a_reason_is_not_missing_for_another(reason):
    made = pages([doubted(reason, "Two days.", published=None)])
    assert [address for address, _, _ in reasons(made)] == [f"{reason.replace('_', '-')}.html"]


def test_a_date_that_a_person_left_open_is_settled():
    given = (*SURE[1:], Evidence("published", (), "sidecar", "given", "stated in a sidecar"))
    assert reasons(pages([sure(published="[2022-03-30..]", evidence=given)])) == []


def test_an_inferred_field_leads_to_its_clues():
    inferred = (*SURE[1:], Evidence("published", (2,), "a_rule", "inferred", "a clue"))
    made = pages([sure(published="2023-03-29?", evidence=inferred)])
    assert reasons(made) == [("date-inferred.html", "Date inferred", "1")]
    assert re.search(
        r'<a href="\.\./articles/a-headline-\w+\.html#why-published">why\?</a>', made["review/date-inferred.html"]
    )


def test_the_words_of_a_problem_stand_with_the_article_and_its_lines_are_links():
    made = pages([doubted("doubtful_lines", "May not belong to the article: line 2, 3")])
    html = made["review/doubtful-lines.html"]
    assert "May not belong to the article: line 2, 3" in Page(html).text
    assert re.findall(r'<a href="\.\./articles/[^"]*(#L\d)">', html) == ["#L2", "#L3"]
    assert "<code>sure.txt</code>" in html


def test_a_problem_of_another_file_names_it():
    made = pages([doubted("bad_value", "expected a date", where="articles.csv", line=7)])
    assert "articles.csv:7: expected a date" in made["review/bad-value.html"]


def test_a_reason_without_words_of_its_own_says_its_name_and_what_to_do():
    html = pages([doubted("odd_thing", "Odd.")])["review/odd-thing.html"]
    assert "<h1>Odd thing</h1>" in html
    assert "Read what is said of each article" in html


def test_the_words_of_a_build_are_english_on_any_page():
    made = pages([doubted("odd_thing", "Odd.")], Site(language="de"))
    assert '<p class="remark" lang="en">Odd.</p>' in made["review/odd-thing.html"]
    arabic = pages([doubted("odd_thing", "Odd.")], Site(language="ar"))
    assert '<p class="remark" lang="en" dir="ltr">Odd.</p>' in arabic["review/odd-thing.html"]


def test_a_long_reason_is_cut_into_parts():
    made = pages(
        [sure(f"{number:02}.txt", outlet=None, **dated(f"2023-03-{number:02}")) for number in range(1, 13)],
        Site(listing_size=5),
    )
    parts = {f"review/no-outlet/2023-03{part}.html" for part in ("", "-2", "-3")}
    assert {"review/no-outlet.html", *parts} <= review_paths(made)
    first = made["review/no-outlet.html"]
    assert '<a href="#list">12 articles</a>' in first
    assert '<a href="no-outlet/2023-03-3.html" aria-current="page">11 to 12 March 2023</a>' in first
    assert len(re.findall(r'<li class="entry">', first)) == 2
    part = made["review/no-outlet/2023-03.html"]
    assert "1 to 5 March 2023" in Page(part).text
    assert "12 articles" not in part
    assert '<a href="../../review/no-outlet.html">' in part


def test_readers_are_shown_no_review_unless_the_edition_has_it():
    articles = whole_town()
    assert review_paths(pages(articles, Site(is_working_copy=False))) == set()
    assert review_paths(
        pages(articles, Site(is_working_copy=False, edition=Edition(review_pages=True)))
    ) == review_paths(pages(articles))


def test_an_edition_of_one_outlet_has_a_review_of_its_own_articles(tmp_path):
    site = Site(is_working_copy=False, editions=(("The Lamp", Edition(review_pages=True)),))
    made = pages([sure(authors=()), sure("b.txt", outlet="Herald", authors=())], site)
    assert reasons(made) == [("no-byline.html", "No byline", "1")]
    assert "review/no-byline.html" not in made["about/method.html"]
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    "edition", [Edition(text="excerpt", review_pages=True), Edition(left_out_view=False, review_pages=True)]
)
def test_a_problem_may_quote_what_is_withheld_and_is_withheld_with_it(edition):
    made = pages([doubted("odd_thing", "Secretword is odd.")], Site(is_working_copy=False, edition=edition))
    assert reasons(made)[0][1] == "Odd thing"
    assert "Secretword" not in "".join(made.values())


def test_every_reason_with_words_says_what_to_do():
    table = load_words("en").table
    assert set(table["remedies"]) - {"any"} == set(table["problems"])


def test_a_number_in_the_quoted_words_of_a_date_is_no_line():
    made = pages([doubted("contradicting_dates", 'line 2 says "Posted December 18, 2023", line 99 of the bus')])
    html = made["review/contradicting-dates.html"]
    assert "#L" not in html
    assert re.search(r'href="\.\./articles/a-headline-\w+\.html#why-published">why\?</a>', html)
