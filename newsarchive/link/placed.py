"""Articles in the order of time, before anything is said of what they have to do with each other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsarchive.link.copies import Copies
from newsarchive.model import Card


class Placed(NamedTuple):
    """Cards in the order of time, the id of each, and the exact copies of those that have any, by id."""

    cards: Sequence[Card]
    ids: Sequence[str]
    copies: Mapping[str, Copies]

    def is_first(self, identity: str) -> bool:
        """Whether an article is the first of its copies, or has none."""
        return identity not in self.copies or self.copies[identity].is_first
