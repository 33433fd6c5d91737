"""Programs that checks of pages need and a machine may lack."""

import os
from pathlib import Path
from typing import NoReturn

import pytest


def lack(what: str) -> NoReturn:
    """Skip a test for want of something; fail it where all is promised to be there (EVERY_CHECK is set, as in CI)."""
    if os.environ.get("EVERY_CHECK"):
        pytest.fail(what)
    pytest.skip(what)


def npm_packages() -> Path:
    """The folder of the packages that package.json names; it may not be there."""
    return Path(os.environ.get("NODE_MODULES") or Path(__file__).parent / "node_modules")
