"""What all tests share: a settled hypothesis profile and the folder of shared inputs, where there is one."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("suite")

SHARED = Path(__file__).parents[1].parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the code says into the cases")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real inputs to measure with; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent: the real inputs are not part of the project")
    return SHARED
