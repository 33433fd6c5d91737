"""Lists: cut by period and then counted from the oldest, headed by days, each copy told once."""

import re
from datetime import date, timedelta

import pytest

from newsarchive.link import link
from newsarchive.link.card import card
from newsarchive.model import Authors, Choices, Site
from tests.findings import LINKS, findings, writing
from tests.test_render import Page
from tests.town import dated, make_article, pages, whole_town
from tests.whole_site import render


def brief(number, day, outlet="The Lamp", **fields):
    lines = [("headline", f"Story {number}"), ("paragraph", f"Text {number}.")]
    fields = {"outlet": outlet} | (dated(day) if day else {}) | fields
    return make_article(f"{number:04}.txt", lines, **fields)


def daily(count, start="2023-01-01", step=1, **fields):
    first = date.fromisoformat(start)
    return [brief(number, (first + timedelta(number * step)).isoformat(), **fields) for number in range(count)]


def listed(html):
    """The headlines of the list on a page, in order."""
    return re.findall(r'class="headline"[^>]*><a [^>]*>(.*?)</a>', html)


def sums(html):
    return Page(re.search(r'<p class="sums">.*?</p>', html, re.DOTALL)[0]).text


def parts(html):
    found = re.search(r'<nav class="parts".*?</nav>', html, re.DOTALL)
    return re.findall(r'href="(.*?)".*?>(.*?)</a>', found[0]) if found else []


def test_a_short_list_stands_on_one_page_newest_first_and_undated_last():
    made = pages([*daily(3), brief(3, None), brief(4, "2023-01"), brief(5, "2023")])
    assert [path for path in made if path.startswith("outlets/lamp")] == ["outlets/lamp.html"]
    html = made["outlets/lamp.html"]
    assert listed(html) == ["Story 2", "Story 1", "Story 0", "Story 4", "Story 5", "Story 3"]
    headings = re.findall(r'<h2 id="(.*?)"', html)
    assert headings == ["2023-01-03", "2023-01-02", "2023-01-01", "2023-01", "2023", "undated"]
    assert sums(html) == "6 articles. First article: 1 January 2023. Last: 2023, month unknown. 1 without a date."


def test_a_long_list_is_cut_by_year_and_a_long_year_by_month():
    older = [brief(number, f"2021-06-{number - 99:02}") for number in range(100, 108)]
    made = pages([*older, *daily(60, "2022-01-01")], Site(listing_size=30))
    assert parts(made["outlets/lamp.html"]) == [
        ("lamp/2021.html", "2021"),
        ("lamp/2022-01.html", "1 to 30 January 2022"),
        ("lamp/2022-01-2.html", "31 January 2022"),
        ("lamp/2022-02.html", "February 2022"),
        ("lamp/2022-03.html", "March 2022"),
    ]


def test_the_entry_page_shows_the_newest_part():
    made = pages(daily(60), Site(listing_size=20))
    html = made["outlets/lamp.html"]
    assert listed(html) == ["Story 59"]
    assert '<a href="lamp/2023-03.html" aria-current="true">March 2023</a>' in html
    assert listed(made["outlets/lamp/2023-03.html"]) == ["Story 59"]


def test_a_part_is_named_by_what_it_holds_and_leads_to_its_neighbours():
    html = pages(daily(60), Site(listing_size=20))["outlets/lamp/2023-01-2.html"]
    assert '<h1>The Lamp <span class="part">21 to 31 January 2023</span></h1>' in html
    assert len(listed(html)) == 11
    assert "1 to 20 January 2023" in html
    assert "Later articles" in html


def test_a_new_article_touches_the_newest_part_and_the_entry_page_alone():
    before = pages(daily(60), Site(listing_size=20))
    after = pages(daily(61), Site(listing_size=20))
    changed = {path for path in before if path.startswith("outlets/lamp/") and before[path] != after[path]}
    assert changed == {"outlets/lamp/2023-03.html"}


def test_undated_articles_of_a_long_list_have_a_part_of_their_own():
    made = pages([*daily(25), *(brief(number, None) for number in range(25, 30))], Site(listing_size=20))
    assert parts(made["outlets/lamp.html"])[-1] == ("lamp/undated.html", "No date")
    assert len(listed(made["outlets/lamp.html"])) == 5
    assert '<a href="lamp/undated.html">5</a> without a date' in made["outlets/lamp.html"]


def test_parts_that_would_have_one_name_say_which_articles_they_hold():
    made = pages([brief(number, "2023-03-29") for number in range(45)], Site(listing_size=20))
    names = ["29 March 2023, 1 to 20", "29 March 2023, 21 to 40", "29 March 2023, 41 to 45"]
    assert [name for _, name in parts(made["outlets/lamp.html"])] == names


@pytest.mark.slow
def test_a_list_of_very_many_parts_leads_to_them_year_by_year(tmp_path):
    made = pages([*daily(450, "2021-11-01"), *(brief(n, None) for n in range(450, 660))], Site(listing_size=1))
    entry = made["outlets/lamp.html"]
    ways = [("parts-2021", "2021"), ("parts-2022", "2022, 1 to 200"), ("parts-2022-2", "2022, 201 to 365")]
    ways += [("parts-2023", "2023"), ("parts-undated", "No date, 1 to 200"), ("parts-undated-2", "No date, 201 to 210")]
    assert parts(entry) == [(f"lamp/{name}.html", words) for name, words in ways]
    assert listed(entry) == ["Story 449"]
    told = [made[f"outlets/lamp/{name}.html"] for name, _ in ways]
    assert '<h1>The Lamp <span class="part">Parts of this list, 2022, 1 to 200</span></h1>' in told[1]
    assert '<a href="../../outlets/lamp.html">The Lamp</a>' in told[1]
    assert [len(parts(html)) for html in told] == [61, 200, 165, 24, 200, 10]
    addresses = [address for html in told for address, _ in parts(html)]
    assert len(set(addresses)) == 660
    assert all(f"outlets/lamp/{address}" in made for address in addresses)
    assert findings(writing(made, tmp_path), *LINKS) == []


def test_a_day_of_very_many_parts_leads_to_them_by_what_they_hold(tmp_path):
    made = pages([brief(number, "2023-03-29") for number in range(450)], Site(listing_size=2))
    entry = made["years/2023/03-29.html"]
    assert parts(entry) == [("03-29-parts.html", "1 to 400"), ("03-29-parts-2.html", "401 to 450")]
    assert len(listed(entry)) == 2
    assert len(parts(made["years/2023/03-29-parts.html"])) == 200
    assert parts(made["years/2023/03-29-parts-2.html"])[-1] == ("03-29-225.html", "449 to 450")
    assert findings(writing(made, tmp_path), *LINKS) == []


def test_a_day_of_four_hundred_is_counted_off():
    made = pages([brief(number, "2023-03-29") for number in range(400)])
    entry = made["years/2023/03-29.html"]
    assert sums(entry) == "400 articles of 1 outlet."
    assert [name for _, name in parts(entry)][:2] == ["1 to 50", "51 to 100"]
    assert len(listed(entry)) == 50
    assert len(listed(made["years/2023/03-29-8.html"])) == 50
    assert "years/2023/03-29-9.html" not in made


def test_a_month_with_too_many_shows_the_first_of_each_day():
    made = pages([brief(number, f"2023-03-{number % 4 + 1:02}") for number in range(80)] + [brief(99, "2023-03")])
    html = made["years/2023/03.html"]
    assert len(listed(html)) == 4 * 3 + 1
    assert html.count(">All 20<") == 4
    assert listed(made["years/2023/03-unknown.html"]) == ["Story 99"]


def test_undated_articles_stand_by_outlet_with_their_bounds():
    bound = dated("[2022-03-30..]", "inferred")
    made = pages([brief(1, None), brief(2, None, None, **bound), brief(3, None, "Herald")])
    html = made["years/undated.html"]
    assert listed(html) == ["Story 3", "Story 1", "Story 2"]
    assert "30 Mar 2022 or later" in html


def test_many_undated_articles_have_a_list_for_each_outlet():
    undated = [brief(number, None, "Herald" if number % 2 else None) for number in range(70)]
    made = pages(undated)
    assert len(listed(made["years/undated.html"])) == 6
    assert len(listed(made["years/undated/herald.html"])) == 35
    assert len(listed(made["years/undated/unknown.html"])) == 35


def test_exact_copies_share_an_entry_and_are_counted_with_and_without():
    made = pages(whole_town())
    day = made["years/2023/03-30.html"]
    assert listed(day).count("Islands to get bridge") == 1
    assert "also in" in day
    assert sums(day) == "4 articles of 3 outlets. 1 with a probable date. Without exact copies: 2."


def test_an_outlet_lists_what_it_printed_though_it_be_a_copy():
    made = pages(whole_town())
    assert "Islands to get bridge" in listed(made["outlets/quarrow-lamp.html"])
    assert "Islands to get bridge" in listed(made["outlets/inland-herald.html"])


def test_many_copies_are_a_number_that_leads_to_them():
    copies = [
        make_article(f"{n}.txt", [("headline", "Same"), ("paragraph", "Same.")], **dated("2023-03-29"))
        for n in range(9)
    ]
    html = pages(copies)["years/2023/03-29.html"]
    assert re.search(r'<a href="\.\./\.\./articles/[^"]*#copies">5 more</a>', html)


def test_a_copy_without_a_date_is_counted_where_the_copy_of_a_date_stands():
    text = [("headline", "Same"), ("paragraph", "Same.")]
    own = [make_article("a.txt", text, authors=("Ada Rook",), **dated("2023-03-29"))]
    html = pages([*own, make_article("b.txt", text, authors=("Ada Rook",))])["authors/ada-rook.html"]
    assert "without a date" in html
    assert 'href="#undated"' not in html


def test_the_numbers_above_a_list_lead_to_what_they_count():
    html = pages(whole_town())["outlets/index.html"]
    links = re.findall(r'<a href="(.*?)"', re.search(r'<p class="sums">.*?</p>', html, re.DOTALL)[0])
    assert links == ["#list", "../years/index.html", "unknown.html"]


def test_a_probable_date_is_counted_apart():
    html = pages(whole_town())["years/2023/index.html"]
    assert '<span class="number">5 + 2 probable</span>' in html


def test_bars_show_the_empty_months_between():
    html = pages([brief(1, "2022-11-05"), brief(2, "2023-02-05")])["years/index.html"]
    assert re.findall(r'class="period">(.*?)<', html) == ["Nov 2022", "Dec 2022", "Jan 2023", "Feb 2023"]
    assert re.findall(r'class="number">(.*?)<', html) == ["1", "0", "0", "1"]


@pytest.mark.parametrize(
    ("count", "step", "first"),
    [(20, 1, "1 Jan 2023"), (20, 30, "Jan 2023"), (20, 365, "2023")],
)
def test_bars_are_the_finest_of_which_there_are_not_too_many(count, step, first):
    html = pages(daily(count, step=step))["index.html"]
    assert re.findall(r'class="period">(.*?)<', html)[0] == first


def test_a_small_archive_is_listed_whole_on_its_front_page_and_a_large_one_by_its_newest():
    assert len(listed(pages(daily(59))["index.html"])) == 59
    large = pages(daily(60))["index.html"]
    assert "Busiest days" in large
    assert listed(large.split("Newest articles")[1]) == [f"Story {number}" for number in range(59, 49, -1)]


def test_the_front_page_says_what_is_not_known():
    html = pages(whole_town())["index.html"]
    assert re.findall(r'<a href="(.*?)">(No .*?) <span class="number">(\d+)</span>', html) == [
        ("years/undated.html", "No date", "5"),
        ("outlets/unknown.html", "No outlet", "5"),
        ("authors/none.html", "No byline", "9"),
    ]


def test_an_author_page_says_what_a_person_put_together():
    chosen = Choices(authors=Authors(together=(("Ada B. Rook", ("A. Rook", "Ada Rook")),)))
    names = ("Ada Rook", "ADA ROOK", "A. Rook", "Ada B. Rook")
    articles = [brief(number, f"2023-03-{number + 10}", authors=(name,)) for number, name in enumerate(names)]
    archive = link([card(article) for article in articles], (), chosen)
    made = {page.path: page.content.decode() for page in render(archive, articles, Site())}
    assert {path for path in made if path.startswith("authors/")} == {"authors/index.html", "authors/ada-b-rook.html"}
    told = sums(made["authors/ada-b-rook.html"])
    assert told.endswith("As config.yaml says, also: A. Rook (1), ADA ROOK (1) and Ada Rook (1).")
    assert "Spellings put together" not in told


def test_an_author_page_says_how_the_name_is_spelt_and_for_whom_it_wrote():
    by = [brief(1, "2023-03-29", authors=("Ada Rook",)), brief(2, "2023-03-30", "Herald", authors=("ADA ROOK",))]
    html = pages([*by, brief(3, "2023-03-31", authors=("Ada Rook",))])["authors/ada-rook.html"]
    assert sums(html) == (
        "3 articles. First article: 29 March 2023. Last: 31 March 2023. "
        "Spellings put together: Ada Rook (2) and ADA ROOK (1)."
    )
    assert Page(html.split('<section class="names">')[1].split("</section>")[0]).text == "Outlets The Lamp and Herald"


def test_names_stand_under_their_letters():
    made = pages([brief(n, None, name) for n, name in enumerate(["Zeit", "The Éclair", "Echo", "24 Hours", "Ямал"])])
    html = made["outlets/index.html"]
    assert re.findall(r"<h2>(.*?)</h2>", html) == ["E", "Z", "Я", "Other"]


def test_a_headline_too_long_for_a_list_is_cut_at_a_space():
    made = pages([make_article("a.txt", [("headline", "word " * 200), ("deck", "deck " * 200)], **dated("2023-03-29"))])
    (headline,) = listed(made["index.html"])
    assert headline.endswith("word …")
    assert len(headline) <= 301
    assert "word " * 199 in made[next(path for path in made if path.startswith("articles/"))]
