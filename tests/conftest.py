"""What all tests share: a settled hypothesis profile and the folder of shared inputs, where there is one."""

import os
import shutil
import subprocess
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


@pytest.fixture(scope="session")
def chromium():
    """Chromium, as the system has it or as playwright brings it."""
    sync_api = pytest.importorskip("playwright.sync_api")
    installed = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox"])
        except sync_api.Error as error:
            pytest.skip(f"no Chromium to open pages with: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def html_errors():
    """A function from files and folders to the errors that the validator of the W3C (vnu) finds in their HTML or CSS."""
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file() or not shutil.which("java"):
        pytest.skip("set VNU_JAR to the vnu.jar of npm's package vnu-jar, and have java, to validate pages")

    def errors(*arguments) -> list[str]:
        command = ["java", "-Xss8m", "-jar", jar, "--errors-only", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()  # noqa: S603

    return errors
