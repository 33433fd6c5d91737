"""Which outlet a text is from, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.outlet import outlet
from newsarchive.model import LABELS, Choices, Given, Habits, Outlet, Source, Span

SOURCE = Source("harbour/ferry.txt", "", "utf-8", "")


def named(*pieces, source=SOURCE, choices=Choices.none):
    spans = [Span(number, 0, len(text), text, label, "test") for number, (label, text) in enumerate(pieces, 1)]
    return outlet(source, spans, choices)


@pytest.mark.parametrize(
    ("label", "line", "name"),
    [
        ("boilerplate", "© 2024 Harbour Ledger Media Group", "Harbour Ledger Media Group"),
        ("boilerplate", "Copyright 2019 Harbour Times Now. All rights reserved.", "Harbour Times Now"),
        ("boilerplate", "© La Boya, diario de Puerto Ola. Todos los derechos reservados", "La Boya"),
        ("boilerplate", "جميع الحقوق محفوظة © جريدة المرفأ", "جريدة المرفأ"),
        ("boilerplate", "Support HLX", "HLX"),
        ("boilerplate", "No ferries run - Support HLX", "HLX"),
        ("boilerplate", "Help HLX keep the lamp lit", "HLX"),
        ("boilerplate", "Harbour Pilot Store", "Harbour Pilot"),
        ("boilerplate", "Join The Ledger of Kiel Community", "The Ledger of Kiel"),
        ("boilerplate", "Sign up for the Harbourland newsletter", "Harbourland"),
        ("boilerplate", "Follow Harbourland on Facebook and Twitter.", "Harbourland"),
        ("boilerplate", "Why you can trust Harbour Wave", "Harbour Wave"),
        ("boilerplate", "Warum Sie dem Hafenkurier vertrauen können", "Hafenkurier"),
        ("boilerplate", "I agree that Harbour Wave can send me letters", "Harbour Wave"),
        ("boilerplate", "Harbour Wave reserves the right to close the comments.", "Harbour Wave"),
        ("boilerplate", "Tous droits réservés La Bouée du Port", "La Bouée du Port"),
        ("boilerplate", "Harbour Wave Editorial Staff", "Harbour Wave"),
        ("boilerplate", "Redaktion Hafenkurier", "Hafenkurier"),
        ("boilerplate", "Über diesen Link erhält Hafenkurier eine kleine Provision.", "Hafenkurier"),
        ("paragraph", "Skerrow News – The ferry sank on Monday off the bar.", "Skerrow News"),
        ("date", "November 20, 2019 / 1:07 AM / Skerrow News", "Skerrow News"),
        ("bio", "Ada Quill is The Ledger of Kiel's port reporter", "The Ledger of Kiel"),
        ("bio", "Ada Quill is a reporter for the Harbour Ledger.", "Harbour Ledger"),
        ("disclaimer", "The opinions are the author's, and neither HLX nor any of its donors shares them.", "HLX"),
        ("tagline", "Originally published on Harbour Wave.", "Harbour Wave"),
        ("tagline", "Source: Harbour News", "Harbour News"),
        ("byline", "By Ada Quill | Harbour News", "Harbour News"),
    ],
)
def test_the_sites_own_words_name_the_outlet(label, line, name):
    found = named((label, line))
    assert found.value == name
    assert found.evidence is not None
    assert found.evidence.lines == (1,)


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("paragraph", "The Harbour Ledger reported in spring that the ferry sank."),
        ("paragraph", "The captain told The Harbour Ledger that the ferry sank."),
        ("paragraph", "The Harbour Bridge – The ferry sank on Monday off the bar."),
        ("date", "November 20, 2019 / 1:07 AM / Kiel"),
        ("boilerplate", "Editorial Staff"),
        ("boilerplate", "Share on Facebook"),
        ("boilerplate", "harbour24.info"),
        ("boilerplate", "Follow us on Facebook"),
        ("boilerplate", "Follow Ada on Twitter"),
        ("boilerplate", "Support our journalism"),
        ("boilerplate", "Sign up for our newsletter"),
        ("boilerplate", "Download the Facebook app"),
        ("boilerplate", "Most Popular"),
        ("boilerplate", "© Reuters"),
        ("tagline", "Source: Port of Kiel"),
        ("bio", "Ada Quill is a professor of tides at the University of Kiel."),
        ("byline", "By Ada Quill | May 3, 2021"),
    ],
)
def test_other_lines_name_no_outlet(label, line):
    assert named((label, line)).value is None


def test_the_name_that_most_lines_agree_on_wins():
    found = named(
        ("boilerplate", "Follow Harbourland on Facebook"),
        ("boilerplate", "Support HLX"),
        ("boilerplate", "All ports in one letter with HLX alerts"),
    )
    assert found.value == "HLX"
    assert found.evidence is not None
    assert (found.evidence.lines, found.evidence.certainty) == ((2, 3), "inferred")


def test_an_address_with_the_letters_of_a_printed_name_names_the_outlet():
    found = named(("boilerplate", "Harbour Wave"), ("boilerplate", "tips@harbourwave.com"))
    assert found.value == "Harbour Wave"


TOLD = ("paragraph", "“It sank,” the captain told the Harbour Post. “Nobody was on board.”")


def test_a_newspaper_that_speakers_told_twice_is_the_one_that_reports_it():
    found = named(TOLD, ("paragraph", "A diver told the Harbour Post that the screw was gone."))

    assert found.value == "Harbour Post"
    assert found.evidence is not None
    assert (found.evidence.lines, found.evidence.certainty) == ((1, 2), "inferred")


def test_two_newspapers_that_speakers_told_are_none():
    assert named(TOLD, TOLD, ("paragraph", "A diver told Pier News that the screw was gone.")).value is None


def test_the_one_house_of_two_pictures_names_the_outlet():
    pictures = [("caption", f"The {thing} at dawn. (Photo: {who}, Harbour Post)") for thing, who in CREDITED]

    assert named(*pictures).value == "Harbour Post"
    assert named(pictures[0]).value is None


CREDITED = (("quay", "Ada Quill"), ("ferry", "Tom Doe"))


def test_a_name_with_an_ending_is_borne_out_by_another_line():
    assert (
        named(("boilerplate", "Harbour24.info"), ("caption", "Ada Quill at harbour24.info")).value == "Harbour24.info"
    )


def test_a_name_ends_where_the_next_sentence_begins():
    assert (
        named(("bio", "Ada Quill is a reporter for the Harbour Ledger. Since May she lives")).value == "Harbour Ledger"
    )


def test_a_text_of_nothing_but_body_is_of_the_outlet_of_its_folder():
    habits = Habits(outlets={"harbour/": "Pier Weekly"})
    body = [Span(1, 0, 25, "The ferry sank on Monday.", "paragraph", "test")]
    assert outlet(SOURCE, body, habits=habits).value == "Pier Weekly"


def test_the_habits_of_the_archive_give_way_to_what_the_text_states():
    habits = Habits(outlets={"harbour/": "Pier Weekly"})
    spans = [Span(1, 0, 9, "Source: Harbour News", "tagline", "test"), Span(1, 0, 9, "Support HLX", "boilerplate", "x")]

    assert outlet(SOURCE, spans[:1], habits=habits).value == "Harbour News"
    assert outlet(SOURCE, spans[1:], habits=habits).value == "Pier Weekly"


def test_an_origin_that_is_written_down_is_stated():
    found = named(("tagline", "Originally published on Harbour Wave."))
    assert found.evidence is not None
    assert found.evidence.certainty == "stated"


CHOICES = Choices(outlets=(Outlet("The Harbour Ledger", ("Harbour Ledger", "HLX"), ("harbour/",)),))


def test_the_folder_that_people_gave_an_outlet_wins():
    found = named(("boilerplate", "Support Elsewhere"), choices=CHOICES)
    assert found.value == "The Harbour Ledger"
    assert found.evidence is not None
    assert found.evidence.certainty == "given"


def test_an_alias_is_given_the_name_that_people_chose():
    elsewhere = Source("other/ferry.txt", "", "utf-8", "")
    assert named(("boilerplate", "Support HLX"), source=elsewhere, choices=CHOICES).value == "The Harbour Ledger"


def test_a_stated_field_wins():
    stated = Source("a.txt", "", "utf-8", "", given=(Given("outlet", "Pier Weekly", "front matter"),))
    assert named(("boilerplate", "Support HLX"), source=stated, choices=CHOICES).value == "Pier Weekly"


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.text(max_size=80)), max_size=8))
def test_any_spans_give_an_outlet_with_evidence_or_none(pieces):
    found = named(*pieces)
    assert (found.value is None) == (found.evidence is None)
