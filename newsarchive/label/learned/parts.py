"""Texts in parts and parts in batches: what is looked at together, so that memory does not grow with a text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

PART = 8192
"""Lines: no article has as many. A longer text is looked at as if each part of it were one."""

Line = TypeVar("Line")


def parts(text: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of a text, at most PART together; of a text without lines one part without lines."""
    return (text[start : start + PART] for start in range(0, max(len(text), 1), PART))


def batches(all_parts: Iterable[Sequence[Line]]) -> Iterator[list[Sequence[Line]]]:
    """Parts that have at most PART lines together: more take longer by the line, and each batch costs too."""
    batch: list[Sequence[Line]] = []
    lines = 0
    for part in all_parts:
        if batch and lines + len(part) > PART:
            yield batch
            batch, lines = [], 0
        batch.append(part)
        lines += len(part)
    if batch:
        yield batch
