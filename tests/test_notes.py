"""Bios, disclaimers, corrections and taglines are told by what they say."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label.boilerplate.book import read_phrases
from newsarchive.label.boilerplate.match import NOTE_PHRASES
from newsarchive.label.line import read_line
from newsarchive.label.notes import note_kind
from newsarchive.label.notes.bio import LONGEST_ROLE, is_bio, may_be_bio

EXAMPLES = {
    "bio": [
        "Ann Roe is The Harbour Gazette's ferry correspondent",
        "Kermit Holm served as Marrish's minister of ports.",
        "Ann Roe is a freelance journalist based in Marrish.",
        "Ann Roe (@annroe) is the author of “Ferries”.",
        "Ann Roe covers ferries for the Harbour Gazette.",
        "Ann Roe ist Redakteurin im Ressort Politik.",
        "Jens Holm leitet das Ressort Hafen beim Harbour Kurier.",
        "Der Autor ist Professor für Seerecht.",
        "Anne Roux est journaliste au service politique.",
        "Ana Roa es corresponsal en Marrish.",
        "Anna Rossi è una giornalista freelance.",
        "Ana Rocha é jornalista e escritora.",
        "Anna Rook is redacteur bij de Havenkrant.",
        "Anna Roos er journalist i Havneavisen.",
        "Anna Rok jest dziennikarką, redaktor działu morskiego.",
        "About the author",
        "Über die Autorin",
        "Об авторе",
        "著者プロフィール",
        "Senior ferry correspondent",
        "Science writer at the Harbour Gazette",
        "Write to Ann Roe at ann.roe@example.org",
    ],
    "disclaimer": [
        "The opinions and facts presented in this article are those of the author.",
        "The views expressed here do not necessarily reflect those of the Gazette.",
        "Der Beitrag gibt nicht unbedingt die Meinung der Redaktion wieder.",
        "Les opinions exprimées n'engagent que leur auteur.",
        "Las opiniones expresadas son responsabilidad exclusiva del autor.",
        "Мнение автора может не совпадать с мнением редакции.",
        "本文仅代表作者个人观点。",
    ],
    "correction": [
        "Correction: An earlier version of this story misstated the age of the ferry.",
        "This article was amended on 3 May 2021 to correct the name of the ferry.",
        "Editor's note: This story has been updated with a comment by the mayor.",
        "In einer früheren Version hieß es, die Fähre sei 30 Jahre alt.",
        "Fe de errores: el ferri tiene 30 años.",
        "Rättelse: Färjan är 30 år gammal, inte 40.",
        "訂正: フェリーは三十年前に造られました。",
    ],
    "tagline": [
        "Jane Roe contributed to this report.",
        "Reporting by Jane Roe; editing by Kermit Holm",
        "(Reporting by Jane Roe, additional reporting by Kermit Holm)",
        "With files from Tidewire",
        "This story originally appeared in Harbour Weekly.",
        "(AFP/dpa)",
        "jro/dpa",
        "Mit Material von dpa",
        "Propos recueillis par Anne Roux",
        "Com informações da Reuters",
        "Źródło: PAP",
        "责任编辑：张三",
    ],
}
PROSE = """
The ferry left the harbour at noon with forty people on board.
Ann Roe has been torn apart by a royal expert who doubted her story.
Ann Roe was eliminated in what the host called a hard verdict.
“The authors are wrong about the harbour,” the professor writes.
The correction of the map took two years.
Updated: 18 Nov 2019, 9:38 pm
First published on Tue 29 Nov 2016 07.46
The editor resigned after a row over the harbour.
Ann Roe / dpa
Simple human error also contributed to the blackout.
Update 5.3 of the ferry's software brings a new chart.
Der Hafen ist seit Montag geschlossen, sagte der Professor.
""".strip().splitlines()


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in EXAMPLES.items() for text in texts])
def test_a_note_is_named_by_its_kind(kind, text):
    assert note_kind(read_line(1, text)) == kind


@pytest.mark.parametrize("text", PROSE)
def test_what_stands_in_bodies_is_no_note(text):
    assert note_kind(read_line(1, text)) is None


@pytest.mark.parametrize("path", sorted(NOTE_PHRASES.glob("*.txt")), ids=lambda path: path.stem)
def test_each_phrase_of_a_file_makes_a_note(path):
    assert path.stem in EXAMPLES
    for phrase in read_phrases(path):
        assert (
            "<" in phrase.words
            or note_kind(read_line(1, f"{phrase.words} x y z"))
            or note_kind(read_line(1, phrase.words))
        )


@given(st.text(max_size=400))
def test_any_line_is_a_note_of_a_kind_or_none(text):
    assert note_kind(read_line(1, text + "x")) in {None, *EXAMPLES}


def test_the_notes_of_the_real_inputs_are_found(shared: Path):
    gold = yaml.safe_load((shared / "seeds" / "gold.yaml").read_text(encoding="utf-8"))
    for name, right in gold.items():
        raw = (shared / "seeds" / name).read_text(encoding="utf-8").split("\n")
        kinds = {number: kind for kind, numbers in right.get("notes", {}).items() for number in numbers}
        assert {number: note_kind(read_line(number, raw[number - 1])) for number in kinds} == kinds
        assert not [number for number in right["body"] if note_kind(read_line(number, raw[number - 1]))]


BIOS = [text for text in EXAMPLES["bio"] if len(text) <= LONGEST_ROLE]
TAIL = ", and has written of ferries, ports and their keepers since the first boat to Skerrow sailed in the year 1979."


@pytest.mark.parametrize("text", [f"{text.rstrip('.')}{TAIL}" for text in BIOS])
def test_a_long_bio_begins_as_bios_do(text):
    assert len(text) > LONGEST_ROLE
    assert may_be_bio(text) or not is_bio(read_line(1, text))


@given(
    st.lists(st.sampled_from([*BIOS, TAIL, "The ", "“", "write to Ann at X, ", "about ", "À "]), max_size=5).map(
        "".join
    )
)
def test_only_a_line_that_may_be_a_bio_is_one(text):
    line = read_line(1, text.ljust(LONGEST_ROLE + 1, "x"))

    assert may_be_bio(line.text) or not is_bio(line)
