"""Every headline from A to Z: where it is filed, and how a long letter is cut."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edition, Site
from newsarchive.render.filing import file_drawers, file_headline, filing_key, full_drawers
from newsarchive.render.press import Press
from newsarchive.render.sheet import make_plan
from newsarchive.render.titles import title_lots
from newsarchive.render.words import load_words
from tests.findings import faulty_paths
from tests.test_render import Page
from tests.town import archive_of, dated, make_article, whole_town


def title_pages(articles, site=None):
    site, words = site or Site(), load_words("en")
    plan, press = make_plan(archive_of(articles), site, words), Press(site, words, None)
    return {sheet.path: press.print(sheet).content.decode() for lot in title_lots(plan) for sheet in lot.make()}


def titled(number, headline, **fields):
    lines = [("headline", headline), ("paragraph", f"Text {number}.")]
    return make_article(f"{number:05}.txt", lines, **fields)


def listed(html):
    return re.findall(r'class="headline"[^>]*><a [^>]*>(.*?)</a>', html)


def titles(made):
    return {path.removeprefix("titles/") for path in made if path.startswith("titles/")}


def beginnings(html):
    """What a page of beginnings leads to: address, words, number."""
    found = re.findall(
        r'<li><a href="(?:\.\./titles/)?(.*?)">(.*?)(?: <span class="number">(.*?)</span>)?</a>',
        html.partition('class="beginnings"')[2],
    )
    return [tuple(filter(None, one)) for one in found]


@pytest.mark.parametrize(
    ("headline", "key"),
    [
        ("“Élan” & co: it’s 1,000!", "elan co its 1 000"),
        ("  ‘The  Lamp’ ", "the lamp"),
        ("Straße", "strasse"),
        ("\u200fالميناء", "الميناء"),
        ("٣ سفن", "3 سفن"),
        ("???", ""),
    ],
)
def test_a_headline_is_sorted_by_its_letters_and_digits(headline, key):
    assert filing_key(headline) == key


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("Ferry", "f"),
        ("«Évacuation»", "e"),
        ("61 million crowns", "digits"),
        ("הגשר", "u05d4"),
        ("Øre", "u00f8"),
        ("港口", "u6exx"),
        ("항구", "u1112"),
        ("…", "other"),
    ],
)
def test_a_headline_is_filed_under_its_first_letter_whatever_its_script(headline, first):
    assert file_headline("abcd2345", headline, None, found=True).first == first


def test_a_small_archive_has_all_its_headlines_on_one_page():
    made = title_pages(
        [titled(1, "Zebra"), titled(2, "Ape"), titled(3, "7 seals"), make_article("b.txt", [("paragraph", "A brief.")])]
    )
    html = made["titles/index.html"]
    assert titles(made) == {"index.html"}
    assert re.findall(r"<h2[^>]*>(?:<bdi>)?(.*?)<", html) == ["A", "Z", "0–9", "[No headline]"]
    assert [" ".join(re.sub("<.*?>", "", headline).split()) for headline in listed(html)] == [
        "Ape",
        "Zebra",
        "7 seals",
        "[No headline] A brief.",
    ]


def test_letters_of_other_scripts_stand_after_those_of_this_one():
    made = title_pages([titled(1, "הגשר"), titled(2, "Zebra"), titled(3, "Ape")])
    assert re.findall(r"<h2[^>]*>(?:<bdi>)?(.*?)<", made["titles/index.html"]) == ["A", "Z", "ה"]


def test_an_entry_says_whose_it_is_and_of_when():
    made = title_pages([titled(1, "Ape", outlet="The Lamp", **dated("2023-03-29?", "inferred")), titled(2, "Bee")])
    text = Page(made["titles/index.html"]).text
    assert "Ape The Lamp · 29 Mar 2023, probably" in text
    assert "Bee no outlet · no date" in text


def test_an_exact_copy_stands_once_unless_its_headline_is_another():
    copies = [
        make_article(f"{number}.txt", [("headline", headline), ("paragraph", "The same words.")])
        for number, headline in enumerate(("“Bridge”", "Bridge!", "A bridge"))
    ]
    assert listed(title_pages(copies)["titles/index.html"]) == ["A bridge", "“Bridge”"]


def test_a_long_archive_has_a_page_for_each_letter_with_its_number():
    made = title_pages([titled(number, f"{'ABC'[number % 3]} story {number}") for number in range(300)])
    assert beginnings(made["titles/index.html"]) == [
        ("a.html", "A", "100"),
        ("b.html", "B", "100"),
        ("c.html", "C", "100"),
    ]
    assert len(listed(made["titles/b.html"])) == 100
    assert Page(made["titles/b.html"]).text.count("Before A") == 1
    assert "After C" in Page(made["titles/b.html"]).text


def test_a_long_letter_is_cut_by_longer_beginnings_and_these_tell_no_number():
    made = title_pages([titled(number, f"The {'cdf'[number % 3]}og {number}") for number in range(300)])
    assert beginnings(made["titles/t.html"]) == [
        ("t-he-c.html", "The c…"),
        ("t-he-d.html", "The d…"),
        ("t-he-f.html", "The f…"),
    ]
    assert len(listed(made["titles/t-he-d.html"])) == 100


def test_equal_headlines_are_parted_by_date():
    days = [f"2023-{number % 2 + 1:02}-{number % 28 + 1:02}" for number in range(250)]
    made = title_pages(
        [titled(number, "Weather", **dated(day)) for number, day in enumerate(days)] + [titled(999, "Weather")]
    )
    assert beginnings(made["titles/w.html"]) == [
        ("w-eather--2023.html", "Weather, 2023"),
        ("w-eather--undated.html", "Weather, No date"),
    ]
    assert [address for address, _ in beginnings(made["titles/w-eather--2023.html"])] == [
        "w-eather--2023-01.html",
        "w-eather--2023-02.html",
    ]


def test_without_headlines_and_words_articles_are_parted_by_date_too():
    briefs = [
        make_article(f"{number}.txt", [("paragraph", f"Brief {number}.")], **dated(f"{1900 + number}-03-29"))
        for number in range(202)
    ]
    made = title_pages(briefs, Site(is_working_copy=False, edition=Edition(text="facts")))
    assert len(beginnings(made["titles/no-headline.html"])) == 202
    assert "no-headline---1999.html" in titles(made)


def test_a_new_article_touches_the_page_it_stands_on_and_the_entry_page_alone():
    many = [
        titled(number, f"{'The old' if number % 2 else 'The new'} {'abcdefghij'[number % 10]} {number}")
        for number in range(500)
    ]
    before, after = title_pages(many), title_pages([*many, titled(999, "The new arrival")])
    changed = {path for path in after if path.startswith("titles/") and before.get(path) != after[path]}
    assert changed == {"titles/index.html", "titles/t-he-new-a.html"}


HEADLINES = st.one_of(
    st.sampled_from(
        [
            "Con",
            "aux",
            "c on",
            "C",
            "Weather",
            "weather 2023",
            "",
            "???",
            "港口",
            "港",
            "항구",
            "הגשר",
            "𠮷野家",
            "𠮷",
            "0 9",
            "9",
            "x" * 300,
        ]
    ),
    st.text(max_size=6),
    st.text("aɐ 2-", max_size=60),
)
PLACES = st.none() | st.sampled_from(["2023", "2023-03", "2023-03-29", "2024-12-01"])


@given(st.lists(st.tuples(HEADLINES, PLACES, st.booleans()), max_size=40), st.integers(1, 4))
def test_every_headline_is_in_one_drawer_none_is_too_full_and_no_two_share_a_name(articles, most):
    filed = [
        file_headline(f"{number:08}".translate(str.maketrans("0123456789", "abcdefghij")), headline, place, found=found)
        for number, (headline, place, found) in enumerate(articles)
    ]
    drawers = file_drawers(filed, most)
    full = list(full_drawers(drawers))
    assert sorted(one.id for drawer in full for one in drawer.filed) == sorted(one.id for one in filed)
    assert all(1 <= len(drawer.filed) <= most for drawer in full)
    names = [name for drawer in drawers for name in all_names(drawer)]
    assert len(names) == len(set(names))
    assert faulty_paths([f"titles/{name}.html" for name in names]) == []
    assert all(name.isascii() and not re.fullmatch("con|prn|aux|nul|com[0-9]|lpt[0-9]|index", name) for name in names)
    assert all(drawer.begins == unicodedata.normalize("NFC", drawer.begins) for drawer in full)


def all_names(drawer):
    yield drawer.name
    for inner in drawer.inner:
        yield from all_names(inner)


@given(st.lists(HEADLINES, min_size=1, max_size=30), st.integers(1, 4))
def test_drawers_do_not_depend_on_the_order_of_arrival(headlines, most):
    filed = [file_headline(f"{number:08}", headline, None, found=True) for number, headline in enumerate(headlines)]
    assert file_drawers(filed, most) == file_drawers(filed[::-1], most)


def test_pages_stay_light_whatever_the_headlines_are():
    long = [
        titled(number, f"{chr(0x4E00 + number)}{'港' * 300}", language="zh", outlet="海" * 40) for number in range(200)
    ]
    assert (
        max(len(content.encode()) for path, content in title_pages(long).items() if path.startswith("titles/"))
        < 150_000
    )


def test_every_headline_of_the_town_is_listed():
    made = title_pages(whole_town())
    html = made["titles/index.html"]
    assert len(listed(html)) == 12
    assert html.count("Islands to get bridge") == 1
