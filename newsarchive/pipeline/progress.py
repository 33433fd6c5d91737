"""How a long build says how far it is."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Passes items through and shows how far they are: the items, what is done with them, how many there are."""

    def __call__(self, items: Iterable[T], what: str, length: int) -> Iterator[T]: ...
