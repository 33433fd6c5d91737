"""Milliseconds of CPU a document of survey, label and extract: in batches, in one process, with all that loads loaded.

    python bench/extraction/speed.py ../shared/corpus [--every 5]

The median of three runs over the gold tier. All texts are surveyed as one archive, then labelled and extracted in
batches. The first batch runs once untimed. On a machine that others use, run it at a quiet time: CPU suffers less than
wall clock, but it suffers.
"""

import argparse
import gc
import time
from pathlib import Path
from statistics import median

from corpus import documents
from predict import BATCH, labelled, source_of
from table import rows

from newsarchive.cli import SELDOM
from newsarchive.extract import extract
from newsarchive.survey import habits_of

RUNS = 3


def timed(work, sums, stage):
    """What a piece of work gives; its seconds of CPU are added to those of its stage."""
    start = time.process_time()
    result = work()
    sums[stage] += time.process_time() - start
    return result


def run(sources):
    """{stage: seconds of CPU} for all sources."""
    sums = dict.fromkeys(("survey", "label", "extract"), 0.0)
    habits = timed(lambda: habits_of(sources), sums, "survey")
    for start in range(0, len(sources), BATCH):
        batch = sources[start : start + BATCH]
        spans = timed(lambda batch=batch: labelled(batch, habits=habits), sums, "label")
        pairs = list(zip(batch, spans, strict=True))
        timed(lambda pairs=pairs: [extract(source, found) for source, found in pairs], sums, "extract")
    return sums


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="measure only each Nth document")
    args = parser.parse_args()
    gc.set_threshold(*SELDOM)  # as the command does
    body = []
    for rendering, asked in (("region", "3 / 1.5"), ("full", "6 / 3.5")):
        sources = [source_of(doc, rendering) for doc in documents(args.corpus, rendering)][:: args.every]
        run(sources[:BATCH])
        runs = [{stage: 1000 * cpu / len(sources) for stage, cpu in run(sources).items()} for _ in range(RUNS)]
        stages = [median(one[stage] for one in runs) for stage in runs[0]]
        whole = median(sum(one.values()) for one in runs)
        body.append([rendering, len(sources), *(f"{ms:.2f}" for ms in (*stages, whole)), asked])
    print(rows(["ms CPU a document", "documents", "survey", "label", "extract", "all", "floor / aim"], body))


if __name__ == "__main__":
    main()
