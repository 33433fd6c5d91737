"""Time and memory of whole builds of made-up archives, and whether what was built is what was written.

    python bench/build_cost.py ../shared/bench/make_corpus.py [--runs 3]

Makes 1,000 articles, and 3,000 with one articles.csv that gives headline, authors, date and outlet; builds each
cold, then again with nothing changed, in a folder that is thrown away. CPU is that of all processes together, memory
the most that all of them held at one moment (looked at ten times a second; Linux only). Prints rows for RESULTS.md.
"""

import argparse
import csv
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

BUILD = Path(__file__).parents[1] / "build.py"
PAGE_KB = os.sysconf("SC_PAGE_SIZE") // 1024


def make(make_corpus, folder, count, *, table):
    """A made-up archive; with a table, articles.csv states what each article is."""
    subprocess.run([sys.executable, make_corpus, str(count), folder], check=True)
    if table:
        gold = [json.loads(line) for line in (folder / "gold.jsonl").open(encoding="utf-8")]
        with (folder / "articles" / "articles.csv").open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["file", "headline", "authors", "published", "outlet"])
            rows.writerows([g["path"], g["headline"], "; ".join(g["byline"]), g["date"], g["source"]] for g in gold)


def memory_of(root):
    """Kilobytes that a process and its descendants hold now."""
    children, held = {}, {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
            held[int(status.parent.name)] = int(fields[21]) * PAGE_KB
            children.setdefault(int(fields[1]), []).append(int(status.parent.name))
        except (OSError, IndexError):
            continue
    waiting, total = [root], 0
    while waiting:
        process = waiting.pop()
        total += held.get(process, 0)
        waiting += children.get(process, [])
    return total


def build(folder):
    """Seconds of wall clock and of CPU, and the most megabytes at one moment, of one build."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, str(BUILD), str(folder / "articles"), "-o", str(folder / "site"), "--quiet"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    most = [0]

    def watch():
        while process.poll() is None:
            most[0] = max(most[0], memory_of(process.pid))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    watcher.join()
    if process.returncode:
        sys.exit(f"the build of {folder} failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, cpu, most[0] / 1024


def row(name, count, runs, folder):
    """A row of the table: medians over some builds."""
    wall, cpu, memory = (statistics.median(values) for values in zip(*runs, strict=True))
    files = sum(path.is_file() for path in (folder / "site").rglob("*"))
    return f"| {name} | {wall:.1f} | {cpu:.1f} | {1000 * cpu / count:.1f} | {memory:.0f} | {files:,} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("make_corpus", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    print("| build | wall s | CPU s | CPU ms an article | peak memory MB | files |")
    print("| --- | --- | --- | --- | --- | --- |")
    for count, table in ((1000, False), (3000, True)):
        name = f"{count:,} articles{', with one articles.csv' if table else ''}"
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            make(args.make_corpus, folder, count, table=table)
            cold = []
            for _ in range(args.runs):
                shutil.rmtree(folder / "site", ignore_errors=True)
                cold.append(build(folder))
            again = [build(folder) for _ in range(args.runs)]
            print(row(f"{name}, cold", count, cold, folder))
            print(row(f"{name}, again with nothing changed", count, again, folder))


if __name__ == "__main__":
    main()
