"""What is mended in a text, and that each repair is listed and can be undone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.read.repair import repair

CONTROLS = {*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF}
PROSE = [
    "“Don’t stop” – the old ‘quay’… 5 €, Zoë’s café, déjà vu",
    "L’école « Les Mouettes » : « c’était prévu », à Évreux.",
    "„Für uns war das klar“, sagte Käthe Ößler. Straße, ÄÖÜ",
    "Совет сообщил: «её закроют»; СССР, ВЁСНА, Её",
    "Το συμβούλιο «είναι ζήτημα εβδομάδων»",
    "العبارة «تواصل» رحلاتها",
    "「月単位ではなく」と述べた。",
    "A IRMÃ DA VÍTIMA: AMANHÃ SERÁ TARDE, CRISTÃ ORTODOXA",
    "ﬁne ﬂuff, ½ litre, ＷＩＤＥ, soft\u00adhyphen, zero\u200bwidth, \u202bעברית\u202c",
]


@pytest.mark.parametrize(
    ("broken", "mended", "before", "after"),
    [
        ("The owner said itâ€™s closed", "The owner said it’s closed", "itâ€™s", "it’s"),
        ("â€œNever,â€\x9d she said", "“Never,” she said", "â€œNever,â€\x9d", "“Never,”"),
        ("Im FrÃ¼hjahr", "Im Frühjahr", "FrÃ¼hjahr", "Frühjahr"),
        ("voilÃ  le travail", "voilà le travail", "voilÃ ", "voilà"),
        ("Ð¡Ð¾Ð²ÐµÑ‚ Ð¿Ð¾Ñ€Ñ‚Ð° said", "Совет порта said", "Ð¡Ð¾Ð²ÐµÑ‚ Ð¿Ð¾Ñ€Ñ‚Ð°", "Совет порта"),
        ("Р’РµСЃРЅР° came", "Весна came", "Р’РµСЃРЅР°", "Весна"),
        ("cafÃƒÂ© twice", "café twice", "cafÃƒÂ©", "café"),
        ("itâ€™s and she’s", "it’s and she’s", "itâ€™s", "it’s"),
        ("\x93So\x94 it was", "“So” it was", "\x93So\x94", "“So”"),
    ],
)
def test_mojibake_is_mended_by_whole_words_and_listed(broken, mended, before, after):
    text, repairs = repair(f"One\n{broken}\nThree")

    assert text == f"One\n{mended}\nThree"
    assert [(each.line, each.before, each.after, each.rule) for each in repairs] == [(2, before, after, "mojibake")]


@pytest.mark.parametrize("text", PROSE)
def test_what_was_written_so_stays_so(text):
    assert repair(text) == (text, ())


def test_two_repairs_in_a_line_are_listed_apart_with_their_columns():
    text, repairs = repair("It isnâ€™t the end, she’s sure, itâ€™s not")

    assert text == "It isn’t the end, she’s sure, it’s not"
    assert [(each.start, each.before) for each in repairs] == [(3, "isnâ€™t"), (30, "itâ€™s")]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("a\x00b", "ab"),
        ("a\ufeff b", "a b"),
        ("a\u2028b", "a b"),
        ("a\x0cb", "a b"),
        ("a\x1b[0mb", "a[0mb"),
        ("a\ufdd0\uffffb", "ab"),
        ("\ufeffa", "a"),
        ("a\x7f", "a"),
        ("a\tb", "a\tb"),
    ],
)
def test_control_characters_go_and_part_words_where_they_did(broken, mended):
    text, repairs = repair(broken)

    assert text == mended
    assert {each.rule for each in repairs} == ({"control_character"} if broken != mended else set())


SCRAPED = [
    ("Milan&#39;s hotels", "Milan's hotels", [("&#39;", "'", "entity")]),
    ("Quill &amp; Roe, caf&eacute;", "Quill & Roe, café", [("&amp;", "&", "entity"), ("&eacute;", "é", "entity")]),
    ("It was &amp;quot;shut&amp;quot;.", 'It was "shut".', [("&amp;quot;", '"', "entity")] * 2),
    ("The quay.&nbsp;", "The quay. ", [("&nbsp;", " ", "entity")]),
    ("The quay&nbsp", "The quay ", [("&nbsp", " ", "entity")]),
    ("&#150; and &#x2026;", "– and …", [("&#150;", "–", "entity"), ("&#x2026;", "…", "entity")]),
    ("5 &lt; 6", "5 < 6", [("&lt;", "<", "entity")]),
    ("<p>The ferry.</p>", "The ferry.", [("<p>", "", "tag"), ("</p>", "", "tag")]),
    ("Only <em>one</em> sails", "Only one sails", [("<em>", "", "tag"), ("</em>", "", "tag")]),
    ("It is shut</strong>. So", "It is shut. So", [("</strong>", "", "tag")]),
    ("the mate<br/>© Quill", "the mate © Quill", [("<br/>", " ", "tag")]),
    ("the mate <br /> said", "the mate said", [("<br /> ", "", "tag")]),
    (
        "See <a href='/x'>the quay</a>, <b>now</b>",
        "See the quay, now",
        [("<a href='/x'>", "", "tag"), ("</a>", "", "tag"), ("<b>", "", "tag"), ("</b>", "", "tag")],
    ),
    ("&lt;p&gt;The ferry.&lt;/p&gt;", "The ferry.", [("&lt;p&gt;", "", "tag"), ("&lt;/p&gt;", "", "tag")]),
    ("the reser\u00advation", "the reservation", [("\u00ad", "", "soft_hyphen")]),
    ("the\u200b quay\u2060", "the quay", [("\u200b", "", "zero_width"), ("\u2060", "", "zero_width")]),
    (
        "It sails at noon.  It comes back when the tide allows it.",
        "It sails at noon. It comes back when the tide allows it.",
        [("  ", " ", "doubled_space")],
    ),
    ("itâ€™s&nbsp;so", "it’s so", [("itâ€™s&nbsp;so", "it’s so", "entity")]),
]

KEPT = [
    "Mail to <name> or <your address>, says <The Ferry: A Tale>",
    "The form asks for <address> and <time>, and puts <b> and </b> there",
    'It is written as "&amp;" and not as "<br>"',
    "y = &sum; x = &copy; AT&T, Q&A; R&D &c; ?a=1&copy=2",
    "a <br> b < c > d, <3, <-- and <s>struck</s>, <q>said</q>",
    "Harbour  12.30",
    "Harbour   of the town on the coast   of the sea  and more",
    "می\u200cروم, क्\u200dष, \u200fעברית\u200f, 👩\u200d👧",
    "เรือ\u200bมาช้า",
    "the reser\u00ad",
]


@pytest.mark.parametrize(("text", "mended", "changes"), SCRAPED)
def test_what_a_page_did_not_show_is_mended_in_its_text_and_listed(text, mended, changes):
    after, repairs = repair(text, scraped=True)

    assert after == mended
    assert [(each.before, each.after, each.rule) for each in repairs] == changes
    assert undone(after, repairs) == text


@pytest.mark.parametrize("text", KEPT)
def test_what_a_page_may_have_shown_stays(text):
    assert repair(text, scraped=True) == (text, ())


@pytest.mark.parametrize("subject", ["HTML", "the ampersand", "XML files"])
def test_a_text_that_speaks_of_markup_keeps_its_tags_and_entities(subject):
    text = f"How {subject} came to be\nA word is set as <em>word</em>, and Caf&eacute; is an example"

    assert repair(text, scraped=True) == (text, ())


def test_the_address_of_a_page_does_not_speak_of_markup():
    assert repair("town.example/a.html\nQuill &amp; Roe", scraped=True)[0] == "town.example/a.html\nQuill & Roe"


def test_what_a_person_wrote_keeps_its_marks():
    assert repair("Quill &amp; Roe <b>now</b>") == ("Quill &amp; Roe <b>now</b>", ())
    front = '---\nheadline: "The &quot;quay&quot;"\n---\n'
    assert repair(f"{front}Quill &amp; Roe", scraped=True)[0] == f"{front}Quill & Roe"


mixed = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=12),
        st.sampled_from(PROSE).map(lambda text: text.encode().decode("cp1252", "replace")),
        st.sampled_from(PROSE).map(lambda text: text.encode().decode("latin-1")),
        st.sampled_from(
            ["Ã ", " Â", "Ã", "\t", "  ", "\n", "\x00", "\u2028", "â€", "\x85", "Â\x00 ", "\ufffd", "word"]
        ),
        st.sampled_from(
            [
                "&amp;",
                "&lt;",
                "&gt;",
                "&nbsp;",
                "&#0;",
                "&#55296;",
                "lt;",
                "<p>",
                "</p>",
                "<b>",
                "<br/>",
                "<a x=y>",
                "\u00ad",
                "\u200b",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(mixed, st.booleans())
def test_undoing_the_repairs_gives_the_text_that_came_in(text, scraped):
    text = text.replace("\r", "")
    mended, repairs = repair(text, scraped=scraped)

    assert undone(mended, repairs) == text
    assert mended.count("\n") == text.count("\n")
    assert not {ord(char) for char in mended} & CONTROLS
    assert all(each.before != each.after for each in repairs)


@pytest.mark.parametrize(
    "line",
    ["<b>x" * 200_000, "<p> " * 200_000, "&amp;" * 200_000, "<a " * 500_000, "<a" + " " * 5_000_000, "&#" * 2_500_000],
)
def test_hostile_lines_are_mended_in_time(line):
    start = time.process_time()
    repair(line, scraped=True)
    assert time.process_time() - start < 5


def undone(text, repairs):
    lines = text.split("\n")
    for each in reversed(repairs):
        line = lines[each.line - 1]
        end = each.start + len(each.after)
        assert line[each.start : end] == each.after
        lines[each.line - 1] = line[: each.start] + each.before + line[end:]
    return "\n".join(lines)
