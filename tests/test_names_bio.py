"""Writers in bios and taglines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.names import bio_author, tagline_authors


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ada Quill is The Harbour Times' port reporter", "Ada Quill"),
        ("Ada Quill served as Harbourland's minister of ferries.", "Ada Quill"),
        ("Ada Quill is a professor of tides at the University of Kiel.", "Ada Quill"),
        ("Ada Quill writes about ferries.", "Ada Quill"),
        ("Ada Quill has been a Harbour Post reporter since 2004.", "Ada Quill"),
        ("ADA QUILL IS THE HARBOUR POST PORT EDITOR", "Ada Quill"),
        ("Xola Ndabeni is a reporter for the Harbour Post.", "Xola Ndabeni"),
        ("About Ada Quill", "Ada Quill"),
        ("Über Antje Möwe", "Antje Möwe"),
        ("Antje Möwe ist Redakteurin im Ressort Häfen.", "Antje Möwe"),
        ("Antje MöweKorrespondentin für Häfen.", "Antje Möwe"),
        ("Odile Marée est journaliste au service Ports.", "Odile Marée"),
        ("Marisol Ola es periodista especializada en puertos.", "Marisol Ola"),
        ("Bianca Onda è giornalista e scrive di porti.", "Bianca Onda"),
        ("Beatriz Onda é jornalista.", "Beatriz Onda"),
        ("Sanne Kade is redacteur havens.", "Sanne Kade"),
    ],
)
def test_a_bio_is_about_its_writer(line, name):
    assert bio_author(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "She has written about ferries for ten years.",
        "Our reporters write about ferries.",
        "Contact us at the harbour.",
        "The Harbour Post is a newspaper of record.",
        "",
    ],
)
def test_a_line_that_no_name_leads_is_about_nobody(line):
    assert bio_author(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Ada Quill in Kiel; editing by Tom Harker)", ("Ada Quill",)),
        (
            "Reporting by Ada Quill, Zuberi Okoth and Tom Harker. Editing by Ann Watt",
            ("Ada Quill", "Zuberi Okoth", "Tom Harker"),
        ),
        ("-- Compiled by Ada Quill", ("Ada Quill",)),
        ("Das Gespräch führte Antje Möwe.", ("Antje Möwe",)),
        ("To contact the reporter on this story: Ada Quill in Kiel at aquill@harbour.example", ("Ada Quill",)),
    ],
)
def test_a_tagline_says_who_reported(line, names):
    assert tagline_authors(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Tom Harker contributed to this report.",
        "Editing by Tom Harker",
        "Additional reporting by Tom Harker",
        "Source: Harbour Office",
    ],
)
def test_editors_and_helpers_are_no_authors(line):
    assert tagline_authors(line) == ()


@given(st.text(max_size=200))
def test_any_line_can_be_asked_for_its_writer(line):
    assert bio_author(line) is None or bio_author(line)
    assert all(tagline_authors(line))
