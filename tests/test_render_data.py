"""data/: what the pages say, for other programs."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsarchive.link import link
from newsarchive.link.card import card
from newsarchive.model import Choices, Edition, Repair, Site
from newsarchive.model.record import record, record_schema
from newsarchive.render.data import ARTICLES, README, RECORDS, SCHEMA
from newsarchive.render.data.table import COLUMNS, articles_csv, defuse, table_row
from newsarchive.render.sheet import make_plan
from newsarchive.render.words import load_words
from tests.town import archive_of, dated, make_article, whole_town
from tests.whole_site import render

LAMP, HERALD = "The Quarrow Lamp", "Inland Herald"
UNDO = re.compile(r"(?:\A|(?<=[;\t\r\n]))'")
VALIDATOR = Draft202012Validator(json.loads(record_schema()))


def data_files(articles, site=None, archive=None):
    """The files of data/ by path, as bytes."""
    made = render(archive or archive_of(articles), articles, site or Site())
    return {page.path: page.content for page in made if page.path.startswith("data/")}


def rows(files):
    """The table as a program reads it that knows of the apostrophes."""
    table = csv.DictReader(io.StringIO(files[ARTICLES].decode("utf-8-sig"), newline=""))
    return [{name: UNDO.sub("", cell) for name, cell in row.items()} for row in table]


def row_of(article):
    plan = make_plan(archive_of([article]), Site(), load_words("en"))
    (row,) = rows(
        {ARTICLES: articles_csv(plan, {identity: table_row(plan, identity) for identity in plan.archive.order})}
    )
    return row


def records(files):
    """The records of all files, in their order."""
    lines = b"".join(files[path] for path in sorted(files) if path.startswith(RECORDS))
    return [json.loads(line) for line in lines.decode().splitlines()]


def numbered(count):
    return [
        make_article(f"a/{n:03}.txt", [("headline", f"Report {n}"), ("paragraph", f"It is {n} o'clock.")])
        for n in range(count)
    ]


# The table


def test_the_table_is_utf_8_with_a_mark_and_ends_its_lines_as_the_standard_says():
    content = data_files(whole_town())[ARTICLES]
    assert content.startswith(b"\xef\xbb\xbfid,url,headline,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_it_has_one_row_an_article_in_the_order_of_the_archive():
    archive = archive_of(whole_town())
    table = rows(data_files(whole_town(), archive=archive))
    assert [row["id"] for row in table] == list(archive.order)
    assert all(tuple(row) == COLUMNS for row in table)


def test_a_row_says_what_is_known_of_an_article():
    bridge = whole_town()[0]
    row = row_of(bridge)
    assert row == {
        "id": row["id"],
        "url": f"articles/council-votes-for-the-bridge-and-the-ferry-has-a-year-to-{row['id']}.html",
        "headline": bridge.headline,
        "deck": bridge.deck,
        "authors": "Maren Oduya; Tobias Fell",
        "outlet": LAMP,
        "agency": "",
        "section": "",
        **dict.fromkeys(("published", "published_from", "published_to"), "2023-03-29"),
        "published_certainty": "stated",
        "updated": "",
        "language": "en",
        "words": str(len(" ".join(block.text for block in bridge.body).split())),
        "first_copy": "",
        "original_url": "https://lamp.example/bridge",
        "retrieved": "",
        "rights": "",
        "source": "lamp/bridge.txt",
        "sha256": bridge.sha256,
    }


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-03-29?", "2023-03-29", "2023-03-29"),
        ("[2022-03-30..]", "2022-03-30", ""),
        ("[2023-03-29..2023-04-02]", "2023-03-29", "2023-04-02"),
        ("[2023-03-29,2023-03-30]", "2023-03-29", "2023-03-30"),
    ],
)
def test_a_date_has_the_first_and_the_last_day_that_it_allows(published, first, last):
    row = row_of(make_article("a.txt", [("headline", "Fog")], **dated(published, "inferred")))
    assert (row["published"], row["published_from"], row["published_to"]) == (published, first, last)
    assert row["published_certainty"] == "inferred"


def test_a_text_without_a_date_has_no_days():
    row = row_of(make_article("a.txt", [("headline", "Fog")]))
    assert [row[f"published{part}"] for part in ("", "_from", "_to", "_certainty")] == ["", "", "", ""]


def test_an_exact_copy_names_the_first_so_that_each_text_can_be_counted_once():
    table = rows(data_files(whole_town()))
    first, *others = [row for row in table if row["source"].startswith("wire/")]
    assert first["first_copy"] == ""
    assert [row["first_copy"] for row in others] == [first["id"], first["id"]]
    assert len([row for row in table if row["first_copy"]]) == 2


def test_the_first_copy_is_one_that_stands_in_the_table():
    site = Site(editions=((HERALD, Edition(data_files=False)),))
    wire = [("headline", "Fog"), ("paragraph", "There is fog.")]
    copies = [make_article(f"{n}.txt", wire, outlet=outlet) for n, outlet in enumerate((HERALD, LAMP, "Tide"))]
    table = rows(data_files(copies, site))
    assert [(row["outlet"], row["first_copy"]) for row in table] == [(LAMP, ""), ("Tide", table[0]["id"])]


@pytest.mark.parametrize("edition", [Edition(), Edition(text="excerpt", words=2), Edition(text="facts")])
def test_the_table_is_facts_in_every_edition(edition):
    headless = make_article("a.txt", [("deck", "Fog on the quay"), ("paragraph", "Nobody could see it.")])
    files = data_files([*whole_town(), headless], Site(edition=edition))
    assert files[ARTICLES] == data_files([*whole_town(), headless])[ARTICLES]
    assert b"Nobody could" not in files[ARTICLES]
    assert b"Fog on the quay" in files[ARTICLES]


# Formulas


@pytest.mark.parametrize(
    ("cell", "defused"),
    [
        ("=1+1", "'=1+1"),
        ("+49 451", "'+49 451"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\r=1", "'\r'=1"),
        ("\u00a0 =1", "'\u00a0 =1"),
        ("＝1+1", "'＝1+1"),
        ("Fog; =1+1", "Fog;' =1+1"),
        ("'quoted'", "''quoted'"),
        ("Fog = mist - or not", "Fog = mist - or not"),
        ("2023-03-29", "2023-03-29"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_is_defused(cell, defused):
    assert defuse(cell) == defused


CELLS = st.text(st.sampled_from("=+-@＝＋－＠'; \t\r\nax\u00a0,\"")) | st.text()


@given(CELLS)
def test_no_part_of_a_cell_is_run_and_undoing_it_is_exact(cell):
    defused = defuse(cell)
    assert not [part for part in defused.split(";") if re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", part)]
    assert UNDO.sub("", defused) == cell


def test_a_long_cell_takes_no_time():
    assert len(defuse("; " * 200_000)) == 400_000
    assert len(defuse(" " * 400_000)) == 400_000
    assert len(defuse("\t" * 200_000)) == 400_000


@given(st.text(min_size=1), st.text(min_size=1), st.lists(st.text(st.characters(exclude_characters=";"), min_size=1)))
def test_whatever_stands_in_an_article_comes_back_from_its_row(headline, outlet, authors):
    article = make_article("a.txt", [("headline", headline)], outlet=outlet, authors=tuple(authors))
    row = row_of(article)
    said = (headline, outlet, "; ".join(authors))
    assert (row["headline"], row["outlet"], row["authors"]) == tuple(_as_utf_8(text) for text in said)


def _as_utf_8(text):
    return text.encode("utf-8", "replace").decode()


# The records


def test_a_record_is_what_extract_says_with_its_id_and_its_page():
    archive = archive_of(whole_town())
    entries = {entry.card.source: entry for entry in archive.entries.values()}
    found = {said["source"]: said for said in records(data_files(whole_town(), archive=archive))}
    for article in whole_town():
        entry = entries[article.source]
        assert found.pop(article.source) == record(article, item=entry.id, url=entry.url)
    assert found == {}


@pytest.mark.parametrize(
    "edition",
    [Edition(), Edition(text="excerpt", words=2), Edition(text="facts"), Edition(left_out_view=False)],
)
def test_records_of_every_edition_follow_the_schema(edition):
    found = records(data_files(whole_town(), Site(edition=edition)))
    assert len(found) == len(whole_town())
    assert [error.message for said in found for error in VALIDATOR.iter_errors(said)] == []


def test_a_record_shows_what_its_page_shows():
    (bridge,) = [
        said
        for said in records(data_files(whole_town(), Site(edition=Edition(text="excerpt", words=3))))
        if said["source"] == "lamp/bridge.txt"
    ]
    assert bridge["body"] == [{"kind": "paragraph", "text": "The ferry that …"}]
    assert [bridge[key] for key in ("captions", "notes", "removed", "repairs", "problems")] == [[], [], [], [], []]
    assert bridge["evidence"]["published"] == {"lines": [], "rule": "a_rule", "certainty": "stated", "why": ""}
    assert bridge["deck"] == whole_town()[0].deck


def test_a_record_is_one_line_for_every_program():
    article = make_article("a.txt", [("paragraph", "Fog.")])._replace(
        repairs=(Repair(1, 0, "a\u2028b\x85c\u2029d", "", "r"),)
    )
    files = data_files([article])
    assert files[f"{RECORDS}/0001.jsonl"].count(b"\n") == 1
    (said,) = records(files)
    assert said["repairs"][0]["before"] == "a\u2028b\x85c\u2029d"


def test_a_file_holds_a_hundred_numbers_in_order():
    articles = numbered(205)
    archive = archive_of(articles)
    numbers = {row.id: row.number for row in archive.addresses}
    files = data_files(articles[::-1], archive=archive)
    assert [path for path in files if path.startswith(RECORDS)] != []
    for part, expected in (("0001", range(1, 101)), ("0002", range(101, 201)), ("0003", range(201, 206))):
        lines = files[f"{RECORDS}/{part}.jsonl"].splitlines()
        assert [numbers[json.loads(line)["id"]] for line in lines] == list(expected)
    assert files == data_files(articles, archive=archive)


def test_a_file_of_which_an_article_has_not_come_is_not_written():
    articles = numbered(3)
    made = render(archive_of(articles), articles[:2], Site())
    assert [page.path for page in made if page.path.startswith(RECORDS)] == []


def test_an_edit_rewrites_the_file_it_stood_in_and_the_last():
    articles = numbered(305)
    archive = archive_of(articles)
    edited = [articles[0]._replace(headline="Corrected", sha256="0" * 64), *articles[1:]]
    again = link(map(card, edited), archive.addresses, Choices.none)
    before, after = data_files(articles, archive=archive), data_files(edited, archive=again)
    changed = {path for path in after if before.get(path) != after[path]}
    assert changed == {ARTICLES, f"{RECORDS}/0001.jsonl", f"{RECORDS}/0004.jsonl"}


# Which articles stand in data/


def test_an_outlet_whose_articles_are_kept_out_is_in_no_data_file():
    site = Site(editions=((HERALD, Edition(data_files=False)),))
    files = data_files(whole_town(), site)
    kept_out = {article.source for article in whole_town() if article.outlet == HERALD}
    assert len(kept_out) > 1
    sources = {article.source for article in whole_town()} - kept_out
    assert {row["source"] for row in rows(files)} == sources
    assert {said["source"] for said in records(files)} == sources
    assert not any(HERALD.encode() in content for content in files.values())


def test_where_no_article_may_stand_in_data_there_is_no_such_folder():
    assert data_files(whole_town(), Site(edition=Edition(data_files=False))) == {}
    assert data_files([]) == {}


# What stands beside them


def test_the_schema_is_published_as_it_is():
    assert data_files(whole_town())[SCHEMA] == record_schema()


def test_the_readme_says_what_each_file_is_and_whom_to_ask():
    site = Site(
        title="Quarrow", rights="With the outlets", contact="desk@quarrow.example", url="https://quarrow.example/"
    )
    readme = data_files(whole_town(), site)[README].decode()
    for words in (
        "Quarrow",
        "articles.csv",
        "records/",
        "record.schema.json",
        "EDTF",
        site.rights,
        site.contact,
        site.url,
    ):
        assert words in readme
    assert all(len(line) <= 78 for line in readme.splitlines())


def test_the_readme_says_nothing_of_the_articles():
    assert data_files(whole_town())[README] == data_files(numbered(2))[README]


def test_the_readme_of_a_working_copy_says_so():
    published = Site(is_working_copy=False)
    assert b"Working copy" in data_files(whole_town())[README]
    assert b"Working copy" not in data_files(whole_town(), published)[README]
