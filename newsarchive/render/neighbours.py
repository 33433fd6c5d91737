"""Things in a row, each with the one before it and the one after it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def with_neighbours(row: Iterable[T]) -> Iterator[tuple[T, tuple[T | None, T | None]]]:
    """Each of some things with its neighbours, None at the ends: "ab" -> ("a", (None, "b")), ("b", ("a", None))."""
    things = list(row)
    for before, thing, after in zip([None, *things][:-1], things, [*things, None][1:], strict=True):
        yield thing, (before, after)
