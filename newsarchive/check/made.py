"""The files that the build wrote: each is there as it was written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from newsarchive.model import Finding

_SIZE = re.compile("[0-9]{1,15}").fullmatch
_AGAIN = "Build again with --full, which writes it anew"


def missing(made: Mapping[str, str], files: Iterable[str]) -> Iterator[Finding]:
    """Files of the manifest that are not there, or are no files any more."""
    for path in sorted(made.keys() - set(files)):
        if not path.endswith("/"):
            yield Finding("missing", path, None, "the build wrote this file, and it is not there", _AGAIN)


def changed(path: str, content: bytes, held: str) -> Iterator[Finding]:
    """A file that holds something else than the build wrote; `held` is what the manifest says of it."""
    size, _, digest = held.partition(",")
    if not digest or (size == str(len(content)) and digest == sha256(content).hexdigest()):
        return
    if _SIZE(size) and int(size) > len(content):
        cause = f"it is cut short: {len(content):,} of {int(size):,} bytes"
    else:
        cause = "it was changed since the build wrote it"
    yield Finding("changed", path, None, cause, f"{_AGAIN}; what is to be otherwise goes into a template")
