"""Staging: what must change waits beside the site until all pages have come and it is certain that all can be moved."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from newsarchive.errors import PublishError
from newsarchive.model import Page, Published
from newsarchive.publish.disk import write_file
from newsarchive.publish.ground import Found, Ground
from newsarchive.publish.journal import Journal, Move
from newsarchive.publish.manifest import FOLDER, Manifest, checked, holding
from newsarchive.publish.paths import Taken, all_folders, clash_key, path_fault
from newsarchive.publish.state import FILES_A_FOLDER, State

_FRONT_PAGE = "index.html"
_TURNS = 5
_TOLD_AT_MOST = 20
_OUR_BUG = "This is a bug of newsarchive: please report it."


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing will do, and what the manifest says when it is done. Not `is_work`: all stands as it should."""

    journal: Journal
    rows: dict[str, str]
    unchanged: int
    is_work: bool

    def published(self, token: str | None) -> Published:
        """What was done, when it is; `token` is that of the manifest then."""
        new = sum(move.is_new for move in self.journal.moves)
        return Published(
            new=new,
            changed=len(self.journal.moves) - new,
            unchanged=self.unchanged,
            deleted=len(self.journal.in_the_way) + len(self.journal.deletions),
            token=token,
        )


class Staging:
    """Takes pages one by one and keeps those that do not stand already; changes nothing outside the staging folder."""

    def __init__(self, state: State, manifest: Manifest, kept: AbstractSet[str], *, distrust: bool) -> None:
        self._state = state
        self._old = manifest
        self._kept = kept
        self._ground = Ground(state.output, manifest, distrust=distrust)
        self._taken = Taken()
        self._rows: dict[str, str] = {}
        self._moves: tuple[list[Move], ...] = tuple([] for _ in range(_TURNS))
        self._staged = 0
        self._complaints: dict[str, None] = {}

    def take(self, page: Page) -> None:
        """Stage the page if it must be written. A page that cannot be published is remembered, and told by `plan`."""
        path = page.path
        held = holding(page.content)
        try:
            self._check(path)
            found = self._ground.compare(path, held)
        except PublishError as error:
            self._complaints.update(dict.fromkeys(error.complaints))
            return
        self._rows[path] = held
        if found != "same" and not self._complaints:
            move = Move(path, held, self._stage(page.content), found == "nothing")
            self._moves[_turn(page, found)].append(move)

    def plan(self) -> Plan:
        """All steps in their order.

        Raises PublishError with every page that cannot be published.
        """
        self._complaints.update(dict.fromkeys(self._bad_kept()))
        if self._complaints:
            complaints = list(self._complaints)
            more = len(complaints) - _TOLD_AT_MOST
            raise PublishError(*complaints[:_TOLD_AT_MOST], *([f"… and {more:,} more like these."] if more > 0 else []))
        rows, dropped = self._new_rows()
        folders = [path[:-1] for path in dropped if path.endswith("/")]
        gone = [path for path in dropped if not path.endswith("/") and self._is_to_go(path)]
        journal = Journal(
            in_the_way=tuple(path for path in gone if path in self._ground.in_the_way),
            moves=tuple(chain.from_iterable(self._moves)),
            deletions=tuple(path for path in gone if path not in self._ground.in_the_way),
            folders=tuple(reversed(folders)),  # inner ones before outer ones
        )
        is_work = bool(journal.moves or gone) or rows != self._old.rows
        unchanged = len(self._rows) + len(self._kept) - len(journal.moves)
        return Plan(journal, rows, unchanged, is_work)

    def _check(self, path: str) -> None:
        if fault := path_fault(path):
            raise PublishError(f"The page path {path!r} cannot be used: {fault}. {_OUR_BUG}")
        if clash := self._taken.take(path):
            raise PublishError(_clash(clash, path))

    def _bad_kept(self) -> Iterator[str]:
        """What is wrong with the paths that are kept: they are none of ours, or pages have come in their places."""
        yield from (
            f"The page {path!r} is to be kept, and is not there. {_OUR_BUG}"
            for path in sorted(self._kept - self._old.rows.keys())
        )
        if not (self._rows.keys() <= self._old.rows.keys() and self._kept.isdisjoint(self._rows)):
            clashes = ((self._taken.clash(clash_key(path)), path) for path in self._kept)
            yield from sorted(_clash(clash, path) for clash, path in clashes if clash)

    def _stage(self, content: bytes) -> int:
        number = self._staged
        self._staged += 1
        place = self._state.staged(number)
        if number % FILES_A_FOLDER == 0:
            Path(place).parent.mkdir(parents=True, exist_ok=True)
        write_file(place, content)
        return number

    def _new_rows(self) -> tuple[dict[str, str], list[str]]:
        """What the manifest will say, and the paths of which it will say nothing any more, in their order."""
        ours = self._ground.is_our_folder
        folders = {f"{folder}/" for folder in all_folders(self._rows) if ours(folder)}
        folders |= {f"{folder}/" for folder in all_folders(self._kept)} & self._old.rows.keys()
        dropped = self._old.rows.keys() - self._kept - self._rows.keys() - folders
        rows = {**self._old.rows, **self._rows, **dict.fromkeys(folders, FOLDER)}
        for path in dropped:
            del rows[path]
        return rows, checked(self._state.manifest, self._old, dropped)

    def _is_to_go(self, path: str) -> bool:
        """Whether a file of ours stands there that no page replaces, under another case either."""
        twin = self._taken.twin(path)
        return self._ground.is_standing(path) and not (twin and self._ground.is_one_file(path, twin))


def _turn(page: Page, found: Found) -> int:
    """When a page is moved: new ones before the changed ones that link to them, the front page last of all."""
    if page.path == _FRONT_PAGE:
        return _TURNS - 1
    return 2 * (found == "other") + (page.tier == "listing")


def _clash(one: str, other: str) -> str:
    return f"The pages {one!r} and {other!r} cannot both stand on every disk. {_OUR_BUG}"
