"""What all tests share: a settled hypothesis profile and the folder of shared inputs, where there is one."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.needed import lack, npm_packages

settings.register_profile("suite", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("suite")

# Processes that a shell starts in the background pass over Ctrl-C, and so would those that tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)

SHARED = Path(__file__).parents[1].parent / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the code says into the cases")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores: tests wait for disks and browsers."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests go first: a process that begins one last would keep the others waiting."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """What builds of plain folders remember is kept away from what the user's own builds do."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _kept_code(tmp_path_factory):
    """Where Python is told to keep nothing of what it compiles, it keeps that elsewhere while tests run: each process
    that they start would compile the whole program.
    """
    if not sys.dont_write_bytecode:
        yield
        return
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "compiled"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "dont_write_bytecode", False)
        patched.setattr(sys, "pycache_prefix", str(folder))
        patched.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patched.setenv("PYTHONPYCACHEPREFIX", str(folder))
        yield


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
            browser = playwright.chromium.launch(executable_path=installed, args=["--no-sandbox", "--disable-gpu"])
        except sync_api.Error as error:
            lack(f"no Chromium to open pages with: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sites():
    """How to build the sites that browsers are shown; see browser/sites.py."""
    from tests.browser import sites  # noqa: PLC0415 - what is broken in the pages breaks no test of the texts

    return sites


@pytest.fixture(scope="session")
def sample_site(sites, tmp_path_factory) -> Path:
    """The folder of the sample archive's site."""
    return sites.sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def town_site(sites, tmp_path_factory) -> Path:
    """The folder of the town's site."""
    return sites.town(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def arabic_site(sites, tmp_path_factory) -> Path:
    """The folder of the town's site in Arabic: its pages run from right to left."""
    return sites.town(tmp_path_factory.mktemp("arabic"), "ar")


@pytest.fixture(params=["sample_site", "town_site", "arabic_site"])
def built_site(request) -> Path:
    """The folder of a site that was built once for all tests: each in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder of npm's packages."""
    folder = npm_packages()
    if not folder.is_dir():
        lack("no packages of npm to check pages with: npm install --prefix tests/browser, or set NODE_MODULES")
    return folder


@pytest.fixture(scope="session")
def html_errors():
    """A function from files and folders to the errors that the validator of the W3C (vnu) finds in their HTML or CSS."""
    jar = os.environ.get("VNU_JAR") or str(npm_packages() / "vnu-jar" / "build" / "dist" / "vnu.jar")
    if not Path(jar).is_file() or not shutil.which("java"):
        lack("no validator of HTML: it takes java, and npm install --prefix tests/browser, or VNU_JAR set to a vnu.jar")

    def errors(*arguments) -> list[str]:
        command = ["java", "-Xss8m", "-jar", jar, "--errors-only", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr.splitlines()  # noqa: S603

    return errors
