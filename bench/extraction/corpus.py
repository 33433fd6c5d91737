"""A corpus folder in its documented form: its documents, the pages that were read line by line, its scorer."""

import gzip
import importlib.util
import json


def documents(corpus, rendering, tier="gold"):
    """The documents of dev.jsonl.gz that have a rendering; tier `gold`, `silver` or `all`."""
    with gzip.open(corpus / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for doc in map(json.loads, lines):
            if doc.get(rendering) and tier in ("all", doc["tier"]):
                yield doc


def scored_documents(corpus, rendering):
    """The documents that any figure is measured on: those of the gold tier and those that were read."""
    read = read_pages(corpus)
    for doc in documents(corpus, rendering, "all"):
        if doc["tier"] == "gold" or (doc["id"], rendering) in read:
            yield doc


def read_pages(corpus):
    """{(id, rendering): page} of read/labels.jsonl; line numbers of a page are whole numbers from 1."""
    with (corpus / "read" / "labels.jsonl").open(encoding="utf-8") as lines:
        pages = list(map(json.loads, lines))
    return {
        (page["id"], page["rendering"]): {**page, "lines": {int(n): kind for n, kind in page["lines"].items()}}
        for page in pages
    }


def score_module(corpus):
    """score.py, which stands in the corpus folder and defines the metrics."""
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
