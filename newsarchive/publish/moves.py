"""Carrying out a journal: the only place where what people see in the output folder changes."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from stat import S_ISREG

from newsarchive.errors import PublishError
from newsarchive.publish.disk import hash_file, is_link, patiently, status
from newsarchive.publish.journal import Journal, Move
from newsarchive.publish.manifest import FOLDER, UNKNOWN, read_manifest, write_manifest
from newsarchive.publish.paths import folder_of, folders_of
from newsarchive.publish.state import State


def carry_out(state: State, journal: Journal, *, verify: bool = False) -> None:
    """Take every step of the journal, then make the staged manifest the manifest, then forget the journal.

    It may be taken up again wherever it was ended; then `verify` is set: a staged page that lost its content (with the
    power) is not moved, nothing is deleted, and the manifest says so, for the next build to mend.

    Raises PublishError where a step would touch what is not ours, OSError where the disk fails; the journal stays.
    """
    if state.staged_manifest.exists():  # else the last build got as far as this
        _delete(state.output, journal.in_the_way)
        _remove_empty(state.output, journal.folders)
        lost = _move_all(state, journal.moves, verify=verify)
        if lost:
            _admit(state, journal, lost)
        else:
            _delete(state.output, journal.deletions)
            _remove_empty(state.output, journal.folders)
            patiently(lambda: state.staged_manifest.replace(state.manifest))
    patiently(state.journal.unlink)
    state.clear_staging()


def _move_all(state: State, moves: Iterable[Move], *, verify: bool) -> list[str]:
    """Move the staged pages to their places, in order; the paths of those that are in neither place."""
    lost = []
    opened = {""}
    for move in moves:
        if (folder := folder_of(move.path)) not in opened:
            _open_way(state.output, folder, opened)
        staged, place = state.staged(move.number), f"{state.output}/{move.path}"
        if not verify or _holds(staged, move.holding):
            _move(staged, place, is_new=move.is_new)
        elif not _holds(place, move.holding):
            lost.append(move.path)
    return lost


def _move(staged: str, place: str, *, is_new: bool) -> None:
    if is_new and status(place) is not None:
        raise PublishError(
            f"{place}: a file that we did not make has come to stand where a page goes. Move it away and build again: "
            "the next build finishes this one.",
        )
    patiently(partial(os.replace, staged, place))


def _open_way(output: Path, folder: str, opened: set[str]) -> None:
    """Make a folder of pages and those around it; `opened` are those known to be there."""
    for outer in folders_of(f"{folder}/"):
        if outer not in opened:
            found = status(output / outer)
            if found is None:
                (output / outer).mkdir()
            elif is_link(found):
                raise PublishError(
                    f"{output / outer}: a link has come to stand where a folder of pages goes. "
                    "Remove it and build again: the next build finishes this one.",
                )
            opened.add(outer)


def _delete(output: Path, paths: Iterable[str]) -> None:
    for path in paths:
        found = status(output / path)
        if found is not None and S_ISREG(found.st_mode) and not _is_behind_link(output, path):
            patiently((output / path).unlink)


def _remove_empty(output: Path, folders: Iterable[str]) -> None:
    """Remove those of the folders that are empty; one with a file of somebody else's in it stays."""
    for folder in folders:
        place = output / folder
        found = status(place)
        if found is not None and not is_link(found) and not _is_behind_link(output, folder):
            _remove_if_empty(place)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:  # it is not empty, or somebody looks into it: it does no harm
        return


def _is_behind_link(output: Path, path: str) -> bool:
    statuses = (status(output / folder) for folder in folders_of(path))
    return any(found is not None and is_link(found) for found in statuses)


def _holds(file: str, held: str) -> bool:
    found = status(file)
    return found is not None and S_ISREG(found.st_mode) and held == f"{found.st_size},{hash_file(file)}"


def _admit(state: State, journal: Journal, lost: Iterable[str]) -> None:
    """Write a manifest by which the lost pages, and those not deleted because of them, hold nobody knows what."""
    unknown = dict.fromkeys((*lost, *journal.deletions), UNKNOWN)
    folders = dict.fromkeys((f"{folder}/" for folder in journal.folders), FOLDER)
    admitted = state.staging / "admitted.csv"
    write_manifest(admitted, {**read_manifest(state.staged_manifest).rows, **folders, **unknown})
    patiently(lambda: admitted.replace(state.manifest))
