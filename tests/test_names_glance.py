"""A glance at a line: how much it has the shape of a byline."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.names import name_shape

SHAPES = {
    "": 0,
    "Read More": 0,
    "May 3, 2021": 0,
    "The ferry sank off Kiel": 0,
    "He was hit by Ada Quill": 0,
    "The ferry sank, Ada Quill said.": 0,
    "Ada Quill " * 20: 0,
    "国際": 0,
    "Xola Ndabeni": 1,
    "Rose Garden": 1,
    "Ada Quill": 2,
    "ADA QUILL": 2,
    "Ada J. Quill": 2,
    "Ada Quill and Tom Harker": 2,
    "Ludwig van der Kade": 2,
    "佐藤渚": 2,
    "Ada QuillReporter": 3,
    "Ada Quill, Berlin": 3,
    "Ada Quill14 August 2023 07:01": 3,
    "3. Mai 2021 Ada Quill": 3,
    "Xola Ndabeni, Korrespondentin": 3,
    "By Ada Quill": 4,
    "ByAda Quill": 4,
    "By Xola": 4,
    "Posted on May 3 by Ada": 4,
    "Autor: Ada Quill": 4,
    "记者：李海": 4,
}


@pytest.mark.parametrize(("line", "shape"), SHAPES.items())
def test_a_line_has_more_or_less_of_the_shape_of_a_byline(line, shape):
    assert name_shape(line) == shape


@given(st.text(max_size=130))
def test_any_line_has_a_shape(line):
    assert 0 <= name_shape(line) <= 4


@given(st.text(alphabet="AabB .,3", min_size=121, max_size=140))
def test_a_long_line_has_none(line):
    assert name_shape(line) == 0


def test_a_line_of_megabytes_is_answered_at_once():
    start = time.process_time()
    assert name_shape("By Ada Quill " * 400_000) == 0
    assert time.process_time() - start < 0.1
