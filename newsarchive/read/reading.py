"""Which texts a folder holds, each with what stands beside it."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newsarchive.errors import InputError
from newsarchive.model import Problem
from newsarchive.read.stated import NOTHING, Stated
from newsarchive.read.table import NAME as TABLE
from newsarchive.read.table import Table, read_table
from newsarchive.read.walk import MARKDOWN, SIDECARS, TEXTS, Stamp, walk, why


class Text(NamedTuple):
    """A text that was found and not yet opened: the path of its sidecar, and what its row of articles.csv states.

    `stamps` are those of its file and of its sidecar.
    """

    folder: Path
    path: str
    sidecar: str | None = None
    row: Stated = NOTHING
    stamps: tuple[Stamp, ...] = ()

    @property
    def file(self) -> Path:
        return self.folder / self.path

    @property
    def is_alone(self) -> bool:
        """Whether nothing stands beside it: no sidecar, and no row."""
        return not self.sidecar and self.row == NOTHING

    @property
    def seal(self) -> str:
        """What stays the same as long as nothing was done to the text, its sidecar or its row; only bytes know more."""
        size, written = self.stamps[0] if self.stamps else (0, 0)
        if self.is_alone:
            return f"{size}.{written}"
        return f"{size}.{written},{self.sidecar},{self.stamps[1:]},{_digest(repr(self.row).encode())}"

    @property
    def written(self) -> int:
        """When its file or its sidecar was last written, in nanoseconds."""
        if len(self.stamps) == 1:  # as of nearly every text
            return self.stamps[0][1]
        return max((written for _, written in self.stamps), default=0)


class Reading(NamedTuple):
    """The texts of a folder in the order of their paths, and the problems that are no single text's."""

    texts: tuple[Text, ...]
    problems: tuple[Problem, ...] = ()


def read(place: Path) -> Reading:
    """The texts of a folder; or the one text that a file is, with its sidecar and without a table.

    InputError where there is neither.
    """
    if place.is_dir():
        return _folder(place)
    if not place.exists():
        raise InputError(f"{place}: there is no such file or folder")
    return Reading((text_in(place.parent, place.name),))


def text_in(folder: Path, path: str) -> Text:
    """One text of a folder with its sidecar, whatever a table says of it."""
    stem = path.rpartition(".")[0] or path
    beside = (f"{name}{ending}" for name in (path, stem) for ending in SIDECARS)
    return Text(folder, path, next((name for name in beside if (folder / name).is_file()), None))


def named_texts(folder: Path, file: Path) -> tuple[str, ...]:
    """The paths below a folder of the texts that a file may be, or may stand beside: "quay.yaml" -> "quay.txt" …"""
    try:
        path = file.resolve().relative_to(folder.resolve()).as_posix()
    except (ValueError, OSError):
        return ()
    stem, dot, ending = path.rpartition(".")
    return (path, stem, *(f"{stem}{one}" for one in TEXTS)) if f"{dot}{ending}" in SIDECARS else (path,)


def table_of(folder: Path) -> Path | None:
    """The table of a folder, articles.csv, however its name is written; None where there is none."""
    return next((path for path in folder.iterdir() if path.name.casefold() == TABLE), None)


def _folder(folder: Path) -> Reading:
    found = walk(folder)
    sidecars, problems = _sidecars(found.texts, found.sidecars)
    table = _table(folder, found.table, found.texts) if found.table else Table({})
    stamps, rows = found.stamps, table.rows
    texts = tuple(
        Text(folder, path, sidecar, rows.get(path, NOTHING), (stamps[path], stamps[sidecar]))
        if (sidecar := sidecars.get(path))
        else Text(folder, path, None, rows.get(path, NOTHING), (stamps[path],))
        for path in found.texts
    )
    return Reading(texts, (*found.problems, *problems, *table.problems))


def _table(folder: Path, path: str, texts: Sequence[str]) -> Table:
    try:
        return read_table((folder / path).read_bytes(), texts, lambda text: _sha256(folder / text))
    except OSError as error:
        return Table({}, (Problem("unreadable_file", f"cannot be read: {why(error)}", path),))


def content_key(text: Text) -> bytes | None:
    """A hash of all that a text is read from: its bytes, those of its sidecar, its row. None where one is not read."""
    try:
        parts = [text.file.read_bytes(), (text.folder / text.sidecar).read_bytes() if text.sidecar else b""]
    except OSError:
        return None
    key = hashlib.blake2b(digest_size=16)
    for part in (
        *parts,
        repr((text.path.casefold().endswith(MARKDOWN), text.sidecar, text.row)).encode("utf-8", "replace"),
    ):
        key.update(b"%d," % len(part))
        key.update(part)
    return key.digest()


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def _sha256(file: Path) -> str:
    """The hash of a file, or "" where it cannot be read: whoever reads the text will say so."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _sidecars(texts: Sequence[str], sidecars: Sequence[str]) -> tuple[Mapping[str, str], list[Problem]]:
    """The sidecar of each text that has one: `quay.txt.yaml`, or `quay.yaml` where one text alone is called quay."""
    if not sidecars:
        return {}, []
    by_stem = defaultdict(list)
    for text in texts:
        by_stem[text] = [text]
    for text in texts:
        by_stem[text.rpartition(".")[0]].append(text)
    found: dict[str, str] = {}
    problems = []
    for sidecar in sorted(sidecars, key=lambda path: (-len(path), path)):
        named = by_stem.get(sidecar.rpartition(".")[0], [])
        if not named:
            text = "stands beside no text: it needs the name of its text, as quay.yaml beside quay.txt"
            problems.append(Problem("sidecar_without_text", text, sidecar))
        elif len(named) > 1:
            text = f"stands beside {' and '.join(named)}: call it {named[0]}.yaml for the one it is meant for"
            problems.append(Problem("unclear_sidecar", text, sidecar))
        elif named[0] in found:
            text = f"{named[0]} has a sidecar, {found[named[0]]}; this one was left out"
            problems.append(Problem("unclear_sidecar", text, sidecar))
        else:
            found[named[0]] = sidecar
    return found, problems
