"""Folding and words: the same words however they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.fold import fold, squeeze
from newsarchive.text.tokens import tokens


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
