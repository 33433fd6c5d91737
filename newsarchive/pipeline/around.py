"""What the search index is made amid."""

from typing import NamedTuple

from newsarchive.pipeline.crew import Hands
from newsarchive.publish import Output
from newsarchive.store import Store

SEARCH = "search/"
"""The folder of the index."""


class Around(NamedTuple):
    """Where articles are, where the index stands, and who works on it."""

    store: Store
    output: Output
    hands: Hands
