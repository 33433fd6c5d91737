"""Every record follows the schema that is published with it, and what is no record does not."""

import copy
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import (
    BODY_LABELS,
    NOTE_LABELS,
    Article,
    Block,
    Caption,
    Certainty,
    Evidence,
    Note,
    Problem,
    Removed,
    Repair,
    Source,
)
from newsarchive.model.record import FIELDS, record, record_schema
from newsarchive.read import decode, read
from tests.command import ROOT, newsarchive
from tests.town import whole_town

SCHEMA = json.loads(record_schema())
VALIDATOR = Draft202012Validator(SCHEMA)

TEXT = st.text(max_size=20)
MAYBE = st.none() | TEXT
LINE = st.integers(1, 10**6)
FOUND = sorted(SCHEMA["properties"]["evidence"]["propertyNames"]["enum"])
DATE = st.sampled_from(
    [
        *(None, "2023-05-30", "2023-03-29?", "2023-03", "2023-03?", "2023", "0987?"),
        *("[2022-03-30..]", "[2023-03-29..2023-04-02]", "[2023-03-29,2023-03-30]"),
    ]
)
ARTICLES = st.builds(
    Article,
    source=st.text(min_size=1),
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    encoding=st.sampled_from(["utf-8", "windows-1252"]),
    language=st.sampled_from([None, "en", "pt-BR", "zh-Hant"]),
    authors=st.lists(st.text(min_size=1, max_size=9), max_size=3).map(tuple),
    **dict.fromkeys(("published", "updated", "retrieved"), DATE),
    **dict.fromkeys(("headline", "deck", "kicker", "section", "outlet", "agency", "dateline"), MAYBE),
    **dict.fromkeys(("original_url", "rights"), MAYBE),
    body=st.lists(st.builds(Block, st.sampled_from(BODY_LABELS), TEXT, LINE, st.sampled_from([None, "de"]))).map(tuple),
    captions=st.lists(st.builds(Caption, TEXT, MAYBE, st.just((1,)))).map(tuple),
    notes=st.lists(st.builds(Note, st.sampled_from(NOTE_LABELS), TEXT, st.just((1,)))).map(tuple),
    removed=st.lists(st.builds(Removed, LINE, TEXT, st.just("promo"))).map(tuple),
    repairs=st.lists(st.builds(Repair, LINE, st.just(0), TEXT, TEXT, st.just("mojibake"))).map(tuple),
    evidence=st.lists(
        st.builds(
            Evidence,
            st.sampled_from(FOUND),
            st.lists(LINE, max_size=3).map(tuple),
            st.just("a_rule"),
            st.sampled_from(get_args(Certainty)),
            TEXT,
        )
    ).map(tuple),
    problems=st.lists(st.builds(Problem, st.just("odd"), st.text(min_size=1))).map(tuple),
)


def complaints(said: dict) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(said)]


def a_record() -> dict:
    """A record in which every list holds something."""
    (article,) = [found for found in whole_town() if found.source == "lamp/bridge.txt"]
    said = record(article, item="abcd2345", url="articles/council-abcd2345.html")
    return copy.deepcopy(said | {"repairs": [{"line": 3, "before": "â€™", "after": "’"}], "problems": ["No byline"]})


def records_below(folder: Path) -> list[dict]:
    sources = [decode(text) for text in read(folder).texts]
    return [record(extract(source, label(source))) for source in sources]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_the_keys_of_a_record_in_their_order():
    said = a_record()
    assert list(SCHEMA["properties"]) == list(said)
    assert SCHEMA["required"] == [key for key in said if key not in ("id", "url")]
    assert {*FIELDS} - {*SCHEMA["properties"]} == set()


def test_it_knows_the_kinds_that_the_model_knows():
    kinds = {name: SCHEMA["$defs"][name]["properties"] for name in ("block", "note", "evidence")}
    assert kinds["block"]["kind"]["enum"] == list(BODY_LABELS)
    assert kinds["note"]["kind"]["enum"] == list(NOTE_LABELS)
    assert kinds["evidence"]["certainty"]["enum"] == list(get_args(Certainty))
    assert set(FOUND) == set(FIELDS) - {"source", "sha256", "encoding"}


def test_the_documentation_says_what_it_says():
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    table = page.partition("| key | value |\n")[2].partition("\n\n")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE))
    plain = {key: re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", cell).replace("`", "") for key, cell in rows.items()}
    assert plain == {key: each["description"] for key, each in SCHEMA["properties"].items()}
    assert list(plain) == list(SCHEMA["properties"])


@pytest.mark.parametrize("article", whole_town(), ids=lambda article: article.source)
def test_a_made_up_article_follows_it_in_an_archive_and_alone(article):
    assert complaints(record(article)) == []
    assert complaints(record(article, item="abcd2345", url="articles/a-abcd2345.html")) == []


def test_the_sample_articles_follow_it():
    records = records_below(ROOT / "articles")
    assert len(records) > 5
    assert [found for said in records if (found := complaints(said))] == []


def test_the_real_inputs_follow_it(shared):
    records = records_below(shared / "seeds")
    assert len(records) == 5
    assert [found for said in records if (found := complaints(said))] == []


@given(ARTICLES)
def test_whatever_an_article_holds_its_record_follows_it(article):
    assert complaints(json.loads(json.dumps(record(article)))) == []


@given(st.text(max_size=400))
def test_any_text_gives_a_record_that_follows_it(text):
    source = Source("a.txt", text, "utf-8", "0" * 64)
    assert complaints(record(extract(source, label(source)))) == []


def test_what_extract_prints_follows_it():
    done = newsarchive("extract", ROOT / "articles")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(records) > 5
    assert [found for said in records if (found := complaints(said))] == []


WRONG = {
    "a key that nobody knows": lambda said: said.update(mood="glad"),
    "a key that is missing": lambda said: said.pop("updated"),
    "an id without an address": lambda said: said.pop("url"),
    "an address outside articles/": lambda said: said.update(url="../articles/a.html"),
    "a date in words": lambda said: said.update(published="29 March 2023"),
    "a date with a time": lambda said: said.update(published="2023-03-29T10:00"),
    "a span without an end": lambda said: said.update(published="[2023-03-29,]"),
    "an empty text for no date": lambda said: said.update(updated=""),
    "authors in one text": lambda said: said.update(authors="Ada Quill, Nell Tarrow"),
    "no body at all": lambda said: said.update(body=None),
    "a paragraph of no kind": lambda said: said["body"][0].pop("kind"),
    "a headline in the body": lambda said: said["body"][0].update(kind="headline"),
    "a block that tells its line": lambda said: said["body"][0].update(line=3),
    "a caption without a credit": lambda said: said["captions"][0].pop("credit"),
    "a note of a kind that is none": lambda said: said["notes"][0].update(kind="rumour"),
    "a line before the first": lambda said: said["removed"][0].update(line=0),
    "a line that is no number": lambda said: said["repairs"][0].update(line="3"),
    "certainty in other words": lambda said: said["evidence"]["published"].update(certainty="sure"),
    "evidence without lines": lambda said: said["evidence"]["published"].pop("lines"),
    "evidence for no field": lambda said: said["evidence"].update(body=said["evidence"]["published"]),
    "a problem that is no text": lambda said: said["problems"].append({"text": "odd"}),
    "a hash that is cut": lambda said: said.update(sha256=said["sha256"][:12]),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_record_does_not_follow_it(wrong):
    said = a_record()
    assert complaints(said) == []
    WRONG[wrong](said)
    assert complaints(said) != []
