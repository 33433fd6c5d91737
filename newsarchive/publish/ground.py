"""What stands in the output folder, as against what the manifest says stands there."""

import os
from functools import cached_property
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Literal

from newsarchive.errors import PublishError
from newsarchive.publish.disk import hash_file, is_link, is_same_file, status
from newsarchive.publish.manifest import Manifest, size_of
from newsarchive.publish.paths import clash_key, folder_of, folders_of

Found = Literal["same", "other", "nothing"]
_Way = Literal["open", "absent", "link", "file"]


class Ground:
    """Says of each page whether it stands already, and of each file whether it is ours.

    `in_the_way` gathers files of ours that must go before a page can come: "years", where "years/a.html" will stand.
    """

    def __init__(self, output: Path, manifest: Manifest, *, distrust: bool) -> None:
        self._output = output
        self._ours = manifest.rows
        self._distrust = distrust
        self._ways: dict[str, _Way] = {}
        self._entered: dict[str, _Way] = {"": "open"}
        self.in_the_way: set[str] = set()

    def compare(self, path: str, holding: str) -> Found:
        """What stands at the place of a page that holds this: the same bytes, other bytes that are ours, or nothing.

        Raises PublishError where something stands there, or in the way to it, that is not ours.
        """
        if self._enter(folder_of(path)) != "open":
            return "nothing"
        place = f"{self._output}/{path}"
        found = status(place)
        if found is None:
            return "nothing"
        if S_ISDIR(found.st_mode):
            self._give_up_folder(path)
            return "nothing"
        looks_same = S_ISREG(found.st_mode) and found.st_size == size_of(holding)
        known = self._ours.get(path)
        if known is None and not self._has_twin(path):
            if looks_same and _hashes_to(place, holding):
                return "same"
            raise PublishError(f"{place}: a file that we did not make stands where a page goes. Move it away.")
        if known == holding and looks_same and not (self._distrust and not _hashes_to(place, holding)):
            return "same"
        return "other"

    def is_standing(self, path: str) -> bool:
        """Whether a file of the manifest is still there as a file, and not behind a link that somebody put there."""
        if any(self._way(folder) != "open" for folder in folders_of(path)):
            return False
        found = status(f"{self._output}/{path}")
        return found is not None and S_ISREG(found.st_mode)

    def is_one_file(self, path: str, other: str) -> bool:
        return is_same_file(self._output / path, self._output / other)

    def is_our_folder(self, folder: str) -> bool:
        """Whether we made the folder, or shall make it."""
        return f"{folder}/" in self._ours or self._way(folder) != "open"

    def _enter(self, folder: str) -> _Way:
        """What the way to a page of this folder is, once it is certain that all that stands in it is ours."""
        if folder not in self._entered:
            for outer in folders_of(f"{folder}/"):
                self._pass(outer)
            self._entered[folder] = self._way(folder)
        return self._entered[folder]

    def _pass(self, folder: str) -> None:
        way = self._way(folder)
        if way == "link":
            raise PublishError(
                f"{self._output / folder}: a link stands where a folder of pages goes, "
                "and pages are never written through links. Remove it.",
            )
        if way == "file":
            if folder not in self._ours:
                raise PublishError(
                    f"{self._output / folder}: a file that we did not make stands where a folder of pages goes. "
                    "Move it away.",
                )
            self.in_the_way.add(folder)

    def _way(self, folder: str) -> _Way:
        if folder not in self._ways:
            found = status(self._output / folder)
            if found is None:
                self._ways[folder] = "absent"
            elif is_link(found):
                self._ways[folder] = "link"
            else:
                self._ways[folder] = "open" if S_ISDIR(found.st_mode) else "file"
        return self._ways[folder]

    def _give_up_folder(self, folder: str) -> None:
        """Put all files of a folder in the way, if the folder and whatever is in it are ours."""
        for below, folders, files in os.walk(self._output / folder):
            inside = Path(below).relative_to(self._output).as_posix()
            linked = [name for name in folders if is_link(Path(below, name).lstat())]
            paths = {f"{inside}/{name}" for name in (*files, *linked)}
            if f"{inside}/" not in self._ours or paths - self._ours.keys():
                raise PublishError(
                    f"{self._output / folder}: a folder that we did not make, or with files that we did not make, "
                    "stands where a page goes. Move it away.",
                )
            self.in_the_way |= paths

    def _has_twin(self, path: str) -> bool:
        """Whether the file there is in the manifest under another case, on a disk to which they are one."""
        twin = self._twins.get(clash_key(path))
        return twin is not None and self.is_one_file(twin, path)

    @cached_property
    def _twins(self) -> dict[str, str]:
        return {clash_key(path): path for path in self._ours if not path.endswith("/")}


def _hashes_to(place: str, holding: str) -> bool:
    return holding.endswith(f",{hash_file(place)}")
