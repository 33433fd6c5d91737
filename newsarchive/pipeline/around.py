"""What a site is made amid."""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsarchive.pipeline.crew import Hands
from newsarchive.publish import Output
from newsarchive.store import Store

SEARCH = "search/"
"""The folder of the index."""
_UNINDEXED = "unindexed"


class Around(NamedTuple):
    """Where articles are, where the index stands, and who works on it."""

    store: Store
    output: Output
    hands: Hands

    def unindexed(self) -> frozenset[str]:
        """The articles that moved since the index was left as it is."""
        return frozenset(self.store.told(_UNINDEXED, list[str]) or ())

    def tell_unindexed(self, moved: AbstractSet[str]) -> None:
        """Remembers these as those that moved; none: the index follows."""
        self.store.tell(_UNINDEXED, sorted(moved) or None)
