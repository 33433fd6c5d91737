"""What of the site still stands as the manifest says."""

import os
from dataclasses import dataclass
from stat import S_ISREG

from newsarchive.publish.disk import is_link
from newsarchive.publish.manifest import FOLDER, Manifest
from newsarchive.publish.paths import all_folders, folders_of
from newsarchive.publish.state import State


@dataclass(frozen=True, slots=True)
class Standing:
    """Which site stands, and what of it is lost.

    `token` is that of `Published` by the build that wrote it, as long as nobody changed the manifest since; None where
    there is no site of ours. `lost` are the pages that are no plain files of the size they had, or not known to be.
    """

    token: str | None
    lost: frozenset[str]


def standing(state: State, manifest: Manifest) -> Standing:
    """Look at each file of the manifest. Nothing is read and nothing written."""
    lost = _not_as_they_were(f"{state.output}/", manifest)
    linked = {folder for folder in all_folders(manifest.rows) if _is_linked(f"{state.output}/{folder}")}
    if linked:
        lost += (path for path in manifest.rows if not linked.isdisjoint(folders_of(path)))
    return Standing(manifest.token, frozenset(path for path in lost if not path.endswith("/")))


def _not_as_they_were(output: str, manifest: Manifest) -> list[str]:
    lost = []
    for path, held in manifest.rows.items():
        if held == FOLDER:
            continue
        size, _, sha256 = held.partition(",")
        try:
            found = os.lstat(output + path)
        except (OSError, ValueError):  # ValueError: no file can have such a path
            lost.append(path)
        else:
            if not (S_ISREG(found.st_mode) and str(found.st_size) == size and sha256):
                lost.append(path)
    return lost


def _is_linked(folder: str) -> bool:
    try:
        return is_link(os.lstat(folder))
    except (OSError, ValueError):
        return False
