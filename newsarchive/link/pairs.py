"""Pairs: what is alike, one to one."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")


def pair_alike(
    lefts: Iterable[tuple[Hashable, Left]], rights: Iterable[tuple[Hashable, Right]]
) -> list[tuple[Left, Right]]:
    """Each left value with the first right value under the same key that is still free, in the order given."""
    free: defaultdict[Hashable, deque[Right]] = defaultdict(deque)
    for key, right in rights:
        free[key].append(right)
    return [(left, same.popleft()) for key, left in lefts if (same := free.get(key))]
