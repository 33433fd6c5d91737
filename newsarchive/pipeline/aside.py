"""What a build lays aside until it is done, where the system keeps temporary files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from newsarchive.errors import InputError, is_disk_full


def aside() -> tempfile.TemporaryDirectory[str]:
    """A folder that goes when it is left. InputError where there can be none."""
    with laying_aside("the folder for temporary files"):
        return tempfile.TemporaryDirectory(prefix="newsarchive-")


@contextmanager
def laying_aside(place: str) -> Iterator[None]:
    """Turn an error of the disk that holds a place into an InputError: what is wrong, what to do."""
    try:
        yield
    except OSError as error:
        is_full = is_disk_full(error)
        wrong = "the disk is full" if is_full else f"cannot be written ({error.strerror or error})"
        advice = "Make room there" if is_full else "Allow writing there"
        raise InputError(f"{place}: {wrong}. {advice}, or name another folder in TMPDIR, and build again") from error
