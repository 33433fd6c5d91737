"""The store: what is remembered from one build to the next. Deleting it costs time, never data."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from newsarchive.store.database import open_database, told
from newsarchive.store.packing import pack, unpack
from newsarchive.store.texts import Texts

T = TypeVar("T")


class Store:
    """One SQLite database. `texts` are its rows about texts; the rest is what was told and what the site shows."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.texts = Texts(database)

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

    def pages(self) -> dict[str, bytes]:
        """What each page beside those of articles shows, as a hash, by its path."""
        return dict(self._database.execute("SELECT path, shows FROM pages"))

    def keep_pages(self, shows: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Remembers what pages show that were printed, and forgets those that are gone."""
        self._database.executemany("DELETE FROM pages WHERE path = ?", ((path,) for path in gone))
        self._database.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?)", shows.items())


@contextmanager
def open_store(file: Path | None, version: str) -> Iterator[Store]:
    """The store of a file, empty where there is none, where another version wrote it, or where it cannot be read.

    Without a file it lasts as long as the build. StoreError where another build has it, or the disk refuses.
    """
    database = open_database(file, version)
    try:
        with told(file):
            yield Store(database)
    finally:
        database.close()
