"""Which program wrote the store: another one may read texts differently."""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import newsarchive

_COUNT = (".py", ".toml", ".txt", ".json", ".npz")


@cache
def program_version() -> str:
    """A hash of this program's files (rules, words and weights among them), of its Python and of all that is installed
    beside it.
    """
    told = hashlib.blake2b(f"{newsarchive.__version__} {sys.version}".encode(), digest_size=16)
    for name in _installed():
        told.update(name.encode("utf-8", "replace"))
    for path in _files(Path(newsarchive.__file__).parent):
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()


def _installed() -> list[str]:
    """The names and versions of what is installed, as its folders tell: "jinja2-3.1.6.dist-info"."""
    folders = {sysconfig.get_path(kind) for kind in ("purelib", "platlib")}
    names = (name for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))  # noqa: PTH112, PTH208
    return sorted(name for name in names if name.endswith(".dist-info"))


def _files(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir() and entry.name not in ("__pycache__", "templates"):
            yield from _files(Path(entry.path))
        elif entry.name.endswith(_COUNT):
            yield Path(entry.path)
