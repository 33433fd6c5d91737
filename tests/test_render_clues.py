"""Reasons: the lines they name are links."""

import pytest

from newsarchive.render.clues import clues, reason
from newsarchive.render.words import load_words


def linked(why, lines, anchors):
    sentence, named = reason(why, lines, anchors)
    assert "".join(piece.text for piece in sentence) == why
    return [(piece.text, piece.href) for piece in sentence if piece.href], named


@pytest.mark.parametrize(
    ("why", "lines", "links"),
    [
        ("line 5 says so", (5,), [("line 5", "#L5")]),
        ("named in lines 1, 36 and 40", (1, 36, 40), [("lines 1", "#L1"), ("36", "#L36"), ("40", "#L40")]),
        ("line 5 says 30 May; line 12 counts", (5, 12), [("line 5", "#L5"), ("line 12", "#L12")]),
        ("the yard has 412 men, deadline 12 included", (12,), []),
        ("line 7 says so", (5,), []),
    ],
)
def test_the_lines_that_a_reason_names_are_links(why, lines, links):
    found, named = linked(why, lines, range(50))
    assert found == links
    assert len(named) == len(links)


def test_a_line_that_the_page_cannot_show_is_named_without_a_link():
    assert linked("line 5 says so", (5,), ()) == ([], {5})


def test_of_many_lines_the_first_are_links_and_the_rest_a_number():
    found = clues(range(1, 31), load_words("en"), range(1, 31))
    assert len(found.lines) == 20
    assert found.more == "and 10 lines more"
