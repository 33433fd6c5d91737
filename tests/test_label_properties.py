"""Whatever the text: labelling and extraction never raise, and the ledger balances."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.label.line import read_line, read_lines
from newsarchive.model import LABELS, Habits, Source
from newsarchive.model.record import record
from newsarchive.text.ledger import imbalances

LINES = st.one_of(
    st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=80),
    st.sampled_from(
        [
            "By Ada Quill",
            "Ada Quill is the Harbour Courier's correspondent.",
            "Published: 14 March 2023",
            "14.03.2023 | Von Ada Quill",
            "The ferry sank. (photo credit: ADA QUILL)",
            "MARRISH, 30. May (TIDEWIRE) –",
            "Sign up for our newsletter",
            "https://twitter.com/marrish/status/1641046831369969665",
            "The mayor said on Tuesday that the ferry would not sail again before the summer, whatever the council decided.",
            "Der Hafen bleibt nach Angaben der Stadt bis zum Ende des Monats für alle Schiffe gesperrt. Mehr lesen: Fähre",
            '`; document.getElementById("x").innerHTML = cont; }',
            "EXCLUSIVEMayor resigns",
            "2023-02-30",
            "x" * 3000,
            "",
        ]
    ),
)
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


@given(TEXTS)
def test_any_text_is_labelled_and_every_character_is_accounted_for(text):
    source = Source("a.txt", text, "utf-8", "")

    spans = label(source)

    assert list(imbalances(source, spans)) == []
    assert {span.label for span in spans} <= set(LABELS)
    assert all(span.rule for span in spans)


@given(TEXTS)
def test_any_text_gives_an_article_whose_record_is_json(text):
    source = Source("a.txt", text, "utf-8", "")

    article = extract(source, label(source))

    assert json.loads(json.dumps(record(article)))["source"] == "a.txt"
    assert all(getattr(article, evidence.field) for evidence in article.evidence)


@given(TEXTS)
def test_hand_written_markdown_loses_nothing(text):
    source = Source("a.md", text, "utf-8", "", markdown=True)

    spans = label(source)

    assert list(imbalances(source, spans)) == []
    assert not [span for span in spans if span.label == "boilerplate"]
    extract(source, spans)


@given(TEXTS)
def test_an_article_of_which_no_fact_holds_is_the_same_in_any_archive(text):
    source = Source("a.txt", text, "utf-8", "")
    elsewhere = Habits(edge_lines=frozenset({"a line that stands in no text of this test"}))

    assert label(source, elsewhere) == label(source, Habits.none)


@pytest.mark.slow
@pytest.mark.parametrize(("rendering", "step"), [("region", 2), ("full", 6)])
def test_the_ledger_balances_on_pages_of_the_corpus(shared, rendering, step):
    with gzip.open(shared / "corpus" / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        docs = [doc for doc in map(json.loads, lines) if doc.get(rendering)]
    assert len(docs) > 1000
    for doc in docs[::step]:
        source = Source(doc["id"], doc[rendering]["text"], "utf-8", "")
        assert list(imbalances(source, label(source))) == [], doc["id"]


def test_a_line_that_lies_in_no_piece_is_noticed():
    source = Source("a.txt", "One line.\nAnother line.", "utf-8", "")
    spans = label(source)

    assert list(imbalances(source, spans[:1])) == ["line 2: a character lies in no piece"]
    assert list(imbalances(source, (*spans, spans[-1]))) == ["line 2: a character lies in two pieces"]


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=20).map(lambda text: f" {text}")))
def test_lines_are_measured_together_as_each_is_alone(raws):
    assert read_lines(raws) == [read_line(number, raw) for number, raw in enumerate(raws, 1) if raw.strip()]
