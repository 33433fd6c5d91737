"""The journal: what is to be moved and deleted, in order, written as a whole before the first move."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsarchive.errors import PublishError
from newsarchive.publish.disk import sync_folder, write_synced
from newsarchive.publish.manifest import Manifest, manifest_bytes
from newsarchive.publish.paths import our_path
from newsarchive.publish.state import State

_STAGED = re.compile(r"[0-9]+/[0-9]+")


@dataclass(frozen=True, slots=True)
class Move:
    """A staged page and its place. `is_new`: nothing of ours stands there yet."""

    path: str
    sha256: str
    staged: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps in their order: files of ours that stand where a folder must go (or in a folder, where a page must),
    moves, deletions, and the folders of ours that go if they are empty then.
    """

    in_the_way: tuple[str, ...]
    moves: tuple[Move, ...]
    deletions: tuple[str, ...]
    folders: tuple[str, ...]


def write_journal(state: State, journal: Journal, manifest: Manifest) -> None:
    """Stage the new manifest, then let the journal be there, whole, from one moment on: the new site counts now."""
    state.staging.mkdir(exist_ok=True)
    write_synced(state.staged_manifest, manifest_bytes(manifest))
    steps = {
        "in_the_way": journal.in_the_way,
        "moves": [(move.path, move.sha256, move.staged, move.is_new) for move in journal.moves],
        "deletions": journal.deletions,
        "folders": journal.folders,
    }
    staged = state.staging / "journal.json"
    write_synced(staged, json.dumps(steps, ensure_ascii=False).encode())
    staged.replace(state.journal)
    sync_folder(state.folder)


def read_journal(file: Path) -> Journal | None:
    """The journal that `write_journal` wrote; None where there is none.

    Raises PublishError where the file is no such journal, or would have us reach out of the output folder.
    """
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    try:
        steps = json.loads(content)
        return Journal(
            _paths(steps["in_the_way"]),
            tuple(_move(*move) for move in steps["moves"]),
            _paths(steps["deletions"]),
            _paths(steps["folders"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PublishError(
            f"{file}: a build was ended while it wrote, and its journal cannot be read ({error}). "
            "Delete this file and build again with --full.",
        ) from error


def _paths(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(our_path(path) for path in paths)


def _move(path: str, sha256: str, staged: str, is_new: bool) -> Move:
    if not _STAGED.fullmatch(staged):
        raise ValueError(f"{staged!r} is no staged page")
    return Move(our_path(path), sha256, staged, is_new)
