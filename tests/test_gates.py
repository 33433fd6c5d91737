"""Lines that are not asked for the shape of a name, a date or a credit have none."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.label.learned.batch import hash_words, lay_out
from newsarchive.label.learned.gates import may_credit, may_date, may_name
from newsarchive.label.learned.own import own_features
from newsarchive.text.credits import LONGEST, credit_marks, credit_shape
from newsarchive.text.credits.words import credit_words
from newsarchive.text.dates import date_shape
from newsarchive.text.names import name_shape

PHRASES = sorted({phrase for title in ("before", "source", "archives", "closing") for phrase in credit_words(title)})
PIECES = (
    *(
        "The ferry sank.",
        "the harbour at dawn",
        "Ann Roe",
        "ANN ROE",
        "Roe",
        "Reuters",
        "dpa",
        "AFP",
        "渡辺渚",
        "항구의 배",
    ),
    *(
        ":",
        "：",
        "=",
        "＝",
        "/",
        " / ",
        "／",
        "(",
        ")",
        "）",
        "[",
        "]",
        "〔",
        "〕",
        "©",
        "(c) ",
        " - ",
        "...",
        "…",
        "|",
        ".",
        ",",
    ),
    *(" ", " ", " ", " by ", " of ", " via ", "x", "é", "撮影", "提供", "2021", "ß", "\u0301", "copyright"),
)
SAID = st.sampled_from(PHRASES).flatmap(
    lambda phrase: st.sampled_from([phrase, phrase.title(), phrase.upper(), phrase.capitalize()])
)
LINES = (
    st.lists(st.one_of(st.sampled_from(PIECES), SAID), min_size=1, max_size=12)
    .map(lambda pieces: "".join(pieces).strip())
    .filter(bool)
)
PROSE = "The ferry to Marrish will not sail again before the summer, the harbour board said on Tuesday evening. "


def may(*lines):
    batch = lay_out([lines])
    return may_credit(batch, own_features(batch)["glued"]).tolist()


@given(LINES)
@example(f"{PROSE * 3}Ann Roe/AP")
@example(f"{PROSE * 2}the quay seen from Fotografie")
def test_a_line_that_is_not_asked_has_no_shape_of_a_credit(line):
    assert may(line)[0] or credit_shape(line) == 0


def test_prose_and_headlines_are_not_asked():
    assert may(PROSE, "Ferry to Marrish stops for the winter", "Share") == [False] * 3


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Photo: Ann Roe",
            "The quay. Ann Roe/AP",
            "The quay (Reuters)",
            "The quay [dpa].",
            "© Ann Roe",
            "(c) Ann Roe",
        ),
        *("The quay at dawn.Foto: Ann Roe", "The quay at dawnFoto: Ann Roe", "Getty Images", "港の船＝ロイター"),
        *("Ann Roe via Getty", "More photos of the harbour", "항구 사진"),
    ],
)
def test_what_may_hold_a_credit_is_asked(line):
    assert may(line) == [True]
    assert credit_shape(line) > 0


def test_long_lines_are_not_asked():
    assert may("Photo: Ann Roe ".ljust(LONGEST, "x"), "Photo: Ann Roe ".ljust(LONGEST + 1, "x")) == [True, False]


def test_each_mark_of_credits_is_one_word_in_a_batch():
    marks = sorted(credit_marks())
    batch = lay_out([marks])

    assert batch.words.tolist() == hash_words(marks).tolist()
    assert may(*marks) == [True] * len(marks)


DAYS = (
    "May 30",
    "2023",
    "30.5.",
    "๓๐ พ.ค.",
    "３０",
    "२०२३",
    "3 hours ago",
    "gestern",
    "5月30日",
    " | ",
    ", ",
    "By Ann Roe ",
    PROSE,
)


@given(st.lists(st.sampled_from((*DAYS, *PIECES)), min_size=1, max_size=8).map("".join).map(str.strip).filter(bool))
@example("3 hours ago")
@example("๓๐ พ.ค. ๒๕๖๖ ".ljust(60, "x"))
@example(f"{PROSE}{'30 May 2023'.rjust(199 - len(PROSE))}")
def test_a_line_that_is_not_asked_has_no_shape_of_a_name_or_a_date(line):
    batch = lay_out([[line]])

    assert may_name(batch)[0] or name_shape(line) == 0
    assert may_date(batch)[0] or date_shape(line) == 0


def test_prose_is_asked_for_no_name_and_for_a_date_where_it_has_a_number():
    batch = lay_out([[PROSE + PROSE, PROSE, "Ann Roe", "On 30 May 2023 it was shut for good, the harbour board said."]])

    assert may_name(batch).tolist() == [False, True, True, True]
    assert may_date(batch).tolist() == [False, False, True, True]
