"""Whole small sites: each folder of tests/sites is built as it stands and held against its expected.yaml.

`pages`: what a page has and lacks; `anywhere`: what stands in some file, or in none; `records`: keys of extract's records;
`folder`: a plain folder of texts instead of an archive.
"""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.command import newsarchive, tree
from tests.findings import findings

SITES = sorted(path.parent for path in Path(__file__).with_name("sites").glob("*/expected.yaml"))


@pytest.fixture(params=SITES, ids=lambda path: path.name)
def scene(request, tmp_path):
    """A copy of a small archive, what is expected of it, and its site."""
    archive = tmp_path / "archive"
    shutil.copytree(request.param, archive)
    expected = yaml.safe_load((archive / "expected.yaml").read_text(encoding="utf-8"))
    (archive / "expected.yaml").unlink()
    done = newsarchive(archive / expected.get("folder", ""), "-o", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    return archive, expected, tmp_path / "site"


def test_a_small_site_is_as_expected(scene):
    archive, expected, site = scene
    files = {path: content.decode() for path, content in tree(site).items()}

    for path, wanted in expected["pages"].items():
        assert [words for words in wanted.get("has", []) if words not in files[path]] == [], path
        assert [words for words in wanted.get("lacks", []) if words in files[path]] == [], path
    anywhere = expected.get("anywhere", {})
    whole = "\n".join(f"{path}\n{content}" for path, content in files.items())
    assert [words for words in anywhere.get("has", []) if words not in whole] == []
    assert [words for words in anywhere.get("lacks", []) if words in whole] == []
    assert findings(site) == []
    if "records" in expected:
        done = newsarchive("extract", "--config", archive / "config.yaml")
        records = {record["source"]: record for record in map(json.loads, done.stdout.splitlines())}
        for path, wanted in expected["records"].items():
            assert {key: records[path][key] for key in wanted} == {key: _plain(value) for key, value in wanted.items()}


def _plain(value):
    return value if isinstance(value, str | list) else str(value)
