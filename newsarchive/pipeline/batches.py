"""Batches: some things that are worked on together, and what they are called if that fails."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Batch(Generic[T]):
    """Some things in order. `name` says which: "2019/a.txt to 2019/k.txt"."""

    name: str
    items: tuple[T, ...]


def batches(items: Iterable[tuple[str, T]], size: int) -> Iterator[Batch[T]]:
    """Batches of so many things, each of which comes with its name."""
    rest = iter(items)
    while some := tuple(islice(rest, size)):
        first, last = some[0][0], some[-1][0]
        yield Batch(first if first == last else f"{first} to {last}", tuple(thing for _, thing in some))
