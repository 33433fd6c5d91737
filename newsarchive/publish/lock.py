"""One build at a time writes into an output folder."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from newsarchive.errors import PublishError
from newsarchive.publish.disk import told
from newsarchive.publish.state import State

_WAIT = 3.0  # seconds


@contextmanager
def locked(state: State) -> Iterator[None]:
    """Hold the lock of the output folder. The file stays afterwards; the system lets go of it when a build is killed.

    Raises PublishError where another build holds it for longer than a few seconds.
    """
    with told("Nothing was changed."):
        lock = _acquired(state)
    try:
        yield
    finally:
        lock.release()


def _acquired(state: State) -> FileLock:
    state.folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state.lock, timeout=_WAIT)
    try:
        lock.acquire()
    except Timeout:
        raise PublishError(
            f"{state.output}: another build is writing into this folder. Wait until it has ended and build again.",
        ) from None
    except NotImplementedError as error:
        raise PublishError(
            f"{state.output}: the disk knows no locks, so two builds could meet there. "
            "Build into a folder on another disk and copy it over.",
        ) from error
    return lock
