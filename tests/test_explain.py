"""What `explain` says of a piece is what `label` decided, how likely that is, and what spoke for it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label import certain_sheet, label
from newsarchive.label.explanation import explain
from newsarchive.label.glances import opened, with_glances
from newsarchive.label.learned.look import look_closely
from newsarchive.label.learned.reasons import NAMES, in_words, said_by, strongest
from newsarchive.label.learned.trees import Trees
from newsarchive.label.learned.weights import load
from newsarchive.model import Habits, Source
from tests.command import newsarchive

FERRY = """Harbour Courier
Ferry to Marrish stops for the winter
By Ada Quill
14 March 2023
The old ferry at the quay of Marrish. Photo: Tom Harker
The ferry to Marrish will not sail again before the summer, the harbour board said on Tuesday evening.
The board has met three times since the winter storm, and it has not found the money for the repair.
Sign up for our newsletter
"We are all waiting for the boat," said Leopold Ansgar, who keeps the inn at the pier.
Ada Quill is the Courier's correspondent in Marrish.
Bakery opens in Vennmouth
Council votes on harbour wall
"""
WRAPPED = """Ferry to Marrish stops for the winter

The ferry to Marrish will not sail again before the summer, the harbour
board said on Tuesday evening after the third of its meetings about the
repair of the boat, which was damaged by the storm of the second week of
January and has been lying in the yard ever since.

The board has met three times since the winter storm, and it has not yet
found the money for the repair, which the yard says would take at least
four months and would cost more than the boat was worth when she was new,
said the chairman, who has been in the office for eleven years.
"""
LINES = st.one_of(st.text(max_size=60), st.sampled_from(FERRY.splitlines()))


def source(text, **fields):
    return Source("a.txt", text, "utf-8", "", **fields)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_the_pieces_explained_are_those_that_label_gives(text):
    assert tuple(piece.span for piece in explain(source(text))) == label(source(text))


def test_the_chance_of_a_piece_is_the_one_that_the_rules_saw():
    sheet = next(with_glances([certain_sheet(source(FERRY))], load()))
    pieces = {piece.span.line: piece for piece in explain(source(FERRY))}
    seen = {piece.number: glance for piece, glance in zip(sheet.pieces, sheet.seen, strict=True)}

    assert (pieces[2].span.label, pieces[2].chance) == ("headline", seen[2].headline)
    assert (pieces[3].span.label, pieces[3].chance) == ("byline", seen[3].kinds["byline"])
    assert (pieces[6].span.label, pieces[6].chance) == ("paragraph", seen[6].body)


def test_what_is_left_out_far_from_the_article_is_explained_by_not_being_of_the_body():
    far = "Bakery opens in Vennmouth"
    text = "\n".join([*FERRY.splitlines()[1:7], *(f"{far} {number}" for number in range(40))])

    last = explain(source(text))[-1]

    assert last.span.label == "boilerplate"
    assert last.chance > 500
    assert sum(reason.weight for reason in last.reasons) > 0


def test_a_certain_piece_shows_its_rule_alone():
    (piece,) = (piece for piece in explain(source(FERRY)) if "newsletter" in piece.span.text)

    assert (piece.span.label, piece.chance, piece.reasons) == ("boilerplate", None, ())


@pytest.mark.parametrize("text", ["", "\n\n", "Sign up for our newsletter"])
def test_a_text_without_an_open_line_has_no_chances(text):
    assert [piece.chance for piece in explain(source(text))] == [None] * bool(text.strip())


def test_every_line_of_a_wrapped_paragraph_has_the_chance_of_the_whole():
    pieces = explain(source(WRAPPED))
    first = {piece.chance for piece in pieces if 3 <= piece.span.line <= 6}
    second = {piece.chance for piece in pieces if 8 <= piece.span.line <= 11}

    assert [piece.span.continues for piece in pieces].count(True) == 6
    assert len(first) == len(second) == 1
    assert None not in first | second


def test_hand_written_markdown_needs_no_chances():
    pieces = explain(source("# Ferry\n\nIt sank.", markdown=True))

    assert [piece.chance for piece in pieces] == [None] * len(pieces)
    assert pieces


def test_the_archives_habits_are_followed():
    habits = Habits(edge_lines=frozenset({"bakery opens in vennmouth"}))

    spans = tuple(piece.span for piece in explain(source(FERRY), habits))

    assert spans == label(source(FERRY), habits)
    assert spans != label(source(FERRY))


def test_the_reasons_are_the_loudest_first_and_three_at_most():
    for piece in explain(source(FERRY)):
        weights = [abs(reason.weight) for reason in piece.reasons]
        assert weights == sorted(weights, reverse=True)
        assert len(weights) <= 3
        assert all(weights)


def test_a_feature_speaks_with_half_of_what_the_other_answer_would_change():
    size, sentence = NAMES.index("size"), NAMES.index("is_sentence")
    trees = Trees(
        feature=np.array([size, sentence], np.int16),
        border=np.array([60, 0], np.int32),
        splits=np.array([[0, 1]], np.int16),
        leaves=np.array([[[-900], [100], [-100], [1500]]], np.int16),
        bias=np.array([0], np.int32),
    )
    row = np.zeros(len(NAMES), np.int32)
    row[[size, sentence]] = 80, 1

    said = strongest(said_by(trees, row))

    assert [(reason.words, reason.weight) for reason in said] == [("a long line", 800), ("ends like a sentence", 700)]

    row[sentence] = 0
    said = strongest(said_by(trees, row))

    assert [(reason.words, reason.weight) for reason in said] == [
        ("does not end like a sentence", -700),
        ("a long line", 500),
    ]


def test_every_feature_of_every_look_can_be_said_in_words():
    said = [in_words(name, large=large) for name in NAMES for large in (True, False)]

    assert all(said)
    assert in_words("size-1", large=False) == "right above: a short line"
    assert in_words("chance+3", large=True) == "3 below: body at the first look"
    assert in_words("prose_10", large=True) == "10 around: much prose"
    assert in_words("lex_1", large=False) == "right around: words of sites"


def test_the_names_of_the_features_are_as_many_as_the_last_look_has():
    looks = look_closely([opened(certain_sheet(source("The ferry sank.\nBy Ada Quill")))], load())

    assert len(looks.fourth) == len(NAMES)


def test_explain_prints_chances_in_two_digits_and_reasons_in_lines_of_a_hundred_columns(tmp_path):
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")

    done = newsarchive("explain", tmp_path / "ferry.txt")
    lines = done.stdout.partition("\n\n")[0].splitlines()
    headline = next(at for at, line in enumerate(lines) if line.split()[1] == "headline")

    assert done.returncode == 0
    assert lines[headline].split()[2].lstrip(".").isdigit()
    assert len(lines[headline].split()[2]) == 3
    assert "(+" in lines[headline + 1]
    assert max(map(len, lines)) <= 100
