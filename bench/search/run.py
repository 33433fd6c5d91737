"""Asks the search page of a built site in real browsers, and compares what it finds with reading every text.

    python bench/search/run.py SITE [--texts ARTICLES] [--pairs 60] [--sets 500]

SITE is an output folder with a search index, data/ and addresses.csv (`build.py TEXTS -o SITE`). It needs node, the
packages of tests/browser/package.json (NODE_MODULES) and the browsers. Each query is asked on a fresh page. The
section "Search" of RESULTS.md is rewritten. It ends with an error where a set differs from that of reading all texts.
"""

import argparse
import functools
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "bench" / "scale")]

from machine import machine  # noqa: E402 - found by the path above
from queries import Asker  # noqa: E402
from scan import Scan  # noqa: E402
from sections import rewrite  # noqa: E402

ASK = ROOT / "tests" / "browser" / "search.mjs"
RUN = ROOT / "tests" / "scripts.mjs"
OPENED = ("root.js", "c/all.js")  # when the field gets the focus


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--texts", type=Path, help="the folder of the texts, to compare sizes with")
    parser.add_argument("--pairs", type=int, default=60, help="queries of two words, and as many phrases")
    parser.add_argument("--sets", type=int, default=500, help="queries of every kind whose sets are compared")
    asked = parser.parse_args()
    site = asked.site.resolve()
    scan = Scan(site)
    asker = Asker(scan)
    pairs, phrases = asker.two_words(asked.pairs), asker.phrases(asked.pairs)
    kinds = asker.of_every_kind(asked.sets)
    said = [sizes(site, asked.texts, len(scan.numbers)), sets(site, scan, [*kinds, *phrases, *pairs])]
    said += [ranking(site, scan, pairs), times(site, pairs, phrases)]
    print("\n\n".join(said))
    rewrite(ROOT / "bench" / "RESULTS.md", "search", "\n\n".join((f"On {machine()}.", *said)), by="bench/search/run.py")


def sizes(site, texts, count):
    """What the index weighs, in words."""
    files = [path.stat().st_size for path in (site / "search").rglob("*.js")]
    said = f"The index of {count:,} articles: {len(files):,} files, {sum(files) / 1e6:,.1f} MB"
    if texts:
        read = sum(path.stat().st_size for path in texts.rglob("*.txt"))
        said += f", {sum(files) / read:.1%} of the {read / 1e6:,.1f} MB of texts"
    return f"{said}; on average {statistics.mean(files):,.0f} bytes a file."


def sets(site, scan, queries):
    """Whether the scripts of the page find just what reading finds. Node runs them, without a browser."""
    found = in_node("found(text)", [query.text for query in queries], site)
    numbers = np.array(scan.numbers)
    wrong = [
        f"{query.text}: {len(own):,} found, {query.found.sum():,} by reading"
        for query, own in zip(queries, found, strict=True)
        if own != numbers[query.found].tolist()
    ]
    if wrong:
        raise SystemExit("\n".join([f"{len(wrong)} of {len(queries)} sets differ:", *wrong[:20]]))
    kinds = sorted({query.kind for query in queries})
    return f"The same sets as reading every text: {len(queries):,} of {len(queries):,} queries ({', '.join(kinds)})."


def ranking(site, scan, pairs):
    """How many of the best ten by BM25 in full are among the ten that are shown first, in words."""
    kept, close, total = 0, 0, 0
    for query, ten in zip(pairs, in_node("best(text)", [query.text for query in pairs], site), strict=True):
        scores = scan.scores(query.words)
        rows = np.searchsorted(scan.numbers, ten)
        order = np.lexsort((scan.numbers, -np.nan_to_num(scores, nan=-1)))[: len(ten)]
        kept += len(set(order.tolist()).intersection(rows.tolist()))
        close += int((scores[rows] >= 0.97 * scores[order[-1]]).sum())
        total += len(ten)
    return (
        f"Of the best ten of {len(pairs)} pairs of words by BM25 in full, {kept / total:.3f} are among the ten shown "
        f"first; {close / total:.3f} of those shown score within 3 % of the tenth or above it."
    )


def in_node(expression, texts, site):
    done = subprocess.run(
        [shutil.which("node"), RUN, expression, site],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def times(site, pairs, phrases):
    """A table of what each browser takes and loads."""
    rows = []
    handler = functools.partial(Quiet, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served = f"http://127.0.0.1:{server.server_port}/"
        for browser, program, address, where in (
            ("chromium", "chromium", f"{site.as_uri()}/", "from disk"),
            ("firefox", "firefox-esr", f"{site.as_uri()}/", "from disk"),
            ("chromium", "chromium", served, "served"),
        ):
            for kind, queries in (("two words", pairs), ("phrase", phrases)):
                answers = in_browser(browser, program, address, [query.text for query in queries])
                rows.append(row(f"{browser}, {where}", kind, queries, answers, site))
        server.shutdown()
    head = "| browser | queries | list stands, ms | kB loaded for it | all beside it, ms more | kB more |"
    both = "Each figure: median / 90 %."
    return "\n".join([both, "", head, "| --- | --- | --- | --- | --- | --- |", *rows])


def row(where, kind, queries, answers, site):
    list_times = [answer["list"] for answer in answers]
    more = [answer["beside"] - answer["list"] for answer in answers]
    loaded = [[loaded_by(site, answer, early=early) for early in (True, False)] for answer in answers]
    for query, answer in zip(queries, answers, strict=True):
        if answer["state"] != "done" or answer["total"] > query.found.sum():  # copies count once
            raise SystemExit(f"{where}: {query.text}: {answer}")
    first, later = ([sizes[at] / 1000 for sizes in loaded] for at in (0, 1))
    return f"| {where} | {len(queries)} × {kind} | {told(list_times)} | {told(first)} | {told(more)} | {told(later)} |"


def loaded_by(site, answer, *, early):
    """Bytes of the scripts that were asked for before the list stood, the root of the index among them; or after."""
    opened = sum((site / "search" / name).stat().st_size for name in OPENED) if early else 0
    return opened + sum(size_of(site, file) for file, at in answer["loaded"] if (at <= answer["list"]) == early)


def told(figures):
    """Median and ninth decile."""
    return f"{statistics.median(figures):.0f} / {np.percentile(figures, 90):.0f}"


def size_of(site, address):
    path = unquote(urlsplit(address).path)
    return Path(path if path.startswith(str(site)) else site / path.lstrip("/")).stat().st_size


def in_browser(browser, program, address, texts):
    """What the search page of a site answers, each query on a fresh page."""
    done = subprocess.run(
        [shutil.which("node"), ASK, browser, shutil.which(program), address],
        input=json.dumps(texts), capture_output=True, text=True, check=True,
        env={**os.environ, "NODE_MODULES": os.environ.get("NODE_MODULES", str(ASK.parent / "node_modules"))},
    )  # fmt: skip
    return json.loads(done.stdout)["answers"]


if __name__ == "__main__":
    main()
