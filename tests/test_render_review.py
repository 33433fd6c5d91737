"""What wants a look: the reasons, each thing counted once, for those who may see them."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.link.card import card
from newsarchive.model import Edition, Evidence, Problem, Site
from newsarchive.read.repair import repair
from newsarchive.read.sidecar import sidecar
from newsarchive.render.sidecar import field_line
from newsarchive.render.words import load_words
from newsarchive.text.fold import squeeze
from tests.findings import LINKS, findings, writing
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


def undated_outlets(number):
    return [sure(f"{each:03}.txt", outlet=None, **dated(f"2023-03-{each % 28 + 1:02}")) for each in range(number)]


def parts_of(made, reason="no-outlet"):
    """The files that each part of a reason lists, by its address."""
    pages_of = {path: html for path, html in made.items() if path.startswith(f"review/{reason}/")}
    return {path: re.findall(r"<code>(.*?)</code>", html) for path, html in pages_of.items()}


def test_a_long_reason_is_cut_into_parts_of_which_the_first_shows_on_its_page():
    made = pages(undated_outlets(12), Site(listing_size=5))
    parts, first = parts_of(made), made["review/no-outlet.html"]
    addresses = [f"review/{address}" for address in re.findall(r'<li><a href="(no-outlet/.*?)"', first)]
    assert '<a href="#list">12 articles</a>, those with the weakest evidence first' in first
    assert addresses == sorted(parts, key=lambda path: parts[path])
    assert [file for address in addresses for file in parts[address]] == [f"{each:03}.txt" for each in range(12)]
    assert re.findall(r"<code>(.*?)</code>", first) == parts[addresses[0]]
    assert f'<a href="{addresses[0].removeprefix("review/")}" aria-current="page">000.txt</a>' in first
    assert '<nav class="parts" aria-label="Parts of this list">\n<h2>No evidence</h2>' in first
    part = made[addresses[0]]
    assert '<span class="part">No evidence, from 000.txt</span>' in part
    assert "12 articles" not in part
    assert '<a href="../../review/no-outlet.html">' in part
    assert '<p class="after"><a href="' in part


def test_a_reason_of_very_many_parts_leads_to_them_by_some_at_a_time(tmp_path):
    made = pages(undated_outlets(700), Site(listing_size=2))
    assert findings(writing(made, tmp_path), *LINKS) == []
    told, first = parts_of(made), made["review/no-outlet.html"]
    bundles = [path for path in told if path.startswith("review/no-outlet/parts-")]
    assert 2 <= len(bundles) <= 6
    assert sorted(re.findall(r'<li><a href="(no-outlet/.*?)"', first)) == [
        path.removeprefix("review/") for path in sorted(bundles)
    ]
    assert "aria-current" not in first[first.index('<nav class="parts"') :]
    ways = {path: re.findall(r'<li><a href="(\w+\.html)">', made[path]) for path in bundles}
    assert max(map(len, ways.values())) <= 200
    assert sorted(f"review/no-outlet/{way}" for path in bundles for way in ways[path]) == sorted(
        set(told) - set(bundles)
    )
    assert (
        '<span class="part">Parts of this list, from 000.txt</span>' in made[min(bundles, key=lambda path: made[path])]
    )


def test_a_part_of_long_lines_is_not_heavy():
    lines = [("headline", "A headline"), *[("paragraph doubtful", "港町の橋は海の上に長く" * 16)] * 8]
    problem = Problem("doubtful_lines", "8 lines are in doubt.", "x.txt", 2)
    articles = [make_article(f"{each:03}.txt", lines, problems=(problem,)) for each in range(100)]
    made = pages(articles)
    heavy = [len(html.encode()) for path, html in made.items() if path.startswith("review/")]
    assert max(heavy) < 150 * 1024
    assert sum(map(len, parts_of(made, "doubtful-lines").values())) == 100


@pytest.mark.slow
def test_an_article_that_is_settled_changes_the_parts_beside_it_alone():
    articles, site = undated_outlets(300), Site(listing_size=20)
    before = parts_of(pages(articles, site))
    assert len(before) > 300 / 20
    assert max(map(len, before.values())) <= 20
    told = []
    for number in range(0, 300, 20):
        after = parts_of(pages([*articles[:number], *articles[number + 1 :]], site))
        told.append(len(_differing(before, after)))
    assert sum(told) / len(told) <= 3
    assert max(told) <= 8


def _differing(before, after):
    """The parts that came, went or list other files."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_the_weakest_stand_first_and_of_as_weak_the_first_by_name():
    def inferred(path, lines, lead=None, **fields):
        evidence = Evidence("published", lines, "a_rule", "inferred", "a clue", lead)
        return sure(path, published="2023-03-29?", evidence=(*SURE[1:], evidence), **fields)

    made = pages(
        [
            inferred("a.txt", (2,), 24),
            inferred("b.txt", (1, 2)),
            inferred("c.txt", (2,)),
            inferred("d.txt", (2,), 7),
            inferred("e.txt", (2,), outlet=None),
            inferred("f.txt", ()),
        ]
    )
    html = made["review/date-inferred.html"]
    assert re.findall(r"<code>(.*?)</code>", html) == [f"{name}.txt" for name in "fcedba"]


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
    assert re.findall(r"#(L\d+)", html) == ["L1"]  # the line that states the date
    assert re.search(r'href="\.\./articles/a-headline-\w+\.html#why-published">why\?</a>', html)


def offers(html):
    """What the entries of a page offer to write: where, and what."""
    found = re.findall(r'<p class="settling">(.*?)</p>\s*<pre class="settling"[^>]*>(.*?)</pre>', html, re.DOTALL)
    return [(where, unescape(text)) for where, text in found]


def test_a_sidecar_is_offered_with_what_was_inferred_and_the_hash_of_the_text():
    inferred = (*SURE[1:], Evidence("published", (2,), "a_rule", "inferred", "a clue"))
    article = sure(published="2023-03-29?", evidence=inferred)
    ((where, text),) = offers(pages([article])["review/date-inferred.html"])
    assert where == "Put this into sure.yaml, a new file beside the text:"
    assert text == f"published: 2023-03-29\nfor: {article.sha256[:16]}"


HOSTILE = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\x07\x7f\x85\xa0\u2028\u202e\u2066\ufeff\ufffe\U0001f9b4#:'\"\\{}[]<&>|*!%@`")
    ),
    min_size=1,
    max_size=40,
)


@given(HOSTILE)
def test_whatever_an_outlet_is_called_its_sidecar_reads_as_it_is_called(name):
    line = field_line(card(sure(outlet=name)), "outlet")
    assert line.isprintable()
    (given_,) = sidecar(line.encode(), "a.yaml", 9).given or (None,)
    assert given_ is None or given_.value == squeeze(name) or repair(name)[0] != name
