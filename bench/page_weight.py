"""What article pages weigh, all three views included, beside the texts they are made from.

    python bench/page_weight.py TEXTS [TEXTS …]

Builds each folder of texts as a plain folder, in a folder that is thrown away, and prints how many bytes its article
pages weigh above 1.2 times their source text: the median, the most, and how many are above 8,000 and 8,192. An archive
(a folder with a config.yaml) is built with it.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BUILD = Path(__file__).parents[1] / "build.py"


def weights(folder):
    """Bytes above 1.2 times its text of each article page of a folder of texts or an archive."""
    archive = (folder / "config.yaml").is_file()
    texts = folder / "articles" if archive else folder
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [sys.executable, str(BUILD), str(folder), "-o", site, "--quiet"], check=True, capture_output=True
        )
        listed = (folder if archive else Path(site)) / "addresses.csv"
        with listed.open(encoding="utf-8-sig", newline="") as rows:
            pages = {row["path"]: Path(site) / row["address"] for row in csv.DictReader(rows)}
        return [
            page.stat().st_size - round(1.2 * (texts / path).stat().st_size)
            for path, page in pages.items()
            if page.is_file()
        ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="TEXTS")
    print("| texts | articles | median | most | above 8,000 | above 8,192 |\n| --- | --- | --- | --- | --- | --- |")
    for folder in parser.parse_args().folders:
        found = weights(folder)
        above = " | ".join(str(sum(weight > limit for weight in found)) for limit in (8000, 8192))
        print(
            f"| {folder.resolve().name} | {len(found)} | {statistics.median(found):,.0f} | {max(found):,} | {above} |"
        )


if __name__ == "__main__":
    main()
