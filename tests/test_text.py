"""Folding and words: the same words however they were typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label.line import read_line
from newsarchive.text.fold import fold, fold_all, squeeze
from newsarchive.text.tokens import UNSPACED, first_token, folded_tokens, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Don’t  stop”", '"don\'t stop"'),
        ("Harbour\u00a0Courier", "harbour courier"),
        ("co\u00adop\u200beration", "cooperation"),
        ("ﬁsh — chips", "fish - chips"),
        ("STRASSE", "Straße"),
        ("O´Brien", "o'brien"),
    ],
)
def test_two_spellings_of_the_same_words_fold_to_one(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_squeezed_text_has_single_spaces_and_no_other_blanks(text):
    assert squeeze(text).split(" ") == (text.split() or [""])


def test_words_of_scripts_without_spaces_are_single_characters():
    assert tokens("東京で 2 Ferries’") == ["東", "京", "で", "2", "ferries"]


@given(st.text(st.characters(max_codepoint=255)))
def test_a_word_of_another_script_behind_a_latin_text_leaves_the_words_before_it_as_they_are(text):
    assert tokens(f"{text} Ж") == [*tokens(text), "ж"]


SPELT = ["“Don’t  stop”", "e\u200d\u0301", "ﬁsh — chips …", "O´Brien`s", "STRASSE", "\u200b", "", "a\u00a0 b", "İ", "é"]


@given(st.lists(st.one_of(st.sampled_from(SPELT), st.text(st.characters(exclude_characters="\n"), max_size=12))))
def test_lines_fold_together_as_each_folds_alone(lines):
    assert fold_all(lines) == list(map(fold, lines))


@given(st.one_of(st.sampled_from([*SPELT, "(ferry) left", "ferry's", "東京", "a東", "_a_"]), st.text(max_size=20)))
def test_the_first_token_is_the_first_of_all_tokens(text):
    folded = fold(text)
    assert first_token(folded) == next(iter(folded_tokens(folded)), "")


@given(st.text(st.characters(exclude_characters="\n"), min_size=1).map(fold).filter(bool))
def test_words_are_runs_of_letters_and_digits_or_signs_without_spaces(folded):
    assert folded_tokens(folded) == re.findall(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+", folded)


WRITTEN = ("東", "京", "a", "ab", "abc", "½", "ﬁ", "é", "ไ", " ", "-", "’")


@given(st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=12).map("".join).map(str.strip).filter(bool))
def test_lines_with_a_word_for_every_two_characters_count_twice(text):
    line = read_line(1, text)

    assert line.size == len(text) * (1 + (0 < len(text) <= 2 * len(line.words)))
