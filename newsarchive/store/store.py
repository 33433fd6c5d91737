"""The store: what is remembered from one build to the next. Deleting it costs time, never data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsarchive.store.database import open_database, read_database, told
from newsarchive.store.packing import pack, unpack
from newsarchive.store.sheaf import Sheaf, by_number, by_text
from newsarchive.store.terms import Terms
from newsarchive.store.texts import Texts

T = TypeVar("T")


class Face(NamedTuple):
    """What pages show of an article, what its own page shows besides, and its row in the table of articles."""

    shows: str
    near: str
    row: bytes


class Drawn(NamedTuple):
    """What a lot of sheets shows, and, packed, what each of them does by its path."""

    shows: bytes
    sheets: bytes


class Indexed(NamedTuple):
    """An article as the index has it: its path, the hash of what it was, its edition, packed (empty: that of most),
    and how many words it and what was left out of it have.
    """

    path: str
    mark: str
    edition: bytes
    words: int
    removed: int


class Store:
    """One SQLite database: `texts` is what was read, `terms` what was linked.

    The rest is what the site that stands shows: `faces` of articles by id, `lots` of sheets by name, files of `records`
    by path, and what the index has, by number; and the `seams` of its pages, packed, by path.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.texts = Texts(database)
        self.terms = Terms(database)
        self.faces = Sheaf(database, "faces", dict[str, Face], by_text)
        self.lots = Sheaf(database, "lots", dict[str, Drawn], by_text)
        self.records = Sheaf(database, "records", dict[str, bytes], by_text)
        self.seams = Sheaf(database, "seams", dict[str, bytes], by_text)
        self.indexed = Sheaf(database, "indexed", dict[int, Indexed], by_number)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Changes within are there together once it ends, or, where it ends in an error, not at all."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def told(self, name: str, kind: type[T]) -> T | None:
        """A single value that was told under a name, or None."""
        found = self._database.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return unpack(kind, found[0]) if found else None

    def tell(self, name: str, value: object) -> None:
        """Remembers a single value under a name; None is forgotten."""
        if value is None:
            self._database.execute("DELETE FROM told WHERE name = ?", (name,))
        else:
            self._database.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (name, pack(value)))


@contextmanager
def open_store(file: Path, version: str, *, anew: bool = False) -> Iterator[Store]:
    """The store of a file: empty where there is none, where another version wrote it, or where it is to be `anew`.

    StoreError where another build has it, or the disk refuses; BrokenStoreError, then or later, where it is broken.
    """
    database = open_database(file, version, anew=anew)
    try:
        with told(file):
            yield Store(database)
    finally:
        database.close()


@contextmanager
def look_into(file: Path, version: str) -> Iterator[Store | None]:
    """The store of a file to be read alone, without a trace; None where there is none, another version wrote it, or a
    build is at work on it or was killed.
    """
    database = read_database(file, version)
    try:
        yield Store(database) if database else None
    finally:
        if database:
            database.close()
