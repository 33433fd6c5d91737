"""What it takes to begin: the version, a first build of five articles, and from an edit to the page that shows it."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import asdict

import made
from checks import pages_of
from cost import FailedError, cost_of, median
from ours import BUILD

FEW = 5
RUNS = 7
PATIENCE = 60
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/?")


def start_up(scratch, texts, gold):
    """{case: row} of commands that hardly do anything."""
    folder = scratch / "few"
    made.lay_out(folder, texts, gold[:FEW])
    build = [sys.executable, BUILD, folder, "-o", folder / "site", "--quiet"]
    return {
        "`python -c pass`": _row([sys.executable, "-c", "pass"], lambda: None),
        "--version": _row([sys.executable, BUILD, "--version"], lambda: None),
        f"build of {FEW} articles, cold": _row(build, lambda: made.forget(folder, addresses=False)),
        f"build of {FEW} articles, nothing changed": _row(build, lambda: None),
    }


def _row(command, prepare):
    costs = []
    for _ in range(RUNS):
        prepare()
        costs.append(cost_of(command))
    return {**asdict(median(costs)), "over_time": ()}


def can_serve():
    """Whether this newsarchive has the verb."""
    said = subprocess.run([sys.executable, str(BUILD), "serve", "--help"], check=False, capture_output=True, text=True)
    return said.returncode == 0 and "serve" in said.stdout


def served_edits(archive):
    """Seconds from the edit of a text to its page as served, edit by edit. FailedError where it never comes."""
    command = [sys.executable, "-u", str(BUILD), "serve", str(archive.folder), "-o", str(archive.site)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        address = _address(server)
        pages = pages_of(archive.folder / "addresses.csv", archive.site)
        return [_seconds(archive, one, address, pages) for one in archive.gold[: archive.asked.repeat]]
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # SIGINT is not heard by what a shell runs in the background
        server.communicate()


def _address(server):
    for line in server.stdout:
        if found := _ADDRESS.search(line.decode(errors="replace")):
            return found[0].rstrip("/")
    raise FailedError("serve said no address")


def _seconds(archive, one, address, pages):
    mark = f"{one['headline']} served"
    url = f"{address}/{pages[one['path']].relative_to(archive.site).as_posix()}"
    time.sleep(1)  # an edit of its own, not one with the last
    start = time.perf_counter()
    made.edit_headline(archive.folder, one, "served")
    while mark not in _fetched(url):
        if time.perf_counter() - start > PATIENCE:
            raise FailedError(f"{url} does not show the edit after {PATIENCE} s")
        time.sleep(0.01)
    return time.perf_counter() - start


def _fetched(url):
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return answer.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return ""
