"""The work that no builder is spared: reads all texts and writes files of the names and sizes of a site.

    python bench/scale/bare.py TEXTS SITE COPY

What is written is zeros; nothing is done to what was read.
"""

import os
import sys
from pathlib import Path


def main(texts, site, copy):
    for parent, _, names in os.walk(texts):
        for name in names:
            Path(parent, name).read_bytes()
    for parent, _, names in os.walk(site):
        target = copy / Path(parent).relative_to(site)
        target.mkdir(parents=True)
        for name in names:
            (target / name).write_bytes(bytes(Path(parent, name).stat().st_size))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
