"""What of the site still stands as the manifest says."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsarchive.publish.disk import AS_IT_WAS, is_link, looking_in, told
from newsarchive.publish.manifest import FOLDER, Manifest, read_manifest_part
from newsarchive.publish.paths import all_folders, folders_of
from newsarchive.publish.state import State

_SHARE = 500_000  # bytes of the manifest: some six thousand files, at which it takes 20 ms to look


@dataclass(frozen=True, slots=True)
class Standing:
    """Which site stands, and what of it is lost.

    `token` is that of `Published` by the build that wrote it, as long as nobody changed the manifest since; None where
    there is no site of ours. `lost` are the pages that are no plain files of the size they had, or not known to be.
    """

    token: str | None
    lost: frozenset[str]


class Share(NamedTuple):
    """A part of the files of an output folder: those that the manifest names between two of its bytes."""

    output: Path
    start: int
    end: int


def shares(output: Path) -> list[Share]:
    """The files of an output folder in parts, of which each can be looked at by any process; none where there is no
    site of ours. PublishError where the disk fails.
    """
    with told(AS_IT_WAS):
        manifest = State(output).manifest
        size = manifest.stat().st_size if manifest.is_file() else 0
    return [Share(output, start, start + _SHARE) for start in range(0, size, _SHARE)]


def look_at(share: Share) -> Standing:
    """What stands of a part: each file of it is looked at, and nothing else is read or written. The first part alone
    tells the token.

    Raises PublishError where the manifest cannot be read.
    """
    with told(AS_IT_WAS):
        manifest = read_manifest_part(State(share.output).manifest, share.start, share.end)
        with looking_in(share.output) as look:
            lost = _not_as_they_were(manifest, look)
            linked = {folder for folder in all_folders(manifest.rows) if _is_linked(folder, look)}
    if linked:
        lost += (path for path in manifest.rows if not linked.isdisjoint(folders_of(path)))
    return Standing(manifest.token, frozenset(path for path in lost if not path.endswith("/")))


def standing_of(parts: Iterable[Standing]) -> Standing:
    """What stands of a site, from what stands of all its parts."""
    parts = list(parts)
    token = next((part.token for part in parts if part.token), None)
    return Standing(token, frozenset().union(*(part.lost for part in parts)))


def _not_as_they_were(manifest: Manifest, look: Callable[[str], os.stat_result]) -> list[str]:
    lost = []
    for path, held in manifest.rows.items():
        if held == FOLDER:
            continue
        size, _, sha256 = held.partition(",")
        try:
            found = look(path)
        except (OSError, ValueError):  # ValueError: no file can have such a path
            lost.append(path)
        else:
            if not (S_ISREG(found.st_mode) and str(found.st_size) == size and sha256):
                lost.append(path)
    return lost


def _is_linked(folder: str, look: Callable[[str], os.stat_result]) -> bool:
    try:
        return is_link(look(folder))
    except (OSError, ValueError):
        return False
