"""What of the site still stands as the manifest says."""

import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from newsarchive.publish.disk import AS_IT_WAS, is_link, told
from newsarchive.publish.manifest import FOLDER, Manifest, read_manifest
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


def standing(output: Path) -> Standing:
    """Look at each file of the manifest of an output folder, of which nothing else is read, and nothing written.

    Raises PublishError where the manifest cannot be read. It may run in any process.
    """
    with told(AS_IT_WAS):
        manifest = read_manifest(State(output).manifest)
    lost = _not_as_they_were(f"{output}/", manifest)
    linked = {folder for folder in all_folders(manifest.rows) if _is_linked(f"{output}/{folder}")}
    if linked:
        lost += (path for path in manifest.rows if not linked.isdisjoint(folders_of(path)))
    return Standing(manifest.token, frozenset(path for path in lost if not path.endswith("/")))


def _not_as_they_were(output: str, manifest: Manifest) -> list[str]:
    lost, look = [], os.lstat
    for path, held in manifest.rows.items():
        if held == FOLDER:
            continue
        size, _, sha256 = held.partition(",")
        try:
            found = look(output + path)
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
