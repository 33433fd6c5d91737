"""Measures newsarchive and its peers on made-up archives, checks what they wrote, and rewrites the tables and plots.

    python bench/scale/run.py ../shared/bench --install            # the peers, once, into the scratch folder
    python bench/scale/run.py ../shared/bench                      # 100, 1,000, 10,000 and 100,000 articles
    python bench/scale/run.py ../shared/bench --sizes 10000 --repeat 3

The first word is the folder of make_corpus.py and of the peers' settings. What was measured is kept in the scratch
folder, a size at a time, so that a run may be taken up again; the report is of all that is there. Ratios stay within
one size, of which everything is measured in one run. Linux only. See README.md beside this file.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import generators
from far import far_section
from machine import machine, versions
from made import gold_of, made
from ours import ROOT, Archive, measure
from plotting import draw
from profiled import profiled
from sections import rewrite
from startup import can_serve, served_edits, start_up
from tables import scale_section

SIZES = (100, 1000, 10_000, 100_000)
RESULTS = ROOT / "bench" / "RESULTS.md"
FAR = ROOT / "docs" / "scale.md"


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder of make_corpus.py and peers/")
    parser.add_argument("--install", action="store_true", help="install the peers first")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of articles; none: report only")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each, of which the median is taken")
    parser.add_argument("--related-up-to", type=int, default=10_000, help="Hugo with related content up to this size")
    parser.add_argument("--no-peers", action="store_true", help="measure newsarchive alone")
    parser.add_argument("--profile", type=int, default=1000, help="articles of the profile by stages; 0: none")
    parser.add_argument("--limit", type=int, default=3600, help="seconds after which a command is given up")
    parser.add_argument(
        "--scratch",
        type=Path,
        default=Path(tempfile.gettempdir()) / "newsarchive-scale",
        help="where archives are made and built; archives of an earlier run are used again",
    )
    return parser.parse_args()


def main():
    asked = options()
    asked.scratch = asked.scratch.resolve()
    tools = asked.scratch / "tools"
    if asked.install:
        generators.install(tools)
    peers = [] if asked.no_peers else generators.installed(tools)
    for name in {"Hugo", "Eleventy", "Pelican"} - {peer.name for peer in peers}:
        print(f"{name} is left out: {'not asked for' if asked.no_peers else 'not installed'}")
    file = asked.scratch / "results.json"
    results = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"sizes": {}}
    for name, found in measured(asked, peers):
        results = (
            {**results, "sizes": {**results["sizes"], name: found}} if name.isdigit() else {**results, name: found}
        )
        file.write_text(json.dumps(results), encoding="utf-8")
    if results["sizes"]:
        rewrite(RESULTS, "scale", scale_section(results))
        rewrite(FAR, "scale", far_section(results))
        draw(results, ROOT / "docs" / "pictures")


def measured(asked, peers):
    """(what, its results), one after the other."""
    asked.scratch.mkdir(parents=True, exist_ok=True)
    if asked.sizes:
        yield "machine", machine()
        yield "versions", versions(peers)
        least = made(asked.bench / "make_corpus.py", asked.scratch, min(asked.sizes), peers=False)
        yield "start_up", start_up(asked.scratch, least / "articles", gold_of(least))
    if asked.sizes and asked.profile:
        print(f"profile of {asked.profile:,} articles", flush=True)
        folder = made(asked.bench / "make_corpus.py", asked.scratch, asked.profile, peers=False)
        yield "profile", profiled(asked.scratch / "profile", folder / "articles", gold_of(folder))
    for count in asked.sizes:
        print(f"{count:,} articles", flush=True)
        yield str(count), size(asked, peers, count)


def size(asked, peers, count):
    """All that is measured at one size."""
    folder = made(asked.bench / "make_corpus.py", asked.scratch, count, peers=bool(peers))
    gold = gold_of(folder)
    archive = Archive(asked.scratch / "built", folder / "articles", gold, asked)
    rows, seen = measure(archive)
    if can_serve():
        print("  newsarchive, served", flush=True)
        seen["served"] = served_edits(archive)
    for peer in peers:
        rows |= generators.rows_of(peer, folder, asked.bench / "peers", gold, asked)
    return {"rows": rows, "seen": seen, "repeat": asked.repeat}


if __name__ == "__main__":
    sys.exit(main())
