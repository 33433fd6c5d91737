"""What is mended in a text, and that each repair is listed and can be undone."""

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


mixed = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=12),
        st.sampled_from(PROSE).map(lambda text: text.encode().decode("cp1252", "replace")),
        st.sampled_from(PROSE).map(lambda text: text.encode().decode("latin-1")),
        st.sampled_from(
            ["Ã ", " Â", "Ã", "\t", "  ", "\n", "\x00", "\u2028", "â€", "\x85", "Â\x00 ", "\ufffd", "word"]
        ),
    ),
    max_size=12,
).map("".join)


@given(mixed)
def test_undoing_the_repairs_gives_the_text_that_came_in(text):
    text = text.replace("\r", "")
    mended, repairs = repair(text)

    assert undone(mended, repairs) == text
    assert mended.count("\n") == text.count("\n")
    assert not {ord(char) for char in mended} & CONTROLS
    assert all(each.before != each.after for each in repairs)


def undone(text, repairs):
    lines = text.split("\n")
    for each in reversed(repairs):
        line = lines[each.line - 1]
        end = each.start + len(each.after)
        assert line[each.start : end] == each.after
        lines[each.line - 1] = line[: each.start] + each.before + line[end:]
    return "\n".join(lines)
