"""Which paths a page may have below output/: those that every disk, every ZIP and every static host can hold."""

import re
import unicodedata

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
    if unfit := _UNFIT.search(path):
        return f"it holds {unfit.group()!r}"
    parts = path.split("/")
    if clash_key(parts[0]) == FOLDER:
        return f"{FOLDER} is kept for what publishing needs to know"
    return next((fault for part in parts if (fault := _part_fault(part))), None)


def our_path(path: str) -> str:
    """The path, as read from a file of ours that somebody may have changed; ValueError where it is no page's."""
    if fault := path_fault(path):
        raise ValueError(f"the path {path!r} cannot be one of ours: {fault}")
    return path


def _part_fault(part: str) -> str | None:
    if not part:
        return "it has an empty part"
    if part[-1] in ". ":
        return f'it has a part "{part}"' if part in {".", ".."} else f'its part "{part}" ends in a dot or a space'
    if part.partition(".")[0].lower() in _DEVICES:
        return f'its part "{part}" is the name of a device on Windows'
    return None


def clash_key(path: str) -> str:
    """Equal for paths that are one file on some disk: "Years/É.html" -> "years/é.html", however it is typed."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def folders_of(path: str) -> list[str]:
    """The folders that a path lies in, outermost first: "a/b/c.html" -> ["a", "a/b"]."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: depth + 1]) for depth in range(len(parts))]


class Taken:
    """The paths that pages have taken so far."""

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def take(self, path: str) -> str | None:
        """Take the path; the page that it clashes with on some disk, None where there is none."""
        key = clash_key(path)
        folders = folders_of(key)
        clash = self._pages.get(key) or self._folders.get(key)
        clash = clash or next((self._pages[folder] for folder in folders if folder in self._pages), None)
        if clash is None:
            self._pages[key] = path
            for folder in folders:
                self._folders.setdefault(folder, path)
        return clash

    def twin(self, path: str) -> str | None:
        """The page whose path is this one, but perhaps for case or the way accents are written."""
        return self._pages.get(clash_key(path))
