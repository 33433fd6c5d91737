"""Which paths a page may have below output/: those that every disk, every ZIP and every static host can hold."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from newsarchive.publish.state import FOLDER

_LONGEST = 100
_UNFIT = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f\ud800-\udfff]')  # Windows refuses them; ":" is its drive, "\" its "/"
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def path_fault(path: str) -> str | None:
    """What is wrong with the path, in words; None where nothing is: "../a.html" -> 'it has a part ".."'."""
    if path.startswith("/"):
        return "it is absolute"
    if len(path) > _LONGEST:
        return f"it is longer than {_LONGEST} characters"
    folder, _, name = path.rpartition("/")
    return _folder_fault(folder or name) or _part_fault(name)


def our_path(path: str) -> str:
    """The path, as read from a file of ours that somebody may have changed; ValueError where it is no page's."""
    if fault := path_fault(path):
        raise ValueError(f"the path {path!r} cannot be one of ours: {fault}")
    return path


@lru_cache(maxsize=4096)
def _folder_fault(folder: str) -> str | None:
    parts = folder.split("/")
    if clash_key(parts[0]) == FOLDER:
        return f"{FOLDER} is kept for what publishing needs to know"
    return next((fault for part in parts if (fault := _part_fault(part))), None)


def _part_fault(part: str) -> str | None:
    if not part:
        return "it has an empty part"
    if unfit := _UNFIT.search(part):
        return f"it holds {unfit.group()!r}"
    if part[-1] in ". ":
        return f'it has a part "{part}"' if part in {".", ".."} else f'its part "{part}" ends in a dot or a space'
    if part.partition(".")[0].lower() in _DEVICES:
        return f'its part "{part}" is the name of a device on Windows'
    return None


def clash_key(path: str) -> str:
    """Equal for paths that are one file on some disk: "Years/É.html" -> "years/é.html", however it is typed."""
    if path.isascii():
        return path if path.islower() else path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def folder_of(path: str) -> str:
    """The folder that a path lies in: "a/b/c.html" -> "a/b", "c.html" -> ""."""
    return path.rpartition("/")[0]


def folders_of(path: str) -> list[str]:
    """The folders that a path lies in, outermost first: "a/b/c.html" -> ["a", "a/b"]."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


def all_folders(paths: Iterable[str]) -> set[str]:
    """The folders that some of many paths lie in."""
    inner = set(map(folder_of, paths)) - {""}
    return inner.union(*map(folders_of, inner))


class Taken:
    """The paths that pages have taken so far."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._folders: dict[str, str] = {"": ""}

    def take(self, path: str) -> str | None:
        """Take the path; the page that it clashes with on some disk, None where there is none."""
        key = clash_key(path)
        clash = self.clash(key)
        if clash is None:
            self._pages[key] = path
            if folder_of(key) not in self._folders:
                self._folders.update(dict.fromkeys(folders_of(key), path))
        return clash

    def clash(self, key: str) -> str | None:
        """The page that a path with this clash key cannot stand beside."""
        clash = self._pages.get(key) or self._folders.get(key)
        if clash is None and folder_of(key) not in self._folders:
            clash = next((self._pages[folder] for folder in folders_of(key) if folder in self._pages), None)
        return clash

    def twin(self, path: str) -> str | None:
        """The page whose path is this one, but perhaps for case or the way accents are written."""
        return self._pages.get(clash_key(path))
