"""Which files of a folder are texts, which stand beside them, and what else is there.

Texts end in .txt, .text, .md or .markdown. Hidden files and folders are passed over; so are, at the top of the folder,
a README and a LICENSE (LICENCE, COPYING). No link to a folder is followed, and none that leads out of the folder.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

from newsarchive.model import Problem
from newsarchive.read.table import NAME as TABLE

MARKDOWN = (".md", ".markdown")
TEXTS = (".txt", ".text", *MARKDOWN)
SIDECARS = (".yaml", ".yml")
_NOT_ARTICLES = ("readme", "license", "licence", "copying")
_CONFIG = "config.yaml"
_JUNCTION = 0xA0000003


Stamp = tuple[int, int]
"""The size of a file in bytes and when it was last written, in nanoseconds: what tells that it may have changed."""


class Walk(NamedTuple):
    """What a folder holds: sorted posix paths below it, the stamp of each text and sidecar, what cannot be read."""

    texts: tuple[str, ...]
    sidecars: tuple[str, ...]
    table: str | None
    stamps: Mapping[str, Stamp]
    problems: tuple[Problem, ...]


class _File(NamedTuple):
    path: str
    kind: Literal["text", "sidecar", "table", "other"]
    stamp: Stamp


def walk(folder: Path) -> Walk:
    """The files of a folder, in the order of their paths, whatever the file system's order is."""
    stamps: dict[str, Stamp] = {}
    others = list(_walked(str(folder.resolve()), stamps))
    files = [other for other in others if type(other) is _File]
    of_kind = {kind: sorted(file.path for file in files if file.kind == kind) for kind in ("sidecar", "table", "other")}
    stamps |= {file.path: file.stamp for file in files if file.kind == "text"}
    texts = tuple(sorted(stamps))
    stamps |= {file.path: file.stamp for file in files}
    return Walk(
        texts=texts,
        sidecars=tuple(of_kind["sidecar"]),
        table=next(iter(of_kind["table"]), None),
        stamps=stamps,
        problems=(
            *sorted((other for other in others if type(other) is Problem), key=attrgetter("where")),
            *_not_texts(of_kind["other"]),
        ),
    )


def _walked(root: str, texts: dict[str, Stamp]) -> Iterator[_File | Problem]:
    """What a folder holds beside plain texts in folders of it; those, which are nearly all, go into `texts` at once."""
    folders = [""]
    while folders:
        below = folders.pop()
        try:
            with os.scandir(f"{root}/{below}") as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield Problem("unreadable_folder", f"cannot be opened: {why(error)}", below.rstrip("/"))
            continue
        for entry in seen:
            path = below + entry.name
            is_plain = path.isascii() and entry.is_file(follow_symlinks=False)
            if is_plain and below and path.endswith(TEXTS):
                texts[path] = _stamp(entry)
            elif not is_plain and (complaint := _complaint(entry, path, root)):
                yield from complaint
            elif not is_plain and entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
            elif kind := _kind(path, entry.name):
                yield _File(path, kind, _stamp(entry))


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        found = entry.stat()
    except OSError:
        return 0, 0  # it has gone since: whoever reads it will say so
    return found.st_size, found.st_mtime_ns


def _complaint(entry: os.DirEntry[str], path: str, root: str) -> tuple[Problem, ...]:
    """The problem of what can be neither read nor walked; nothing is said of a file that would be left alone anyway."""
    if path != shown(path):
        return (Problem("bad_file_name", "its name is not valid Unicode: rename it, and it will be read", shown(path)),)
    if entry.is_file(follow_symlinks=False):
        return ()
    try:
        problem = _link_problem(Path(entry.path), root) if _is_link(entry) else _file_problem(entry)
        is_wanted = entry.is_dir() or _kind(path, entry.name) not in ("other", None)
    except OSError as error:
        problem, is_wanted = ("unreadable_file", f"cannot be read: {why(error)}"), True
    return (Problem(*problem, path),) if problem and is_wanted else ()


def _is_link(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return True
    return os.name == "nt" and getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def _link_problem(link: Path, root: str) -> tuple[str, str] | None:
    target = Path(os.path.realpath(link))
    mode = target.stat().st_mode
    if not target.is_relative_to(root):
        return "outside_link", "is a link that leads out of the folder: put the text itself here"
    if stat.S_ISDIR(mode):
        return "folder_link", "is a link to a folder, which is not followed: its texts are read where they stand"
    return None if stat.S_ISREG(mode) else ("no_file", "is a link to a device or a pipe; it was left alone")


def _file_problem(entry: os.DirEntry[str]) -> tuple[str, str] | None:
    return (
        None if entry.is_dir() or entry.is_file() else ("no_file", "is a device or a pipe, no file; it was left alone")
    )


def _kind(path: str, name: str) -> Literal["text", "sidecar", "table", "other"] | None:
    """What a file is by its name; None for what every folder may hold beside its texts."""
    if path != name and name.endswith(TEXTS):
        return "text"
    stem, _, _ = name.casefold().partition(".")
    extension = _extension(name)
    if path == name and (stem in _NOT_ARTICLES or name == _CONFIG):
        return None
    if path.casefold() == TABLE:
        return "table"
    if extension in TEXTS:
        return "text"
    return "sidecar" if extension in SIDECARS else "other"


def _extension(path: str) -> str:
    """The ending of a file: "a/Quay.TXT" -> ".txt"; "Makefile" -> ""."""
    _, dot, extension = path.rpartition("/")[2].casefold().rpartition(".")
    return dot + extension if dot else ""


def _not_texts(paths: list[str]) -> Iterator[Problem]:
    kinds = Counter(_extension(path) or "without an ending" for path in paths)
    if kinds:
        listed = ", ".join(
            f"{count:,} {kind}" for kind, count in sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
        )
        yield Problem("not_texts", f"files that are not texts (.txt, .md) were left alone: {listed}")


def why(error: OSError) -> str:
    """Why a file cannot be read, in words that are the same on every system."""
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "it is not there, or a link to what is not there"
    return error.strerror or type(error).__name__


def shown(path: str) -> str:
    """A path that can be printed and stored: what is no character is escaped."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")
