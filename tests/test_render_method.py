"""How this archive was made, and what was left out: words and figures that agree with the lists they lead to."""

import re

import pytest

import newsarchive
from newsarchive.model import Edition, Evidence, LeftOut, Problem, Repair, Site
from newsarchive.render.edition import shown_card
from tests.cards import make_card
from tests.test_render import Page
from tests.town import dated, make_article, pages, whole_town

METHOD, REMOVED = "about/method.html", "about/removed.html"


def rows(html):
    """The table of the fields: name to the cells as text."""
    found = re.findall(r'<tr>\s*<th scope="row">(.*?)</th>(.*?)</tr>', html, re.DOTALL)
    return {name: [re.sub("<.*?>", "", cell) for cell in re.findall(r"<td>(.*?)</td>", cells)] for name, cells in found}


def counts(html):
    found = re.findall(r'>([^<>]+)(?:</bdi>)? <span class="number">([\d,]+)</span>', html)
    return dict(found)


def numbered(pieces, rule="promo", text="Piece", path="a.txt", **fields):
    """An article from which so many pieces were left out."""
    lines = [("headline", "A headline"), ("paragraph", f"The paragraph of {path}.")]
    lines += [(f"boilerplate {rule}", f"{text} {number}") for number in range(pieces)]
    return make_article(path, lines, **fields)


def rules(html):
    """Each rule of the page with its number and its examples."""
    sections = re.findall(
        r"<section id=\"rule-[a-z-]+\">\s*<h2>(.*?) <span class=\"number\">(.*?)</span></h2>(.*?)</section>",
        html,
        re.DOTALL,
    )
    return [
        (name, number, re.findall(r'<span class="example"[^>]*>(.*?)</span>', examples))
        for name, number, examples in sections
    ]


def test_the_front_page_leads_to_the_method_and_the_page_about_the_archive_to_both():
    made = pages(whole_town(), about="# About\n\nHello.")
    assert '<a href="about/method.html">How it was made.</a>' in made["index.html"]
    assert '<a href="about/method.html">' in made["about.html"]
    assert '<a href="about/removed.html">' in made["about.html"]


def test_the_table_tells_of_each_field_how_sure_it_is():
    articles = [
        make_article("a.txt", [], **dated("2023-03-29")),
        make_article("b.txt", [], **dated("2023-03-30?", "inferred")),
        make_article("c.txt", [], **dated("2023-03", "given")),
        make_article("d.txt", [], **dated("[2022-03-30..]", "inferred")),
        make_article("e.txt", []),
    ]
    html = pages(articles)[METHOD]
    assert rows(html)["Date"] == ["1", "1", "1", "2"]
    assert rows(html)["Outlet"] == ["0", "0", "0", "5"]


def test_each_row_counts_every_article_once():
    articles = whole_town()
    for cells in rows(pages(articles)[METHOD]).values():
        assert sum(map(int, cells)) == len(articles)


def test_numbers_lead_to_lists_of_as_many():
    made = pages(whole_town())
    table = made[METHOD].partition("<tbody>")[2].partition("</tbody>")[0]
    links = re.findall(r'<td><a href="\.\./(.*?)">(\d+)</a></td>', table)
    assert {path for path, _ in links} >= {"years/undated.html", "outlets/unknown.html", "review/date-inferred.html"}
    for path, number in links:
        assert re.search(rf">{number} articles?<", made[path]), path


def test_the_table_can_be_read_and_reached_by_everybody():
    page = Page(pages(whole_town())[METHOD])
    assert [scope["scope"] for scope in page.all("th")][:5] == ["col"] * 5
    assert {scope["scope"] for scope in page.all("th")[5:]} == {"row"}
    assert page.all("caption")
    (region,) = [attributes for attributes in page.all("div") if attributes.get("role") == "region"]
    assert region["tabindex"] == "0"
    assert region["aria-labelledby"] in page.ids


def test_figures_count_lines_pieces_repairs_and_copies():
    lines = [("headline", "A headline"), ("paragraph", "One."), ("", ""), ("boilerplate promo", "More")]
    twice = [make_article(path, lines, repairs=(Repair(2, 0, "0ne", "One", "odd"),)) for path in ("a.txt", "b.txt")]
    told = counts(pages(twice)[METHOD])
    assert told["Texts, each one article"] == "2"
    assert told["Exact copies of another article among them"] == "1"
    assert told["Lines of text read"] == "6"
    assert told["Pieces left out"] == "2"
    assert told["Repairs of broken characters"] == "2"


def test_it_names_the_program_and_its_version():
    assert f"Made with newsarchive {newsarchive.__version__}." in pages([])[METHOD]


def test_the_last_day_of_collecting_is_told_where_it_is_known():
    assert "collected until 30 April 2024" in pages([], Site(collected="2024-04-30"))[METHOD]
    assert "collected until" not in pages([])[METHOD]


def test_it_says_what_each_edition_shows():
    site = Site(is_working_copy=False, edition=Edition(text="excerpt", words=40), editions=(("Herald", Edition()),))
    text = Page(pages(whole_town(), site)[METHOD]).text
    assert "Of all other articles The beginning of the text, 40 words. The record in the data files." in text
    assert "Herald The whole text. Every line of the source file" in text
    assert "working copy" not in text


def test_a_working_copy_says_that_it_is_one():
    assert "This is a working copy" in pages([])[METHOD]


def test_data_files_are_named_only_where_there_are_any():
    assert 'href="../data/articles.csv"' in pages(whole_town())[METHOD]
    without = Site(is_working_copy=False, edition=Edition(data_files=False))
    assert "data/" not in pages(whole_town(), without)[METHOD]


def test_reasons_to_look_are_counted_for_readers_who_cannot_see_them():
    html = pages(whole_town(), Site(is_working_copy=False))[METHOD]
    assert counts(html)["No byline"] == "9"
    assert "review/" not in html


def test_a_rule_tells_its_pieces_and_articles_the_most_frequent_first():
    made = pages([numbered(2), numbered(3, path="b.txt"), numbered(1, "newsletter_prompt", path="c.txt")])
    told = [(name, number) for name, number, _ in rules(made[REMOVED])]
    assert told == [
        ("Promotion of another page", "5 pieces in 2 articles"),
        ("Newsletter appeal", "1 piece in 1 article"),
    ]
    assert "6 pieces were left out of 3 articles; 3 articles were read." in Page(made[REMOVED]).text


def test_examples_are_of_different_outlets_where_there_are_any():
    made = pages(
        [
            *(numbered(1, text=f"Lamp {n}", path=f"{n}.txt", outlet="Lamp") for n in range(4)),
            numbered(1, text="Herald", path="8.txt", outlet="Herald"),
        ]
    )
    ((_, _, examples),) = rules(made[REMOVED])
    assert sorted(examples) == ["Herald 0", "Lamp 0 0", "Lamp 1 0"]


def test_the_same_words_are_one_example():
    made = pages([numbered(1, path=f"{n}.txt", outlet=f"Outlet {n}") for n in range(4)])
    ((_, _, examples),) = rules(made[REMOVED])
    assert examples == ["Piece 0"]


def test_an_example_leads_to_its_line_and_is_in_its_language():
    hebrew = make_article("h.txt", [("headline", "הגשר"), ("boilerplate related", "עוד בנושא")], language="he")
    html = pages([hebrew])[REMOVED]
    assert '<span class="example" lang="he" dir="rtl">עוד בנושא</span>' in html
    assert re.search(r'<a href="\.\./articles/[^"]*#L2">line 2</a>', html)


def test_a_long_example_is_cut():
    html = pages([numbered(1, text="word " * 60)])[REMOVED]
    ((_, _, (example,)),) = rules(html)
    assert len(example) <= 90
    assert example.endswith(" …")


@pytest.mark.parametrize(
    "edition", [Edition(left_out_view=False), Edition(text="excerpt"), Edition(text="facts", review_pages=True)]
)
def test_an_edition_that_withholds_what_was_left_out_tells_its_number_alone(edition):
    html = pages([numbered(2, text="Leftoutword")], Site(is_working_copy=False, edition=edition))[REMOVED]
    assert rules(html) == [("Promotion of another page", "2 pieces in 1 article", [])]
    assert "Leftoutword" not in html
    assert "not shown in this edition" in html


def test_an_outlet_that_withholds_gives_no_example_and_the_others_do():
    site = Site(is_working_copy=False, editions=(("Lamp", Edition(text="facts")),))
    made = pages([numbered(1, text="Lampword", outlet="Lamp"), numbered(1, text="Heraldword", path="b.txt")], site)
    assert rules(made[REMOVED]) == [("Promotion of another page", "2 pieces in 2 articles", ["Heraldword 0"])]


def test_a_card_is_reduced_like_its_article():
    card = make_card(left_out=(LeftOut("promo", 1, 3, "Word"),), problems=(Problem("odd", "Word", "a.txt"),))
    assert shown_card(card, Edition()) == card
    without_view = shown_card(card, Edition(left_out_view=False))
    assert (without_view.left_out, without_view.problems) == ((), ())
    without_source = shown_card(card, Edition(source_view=False))
    assert (without_source.left_out, without_source.problems) == (card.left_out, ())
    excerpt = shown_card(card, Edition(text="excerpt"))
    assert (excerpt.left_out, excerpt.problems) == ((), ())


def test_the_page_stays_light_however_many_articles_there_are():
    many = [
        numbered(1, f"rule_{n % 60}", "海" * 130, f"{n}.txt", outlet=f"{'海' * 30} {n % 7}", language="zh")
        for n in range(300)
    ]
    assert len(pages(many)[REMOVED].encode()) < 150_000


def test_nothing_left_out_is_said_so():
    made = pages([make_article("a.txt", [("headline", "A headline")])])
    assert "Nothing was left out of any article." in made[REMOVED]


def test_the_front_page_says_how_sure_the_dates_are():
    made = pages(whole_town())
    section = made["index.html"].partition("How sure we are")[2].partition("</section>")[0]
    told = re.findall(r'<a href="(.*?)">(.*?) <span class="number">(\d+)</span>', section)
    assert told[:3] == [
        ("years/index.html", "Dates stated or given", "7"),
        ("review/date-inferred.html", "Dates inferred", "2"),
        ("years/undated.html", "No date", "5"),
    ]
    assert sum(int(number) for _, _, number in told[:3]) == len(whole_town())


def test_readers_are_led_from_inferred_dates_to_the_method():
    made = pages(whole_town(), Site(is_working_copy=False))
    assert '<a href="about/method.html#fields">Dates inferred' in made["index.html"]
    assert 'id="fields"' in made[METHOD]
    assert "review/" not in made["index.html"]


def test_evidence_that_a_field_has_is_what_counts():
    evidence = (Evidence("outlet", (1,), "a_rule", "inferred", "a folder names it"),)
    html = pages([make_article("a.txt", [], outlet="Lamp", evidence=evidence)])[METHOD]
    assert rows(html)["Outlet"] == ["0", "0", "1", "0"]
