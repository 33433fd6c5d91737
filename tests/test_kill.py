"""A build that is killed leaves a whole site, old or new or between, and the next build finishes it."""

import json
import random
import subprocess
import sys
import time

import pytest

from newsarchive.index.codes import payload
from newsarchive.store import load_addresses
from tests.command import ROOT, newsarchive, write
from tests.kill_site import dead_links, files_in, torn_files

MOMENTS = 20


def _is_numbered(path):
    """Whether a file goes by the numbers that texts took, which grow with every edit."""
    return path == "addresses.csv" or path.startswith(("data/records/", "search/"))


def _pages(site):
    """What stands in the site, whatever numbers texts took; of the records each line, in no order."""
    files = files_in(site)
    records = sorted(line for path in files if path.startswith("data/records/") for line in files[path].splitlines())
    return {path: content for path, content in files.items() if not _is_numbered(path)} | {"records": records}


def _numbered_files_are_whole(site):
    files = files_in(site)
    index = [content for path, content in files.items() if path.startswith("search/")]
    records = [line for path in files if path.startswith("data/records/") for line in files[path].splitlines()]
    return bool(
        load_addresses(site / "addresses.csv")
        and all(map(payload, index))  # ValueError where one is cut short
        and all(json.loads(line)["id"] for line in records)
    )


def _texts(folder, version):
    """Thirty texts; in the second version a third are edited, a sixth gone and as many new."""
    texts = {}
    for number in range(30):
        gone, new = number % 6 == 1, number % 6 == 2
        if (gone and version == 2) or (new and version == 1):
            continue
        words = "before the spring" if version == 1 or number % 3 else "before the summer"
        texts[f"{number:02}.txt"] = (
            f"Ferry {number} stops\n\nBy Ada Quill\n\n{number % 28 + 1} March {2019 + number % 4}\n\n"
            f"The ferry to the island number {number} will not sail {words}, the harbour office said on Tuesday.\n\n"
            "The office gave the state of the quay as its reason, and said that repairs would take until the end of April.\n"
        )
    for old in folder.glob("*.txt"):
        old.unlink()
    write(folder, texts)


@pytest.mark.slow
def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    texts, site = tmp_path / "texts", tmp_path / "site"
    versions = {}
    for version in (1, 2):
        _texts(texts, version) if texts.exists() else (texts.mkdir(), _texts(texts, version))
        assert newsarchive(texts, "-o", site).returncode == 0
        versions[version] = _pages(site)
    start = time.perf_counter()
    newsarchive(texts, "-o", site, "--full")
    longest = time.perf_counter() - start

    rng = random.Random(20230329)
    killed = between = 0
    for moment in range(MOMENTS):
        version = 1 + moment % 2
        _texts(texts, version)
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, str(ROOT / "build.py"), str(texts), "-o", str(site)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(longest * rng.uniform(0.2, 1.0))
        if process.poll() is None:
            killed += 1
        else:  # this machine has become faster since, so the next moments come earlier
            longest *= 0.8
        process.kill()
        process.wait()

        assert [path for path in torn_files(site, versions[1], versions[2]) if not _is_numbered(path)] == []
        assert _numbered_files_are_whole(site)
        assert dead_links(site) == []
        between += _pages(site) not in (versions[1], versions[2])
        if moment % 3:  # every third is killed again before it was finished
            done = newsarchive(texts, "-o", site)
            assert done.returncode == 0, done.stderr
            assert _pages(site) == versions[version]

    assert killed >= MOMENTS // 2, "the moments were chosen too late to mean anything"
