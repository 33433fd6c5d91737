"""Every page is valid HTML and the stylesheet valid CSS, as the validator of the W3C has it (vnu)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from newsarchive.model import Edition, Site
from tests.town import pages, whole_town

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def vnu():
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file() or not shutil.which("java"):
        pytest.skip("set VNU_JAR to the vnu.jar of npm's package vnu-jar, and have java, to validate pages")
    return ["java", "-Xss8m", "-jar", jar, "--errors-only"]


def faults(command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()  # noqa: S603


@pytest.mark.parametrize(
    "site",
    [Site(), Site(listing_size=2, url="https://papers.example/"), Site(edition=Edition(text="excerpt", words=3))],
    ids=["working copy", "lists in many parts", "excerpts"],
)
def test_every_page_is_valid(vnu, tmp_path, site):
    made = pages(whole_town(), site, about="# About\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.encode())
    assert faults([*vnu, "--skip-non-html", str(tmp_path)]) == []
    assert faults([*vnu, "--css", str(tmp_path / "assets" / "style.css")]) == []
