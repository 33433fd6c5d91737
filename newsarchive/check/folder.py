"""Which files an output folder holds."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsarchive.check.site import Site
from newsarchive.model import Finding

STATE = ".newsarchive"  # where publishing keeps what it must know


class Folder(NamedTuple):
    """The plain files of a folder by their paths, in order, and which folders cannot be read."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def walk(output: Path) -> Folder:
    """Every plain file below a folder. Links are not followed, and what is neither file nor folder is passed over."""
    findings: list[Finding] = []

    def refused(error: OSError) -> None:
        place = Path(str(error.filename)).relative_to(output).as_posix()
        findings.append(Finding("unreadable", place, None, f"it cannot be read: {error.strerror}", "Allow reading it"))

    files = []
    for place, folders, names in os.walk(output, onerror=refused):
        folder = Path(place).relative_to(output).as_posix()
        if folder == "." and STATE in folders:
            folders.remove(STATE)
        start = "" if folder == "." else f"{folder}/"
        files += [f"{start}{name}" for name in names if _is_plain(os.path.join(place, name))]  # noqa: PTH118 - a tenth
    return Folder(tuple(sorted(files)), tuple(findings))


def ours(site: Site, made: Mapping[str, str] | None) -> Iterator[str]:
    """The files that the build wrote; where no manifest says which those are, all but hidden ones."""
    for path in site.numbers:
        if path in made if made is not None else not path.startswith(".") and "/." not in path:
            yield path


def _is_plain(path: str) -> bool:
    try:
        return S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
