"""Addresses: given once, and never moved."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from newsarchive.link.doubts import doubt_addresses
from newsarchive.link.holders import find_holders
from newsarchive.link.rows import sound_rows
from newsarchive.link.slugs import hashes, slug
from newsarchive.model import Address, Card, Problem


@dataclass(frozen=True, slots=True)
class Addresses:
    """The row of each text by its path, all rows of addresses.csv to write, and what a person may want to mend."""

    by_source: Mapping[str, Address]
    rows: tuple[Address, ...]
    problems: tuple[Problem, ...]


def settle_addresses(cards: Sequence[Card], known: Sequence[Address]) -> Addresses:
    """The address of each text: the one it holds, or a new one made of its headline and its path.

    Known rows stay as they stood, those of removed texts too, so that no other text is given their addresses; arrivals
    follow. A text that arrives or was edited takes the next number, in the order of paths.
    """
    rows, problems = sound_rows(known)
    holders = find_holders(cards, rows)
    taken = {row.id for row in rows} | {row.address.casefold() for row in rows}
    unused = count(max((row.number for row in (*known, *rows)), default=0) + 1)
    by_source = {}
    for card in sorted(cards, key=lambda card: card.source):
        row = holders.get(card.source)
        if row is None:
            row = Address(*_first_address(card, taken), card.source, card.sha256, next(unused))
            taken |= {row.id, row.address}
        elif row.sha256 != card.sha256:
            row = replace(row, path=card.source, sha256=card.sha256, number=next(unused))
        by_source[card.source] = row if row.path == card.source else replace(row, path=card.source)
    now = {row.id: row for row in by_source.values()}
    written = {row.id: now.get(row.id, row) for row in rows} | now
    return Addresses(by_source, tuple(written.values()), (*problems, *doubt_addresses(rows, list(by_source.values()))))


def _first_address(card: Card, taken: set[str]) -> tuple[str, str]:
    """An id and an address that are not taken. A text without a headline has its id alone for an address."""
    stem = slug(card.headline or "")
    candidates = (
        (identity, f"articles/{stem}-{identity}.html" if stem else f"articles/{identity}.html")
        for identity in hashes(unicodedata.normalize("NFC", card.source))
    )
    return next(pair for pair in candidates if taken.isdisjoint(pair))
