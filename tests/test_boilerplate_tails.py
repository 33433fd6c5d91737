"""The prompt at the end of a paragraph is parted from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label.boilerplate import boilerplate, promo_tail, told
from newsarchive.label.line import read_line

SPLIT = [
    ("The ferry left the harbour at noon with forty people on board.", " Read more: Ferry sinks"),
    ("The ferry left the harbour at noon with forty people on board.", " Click here to subscribe to our newsletter."),
    ("The ferry left the harbour at noon, “and that was that.”", " Sign up for our newsletter here."),
    ("The ferry left the harbour at noon with forty people on board...", "Read More"),
    ("The ferry left the harbour at noon with forty people on board.", " (RELATED: Mayor resigns)"),
    ("Die Fähre verließ den Hafen am Mittag mit vierzig Menschen an Bord.", " Lesen Sie hier mehr."),
    ("Le bac a quitté le port à midi avec quarante personnes à bord.", " Lire aussi : Le port est fermé"),
    ("El ferri salió del puerto a mediodía con cuarenta personas.", " (Lee más aquí)."),
    ("Паром вышел из порта в полдень с сорока людьми на борту.", " Подписывайтесь на наш канал"),
    ("Il traghetto ha lasciato il porto a mezzogiorno con quaranta persone.", " © RIPRODUZIONE RISERVATA"),
]
WHOLE = [
    "The ferry left the harbour at noon with forty people on board. Readers wrote letters.",
    "The ferry left the harbour at noon with forty people on board. “What do you think?”",
    "The ferry left. Read more",
    "Sign up for our newsletter. Read more",
    "The harbour in June. Photo: Ann Roe / Copyright 2019 Harbour News. All rights reserved.",
]


@pytest.mark.parametrize(("prose", "tail"), SPLIT)
def test_a_prompt_behind_prose_is_parted_from_it(prose, tail):
    column = promo_tail(read_line(1, prose + tail))

    assert column is not None
    assert (prose + tail)[:column].strip() == prose
    line = read_line(1, tail)
    assert boilerplate(line, told(line)) is not None


@pytest.mark.parametrize("text", WHOLE)
def test_a_line_without_such_a_tail_stays_whole(text):
    assert promo_tail(read_line(1, text)) is None


def test_a_line_of_five_megabytes_is_parted_at_its_end():
    prose = "The ferry left the harbour at noon. " * 140_000
    assert promo_tail(read_line(1, prose + "Read more: Ferry sinks")) == len(prose) - 1


@given(
    st.lists(
        st.sampled_from(
            ["The ferry left the harbour. ", "Read more: ", "Lee más ", "(", "“", "… ", "Buy now", "\u3000", "。"]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_both_parts_have_something_to_say(parts):
    line = read_line(1, "".join(parts) + "x")
    column = promo_tail(line)
    if column is not None:
        assert line.text[:column].strip()
        assert line.text[column:].strip()
