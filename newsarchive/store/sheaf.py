"""A mapping of the store that is read whole in every build: a row for each of its values would cost five times that."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar
from zlib import crc32

from newsarchive.store.packing import pack, unpack

Key = TypeVar("Key")
Value = TypeVar("Value")

TABLE = "CREATE TABLE sheaves (name TEXT, piece INTEGER, held BLOB, PRIMARY KEY (name, piece)) WITHOUT ROWID;"
_PIECES = 256
_TOGETHER = 1024  # numbers in a row


class Sheaf(Generic[Key, Value]):
    """A mapping that lies in pieces, each packed: what changes in it rewrites the pieces that hold that."""

    def __init__(
        self,
        database: sqlite3.Connection,
        name: str,
        kind: type[dict[Key, Value]],
        piece_of: Callable[[Key], int],
    ) -> None:
        self._database = database
        self._name = name
        self._kind = kind
        self._piece_of = piece_of

    def read(self) -> dict[Key, Value]:
        """All of it, in no order."""
        found: dict[Key, Value] = {}
        for (held,) in self._database.execute("SELECT held FROM sheaves WHERE name = ?", (self._name,)):
            found.update(unpack(self._kind, held))
        return found

    def keep(self, new: Mapping[Key, Value], gone: Iterable[Key] = ()) -> None:
        """Remembers values that are new or changed, and forgets those of keys that are gone."""
        pieces: defaultdict[int, dict[Key, Value]] = defaultdict(dict)
        for key, value in new.items():
            pieces[self._piece_of(key)][key] = value
        going: defaultdict[int, list[Key]] = defaultdict(list)
        for key in gone:
            going[self._piece_of(key)].append(key)
        for piece in sorted(pieces.keys() | going.keys()):
            held = self._piece(piece)
            for key in going.get(piece, ()):
                held.pop(key, None)
            held.update(pieces.get(piece, {}))
            if held:
                row = (self._name, piece, pack(held))
                self._database.execute("INSERT OR REPLACE INTO sheaves VALUES (?, ?, ?)", row)
            else:
                self._database.execute("DELETE FROM sheaves WHERE name = ? AND piece = ?", (self._name, piece))

    def clear(self) -> None:
        """Forgets all of it."""
        self._database.execute("DELETE FROM sheaves WHERE name = ?", (self._name,))

    def _piece(self, piece: int) -> dict[Key, Value]:
        query = "SELECT held FROM sheaves WHERE name = ? AND piece = ?"
        found = self._database.execute(query, (self._name, piece)).fetchone()
        return unpack(self._kind, found[0]) if found else {}


def by_text(key: str) -> int:
    """The piece of a key of letters."""
    return crc32(key.encode("utf-8", "surrogatepass")) % _PIECES


def by_number(key: int) -> int:
    """The piece of a number: those that follow each other lie together, as they come."""
    return key // _TOGETHER
