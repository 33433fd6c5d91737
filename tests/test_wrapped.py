"""Hard-wrapped texts: told for certain, read as whole paragraphs, shown with the lines of their file."""

import re
import shutil
import textwrap
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract import extract
from newsarchive.extract.whole import rejoined, whole
from newsarchive.label import label
from newsarchive.model import LineRule, Source
from newsarchive.read import decode, read
from newsarchive.survey import habits_of
from newsarchive.text.ledger import imbalances
from newsarchive.text.wrapping import between, vocabulary, wrapped_paragraphs
from tests.gold import differences
from tests.test_render_article import row
from tests.town import article_page

LEDE = (
    "The harbour office of Quarrow says that the ferry will not sail before the spring, and that nobody has yet"
    " found the screw that was lost in the storm of last November, although divers from three towns looked."
)
SECOND = (
    "The council meets on Thursday to talk about a bridge. It has talked about a bridge eleven times since the war, and"
    " each time the drawings were put back into the same drawer, which the clerk knows well."
)
THIRD = (
    "Whoever must cross until then goes with the mail boat, which takes nine persons and a calf. It leaves at six in the"
    " morning and comes back when the tide allows it, which is not every day in the shorter months."
)
PARAGRAPHS = (LEDE, SECOND, THIRD)
HEAD = ("Ferry stays at its quay", "By Ada Quill", "14 March 2023")
SAMPLES = [
    source
    for source in map(decode, read(Path(__file__).parents[1] / "articles").texts)
    if not source.markdown and len(source.text) > 1500 and "010_7f3dc85a" not in source.path
]
WORDS = ("a", "we", "the", "quay", "ferry,", "harbour.", "–", "12.", "*", "By", ">", "\t", "", "X", "y" * 90)
FIELDS = ("language", "headline", "deck", "kicker", "section", "authors", "published", "updated", "outlet", "agency")


def wrap(paragraph, width=72):
    return textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)


def text_of(*paragraphs, width=72):
    return "\n\n".join("\n".join(wrap(paragraph, width)) for paragraph in paragraphs)


def source_of(text, **more):
    return Source("a.txt", text, "utf-8", "", **more)


def article_of(text, **more):
    source = source_of(text, **more)
    return extract(source, label(source))


def paragraphs_of(text):
    lines = text.split("\n")
    found = wrapped_paragraphs(lines)
    return None if found is None else [" ".join(lines[i].strip() for i in one) for one in found]


def says(article):
    """What an article says, wherever it stands in the file."""
    return (
        [getattr(article, field) for field in FIELDS],
        [(block.kind, block.text, block.doubtful) for block in article.body],
        [(caption.text, caption.credit) for caption in article.captions],
        [(note.kind, note.text) for note in article.notes],
    )


@pytest.mark.parametrize("width", [55, 64, 72, 80, 100])
def test_a_wrapped_paragraph_is_one(width):
    assert paragraphs_of(text_of(*HEAD, *PARAGRAPHS, width=width)) == [*HEAD, *PARAGRAPHS]


def test_a_line_that_ends_short_ends_its_paragraph_without_a_blank_line():
    assert paragraphs_of("\n".join(line for one in PARAGRAPHS for line in wrap(one))) == [*PARAGRAPHS]


def test_indented_paragraphs_begin_at_their_indent():
    full = "So the matter stands until the harbour master is back from the capital."
    lines = [line for one in (full, LEDE, full, SECOND) for line in textwrap.wrap(one, 72, initial_indent="    ")]

    assert paragraphs_of("\n".join(lines)) == [full, LEDE, full, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        ["* a rope of forty metres, tarred and dry, and two of the smaller anchors", "* a lamp"],
        ["1. A rope of forty metres, tarred and dry, and one of the small anchors", "2. A lamp"],
        ["> The ferry was never meant for winter, as the mate says in his letters", "> to us."],
        ["Mail boat                 6.00      9 persons                one calf, x", "Ferry    -"],
        ["------------------------------------------------------------------------", "Ends here"],
        ["Nobody has said what becomes of the crew, of the mate and of their cats", "14 March 2023"],
        ["Nobody has said what becomes of the crew, of the mate and of the two cat", "By Ada Quill"],
    ],
)
def test_what_is_no_running_text_stands_alone_in_a_wrapped_text(lines):
    assert paragraphs_of(text_of(*PARAGRAPHS) + "\n\n" + "\n".join(lines))[3:] == lines


@pytest.mark.parametrize("word", ["–", "12."])
def test_a_dash_or_a_day_with_which_a_line_begins_is_no_item_of_a_list(word):
    lines = [
        f"{'The mate is a man of few words who would rather swim than wait for the':,<71}",
        f"{word} of March to come.",
    ]

    assert paragraphs_of(text_of(*PARAGRAPHS) + "\n\n" + "\n".join(lines))[3:] == [" ".join(lines)]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "\n".join([*HEAD, "Share", "Print", "Most read", "Harbour", "Town", "Sport", "Weather", "About us"] * 3),
        "\n".join(f"The {n}th verse begins with a capital letter and it ends at about the {n}th" for n in range(30)),
        "\n".join(f"{n}. the item of a list that is about as long as all of the others {n}" for n in range(30)),
        "\n".join(f"{n:<24}{n * n:<24}{n * n * n:<20}kg" for n in range(30)),
        "\n".join(f"var item{n} = document.getElementById('x{n}').innerHTML; show({n});" for n in range(30)),
        "\n".join(wrap("".join(chr(0x4E00 + n % 999) for n in range(4000)), 72)),
        "\n".join(["x" * 76] * 30),
        "",
    ],
    ids=["lines", "blank lines", "menu", "verses", "list", "table", "code", "no spaces", "encoded", "empty"],
)
def test_what_is_not_wrapped_for_certain_is_left_as_it_is(text):
    assert paragraphs_of(text) is None


def test_a_few_short_lines_beside_long_ones_are_no_wrapped_part():
    assert paragraphs_of(text_of(*PARAGRAPHS) + "\n\n" + SECOND) is None


LONG = (
    "Nobody in the town remembers a winter in which the ferry did not sail at all, and the oldest of the pilots, who is"
    " ninety and has seen most of what there is to see, says that it would have been unthinkable when the harbour still"
    " had its own ice breaker, which was sold to pay for a clock that has been eleven minutes slow ever since it came."
)


def test_a_wrapped_part_of_a_text_that_is_not_wrapped_is_read_as_paragraphs():
    lines = "\n".join([*HEAD, SECOND, THIRD, *wrap(LONG), LEDE, "", *wrap(SECOND), "", "Harbour", "Town", "Sport"])

    assert paragraphs_of(lines) == [*HEAD, SECOND, THIRD, LONG, LEDE, SECOND, "Harbour", "Town", "Sport"]


def test_one_wrapped_paragraph_is_enough():
    assert paragraphs_of("\n\n".join((*HEAD, "\n".join(wrap(LONG))))) == [*HEAD, LONG]


@pytest.mark.parametrize(
    "lines",
    [
        [line.capitalize() for line in wrap(LONG)],
        [f"{line.rstrip('.,')}." for line in wrap(LONG)],
        [line for one in wrap(LONG) for line in (one, "")],
        wrap(LONG, 40),
        wrap(LONG)[:3],
        [*wrap(LONG, 60)[:2], *wrap(LONG, 90)[:2]],
    ],
    ids=["capitals", "sentences", "blank lines", "narrow", "two ends", "two widths"],
)
def test_lines_that_do_not_go_on_at_one_width_are_no_wrapped_part(lines):
    assert paragraphs_of("\n".join([SECOND, *lines, THIRD])) is None


def test_each_paragraph_is_a_block_and_each_line_a_piece():
    source = source_of(text_of(*HEAD, *PARAGRAPHS))
    spans = label(source)
    article = extract(source, spans)

    assert [block.text for block in article.body] == [*PARAGRAPHS]
    assert [block.line for block in article.body] == [7, 11, 15]
    assert [(span.line, span.continues) for span in spans if span.line > 10] == [
        (11, False), (12, True), (13, True), (15, False), (16, True), (17, True),
    ]  # fmt: skip
    assert list(imbalances(source, spans)) == []


def test_what_is_left_out_is_listed_line_by_line():
    promo = "Read more: the drawer of the clerk, and what else was found in it when the council had it opened last year"
    article = article_of(text_of(*HEAD, *PARAGRAPHS, promo))

    assert [(piece.line, piece.rule) for piece in article.removed] == [(19, "promo"), (20, "promo")]
    assert " ".join(piece.text for piece in article.removed) == promo


def test_a_paragraph_is_cut_in_the_line_where_something_else_begins():
    promo = "Read more: The drawer of the clerk, and what else was found in it when the council had it opened at last"
    source = source_of(text_of(*HEAD, LEDE, f"{SECOND} {promo}", THIRD))
    spans = label(source)
    article = extract(source, spans)

    assert [block.text for block in article.body] == [*PARAGRAPHS]
    assert " ".join(piece.text for piece in article.removed) == promo
    assert list(imbalances(source, spans)) == []


def test_a_second_copy_points_at_the_line_where_the_first_begins():
    spans = label(source_of(text_of(*HEAD, *PARAGRAPHS, SECOND, THIRD)))

    assert {span.copy_of for span in spans if span.line in {19, 20, 21}} == {11}
    assert {span.copy_of for span in spans if span.line >= 23} == {15}


def test_lines_that_a_person_settled_are_parted_from_the_others():
    spans = label(
        source_of(text_of(*HEAD, *PARAGRAPHS), line_rules=(LineRule(12, 12, "removed"), LineRule(16, 99, "bio")))
    )

    assert [(span.line, span.label) for span in spans if span.rule == "settled_by_hand"] == [
        (12, "boilerplate"), (16, "bio"), (17, "bio"),
    ]  # fmt: skip
    assert [span.continues for span in spans if span.line > 10] == [False, False, False, False, False, True]


def test_front_matter_stays_line_by_line():
    front = "---\noutlet: The Skerrow Lamp, which has been printed in the same house since\nrights: all\n---\n"
    spans = label(source_of(front + text_of(*HEAD, *PARAGRAPHS), front_matter=4))

    assert [(span.line, span.label, span.continues) for span in spans[:4]] == [
        (n, "front_matter", False) for n in range(1, 5)
    ]
    assert [span.continues for span in spans if span.line > 14] == [False, True, True, False, True, True]


def test_a_wrapped_line_that_recurs_is_a_habit_as_a_whole():
    prompt = (
        "The Lamp on Sunday: all that moves Skerrow, every week at six in your letterbox, and never a word too many"
    )
    texts = [
        Source(f"{n}.txt", text_of(*HEAD, f"{n} boats came in. {LEDE}", SECOND, prompt), "utf-8", "") for n in range(5)
    ]

    assert prompt.lower() in habits_of(texts).edge_lines


def test_a_gold_row_may_say_that_several_lines_are_one_paragraph():
    article = article_of(text_of(*HEAD, *PARAGRAPHS))
    gold = {"headline": 1, "byline": [3], "date_line": [5], "authors": ["Ada Quill"], "published": "2023-03-14"}

    assert differences(article, gold | {"body": [[7, 8, 9], [11, 12, 13], [15, 16, 17]]}) == []
    assert differences(article, gold | {"body": [7, 8, 9, 11, 12, 13, 15, 16, 17]}) != []


@given(st.sampled_from(SAMPLES), st.integers(60, 80))
def test_a_sample_says_the_same_when_it_is_wrapped(sample, width):
    paragraphs = [" ".join(line.split()) for line in sample.lines[sample.front_matter :] if line.strip()]
    whole = replace(sample, text="\n\n".join(paragraphs), front_matter=0, given=(), line_rules=())
    wrapped = replace(whole, text=text_of(*paragraphs, width=width))
    spans = label(wrapped)
    article = extract(wrapped, spans)

    assert says(article) == says(extract(whole, label(whole)))
    assert list(imbalances(wrapped, spans)) == []
    starts = [1, *accumulate((len(wrap(one, width)) + 1 for one in paragraphs), initial=1)]
    assert {block.line for block in article.body} <= {*starts}


@given(
    st.lists(
        st.lists(st.sampled_from(WORDS), max_size=60),
        max_size=8,
    ),
    st.integers(50, 110),
    st.lists(st.tuples(st.integers(-1, 60), st.integers(-1, 60)), max_size=3),
)
def test_whatever_is_wrapped_and_settled_every_character_is_accounted_for(paragraphs, width, settled):
    rules = tuple(LineRule(*ends, "removed") for ends in settled)
    source = source_of(
        text_of(*(" ".join(words) for words in (*paragraphs, *map(str.split, PARAGRAPHS))), width=width),
        line_rules=rules,
    )
    spans = label(source)

    assert list(imbalances(source, spans)) == []
    extract(source, spans)


def test_each_line_of_a_wrapped_text_is_on_its_page_once_and_in_order():
    promo = "Read more: the drawer of the clerk, and what else was found in it when the council had it opened last year"
    html = article_page(article_of(text_of(*HEAD, *PARAGRAPHS, promo)))

    assert [int(number) for number in re.findall(r'id="L(\d+)"', html)] == [
        1,
        3,
        5,
        7,
        8,
        9,
        11,
        12,
        13,
        15,
        16,
        17,
        19,
        20,
    ]
    assert html.count("divers from three towns") == 1
    assert row(html, 7).startswith('<p id="p1"><a id="L7"></a>The harbour office of Quarrow')
    assert row(html, 19).startswith('<p id="L19" class="src out"><b>Left out: promotion of another page</b>')
    assert re.search(r'<p id="L20" class="src out">\w', html)


def test_what_is_cut_from_a_wrapped_paragraph_stands_in_its_lines():
    promo = "Read more: The drawer of the clerk, and what else was found in it when the council had it opened at last"
    html = article_page(article_of(text_of(*HEAD, LEDE, f"{SECOND} {promo}", THIRD)))
    paragraph = row(html, 11)

    assert 'class="src out"> <b>Left out: promotion of another page</b> Read' in paragraph
    assert [int(number) for number in re.findall(r'id="L(\d+)"', html)] == sorted(
        {*map(int, re.findall(r'id="L(\d+)"', html))}
    )


@pytest.mark.browser
def test_every_line_can_be_opened_in_the_source_view(chromium, tmp_path):
    page = tmp_path / "articles" / "a.html"
    page.parent.mkdir()
    page.write_text(article_page(article_of(text_of(*HEAD, *PARAGRAPHS))), encoding="utf-8")
    shutil.copytree(Path(__file__).parents[1] / "templates" / "assets", tmp_path / "assets")
    tab = chromium.new_page(viewport={"width": 1280, "height": 800})
    try:
        for fragment, lines in (("", 1), ("#original", 3), ("#L12", 3)):
            tab.goto(f"{page.as_uri()}{fragment}")
            tops = tab.evaluate("[11, 12, 13].map(n => document.getElementById(`L${n}`).getBoundingClientRect().left)")
            shown = tab.evaluate("getComputedStyle(document.getElementById('L12'), '::before').content")
            assert (len({*tops}) == 1) == (lines == 3)
            assert shown == ('"L12"' if lines == 3 else "none")
    finally:
        tab.close()


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a reser-", "vation of places", "made a reservation"], ""),
        (["the reser-", "vation of places was put back into the same drawer by the clerk"], ""),
        (["the reser\u00ad", "vation of places"], ""),
        (["a well-", "known clerk, as well", "and known to all"], "-"),
        (["a well-", "known clerk"], "-"),
        (["the mail-", "boat, which is a mail-boat"], "-"),
        (["the Anglo-", "Skerrow ferry"], "-"),
        (["from 1990-", "1995 it sailed"], "-"),
        (["the re-", "election of the clerk"], "-"),
        (["pre-", "and post-war ferries"], " "),
        (["the ferry -", "nobody sails"], " "),
        (["the ferry", "sails"], " "),
        (["a mother-in-", "law of the mate"], "-"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_put_together_as_it_is_written(lines, joined):
    assert between(lines[0], lines[1], vocabulary(lines)) == joined


def test_in_a_text_that_breaks_at_hyphens_alone_each_is_kept():
    lines = ["a long-", "haired and short-", "tempered, ill-", "mannered clerk of Vrenzi-", "korbal said"]

    assert {between(above, below, vocabulary(lines)) for above, below in pairwise(lines)} == {"-"}


def test_a_broken_word_is_whole_in_the_body_and_listed_with_what_the_file_says():
    lines = [*wrap(LEDE)[:-1], "although divers looked, and a boat of the harbour had a harbour reser-", "vation."]
    source = source_of("\n\n".join((*HEAD, "\n".join(lines), text_of(SECOND, THIRD))))
    spans = label(source)

    assert "harbour reservation." in " ".join(span.text for span in whole(spans))
    assert [(each.before, each.after, each.rule) for each in rejoined(spans)] == [
        ("reser-\nvation.", "reservation.", "hyphenation")
    ]
    for each in rejoined(spans):
        assert source.text.split("\n", each.line - 1)[-1][each.start :].startswith(each.before)
    assert list(imbalances(source, spans)) == []
