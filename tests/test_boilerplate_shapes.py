"""Embeds, items of lists and subheads are known by their shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label.line import read_line
from newsarchive.label.shapes import is_embed, list_item_shape
from newsarchive.label.subheads import subhead_shape

EMBEDS = """
https://twitter.com/harbourtown/status/1641046831369969665
https://x.com/harbourtown/status/1641046831369969665?s=20
https://www.youtube.com/watch?v=QB3Sy9jicgY
https://youtu.be/QB3Sy9jicgY
https://www.instagram.com/p/Cabc123/
https://www.facebook.com/harbourtown/posts/12345
pic.twitter.com/abcDEF12
The ferry is late again pic.twitter.com/abcDEF12
— Ann Roe (@annroe) May 30, 2021
""".strip().splitlines()
NO_EMBEDS = """
https://www.example.org/ferry
The video is on youtube.com, the mayor said.
— Ann Roe, mayor of Harbourtown
The mayor wrote on https://twitter.com/harbourtown that the ferry would sail again in the summer.
""".strip().splitlines()
ITEMS = [
    "• two eggs",
    "- flour",
    "* sugar",
    "・卵二つ",
    "(b) the harbour, where the ferry lies, and the pier beside it.",
    "+ salt",
]
NO_ITEMS = [
    "– We saw the ferry leave, says the mayor.",
    "3. The harbour",
    "2023 was a good year.",
    "-5 degrees were measured",
    "The harbour",
    "*not for children",
]
SUBHEADS = [
    "What did the letter say?",
    "THE MAYOR SPEAKS OF A “NEW” PIER",
    "3. The harbour",
    "“Nobody asked us”",
    "Der Hafen bleibt zu",
    "Порт закрыт",
    "港は閉鎖",
    "ميناء مغلق",
    "And then...",
]
NO_SUBHEADS = [
    "The ferry left the harbour.",
    "and then the ferry left",
    "Home | News | Harbour",
    "https://www.example.org/ferry",
    "Ferry, harbour, mayor,",
    "The ferry left the harbour at noon with forty people on board and nobody who stood on the pier could say where to",
    "***",
]


@pytest.mark.parametrize("text", EMBEDS)
def test_a_bare_address_of_a_post_or_a_signed_post_is_an_embed(text):
    assert is_embed(read_line(1, text))


@pytest.mark.parametrize("text", NO_EMBEDS)
def test_another_address_or_a_sentence_with_one_is_no_embed(text):
    assert not is_embed(read_line(1, text))


@pytest.mark.parametrize("text", ITEMS)
def test_a_bullet_makes_an_item(text):
    assert list_item_shape(read_line(1, text))


@pytest.mark.parametrize("text", NO_ITEMS)
def test_speech_and_numbered_subheads_are_no_items(text):
    assert not list_item_shape(read_line(1, text))


@pytest.mark.parametrize("text", SUBHEADS)
def test_a_short_line_without_a_stop_has_the_shape_of_a_subhead(text):
    assert subhead_shape(read_line(1, text))


@pytest.mark.parametrize("text", NO_SUBHEADS)
def test_sentences_and_menus_have_not_the_shape_of_a_subhead(text):
    assert not subhead_shape(read_line(1, text))


@given(st.text(max_size=300))
def test_any_line_has_or_has_not_each_shape(text):
    line = read_line(1, text + "x")
    assert {is_embed(line), list_item_shape(line), subhead_shape(line)} <= {True, False}
