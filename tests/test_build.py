"""The command, as people run it: from a folder of texts to a site that opens from disk."""

import json
import shutil
import sys

import pytest

from tests.command import ROOT, newsarchive, tree, write
from tests.findings import findings

FERRY = """Ferry to Marrish stops for the winter

By Ada Quill
14 March 2023

The ferry between Marrish and the islands will not sail before the spring, the harbour office said on Tuesday.

The office gave the state of the quay as its reason, and said that repairs would take until the end of April.

Sign up for our newsletter
"""
BAKERY = """Baker wins the loaf of the year

Published: 2 April 2023

A baker from the old town has won the loaf of the year with a bread that she says her grandmother taught her to bake.

The jury praised the crust of the loaf, and its price, which has not changed since the shop was opened.
"""


@pytest.fixture
def texts(tmp_path):
    return write(tmp_path / "texts", {"ferry.txt": FERRY, "town/bakery.txt": BAKERY})


def test_any_folder_is_built_with_no_configuration_at_all(texts, tmp_path):
    done = newsarchive(texts, "-o", tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert "Built 2 articles" in done.stdout
    assert (tmp_path / "site" / "index.html").resolve().as_uri() in done.stdout
    assert findings(tmp_path / "site") == []
    assert not (texts / "config.yaml").exists()


def test_the_end_says_what_wants_a_look_and_what_changed(texts, tmp_path):
    first = newsarchive(texts, "-o", tmp_path / "site")
    (texts / "ferry.txt").write_text(FERRY.replace("spring", "summer"), encoding="utf-8")
    (texts / "town" / "bakery.txt").unlink()
    (texts / "copy.txt").write_text(FERRY.replace("spring", "summer"), encoding="utf-8")
    second = newsarchive(texts, "-o", tmp_path / "site")

    assert "1 without a byline" in first.stdout
    assert "2 new" in first.stdout
    assert "1 new, 1 edited, 1 gone" in second.stdout
    assert "1 exact copy" in second.stdout


def test_building_again_with_nothing_changed_writes_nothing(texts, tmp_path):
    newsarchive(texts, "-o", tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.html")}
    done = newsarchive(texts, "-o", tmp_path / "site")

    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.html")} == before
    assert "no text changed" in done.stdout


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_on_any_number_of_workers(tmp_path):
    texts = write(tmp_path / "texts", {f"{n:04}.txt": FERRY.replace("Marrish", f"Port {n}") for n in range(420)})
    for workers in (1, 2, 5):
        assert (
            newsarchive(
                texts, "-o", tmp_path / f"site{workers}", "--workers", workers, PYTHONHASHSEED=str(workers)
            ).returncode
            == 0
        )

    assert tree(tmp_path / "site1") == tree(tmp_path / "site2") == tree(tmp_path / "site5")


def test_addresses_stay_when_every_folder_is_renamed_and_a_headline_is_corrected(texts, tmp_path):
    newsarchive(texts, "-o", tmp_path / "site")
    before = sorted(path.name for path in (tmp_path / "site" / "articles").iterdir())
    shutil.move(texts / "town", texts / "old town")
    shutil.move(texts / "ferry.txt", texts / "old town" / "boat.txt")
    newsarchive(texts, "-o", tmp_path / "site")
    (texts / "old town" / "boat.yaml").write_text("headline: No ferry before spring\n", encoding="utf-8")
    done = newsarchive(texts, "-o", tmp_path / "site")

    assert sorted(path.name for path in (tmp_path / "site" / "articles").iterdir()) == before
    assert "No ferry before spring" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert done.returncode == 0


def test_strict_ends_with_one_where_there_is_something_to_look_at(texts, tmp_path):
    assert newsarchive(texts, "-o", tmp_path / "site", "--strict").returncode == 1


def test_a_configuration_that_cannot_be_followed_is_told_whole_and_nothing_is_built(tmp_path):
    archive = write(tmp_path / "a", {"config.yaml": "titel: A\nlisting_size: many\n", "articles/ferry.txt": FERRY})
    done = newsarchive(archive)

    assert done.returncode == 2
    assert "config.yaml:1" in done.stderr
    assert "title" in done.stderr
    assert "config.yaml:2" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (archive / "output").exists()


def test_a_template_error_names_template_and_line_and_leaves_the_last_site(tmp_path):
    archive = write(tmp_path / "a", {"config.yaml": "templates: mine\n", "articles/ferry.txt": FERRY, "mine/.keep": ""})
    assert newsarchive(archive).returncode == 0
    before = tree(archive / "output")
    write(archive, {"mine/article.html": "<p>\n{{ article.hedline }}\n"})
    done = newsarchive(archive)

    assert done.returncode == 2
    assert "article.html" in done.stderr
    assert "2" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(archive / "output") == before


def test_what_is_not_there_is_said_in_a_line(tmp_path):
    done = newsarchive(tmp_path / "nowhere")

    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_folder_inside_the_articles_is_refused(texts):
    done = newsarchive(texts, "-o", texts / "site")

    assert done.returncode == 2
    assert not (texts / "site").exists()


def test_a_draft_is_not_shown(texts, tmp_path):
    (texts / "ferry.yaml").write_text("draft: true\n", encoding="utf-8")
    done = newsarchive(texts, "-o", tmp_path / "site")

    assert "Built 1 article " in done.stdout
    assert not any(b"Marrish" in content for content in tree(tmp_path / "site").values())


def test_extract_prints_one_record_a_line_in_the_order_of_paths(texts):
    done = newsarchive("extract", texts)
    records = [json.loads(line) for line in done.stdout.splitlines()]

    assert [item["source"] for item in records] == ["ferry.txt", "town/bakery.txt"]
    assert records[0]["headline"] == "Ferry to Marrish stops for the winter"
    assert records[0]["authors"] == ["Ada Quill"]
    assert records[0]["published"] == "2023-03-14"
    assert records[0]["removed"][0]["text"] == "Sign up for our newsletter"
    assert "url" not in records[0]


def test_explain_prints_each_piece_with_its_label_and_rule(texts):
    done = newsarchive("explain", texts / "ferry.txt")

    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if "newsletter" in line and "boilerplate" in line]
    assert "published: 2023-03-14" in done.stdout


def test_a_fresh_archive_is_laid_out_and_builds(tmp_path):
    assert newsarchive("new", tmp_path / "mine").returncode == 0
    write(tmp_path / "mine" / "articles", {"ferry.txt": FERRY})
    done = newsarchive(tmp_path / "mine")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mine" / "output" / "about.html").exists()
    assert (tmp_path / "mine" / "addresses.csv").exists()


def test_a_console_that_cannot_print_a_name_stops_nothing(tmp_path):
    texts = write(tmp_path / "texts", {"東京.txt": FERRY, "broken.pdf.txt": b"%PDF-1.4\x00\x01"})
    done = newsarchive(texts, "-o", tmp_path / "site", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert done.returncode == 0, done.stderr
    assert (
        newsarchive("explain", texts / "東京.txt", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0").returncode == 0
    )


def test_without_the_install_one_line_says_what_to_run(tmp_path):
    done = newsarchive("--version", PYTHONPATH="")
    assert "newsarchive" in done.stdout
    import subprocess  # noqa: PLC0415 - here alone

    bare = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-I", "-S", str(ROOT / "build.py")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert bare.returncode != 0
    assert bare.stderr.splitlines()[-1].endswith("pip install -e .")
    assert len(bare.stderr.splitlines()) == 1
