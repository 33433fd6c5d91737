"""What a page costs a reader: an article with its three views is little more than its source text, no list is heavy."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from newsarchive.read import decode, read
from tests.command import ROOT, newsarchive

HEAVIEST = 150 * 1024  # bytes of a page that is no article
FIXED = 8 * 1024  # bytes of what is on every page: head, navigation, what is known of the text


def too_heavy(articles: Path, site: Path) -> list[str]:
    """The pages of a site, built from a folder of texts, that weigh too much: articles of more than 1.2 x their text and
    the fixed part, others of more than 150 kB.

    Of what was repaired or written in Markdown both the article's words and the file's stand on the page: 2.4 x there.
    """
    with (site / "addresses.csv").open(encoding="utf-8-sig", newline="") as rows:
        addresses = {row["path"]: row["address"] for row in csv.DictReader(rows)}
    found = []
    for text in read(articles).texts:
        source = decode(text)
        size, page = len(source.text.encode()), (site / addresses[text.path]).read_bytes()
        times = 2.4 if source.markdown or source.repairs else 1.2
        if len(page) > times * size + FIXED:
            found.append(
                f"{text.path}: {size} -> {len(page)}, {len(page) - round(times * size)} above {times} x its text"
            )
    pages = ((file.relative_to(site).as_posix(), file.stat().st_size) for file in site.rglob("*.html"))
    found += [f"{path}: {size}" for path, size in pages if not path.startswith("articles/") and size > HEAVIEST]
    return sorted(found)


def built(articles: Path, site: Path) -> Path:
    """The site of a plain folder of texts: all three views of everything."""
    done = newsarchive(articles, "-o", site)
    assert done.returncode == 0, done.stderr
    return site


def test_the_pages_of_the_sample_archive_are_light(tmp_path):
    assert too_heavy(ROOT / "articles", built(ROOT / "articles", tmp_path)) == []


def test_the_pages_of_the_real_inputs_are_light(shared, tmp_path):
    assert too_heavy(shared / "seeds", built(shared / "seeds", tmp_path)) == []


@pytest.mark.slow
def test_the_pages_of_a_large_archive_are_light(shared, tmp_path):
    maker = shared / "bench" / "make_corpus.py"
    subprocess.run([sys.executable, str(maker), "200", str(tmp_path)], check=True, capture_output=True)  # noqa: S603
    assert too_heavy(tmp_path / "articles", built(tmp_path / "articles", tmp_path / "site")) == []
