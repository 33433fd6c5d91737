"""The rows of addresses.csv as far as they can be followed: people edit that file, and version control merges it."""

import re
from collections.abc import Iterator, Sequence

from newsarchive.link.slugs import DEVICES
from newsarchive.model import Address, Problem

_ID = re.compile(r"[a-z0-9]+")
_ADDRESS = re.compile(r"articles/([A-Za-z0-9_-]+)\.html")
_LONGEST = 100
_DEVICE_ADDRESSES = frozenset(f"articles/{name}.html" for name in DEVICES)


def sound_rows(known: Sequence[Address]) -> tuple[list[Address], list[Problem]]:
    """The rows that can be followed, in their order, and what is wrong with the others.

    A row that says again what an earlier one says is passed over: two branches that were merged may both have added it.
    """
    if _are_sound(known):
        return list(known), []
    first: dict[tuple[str, str, str], Address] = {}
    for row in known:
        first.setdefault((row.id, row.address, row.path), row)
    rows: list[Address] = []
    problems = []
    taken: set[str] = set()
    for row in first.values():
        if complaint := _complaint(row, taken):
            problems.append(Problem("address_row", complaint, "addresses.csv"))
        else:
            rows.append(row)
            taken.update((row.id, row.address.casefold()))
    return list(_numbered(rows)), problems + list(_named_twice(rows))


def _are_sound(known: Sequence[Address]) -> bool:
    """Whether nothing is wrong with any row: so it is with nearly every file, and column by column it is soon told."""
    if not known:
        return True
    ids, addresses, paths, _, numbers = zip(*known, strict=True)
    small = set(map(str.lower, addresses))
    return (
        len(known) == len(small) == len(set(ids)) == len(set(paths)) == len(set(numbers))
        and all(map(_ID.fullmatch, ids))
        and all(map(_ADDRESS.fullmatch, addresses))
        and max(map(len, addresses)) <= _LONGEST
        and _DEVICE_ADDRESSES.isdisjoint(small)
    )


def _complaint(row: Address, taken: set[str]) -> str | None:
    """What keeps a row from being followed. An id and an address are never mistaken for each other: one holds a "/"."""
    advice = "The row is left out; a text at its path has a new address, in the row it is given."
    if not _ID.fullmatch(row.id):
        return f"The row of {row.path} has the id {row.id!r}: expected lowercase letters and digits. {advice}"
    found = _ADDRESS.fullmatch(row.address)
    if found is None or len(row.address) > _LONGEST or found[1].casefold() in DEVICES:
        return f"The row of {row.path} has the address {row.address!r}: expected articles/words-{row.id}.html. {advice}"
    if row.id in taken or row.address.casefold() in taken:
        return f"The row of {row.path} has an id or address that another row has: {row.id}, {row.address}. {advice}"
    return None


def _numbered(rows: Sequence[Address]) -> Iterator[Address]:
    """Rows with no number twice: where two branches that met gave one to two texts, the later takes a new one."""
    taken: set[int] = set()
    unused = max((row.number for row in rows), default=0) + 1
    for row in rows:
        if row.number in taken:
            yield row._replace(number=unused)
            unused += 1
        else:
            yield row
        taken.add(row.number)


def _named_twice(rows: Sequence[Address]) -> Iterator[Problem]:
    first: dict[str, Address] = {}
    for row in rows:
        if (used := first.setdefault(row.path, row)) is not row:
            text = f"Two rows name {row.path}: {used.id} is used, {row.id} is not. Delete the one that is wrong."
            yield Problem("address_row", text, "addresses.csv")
