"""What the search index costs: builds of made-up archives with it and without, in turns, and what one edit rewrites.

    python bench/search/cost.py ../shared/bench --sizes 10000 100000 --repeat 3

The first word is the folder of make_corpus.py. The section "search cost" of RESULTS.md is rewritten. It ends with an
error where the index after the edits is not that of a clean build.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench" / "scale"))

import made  # noqa: E402 - found by the path above
from checks import WrongError  # noqa: E402
from cost import cost_of, median  # noqa: E402
from machine import machine  # noqa: E402
from ours import BUILD  # noqa: E402
from sections import rewrite  # noqa: E402
from snapshot import changes, digest, snapshot  # noqa: E402

HEAD = (
    "| articles | CPU an article without / with, ms | memory without / with, MB | texts, MB | index "
    "| index rewritten by an edit: median / most | CPU of that build, s |"
)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder of make_corpus.py")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    parser.add_argument("--repeat", type=int, default=3, help="cold builds of each kind")
    parser.add_argument("--edits", type=int, default=9, help="texts that are edited, one before each build")
    parser.add_argument("--scratch", type=Path, default=Path(tempfile.gettempdir()) / "newsarchive-scale")
    asked = parser.parse_args()
    rows = [row(asked, count) for count in asked.sizes]
    table = "\n".join([HEAD, "| --- " * HEAD.count(" | ") + "| --- |", *rows])
    print(table)
    rewrite(ROOT / "bench" / "RESULTS.md", "search cost", f"On {machine()}.\n\n{table}", by="bench/search/cost.py")


def row(asked, count):
    texts = made.made(asked.bench / "make_corpus.py", asked.scratch, count, peers=False) / "articles"
    gold = made.gold_of(texts.parent)
    folder = asked.scratch / "searched"
    made.lay_out(folder, texts, gold)
    costs = {"false": [], "true": []}
    for _ in range(asked.repeat):
        for search, own in costs.items():
            made.forget(folder, addresses=False)
            (folder / "config.yaml").write_text(f"title: A made-up archive\nsearch: {search}\n", encoding="utf-8")
            own.append(build(folder))
    without, with_search = (median(own) for own in costs.values())
    index = weight(snapshot(folder / "site"))
    read = sum(path.stat().st_size for path in texts.rglob("*.txt"))
    shares, edits = edited(folder, gold[:: max(1, count // asked.edits)][: asked.edits])
    return (
        f"| {count:,} | {1000 * without.cpu / count:.2f} / {1000 * with_search.cpu / count:.2f} "
        f"| {without.memory:,.0f} / {with_search.memory:,.0f} | {read / 1e6:,.1f} "
        f"| {index / 1e6:,.1f} MB, {index / read:.1%} "
        f"| {statistics.median(shares):.2%} / {max(shares):.2%} | {edits.cpu:.1f} |"
    )


def edited(folder, texts):
    """The share of the index that each edit rewrites, and what the builds cost. WrongError where the site is another
    than a clean build gives.
    """
    shares, costs = [], []
    for one in texts:
        before = snapshot(folder / "site")
        made.edit_body(folder, one)
        costs.append(build(folder))
        after = snapshot(folder / "site")
        written, _ = changes(before, after)
        shares.append(weight({path: after[path] for path in written}) / weight(after))
    kept = digest(folder / "site")
    made.forget(folder, addresses=True)
    build(folder)
    if digest(folder / "site") != kept:
        raise WrongError("the site after all edits is not that of a clean build")
    return shares, median(costs)


def build(folder):
    return cost_of([sys.executable, BUILD, folder, "-o", folder / "site", "--quiet"])


def weight(files):
    """Bytes of the index among some files."""
    return sum(size for path, (_, _, size) in files.items() if path.startswith("search/"))


if __name__ == "__main__":
    main()
