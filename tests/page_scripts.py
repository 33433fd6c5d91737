"""The scripts of pages, run by node: what they make of texts and queries."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.browser.needed import lack

_RUNNER = Path(__file__).parent / "scripts.mjs"


def run(expression, texts, output=None):
    """What an expression gives for each text, with the index below `output`; see scripts.mjs."""
    node = shutil.which("node")
    if not node:
        lack("no node to run the scripts of pages with")
    done = subprocess.run(  # noqa: S603 - our own script
        [node, str(_RUNNER), expression, *([str(output)] if output else [])],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
