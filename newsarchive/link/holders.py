"""Which text holds which row of addresses.csv: a text that was edited or moved keeps its address."""

import unicodedata
from collections.abc import Sequence

from newsarchive.link.pairs import pair_alike
from newsarchive.model import Address, Card


def find_holders(cards: Sequence[Card], rows: Sequence[Address]) -> dict[str, Address]:
    """The row that each text holds, by the text's path; a text that arrives holds none.

    Whatever stands at a row's path holds it. Any other text holds the row of the same bytes whose path is gone: of
    several one with the same file name, else the first in the order of paths.
    """
    by_path = {row.path: row for row in reversed(rows)}
    holders = {card.source: row for card in cards if (row := by_path.get(card.source)) is not None}
    if len(holders) == len(cards):
        return holders
    waiting = sorted((card for card in cards if card.source not in holders), key=lambda card: card.source)
    gone = sorted((row for row in rows if row.path not in holders), key=lambda row: row.path)
    for likeness in (_composed, _bytes_and_name, _bytes):
        pairs = pair_alike(
            [(likeness(card.source, card.sha256), card) for card in waiting],
            [(likeness(row.path, row.sha256), row) for row in gone],
        )
        holders |= {card.source: row for card, row in pairs}
        held = {row.id for _, row in pairs}
        waiting = [card for card in waiting if card.source not in holders]
        gone = [row for row in gone if row.id not in held]
    return holders


def _composed(path: str, _sha256: str) -> str:
    """A path with its accented letters in one piece; some systems take the accent from the letter."""
    return unicodedata.normalize("NFC", path)


def _bytes_and_name(path: str, sha256: str) -> tuple[str, str]:
    return sha256, path.rpartition("/")[2]


def _bytes(_path: str, sha256: str) -> str:
    return sha256
