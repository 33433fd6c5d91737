"""Scripts of our own in node, which are given something as JSON and answer with JSON."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.browser.needed import lack

_PATIENCE = 240  # seconds


def run_node(script: Path, *arguments: str, given: object, modules: Path | None = None) -> Any:
    """What a script answers; `modules` is the folder of the packages that it takes."""
    node = shutil.which("node")
    if not node:
        lack(f"no node to run {script.name} with")
    done = subprocess.run(  # noqa: S603 - our own script
        [node, str(script), *arguments],
        input=json.dumps(given),
        env={**os.environ, **({"NODE_MODULES": str(modules)} if modules else {})},
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def firefox(modules: Path) -> str:
    """Firefox, where all is there that scripts take to drive it."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if not program or not (modules / "puppeteer-core").is_dir():
        lack("no Firefox to open pages with: it takes firefox-esr, node and npm's package puppeteer-core")
    return program
