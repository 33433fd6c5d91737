"""Parts of a corpus for cross-validation: all documents of a publisher lie in one part."""

import hashlib


def fold(domain, k=5):
    """The part, 0 to k - 1, that all documents of a registered domain belong to; the same on every machine."""
    return int(hashlib.sha1(domain.encode("utf-8"), usedforsecurity=False).hexdigest(), 16) % k


def folds(docs, k=5):
    """Documents in k lists, by their `domain`; in each they stand in the order they came in."""
    parts = [[] for _ in range(k)]
    for doc in docs:
        parts[fold(doc["domain"], k)].append(doc)
    return parts
