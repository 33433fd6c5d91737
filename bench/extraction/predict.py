"""Run label and extract over documents of a corpus: what every measurement begins with.

`weights` is None for those that are shipped, or the path of a file. A path that holds "{fold}" is one file for each
part of folds.py, learned without the documents of that part: each document is labelled by the file of its own part.
"""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

from folds import fold

from newsarchive.extract import extract
from newsarchive.label import label_all
from newsarchive.label.learned.weights import load
from newsarchive.model import Habits, Source

BATCH = 50


def predictions(docs, rendering, weights=None, workers=1):
    """(doc, rendering, spans, article) of each document. They come in the order of their weights."""
    batches = list(_batches(docs, weights))
    work = partial(_read, rendering=rendering)
    if workers == 1:
        yield from _tuples(batches, map(work, batches), rendering)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _tuples(batches, pool.map(work, batches), rendering)


def source_of(doc, rendering):
    """The text of a document as a stage knows it."""
    return Source(path=f"{doc['id']}.txt", text=doc[rendering]["text"], encoding="utf-8", sha256="")


def labelled(sources, weights=None, habits=Habits.none):
    """The spans of each source. This is the one place of the measurements that calls label."""
    return label_all(sources, habits, weights=load(Path(weights)) if weights else None)


def _batches(docs, weights):
    """(weights, documents) in batches that one call labels."""
    chosen = [(weights and str(weights).replace("{fold}", str(fold(doc["domain"]))), doc) for doc in docs]
    chosen.sort(key=lambda pair: pair[0] or "")
    for path, group in groupby(chosen, key=lambda pair: pair[0]):
        mine = [doc for _, doc in group]
        yield from ((path, mine[start : start + BATCH]) for start in range(0, len(mine), BATCH))


def _read(batch, rendering):
    weights, docs = batch
    sources = [source_of(doc, rendering) for doc in docs]
    spans = labelled(sources, weights)
    return [(found, extract(source, found)) for source, found in zip(sources, spans, strict=True)]


def _tuples(batches, results, rendering):
    for (_, docs), read in zip(batches, results, strict=True):
        for doc, (spans, article) in zip(docs, read, strict=True):
            yield doc, rendering, spans, article
