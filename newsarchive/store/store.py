"""The store: what is remembered from one build to the next. Deleting it costs time, never data."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsarchive.store.database import open_database, read_database, told
from newsarchive.store.packing import pack, unpack
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
    """One SQLite database: `texts` is what was read, `terms` what was linked, the rest what the site shows."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.texts = Texts(database)
        self.terms = Terms(database)

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

    def faces(self) -> dict[str, Face]:
        """What pages show of each article, by its id, as the site stands."""
        rows = self._database.execute("SELECT id, shows, near, row FROM faces")
        return {identity: Face(shows, near, row) for identity, shows, near, row in rows}

    def lots(self) -> dict[str, Drawn]:
        """What each lot of sheets shows, by its name; as the site stands."""
        rows = self._database.execute("SELECT name, shows, sheets FROM lots")
        return {name: Drawn(shows, sheets) for name, shows, sheets in rows}

    def records(self) -> dict[str, bytes]:
        """What each file of records shows, by its path; as the site stands."""
        return dict(self._database.execute("SELECT path, shows FROM records"))

    def indexed(self) -> dict[int, Indexed]:
        """What the index has, by number; as the site stands."""
        rows = self._database.execute("SELECT * FROM indexed")
        return {number: Indexed(*rest) for number, *rest in rows}

    def keep_indexed(self, rows: Mapping[int, Indexed], gone: Iterable[int]) -> None:
        """Remembers articles that the index has anew, and forgets those that it has no more."""
        self._keep("indexed", ("number", *Indexed._fields), ((number, *row) for number, row in rows.items()), gone)

    def keep_faces(self, faces: Mapping[str, Face], gone: Iterable[str]) -> None:
        """Remembers faces that are new or changed, and forgets those of articles that are gone."""
        self._keep("faces", ("id", *Face._fields), ((identity, *face) for identity, face in faces.items()), gone)

    def keep_lots(self, lots: Mapping[str, Drawn], gone: Iterable[str]) -> None:
        """Remembers lots that are new or changed, and forgets those that are gone."""
        self._keep("lots", ("name", *Drawn._fields), ((name, *drawn) for name, drawn in lots.items()), gone)

    def keep_records(self, shows: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Remembers what files of records show that are new or changed, and forgets those that are gone."""
        self._keep("records", ("path", "shows"), shows.items(), gone)

    def _keep(
        self, table: str, columns: Sequence[str], rows: Iterable[tuple[object, ...]], gone: Iterable[object]
    ) -> None:
        """Writes rows, and deletes those of keys that are gone; the key is the first column."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        deletion = f"DELETE FROM {table} WHERE {columns[0]} = ?"  # noqa: S608 - our own names
        insertion = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - as above
        self._database.executemany(deletion, ((key,) for key in gone))
        self._database.executemany(insertion, rows)


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
