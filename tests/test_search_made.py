"""The scripts that pages load are what scripts/make.mjs makes of their sources, and weigh little."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.needed import lack, npm_packages

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "templates" / "assets"
MADE = ("search.js", "search-more.js", "article.js")
MOST_LOADED = 20_000  # bytes, with the page


def test_what_stands_among_the_assets_is_made_of_the_sources(tmp_path):
    node, modules = shutil.which("node"), npm_packages()
    if not node or not (modules / "terser").is_dir():
        lack("no node with terser to make the scripts with (see tests/browser/package.json)")
    subprocess.run([node, ROOT / "scripts" / "make.mjs", tmp_path], check=True)  # noqa: S603 - our own script
    assert {name: (tmp_path / name).read_bytes() for name in MADE} == {
        name: (ASSETS / name).read_bytes() for name in MADE
    }


@pytest.mark.parametrize("name", MADE)
def test_scripts_are_light_and_ask_the_network_for_nothing(name):
    content = (ASSETS / name).read_bytes()
    assert len(content) <= MOST_LOADED
    assert b"http" not in content.replace(b"http://www.w3.org/2000/svg", b"")
    assert not any(word in content for word in (b"eval(", b"Worker(", b"WebAssembly", b"importScripts"))
