"""What bench/extraction counts, on an invented corpus of two pages."""

import gzip
import importlib
import json
import shutil
from pathlib import Path

import pytest

from newsarchive.extract import extract
from newsarchive.model import Source, Span

SCRIPTS = Path(__file__).parents[1] / "bench" / "extraction"
KEPT = "The ferry sank slowly in the harbour while its crew looked on from the pier."
LOST = "Nobody was hurt, said the harbour master, who had rung the bell at once."


@pytest.fixture
def bench(monkeypatch):
    """Any script of bench/extraction, which import each other by their bare names."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module


@pytest.fixture
def corpus(shared, tmp_path):
    """A corpus folder in the documented form: two pages of one publisher, one of them read line by line."""
    shutil.copy(shared / "corpus" / "score.py", tmp_path)
    docs = [_doc("fundus/ferry", "2021-03-04"), _doc("fundus/mayor", "2021-03-05")]
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(doc) + "\n" for doc in docs)
    page = {
        "id": "fundus/ferry",
        "rendering": "region",
        "lines": {"1": "headline", "2": "byline_date", "3": "paragraph", "4": "paragraph", "5": "caption|boilerplate"},
        "fields": {"authors": [], "published": None, "agency": "AP", "outlet": "The Harbour Gazette"},
    }
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "labels.jsonl").write_text(json.dumps(page) + "\n", encoding="utf-8")
    return tmp_path


def _doc(name, date):
    text = f"Ferry sinks\nJane Roe, 4 March 2021\n{KEPT}\n{LOST}\nThe pier"
    gold = {"headline": "Ferry sinks", "authors": ["Jane Roe"], "date": date, "deck": None, "body": f"{KEPT}\n{LOST}"}
    region = {"text": text, "labels": "HABBO", "headline_in_text": True, "byline_in_text": True, "date_in_text": True}
    return {
        "id": name,
        "dataset": "fundus",
        "tier": "gold",
        "domain": "harbour.example",
        "lang": "en",
        "gold": gold,
        "region": region,
    }


def _result(doc, labels=("headline", "byline", "paragraph", "boilerplate", "caption")):
    """A result in which the second paragraph was lost."""
    text = doc["region"]["text"]
    spans = tuple(
        Span(number, 0, len(line), line, label, "said_so")
        for number, (line, label) in enumerate(zip(text.split("\n"), labels, strict=True), 1)
    )
    return doc, "region", spans, extract(Source(doc["id"], text, "utf-8", ""), spans)


def _region(bench, corpus):
    docs = bench("corpus").documents(corpus, "region")
    return bench("scores").figures(map(_result, docs), corpus)["region"]


def test_a_lost_paragraph_costs_recall_and_is_counted_as_lost(bench, corpus):
    region = _region(bench, corpus)

    assert region["all"]["body_recall"] < 0.6
    assert region["all"]["body_precision"] == 1
    assert region["lost"] == 100
    assert region["read"]["paragraphs_lost_per_100"] == 100


def test_a_date_that_gold_contradicts_is_wrong_by_what_it_claims_to_be(bench, corpus):
    dates = _region(bench, corpus)["dates"]

    assert sum(one["given"] for one in dates.values()) == 2
    assert [one["right"] for one in dates.values()] == [0.5]


def test_fields_that_the_reader_does_not_find_in_the_text_are_invented(bench, corpus):
    invented = _region(bench, corpus)["read"]["invented"]

    assert {field: one["share"] for field, one in invented.items()} == {"published": 1, "authors": 1}


def test_either_of_two_kinds_is_right_and_a_byline_with_its_date_is_a_byline(bench, corpus):
    kinds = _region(bench, corpus)["read"]["kinds"]

    assert {kind: one["f1"] for kind, one in kinds.items()} == {
        "headline": 1,
        "byline": 1,
        "paragraph": pytest.approx(2 / 3),
        "caption": 1,
    }


def test_perfect_labels_find_all_that_gold_knows_and_take_the_place_of_ours(bench, corpus):
    ceilings, score = bench("ceilings"), bench("corpus").score_module(corpus)
    doc, *_ = bench("corpus").documents(corpus, "region")
    wrong = _result(doc, ("boilerplate", "headline", "boilerplate", "caption", "paragraph"))

    spans = list(ceilings.perfect(doc, "region", wrong[2], score))

    assert [span.label for span in spans] == ["headline", "byline", "paragraph", "paragraph", "boilerplate"]


def test_perfect_labels_keep_two_pieces_of_one_line_where_both_belong_there(bench, corpus):
    ceilings, score = bench("ceilings"), bench("corpus").score_module(corpus)
    doc, *_ = bench("corpus").documents(corpus, "region")
    pieces = (Span(2, 0, 10, "Jane Roe, ", "byline", "said_so"), Span(2, 10, 22, "4 March 2021", "date", "said_so"))

    assert tuple(ceilings.perfect(doc, "region", pieces, score)) == pieces


def test_the_worst_documents_name_each_line_that_is_missing(bench, corpus):
    score = bench("corpus").score_module(corpus)
    doc, *_ = bench("corpus").documents(corpus, "region")

    _, report = bench("worst").body(_result(doc), score)

    assert [line for line in report if LOST in line] == [f"  -    4 boilerplate (said_so), right: gold B: {LOST}"]
    assert not any(KEPT in line for line in report)


@pytest.mark.parametrize("claim", ["2021-03", "2021-03-04?"])
def test_a_month_and_a_probable_day_claim_a_date(bench, claim):
    assert bench("inventing").claims_date(claim)


@pytest.mark.parametrize("edtf", [None, "[2021-03-04..]", "[2021-03-04,2021-04-03]", "2021-03-04/2021-03-06"])
def test_a_bound_an_interval_and_a_set_claim_no_date(bench, edtf):
    assert not bench("inventing").claims_date(edtf)
    assert bench("inventing").single_day(edtf) is None


def test_all_pages_of_a_publisher_lie_in_one_fold_and_none_is_lost(bench):
    docs = [{"domain": f"town{n % 7}.example", "id": n} for n in range(40)]

    parts = bench("folds").folds(docs)

    assert sorted(doc["id"] for part in parts for doc in part) == list(range(40))
    assert sum(len({doc["domain"] for doc in part}) for part in parts) == 7


def test_each_page_is_labelled_by_the_weights_of_its_own_fold(bench, monkeypatch):
    predict, fold = bench("predict"), bench("folds").fold
    asked = []
    monkeypatch.setattr(
        predict, "labelled", lambda sources, weights: [asked.append((s.path, weights)) or () for s in sources]
    )
    docs = [_doc(f"fundus/{n}", None) | {"domain": f"town{n}.example"} for n in range(9)]

    list(predict.predictions(docs, "region", weights="part{fold}.npz"))

    assert sorted(asked) == [(f"fundus/{n}.txt", f"part{fold(f'town{n}.example')}.npz") for n in range(9)]
