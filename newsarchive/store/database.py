"""The file of the store: one SQLite database, of this program and this version of it, held by one build at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsarchive.errors import StoreError

_WAIT = 3.0  # seconds

_TABLES = """
CREATE TABLE told (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE texts (id INTEGER PRIMARY KEY, path TEXT UNIQUE, seal TEXT, key BLOB, seen BLOB, problem BLOB);
CREATE TABLE cards (id INTEGER PRIMARY KEY, card BLOB, asked BLOB);
CREATE TABLE articles (id INTEGER PRIMARY KEY, article BLOB);
CREATE TABLE shown (id TEXT PRIMARY KEY, source TEXT, face BLOB, near BLOB) WITHOUT ROWID;
CREATE TABLE pages (path TEXT PRIMARY KEY, shows BLOB) WITHOUT ROWID;
CREATE TABLE terms (term TEXT, id TEXT, PRIMARY KEY (term, id)) WITHOUT ROWID;
"""
_SETTINGS = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", "cache_size=-32000")


def open_database(file: Path | None, version: str) -> sqlite3.Connection:
    """The database of a file, empty where the file is not there, of another version, or cannot be read.

    Without a file it is kept in memory. StoreError where another build holds it for longer than a few seconds, or the
    disk refuses it.
    """
    if file is None:
        return _made(":memory:", version)
    with told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(file, version)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return _anew(file, version)


@contextmanager
def told(file: Path | None) -> Iterator[None]:
    """Turns an error of the database or the disk into a StoreError: which file, what is wrong, what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(
                f"{file}: another build is at work here. Wait until it has ended and build again"
            ) from None
        raise StoreError(f"{file}: cannot be used ({error}). Make room, or allow writing, and build again") from None
    except OSError as error:
        raise StoreError(f"{file}: cannot be used ({error.strerror or error}). Mend that and build again") from None


def _opened(file: Path, version: str) -> sqlite3.Connection:
    database = _connected(str(file))
    try:
        database.execute("BEGIN EXCLUSIVE")
        if _version(database) != version:
            is_empty = not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            database.execute("COMMIT")
            database.close()
            return _anew(file, version) if not is_empty else _made(str(file), version)
        database.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _anew(file: Path, version: str) -> sqlite3.Connection:
    for path in (file, *(file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm", "-journal"))):
        path.unlink(missing_ok=True)
    return _made(str(file), version)


def _made(name: str, version: str) -> sqlite3.Connection:
    database = _connected(name)
    database.executescript(f"BEGIN EXCLUSIVE;{_TABLES}")
    database.execute("INSERT INTO told VALUES ('version', ?)", (version,))
    database.execute("COMMIT")
    return database


def _connected(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    try:
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        database.close()
        raise
    return database


def _version(database: sqlite3.Connection) -> str | None:
    with suppress(sqlite3.OperationalError):  # it has no such table
        found = database.execute("SELECT value FROM told WHERE name = 'version'").fetchone()
        return found[0] if found else None
    return None
