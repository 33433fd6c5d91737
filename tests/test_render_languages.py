"""Pages in every language: the same words in each, numbers and dates as it writes them, and texts that run either way."""

import re
import unicodedata
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.model import Site
from newsarchive.render.conventions import load_conventions
from newsarchive.render.dates import long_date, short_date, span_words
from newsarchive.render.direction import direction_of, isolated, text_attributes
from newsarchive.render.link import Link
from newsarchive.render.words import load_words
from newsarchive.text.words import page_words, spoken
from tests.town import article_page, dated, make_article, pages

STYLES = Path(__file__).parents[1] / "templates" / "assets" / "style.css"
FSI, PDI, LRM, RLM = "\u2068", "\u2069", "\u200e", "\u200f"


def phrases(table, place=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from phrases(value, f"{place}{key}.")
        elif isinstance(value, str):
            yield f"{place}{key}", value


def filled_in(phrase):
    return sorted(name for _, name, *_ in Formatter().parse(phrase) if name is not None)


def is_form(key):
    return key.startswith("counts.")


@pytest.mark.parametrize("language", spoken())
def test_what_is_filled_in_is_the_same_in_every_language(language):
    own = dict(phrases(page_words(language)))
    assert {key: filled_in(own[key]) for key in own if not is_form(key)} == {
        key: filled_in(phrase) for key, phrase in phrases(page_words("en")) if not is_form(key)
    }


@pytest.mark.parametrize("language", spoken())
def test_a_count_has_the_plural_forms_of_its_language_and_no_other(language):
    table = page_words(language)
    category = Locale.parse(table["form"]["locale"]).plural_form
    for key, forms in table["counts"].items():
        assert set(forms) == {*category.tags, "other"}, key


@pytest.mark.parametrize("language", spoken())
def test_a_plural_form_names_its_number_unless_it_is_of_one_number_alone(language):
    table = page_words(language)
    category = Locale.parse(table["form"]["locale"]).plural_form
    numbers = {}
    for number in range(1000):
        numbers.setdefault(category(number), set()).add(number)
    for key, forms in table["counts"].items():
        for form, phrase in forms.items():
            said = filled_in(phrase)
            assert said == ["number"] or (said == [] and len(numbers[form]) == 1), (key, form)


@pytest.mark.parametrize("language", spoken())
def test_phrases_are_clean_text(language):
    for key, phrase in phrases(page_words(language)):
        assert unicodedata.is_normalized("NFC", phrase), key
        assert "  " not in phrase, key
        assert not any(
            unicodedata.decimal(character, None) is not None and not character.isascii() for character in phrase
        )


@pytest.mark.parametrize("language", spoken())
def test_the_direction_of_pages_is_that_of_their_language(language):
    table = page_words(language)
    assert table["form"]["direction"] == direction_of("", language)
    assert Locale.parse(table["form"]["locale"]).character_order == {
        "ltr": "left-to-right",
        "rtl": "right-to-left",
    }.get(table["form"]["direction"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("29 March 2023", "29 Mar 2023", "1 March 2023", "September 2023, day unknown", "29 or 30 March 2023")),
        ("de", ("29. März 2023", "29. März 2023", "1. März 2023", "September 2023, Tag unbekannt", "29. oder 30. März 2023")),
        ("fr", ("29 mars 2023", "29 mars 2023", "1er mars 2023", "septembre 2023, jour inconnu", "29 ou 30 mars 2023")),
        ("es", ("29 de marzo de 2023", "29 mar 2023", "1 de marzo de 2023", "septiembre de 2023, día desconocido", "29 o 30 de marzo de 2023")),
        ("ar", ("29 مارس 2023", "29 مارس 2023", "1 مارس 2023", "سبتمبر 2023، اليوم غير معروف", "29 أو 30 مارس 2023")),
        ("he", ("29 במרץ 2023", "29 במרץ 2023", "1 במרץ 2023", "ספטמבר 2023, היום אינו ידוע", "29 או 30 במרץ 2023")),
    ],
)  # fmt: skip
def test_a_date_is_said_as_newspapers_of_the_language_say_it(language, said):
    words, (long, short, first, month, either) = load_words(language), said
    assert long_date("2023-03-29", "stated", words) == long
    assert short_date("2023-03-29", "stated", words) == short
    assert long_date("2023-03-01", "stated", words) == first
    assert long_date("2023-09", "stated", words) == month
    assert long_date("[2023-03-29,2023-03-30]", "stated", words) == either


@pytest.mark.parametrize(
    ("language", "days", "months", "between"),
    [
        ("en", "3 January to 30 December 2023", "March to May 2023", "between 29 and 31 March 2023"),
        ("de", "3. Januar bis 30. Dezember 2023", "März bis Mai 2023", "zwischen dem 29. und dem 31. März 2023"),
        ("fr", "du 3 janvier au 30 décembre 2023", "mars à mai 2023", "entre le 29 et le 31 mars 2023"),
        ("es", "del 3 de enero al 30 de diciembre de 2023", "de marzo a mayo de 2023", "entre el 29 y el 31 de marzo de 2023"),
        ("ar", "من 3 يناير إلى 30 ديسمبر 2023", "من مارس إلى مايو 2023", "بين 29 و31 مارس 2023"),
        ("he", "3 בינואר עד 30 בדצמבר 2023", "מרץ עד מאי 2023", "בין 29 ל־31 במרץ 2023"),
    ],
)  # fmt: skip
def test_a_span_says_what_its_ends_share_once(language, days, months, between):
    words = load_words(language)
    assert span_words("2023-01-03", "2023-12-30", words) == days
    assert span_words("2023-03", "2023-05", words) == months
    assert long_date("[2023-03-29..2023-03-31]", "stated", words) == between


@pytest.mark.parametrize("language", spoken())
def test_every_day_is_said_in_words_with_western_digits(language):
    words = load_words(language)
    said = {long_date(f"2023-{month:02}-{day:02}", "stated", words) for month in range(1, 13) for day in range(1, 29)}
    assert len(said) == 12 * 28
    for text in said:
        assert re.fullmatch(r"[0-9]{1,2}(er|\.)? \D+ 2023", text), text


@pytest.mark.parametrize(
    ("locale", "first", "last"), [("ja", "2023年3月29日", "31日"), ("en", "March 29", "31, 2023"), ("hu", "2023. március 29.", "31.")]
)  # fmt: skip
def test_a_language_that_orders_dates_otherwise_needs_no_code(locale, first, last):
    forms = load_conventions(locale).long
    ends = [forms.forms[fields] for fields in forms.ends["d"]]
    said = [
        form.format(day=day, number=3, month=forms.names[2], lone=forms.lone[2], year=2023)
        for form, day in zip(ends, (29, 31), strict=True)
    ]
    assert said == [first, last]


def test_what_a_locale_says_does_not_depend_on_those_read_before_it():
    load_conventions.cache_clear()
    alone = load_conventions("ja").long.lone
    load_conventions.cache_clear()
    load_conventions("he")
    assert load_conventions("ja").long.lone == alone == tuple(f"{month}月" for month in range(1, 13))


def test_the_language_of_the_machine_changes_nothing(monkeypatch):
    before = load_conventions("de")
    for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, "ar_EG.UTF-8")
    load_conventions.cache_clear()
    assert load_conventions("de").long == before.long


@pytest.mark.parametrize(
    ("language", "small", "large"),
    [
        ("en", "2,871", "1,234,567"),
        ("de", "2.871", "1.234.567"),
        ("fr", "2\u202f871", "1\u202f234\u202f567"),
        ("es", "2871", "1.234.567"),
        ("ar", "2,871", "1,234,567"),
        ("he", "2,871", "1,234,567"),
    ],
)
def test_digits_are_grouped_as_the_language_groups_them(language, small, large):
    words = load_words(language)
    assert (words.number(2871), words.number(1234567), words.number(999)) == (small, large, "999")


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", {0: "0 articles", 1: "1 article", 2: "2 articles"}),
        ("fr", {0: "0 article", 1: "1 article", 2: "2 articles"}),
        ("ar", {1: "مقال واحد", 2: "مقالان", 3: "3 مقالات", 11: "11 مقالًا", 100: "100 مقال", 103: "103 مقالات"}),
        ("he", {1: "כתבה אחת", 2: "שתי כתבות", 11: "11 כתבות"}),
    ],
)
def test_a_number_of_things_is_said_in_the_right_plural(language, counts):
    assert {number: load_words(language).count("articles", number) for number in counts} == counts


@pytest.mark.parametrize(
    ("language", "names", "row"),
    [
        ("de", ["Ada", "Bo", "Cy"], "Ada, Bo und Cy"),
        ("es", ["Ada", "Inés Vela"], "Ada e Inés Vela"),
        ("es", ["Ada", "Bo"], "Ada y Bo"),
        ("es", ["Ada", "Hiedra"], "Ada y Hiedra"),
        ("ar", ["ليلى", "سامي", "منى"], "ليلى وسامي ومنى"),
        ("he", ["נועם", "דנה"], "נועם ודנה"),
    ],
)
def test_names_stand_in_a_row_as_the_language_joins_them(language, names, row):
    assert load_words(language).listed(names) == row


def test_a_spanish_or_changes_before_its_own_sound():
    words = load_words("es")
    assert long_date("[2023-03-07,2023-03-08]", "stated", words) == "7 u 8 de marzo de 2023"
    assert long_date("[2023-03-10,2023-03-11]", "stated", words) == "10 u 11 de marzo de 2023"


def test_names_that_run_the_other_way_are_kept_apart_and_their_row_runs_as_the_page():
    assert load_words("he").listed(["Ada Rook", "נועם"]) == f"{RLM}{FSI}Ada Rook{PDI} ונועם"
    assert load_words("he").listed(["נועם", "Ada Rook"]) == f"נועם ו־{FSI}Ada Rook{PDI}"
    assert load_words("en").listed(["נועם", "Ada"]) == f"{LRM}{FSI}נועם{PDI} and Ada"
    assert load_words("ar").say("article", "agency", text="Mer (AB)") == f"الوكالة: {FSI}Mer (AB){PDI}"
    assert load_words("en").say("article", "agency", text="Mer (AB)") == "Agency: Mer (AB)"


def test_a_name_that_is_a_link_is_kept_apart_by_its_template():
    (_, name) = load_words("ar").sentence("article", "by", names=Link("Ada", "a.html"))
    assert name == Link("Ada", "a.html")


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["ltr", "rtl"]))
def test_keeping_apart_adds_nothing_but_a_pair_around(text, direction):
    kept = isolated(text, direction)
    assert kept in {text, f"{FSI}{text}{PDI}"}


@pytest.mark.parametrize(
    ("text", "language", "page", "attributes"),
    [
        ("Hello", "en", "en", {}),
        ("Hello", "en", "en-GB", {}),
        ("Hello", "en", "ar", {"lang": "en", "dir": "ltr"}),
        ("مرحبا", "ar", "en", {"lang": "ar", "dir": "rtl"}),
        ("مرحبا", "ar", "ar", {}),
        ("مرحبا", "ar", "he", {"lang": "ar"}),
        ("Bonjour", "fr", "de", {"lang": "fr"}),
        ("Hello", None, "en", {"lang": ""}),
        ("Hello", None, "he", {"lang": "", "dir": "ltr"}),
        ("שלום", None, "en", {"lang": "", "dir": "rtl"}),
        ("سڵاو", "ku-Arab", "en", {"lang": "ku-Arab", "dir": "rtl"}),
        ("Shalom", "he-Latn", "en", {"lang": "he-Latn"}),
        ("NASA launches", "ar", "en", {"lang": "ar", "dir": "rtl"}),
    ],
)
def test_a_text_says_its_language_and_direction_where_the_page_has_others(text, language, page, attributes):
    assert text_attributes(text, language, page) == attributes


def arabic():
    return make_article(
        "sari/jisr.txt",
        [("headline", "الجسر يفتح في الربيع"), ("paragraph", "قال المجلس إن الجسر يفتح في الربيع.")],
        language="ar",
        outlet="الساري",
        **dated("2023-03-29"),
    )


def english():
    return make_article(
        "lamp/bridge.txt",
        [("headline", "Bridge opens in spring"), ("paragraph", "The council said that the bridge opens in spring.")],
        outlet="The Lamp",
        **dated("2023-03-29"),
    )


def unknown():
    return make_article(
        "x/a.txt", [("headline", "Zug zug"), ("paragraph", "Zug.")], language=None, **dated("2023-03-29")
    )


@pytest.mark.parametrize(
    ("site", "article", "page", "text"),
    [
        ("en", arabic, '<html lang="en" dir="ltr">', ' lang="ar" dir="rtl"'),
        ("ar", arabic, '<html lang="ar" dir="rtl">', ""),
        ("ar", english, '<html lang="ar" dir="rtl">', ' lang="en" dir="ltr"'),
        ("en", english, '<html lang="en" dir="ltr">', ""),
        ("en-GB", english, '<html lang="en-GB" dir="ltr">', ""),
        ("de", english, '<html lang="de" dir="ltr">', ' lang="en"'),
        ("he", unknown, '<html lang="he" dir="rtl">', ' lang="" dir="ltr"'),
        ("en", unknown, '<html lang="en" dir="ltr">', ' lang=""'),
    ],
)
def test_page_headline_and_text_each_say_their_language_and_direction(site, article, page, text):
    made = pages([article()], Site(language=site))
    (story,) = [content for path, content in made.items() if path.startswith("articles/")]
    assert page in story
    assert f"<h1{text}>" in story
    assert f'<div class="text"{text}>' in story
    assert page in made["index.html"]
    assert f'<p class="headline"{text}>' in made["index.html"]


@pytest.mark.parametrize("language", sorted({*spoken()} - {"en"}))
def test_what_the_program_says_in_english_is_marked_as_english(language):
    article = make_article(
        "a.txt", [("headline", "A"), ("paragraph", "B.")], **dated("2023-03-29?", "inferred", "a clue")
    )
    assert re.search(r'<span lang="en"( dir="ltr")?>a clue</span>', article_page(article, Site(language=language)))


@pytest.mark.parametrize("language", spoken())
def test_a_whole_site_speaks_every_language(language):
    made = pages([arabic(), english(), unknown()], Site(language=language))
    for path, content in made.items():
        if path.endswith(".html"):
            assert not re.search("[٠-٩۰-۹]", content), path
    assert "الساري" in made["outlets/index.html"]
    assert "The Lamp" in made["outlets/index.html"]


def test_styles_know_no_left_and_right():
    css = re.sub(r"/\*.*?\*/", "", STYLES.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"(?:^|[\s;{])((?:[a-z-]+-)?(?:left|right)\s*:|[a-z-]+:\s*(?:left|right)\b)", css) == []
