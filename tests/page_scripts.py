"""The scripts of pages, run by node: what they make of texts and queries."""

from pathlib import Path

from tests.browser.node import run_node

_RUNNER = Path(__file__).parent / "scripts.mjs"


def run(expression, texts, output=None):
    """What an expression gives for each text, with the index below `output`; see scripts.mjs."""
    return run_node(_RUNNER, expression, *([str(output)] if output else []), given=texts)
