"""What a site is made from, and when it changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from pathlib import Path
from time import monotonic
from typing import Self

from watchfiles import Change, watch

from newsarchive.config import Config
from newsarchive.errors import InputError

_OURS = "addresses.csv"  # a build writes it, so it starts none
_TICK = 100  # milliseconds between looks at what the system does not tell of
_STILL = 20  # milliseconds without a change, after which a burst of them is over

Mark = tuple[int, ...]
Changes = Iterable[set[tuple[Change, str]]]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a site comes from: its config.yaml and its folders, there or not. What lies in `output` is no source."""

    file: Path
    folders: tuple[Path, ...] = ()
    output: Path | None = None

    @classmethod
    def of(cls, file: Path, config: Config) -> Self:
        """The places of an archive, or of a folder of texts without `file`; either may be made to the other."""
        folders = [config.articles]
        if config.is_archive:  # folders of these names are looked for where the configuration names none
            folders += [config.templates or config.root / "templates", config.pages or config.root / "pages"]
        return cls(file, tuple(folders), config.output)


class Watch:
    """Looks after some places from the moment it is made."""

    def __init__(self, places: Places, file: Mark | None = None) -> None:
        """InputError where the system cannot watch the folders. `file`: the mark of config.yaml when it was read."""
        self._places = places
        self._file = _file_mark(places.file) if file is None else file
        self._folders = _folder_marks(places)
        self._roots = [folder.resolve() for folder in places.folders if folder.is_dir()]
        self._output = places.output and places.output.resolve()
        self._is_whole = True
        self._changes = _begun(self._roots)

    def over(self, places: Places) -> "Watch":
        """A watch over these places, to which no change is lost that this one has not told: this one where it will do.

        It will not where a folder was put in the place of another, which the system goes on to watch.
        """
        return self if self._is_whole and places == self._places else Watch(places, self._file)

    def wait(self, most: float = inf) -> tuple[Path, ...]:
        """Wait until something has changed since this last told so, or since the watch began, for `most` seconds or a
        little longer; what has: files, of folders and of config.yaml the latter. Nothing where nothing has.
        """
        end = monotonic() + most
        for changes in self._changes:
            paths = [Path(path) for _, path in changes]
            moved = (self._places.file,) if self._has_moved(paths) else ()
            if changed := (*moved, *filter(self._is_source, paths)):
                return changed
            if monotonic() >= end:
                break
        return ()

    def _has_moved(self, paths: list[Path]) -> bool:
        """Whether config.yaml changed, or a folder came, went or is another one now."""
        file, folders = _file_mark(self._places.file), _folder_marks(self._places)
        is_whole = folders == self._folders and not any(root in paths for root in self._roots)
        has_moved = file != self._file or not is_whole
        self._file, self._folders, self._is_whole = file, folders, self._is_whole and is_whole
        return has_moved

    def _is_source(self, path: Path) -> bool:
        if path.name == _OURS or is_passing(path.name) or (self._output and path.is_relative_to(self._output)):
            return False
        below = (path.relative_to(root) for root in self._roots if path.is_relative_to(root))
        return any(not any(part.startswith(".") for part in place.parts) for place in below)


def is_passing(name: str) -> bool:
    """Whether a file is an editor's own and soon gone: "a.txt~", ".a.txt.swp", "#a.txt#", "4913"."""
    return (
        name == "4913"  # Vim makes it to try whether it can
        or name.startswith((".", "~$"))
        or name.endswith(("~", ".swp", ".swx", ".tmp", ".crswap", "___jb_tmp___", "___jb_old___"))
        or (name.startswith("#") and name.endswith("#"))
    )


def _begun(folders: list[Path]) -> Changes:
    """What changes below some folders, from now on; an empty set at each tick without a change."""
    try:
        changes = watch(
            *folders,
            watch_filter=None,
            step=_STILL,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            ignore_permission_denied=True,  # the build names what cannot be read
        )
        next(changes)  # it begins when it is first asked
    except FileNotFoundError:
        return _begun([])  # a folder has just gone: its mark tells
    except (OSError, RuntimeError) as error:
        raise InputError(f"{', '.join(map(str, folders))}: cannot be watched for changes: {error}") from None
    return changes


def _file_mark(file: Path) -> Mark:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _folder_marks(places: Places) -> list[Mark]:
    return [_folder_mark(folder) for folder in places.folders]


def _folder_mark(folder: Path) -> Mark:
    """What tells a folder from another in its place, whatever it holds."""
    try:
        found = folder.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino
