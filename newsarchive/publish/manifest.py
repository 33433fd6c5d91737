"""The manifest: which files of the output folder are ours, and what they hold."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsarchive.errors import PublishError
from newsarchive.publish.paths import our_path

_HEADER = ["path", "size", "sha256"]
_SHA256 = re.compile(r"[0-9a-f]{64}|")


@dataclass(frozen=True, slots=True)
class Record:
    """One file of ours: what it holds by size and hash. An empty hash is that of a file whose content is not known."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Our files by path, and the folders that we made."""

    files: Mapping[str, Record] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as CSV in the order of paths; a folder's path ends in "/"."""
    rows = [(record.path, str(record.size), record.sha256) for record in manifest.files.values()]
    rows += [(f"{folder}/", "", "") for folder in manifest.folders]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_HEADER, *sorted(rows)])
    return text.getvalue().encode()


def read_manifest(file: Path) -> Manifest:
    """The manifest that `manifest_bytes` wrote; an empty one where the file is absent.

    Raises PublishError, naming the line, where it is not such a file.
    """
    if not file.exists():
        return Manifest()
    with file.open(encoding="utf-8", newline="") as text:
        rows = csv.reader(text)
        try:
            return _parsed(rows)
        except (ValueError, csv.Error) as error:
            raise PublishError(
                f"{file}:{rows.line_num}: this list of the files that we made cannot be read: {error}. "
                "Put it back from a copy, or build into an empty folder.",
            ) from error


def _parsed(rows: Iterator[list[str]]) -> Manifest:
    files: dict[str, Record] = {}
    folders: set[str] = set()
    if next(rows, None) != _HEADER:
        raise ValueError(f"it does not begin with {','.join(_HEADER)}")
    for path, size, sha256 in rows:
        if path.endswith("/"):
            folders.add(our_path(path[:-1]))
        else:
            files[path] = Record(our_path(path), int(size), _hash(sha256))
    return Manifest(files, frozenset(folders))


def _hash(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"{sha256!r} is no sha256")
    return sha256
