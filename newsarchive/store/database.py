"""The file of the store: one SQLite database, of this program and this version of it, held by one build at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsarchive.errors import BrokenStoreError, StoreError
from newsarchive.store.sheaf import TABLE as SHEAVES

_WAIT = 3.0  # seconds

_TABLES = f"""
{SHEAVES}
CREATE TABLE told (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE texts (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, seal TEXT, key BLOB, sha256 TEXT, seen BLOB, problem BLOB
);
CREATE INDEX unsealed ON texts (id) WHERE seal = '';
CREATE INDEX wrong ON texts (path) WHERE problem NOT NULL;
CREATE TABLE cards (
    id INTEGER PRIMARY KEY, card BLOB, card_mark TEXT, terms BLOB, doubts BLOB, mark TEXT, asked BLOB
);
CREATE TABLE articles (id INTEGER PRIMARY KEY, article BLOB);
CREATE TABLE past (mark TEXT PRIMARY KEY, article BLOB);
CREATE TABLE terms (term TEXT, is_copy INTEGER, id TEXT, PRIMARY KEY (term, is_copy, id)) WITHOUT ROWID;
CREATE TABLE said (id TEXT PRIMARY KEY, terms BLOB) WITHOUT ROWID;
"""
_SETTINGS = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", "cache_size=-32000")


def open_database(file: Path, version: str, *, anew: bool) -> sqlite3.Connection:
    """The database of a file, empty where there is none, where another version wrote it, or where it is to be anew.

    StoreError where another build holds it for longer than a few seconds, or the disk refuses it; BrokenStoreError
    where it cannot be read.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with told(file):
            return _emptied(file, version) if anew else _opened(file, version)
    except OSError as error:
        raise StoreError(f"{file}: cannot be used ({error.strerror or error}). Mend that and build again") from None


def read_database(file: Path, version: str) -> sqlite3.Connection | None:
    """The database of a file, to be read alone; None where this version did not write it, or it is being written."""
    if not file.is_file() or _log(file).exists() or _ends_within_a_page(file):
        return None
    # immutable: SQLite would else lay files beside it, where it may have to leave them
    database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        if _version(database) == version:
            return database
    except sqlite3.DatabaseError:
        pass  # it is broken: there is nothing in it to be read
    database.close()
    return None


def _opened(file: Path, version: str) -> sqlite3.Connection:
    if _ends_within_a_page(file):
        raise sqlite3.DatabaseError("it was cut off")
    database = _connected(file)
    if _version(database) == version:
        return database
    database.close()
    return _emptied(file, version)


def _emptied(file: Path, version: str) -> sqlite3.Connection:
    """A database without anything in it, unless another build holds the one that is there."""
    try:
        _connected(file).close()
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        pass  # it is broken, so nobody holds it
    for path in (file, *(file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm", "-journal"))):
        path.unlink(missing_ok=True)
    return _made(file, version)


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turns an error of the database into a StoreError: which file, what is wrong, what to do.

    BrokenStoreError, which is one, where the database is broken: made anew, it will do.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        advice = "Make room, or allow writing, and build again"
        if "locked" in str(error):
            raise StoreError(
                f"{file}: another build is at work here. Wait until it has ended and build again"
            ) from None
        raise StoreError(f"{file}: cannot be used ({error}). {advice}") from None
    except sqlite3.DatabaseError as error:
        raise BrokenStoreError(f"{file}: is broken ({error}). Delete it and build again") from None


def _made(file: Path, version: str) -> sqlite3.Connection:
    database = _connected(file)
    database.executescript(f"BEGIN EXCLUSIVE;{_TABLES}")
    database.execute("INSERT INTO told VALUES ('version', ?)", (version,))
    database.execute("COMMIT")
    return database


def _connected(file: Path) -> sqlite3.Connection:
    """A connection that no other process shares, from its first statement on until it is closed."""
    database = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
    try:
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}").fetchall()
        database.execute("BEGIN EXCLUSIVE")
        database.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _ends_within_a_page(file: Path) -> bool:
    """Whether a database was cut off where SQLite does not see it: it takes the rest of a last page for zeros, and rows
    are missing. While there is a log beside it, the page may be whole there.
    """
    if not file.is_file() or _log(file).exists():
        return False
    with file.open("rb") as stream:
        header = stream.read(18)
    page = int.from_bytes(header[16:], "big") or 1
    return file.stat().st_size % page != 0


def _log(file: Path) -> Path:
    """What SQLite writes ahead of the database, there from its first statement on until it is closed."""
    return file.with_name(f"{file.name}-wal")


def _version(database: sqlite3.Connection) -> str | None:
    try:
        found = database.execute("SELECT value FROM told WHERE name = 'version'").fetchone()
    except sqlite3.OperationalError:
        return None  # it is new, or of something else
    return str(found[0]) if found else None
