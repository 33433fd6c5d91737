"""What stands beside the body: lines printed twice, decks and captions that only the look knows."""

import pytest

from newsarchive.label.boilerplate import told_by_all
from newsarchive.label.captions import twin_caption
from newsarchive.label.guesses import beside_the_body
from newsarchive.label.line import read_line
from newsarchive.label.sheet import Glance, lay_out
from newsarchive.model import Choices, Habits, Source

TWICE = "The pilot boat off Upper Sarn"
ALONE = "What the harbour office knew, and since when"


def sheet(*lines, **kinds):
    """The lines as a sheet, the article ending at the last; each looks alike: `kinds`, its chances."""
    source = Source(path="a.txt", text="\n".join(lines), encoding="utf-8", sha256="")
    pieces = tuple(read_line(at, line) for at, line in enumerate(lines, 1))
    laid = lay_out(source, Habits.none, Choices.none, pieces, told_by_all(pieces))
    return laid._replace(block=range(len(lines)), seen=(Glance(0, 0, kinds),) * len(lines))


def labels(found):
    """The label of each piece that a verdict is on."""
    return {index: verdict.label for index, verdict in found.items()}


@pytest.mark.parametrize("kinds", [{}, {"caption": 300, "boilerplate": 200}, {"deck": 800}])
def test_a_line_printed_twice_is_a_caption(kinds):
    assert labels(twin_caption(sheet(TWICE, TWICE, **kinds))) == {0: "caption", 1: "caption"}


def test_a_line_printed_twice_that_is_likelier_the_sites_is_no_caption():
    assert not twin_caption(sheet(TWICE, TWICE, caption=200, boilerplate=300))


@pytest.mark.parametrize(
    ("kinds", "label"),
    [
        ({"deck": 600, "boilerplate": 300, "caption": 100}, "deck"),
        ({"deck": 100, "boilerplate": 300, "caption": 600}, "caption"),
    ],
)
def test_what_is_beside_the_body_is_what_it_is_likeliest(kinds, label):
    assert labels(beside_the_body(sheet(ALONE, **kinds))) == {0: label}


@pytest.mark.parametrize("other", ["boilerplate", "headline", "paragraph"])
def test_what_is_likelier_something_else_is_left_to_its_place(other):
    assert not beside_the_body(sheet(ALONE, deck=250, caption=150, **{other: 600}))
