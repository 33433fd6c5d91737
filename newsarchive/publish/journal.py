"""The journal: what is to be moved and deleted, in order, written as a whole before the first move."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from newsarchive.errors import PublishError
from newsarchive.publish.disk import sync_folder, write_synced
from newsarchive.publish.manifest import write_manifest
from newsarchive.publish.paths import our_path
from newsarchive.publish.state import State

_MOVES_AT_ONCE = 4096


class Move(NamedTuple):
    """A staged page: its place, what it holds, its number in the staging folder. `is_new`: nothing of ours is there."""

    path: str
    holding: str
    number: int
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


def write_journal(state: State, journal: Journal, rows: Mapping[str, str]) -> str:
    """Stage the new manifest, then let the journal be there, whole, from one moment on: the new site counts now.

    Returns the token of the new manifest.
    """
    state.staging.mkdir(exist_ok=True)
    token = write_manifest(state.staged_manifest, rows)
    staged = state.staging / "journal.json"
    write_synced(staged, _chunks(journal))
    staged.replace(state.journal)
    sync_folder(state.folder)
    return token


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


def _chunks(journal: Journal) -> Iterator[bytes]:
    """The journal as JSON in pieces, so that it is never whole in memory."""
    lists = {"in_the_way": journal.in_the_way, "deletions": journal.deletions, "folders": journal.folders}
    yield f'{_json(lists)[:-1]}, "moves": ['.encode()
    for start in range(0, len(journal.moves), _MOVES_AT_ONCE):
        moves = _json(journal.moves[start : start + _MOVES_AT_ONCE])[1:-1]
        yield f"{',' if start else ''}\n{moves}".encode()
    yield b"]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _paths(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(our_path(path) for path in paths)


def _move(path: str, holding: str, number: int, is_new: bool) -> Move:
    return Move(our_path(path), holding, int(number), is_new)
