"""Changes of a line: made one after another, listed as one change from what the file says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """A piece of a line that is replaced. `start` is a column of the line before the change or after it, as is said."""

    start: int
    before: str
    after: str
    rule: str


def edited(line: str, edits: Iterable[Edit]) -> str:
    """The line with each `before`, which stands at its `start`, replaced. The edits are in order and do not overlap."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (line[done : edit.start], edit.after)
        done = edit.start + len(edit.before)
    return "".join([*parts, line[done:]])


def merged(line: str, made: Sequence[Edit], new: Sequence[Edit]) -> Iterator[Edit]:
    """The changes that lead to `edited(line, new)` from what `line` was before `made`; those that touch are one.

    `made` stands in `line` with what it put there, `new` with what it takes away; what is given stands in the new line.
    """
    moved = 0
    for old, fresh in _groups(made, new):
        start, before, after = _change(line, old, fresh)
        if before != after:
            yield Edit(start + moved, before, after, (*fresh, *old)[0].rule)
        moved += sum(len(edit.after) - len(edit.before) for edit in fresh)


def _change(line: str, old: Sequence[Edit], fresh: Sequence[Edit]) -> tuple[int, str, str]:
    """Where changes begin that touch each other, what stood there before `old`, and what stands there after `fresh`."""
    if not old and len(fresh) == 1:  # most are so, and half a million in a line of tags
        return fresh[0].start, fresh[0].before, fresh[0].after
    start = min(edit.start for edit in (*old, *fresh))
    stop = max([*(edit.start + len(edit.after) for edit in old), *(edit.start + len(edit.before) for edit in fresh)])
    piece = line[start:stop]
    before = edited(piece, (Edit(edit.start - start, edit.after, edit.before, edit.rule) for edit in old))
    after = edited(piece, (edit._replace(start=edit.start - start) for edit in fresh))
    return start, before, after


def _groups(made: Sequence[Edit], new: Sequence[Edit]) -> Iterator[tuple[list[Edit], list[Edit]]]:
    """The changes that touch each other, in the order of the line."""
    ranges = [(edit.start, edit.start + len(edit.after), 0, edit) for edit in made]
    ranges += [(edit.start, edit.start + len(edit.before), 1, edit) for edit in new]
    reached = -1
    group: tuple[list[Edit], list[Edit]] = ([], [])
    for start, stop, kind, edit in sorted(ranges, key=lambda each: each[:3]):
        if start > reached >= 0:
            yield group
            group = ([], [])
        group[kind].append(edit)
        reached = max(reached, stop)
    if reached >= 0:
        yield group
