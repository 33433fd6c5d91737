"""Paths that some disk cannot hold."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from newsarchive.model import Finding

LONGEST = 100

_SHORTEN = "Give it a shorter name: a ZIP file or a disk may cut it off"
_RENAME = "Rename one of the two: unpacked on such a disk, one takes the other's place"


def unfit_paths(paths: Iterable[str]) -> Iterator[Finding]:
    """Paths that are too long, or the same as another on a disk that tells apart neither capital and small letters nor
    the ways to write an accent: ["a/B.html", "A/c.html"] -> a finding of "a".
    """
    spelt: dict[str, str] = {}
    told: set[str] = set()
    for path in sorted(paths):
        if len(path) > LONGEST:
            yield Finding("long_path", path, None, f"its path has {len(path)} characters, over {LONGEST}", _SHORTEN)
        for step in (*(path[: slash.start()] for slash in re.finditer("/", path)), path):
            key = step.lower() if step.isascii() else unicodedata.normalize("NFC", step).casefold()
            other = spelt.setdefault(key, step)
            if other != step and step not in told:
                told.add(step)
                yield Finding("clashing_path", step, None, f"some disks take it for {other}", _RENAME)
