"""The manifest: which files of the output folder are ours, and what they hold.

A site of 100,000 articles has 200,000 rows, most of which a build only passes on. So a row is read as it stands, and
looked at closely where it is acted on: `checked` comes before anything is deleted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from operator import methodcaller
from pathlib import Path

from newsarchive.errors import PublishError
from newsarchive.publish.disk import write_synced
from newsarchive.publish.paths import path_fault

FOLDER = ","  # what a folder holds: neither size nor hash
UNKNOWN = "0,"  # what a file holds whose content is not known

_HEADER = "path,size,sha256"
_HOLDING = re.compile(r"[0-9]+,(?:[0-9a-f]{64})?")
_ROWS_AT_ONCE = 4096
_partition = methodcaller("partition", ",")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Our files and the folders that we made, each with what it holds: "a/" -> ",", "a/a.html" -> "512,9f86d0…".

    `token` is the hash of the file that says so; None where none does.
    """

    rows: Mapping[str, str] = field(default_factory=dict)
    token: str | None = None


def holding(content: bytes) -> str:
    """What a file holds, as the manifest says it: b"a" -> "1,ca978112…"."""
    return f"{len(content)},{sha256(content).hexdigest()}"


def size_of(held: str) -> int:
    return int(held.partition(",")[0])


def read_manifest(file: Path) -> Manifest:
    """The manifest that `write_manifest` wrote; an empty one where the file is absent.

    Raises PublishError where it is not such a file. Its rows are not looked at.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return Manifest()
    return Manifest(_rows(file, content, has_header=True), sha256(content).hexdigest())


def read_manifest_part(file: Path, start: int, end: int) -> Manifest:
    """The rows of a manifest whose lines begin between two of its bytes; with its token where that is its first part.

    OSError where it cannot be read, PublishError where it is no manifest.
    """
    with file.open("rb") as stream:
        if start:
            stream.seek(start - 1)
            stream.readline()  # the end of a line that began before, if only where it breaks
        content = stream.read(max(end - stream.tell(), 0))
        if content and not content.endswith(b"\n"):
            content += stream.readline()
        token = None
        if not start:
            stream.seek(0)
            token = file_digest(stream, "sha256").hexdigest()
    return Manifest(_rows(file, content, has_header=not start) if content else {}, token)


def checked(file: Path, manifest: Manifest, paths: Iterable[str]) -> list[str]:
    """These paths of the manifest, in their order, now that their rows are known to be such as we write.

    Raises PublishError, naming the line, where one is not.
    """
    paths = sorted(paths)
    for path in paths:
        if fault := _fault(path, manifest.rows[path]):
            line = list(manifest.rows).index(path) + 2
            raise _unreadable(file, line, fault)
    return paths


def write_manifest(file: Path, rows: Mapping[str, str]) -> str:
    """Write the rows as CSV in the order of paths, onto the disk itself; the token of the manifest that they are."""
    digest = sha256()

    def hashed() -> Iterator[bytes]:
        for chunk in _chunks(rows):
            digest.update(chunk)
            yield chunk

    write_synced(file, hashed())
    return digest.hexdigest()


def _rows(file: Path, content: bytes, *, has_header: bool) -> dict[str, str]:
    try:
        text = content.decode().replace("\r\n", "\n").removesuffix("\n")
    except UnicodeDecodeError as error:
        raise _unreadable(file, 1, str(error)) from error
    lines = text.split("\n")
    if has_header and lines.pop(0) != _HEADER:
        raise _unreadable(file, 1, f"it does not begin with {_HEADER}")
    return _parsed(lines, is_plain='"' not in text)


def _parsed(lines: Sequence[str], *, is_plain: bool) -> dict[str, str]:
    if is_plain:  # no path holds a comma
        return {path: held for path, _, held in map(_partition, lines)}
    rows = {}
    for line in lines:
        if line.startswith('"'):
            path, _, held = line[1:].partition('",')
        else:
            path, _, held = line.partition(",")
        rows[path] = held
    return rows


def _fault(path: str, held: str) -> str | None:
    is_folder = path.endswith("/")
    if fault := path_fault(path[:-1] if is_folder else path):
        return f"the path {path!r} cannot be one of ours: {fault}"
    if held != FOLDER if is_folder else not _HOLDING.fullmatch(held):
        return f"{held!r} is no size and sha256"
    return None


def _unreadable(file: Path, line: int, why: str) -> PublishError:
    return PublishError(
        f"{file}:{line}: this list of the files that we made cannot be read: {why}. "
        "Put it back from a copy, or build into an empty folder.",
    )


def _chunks(rows: Mapping[str, str]) -> Iterator[bytes]:
    """The file in pieces, so that it is never whole in memory."""
    yield f"{_HEADER}\n".encode()
    paths = sorted(rows)
    for start in range(0, len(paths), _ROWS_AT_ONCE):
        lines = [f"{_cell(path)},{rows[path]}\n" for path in paths[start : start + _ROWS_AT_ONCE]]
        yield "".join(lines).encode()


def _cell(path: str) -> str:
    return f'"{path}"' if "," in path else path  # a path holds no quotation mark
