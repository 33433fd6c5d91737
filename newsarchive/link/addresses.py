"""Addresses: given once, and never moved."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from operator import attrgetter

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


def settle_addresses(cards: Sequence[Card], known: Sequence[Address], *, are_sound: bool = False) -> Addresses:
    """The address of each text: the one it holds, or a new one made of its headline and its path.

    Known rows that `are_sound` are not looked at for what is wrong with them.

    Known rows stay as they stood, those of removed texts too, so that no other text is given their addresses; arrivals
    follow. A text that arrives or was edited takes the next number, in the order of paths.
    """
    rows, problems = ([*known], list[Problem]()) if are_sound else sound_rows(known)
    by_source = find_holders(cards, rows)
    unlike = sorted(_unlike(cards, by_source), key=attrgetter("source"))
    if not unlike:
        return Addresses(by_source, tuple(rows), tuple(problems))
    has_arrivals = any(card.source not in by_source for card in unlike)
    taken = {word for row in rows for word in (row.id, row.address.casefold())} if has_arrivals else set[str]()
    unused = count(max((row.number for row in chain(known, rows)), default=0) + 1)
    touched = []
    for card in unlike:
        row = by_source.get(card.source)
        if row is None:
            row = Address(*_first_address(card, taken), card.source, card.sha256, next(unused))
            taken |= {row.id, row.address}
        elif row.sha256 != card.sha256:
            row = row._replace(sha256=card.sha256, number=next(unused))
        by_source[card.source] = row._replace(path=card.source)
        touched.append(by_source[card.source])
    now = {row.id: row for row in by_source.values()}
    written = {row.id: now.get(row.id, row) for row in rows} | now
    return Addresses(by_source, tuple(written.values()), (*problems, *doubt_addresses(rows, now, touched)))


def _unlike(cards: Iterable[Card], holders: Mapping[str, Address]) -> Iterator[Card]:
    """The cards of texts that arrived, moved or were edited."""
    for card in cards:
        row = holders.get(card.source)
        if row is None or row.sha256 != card.sha256 or row.path != card.source:
            yield card


def _first_address(card: Card, taken: set[str]) -> tuple[str, str]:
    """An id and an address that are not taken. A text without a headline has its id alone for an address."""
    stem = slug(card.headline or "")
    candidates = (
        (identity, f"articles/{stem}-{identity}.html" if stem else f"articles/{identity}.html")
        for identity in hashes(unicodedata.normalize("NFC", card.source))
    )
    return next(pair for pair in candidates if taken.isdisjoint(pair))
