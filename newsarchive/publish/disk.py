"""Files, as carefully as publishing needs them: what stands at a path, writes that last, moves that wait."""

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import FileIO
from pathlib import Path

from newsarchive.errors import PublishError, is_disk_full

AS_IT_WAS = "Nothing was changed: the site stands as it was."
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.5, 0.7)  # two seconds in all
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)  # Windows would write "\\r\\n"
_JUNCTION = 0xA0000003  # the reparse tag of a Windows folder that stands elsewhere


def status(path: str | Path) -> os.stat_result | None:
    """What stands at the path itself (of a link: the link); None where nothing does."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


@contextmanager
def looking_in(folder: Path) -> Iterator[Callable[[str], os.stat_result]]:
    """Gives what looks at many paths of a folder, one by one: at a link, not where it leads."""
    if os.stat in os.supports_dir_fd:  # where the system need not find the folder anew for each
        handle = os.open(folder, os.O_RDONLY)
        try:
            yield partial(os.stat, dir_fd=handle, follow_symlinks=False)
        finally:
            os.close(handle)
    else:
        yield lambda path: os.lstat(f"{folder}/{path}")


def is_link(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == _JUNCTION


def is_same_file(one: Path, other: Path) -> bool:
    """Whether both are there and are one file: "A.html" and "a.html" are, where the file system ignores case."""
    try:
        return one.samefile(other)
    except (FileNotFoundError, NotADirectoryError):
        return False


def hash_file(path: str | Path) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_file(folder: Path, path: str) -> bytes | None:
    """The bytes of a file in a folder; None where there is none that can be read."""
    try:
        with FileIO(f"{folder}/{path}") as file:
            return file.readall()
    except OSError:
        return None


def write_file(path: str, content: bytes) -> None:
    handle = os.open(path, _WRITE, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def write_synced(path: Path, content: Iterable[bytes]) -> None:
    """Write a file that is on the disk itself when this returns, should the power go right after."""
    with path.open("wb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk itself, where the system can (Windows has no such call)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def patiently(action: Callable[[], object]) -> None:
    """Do it, and again for about two seconds while it is refused: who has a file open often lets go of it."""
    for pause in _PAUSES:
        try:
            action()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    action()


@contextmanager
def told(outcome: str) -> Iterator[None]:
    """Turn an error of the disk into a PublishError: which file, what is wrong, what to do, how the site stands now."""
    try:
        yield
    except OSError as error:
        raise PublishError(f"{_place(error)}{_reason(error)} {outcome}") from error


def _place(error: OSError) -> str:
    named = [str(name) for name in (error.filename2, error.filename) if name is not None]
    return f"{named[0]}: " if named else ""


def _reason(error: OSError) -> str:
    if is_disk_full(error):
        return "The disk is full. Make room and build again."
    if isinstance(error, PermissionError):
        return "The file is open in another program or protected. Close it, or allow writing, and build again."
    return f"The disk says: {error.strerror or error}. Build again once that is mended."
