"""Staging: what must change waits beside the site until all pages have come and it is certain that all can be moved."""

from dataclasses import dataclass
from hashlib import sha256

from newsarchive.errors import PublishError
from newsarchive.model import Page, Published
from newsarchive.publish.ground import Ground, Standing
from newsarchive.publish.journal import Journal, Move
from newsarchive.publish.manifest import Manifest, Record
from newsarchive.publish.paths import Taken, folders_of, path_fault
from newsarchive.publish.state import State

_FRONT_PAGE = "index.html"
_TOLD_AT_MOST = 20
_FILES_A_FOLDER = 1000  # a FAT disk holds no more than 65,534 names in one folder
_OUR_BUG = "This is a bug of newsarchive: please report it."


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing will do, and what the manifest says when it is done. Not `is_work`: all stands as it should."""

    journal: Journal
    manifest: Manifest
    published: Published
    is_work: bool


class Staging:
    """Takes pages one by one and keeps those that do not stand already; changes nothing outside the staging folder."""

    def __init__(self, state: State, manifest: Manifest, *, distrust: bool) -> None:
        self._state = state
        self._old = manifest
        self._ground = Ground(state.output, manifest, distrust=distrust)
        self._taken = Taken()
        self._files: dict[str, Record] = {}
        self._moves: list[tuple[int, Move]] = []
        self._complaints: dict[str, None] = {}

    def take(self, page: Page) -> None:
        """Stage the page if it must be written. A page that cannot be published is remembered, and told by `plan`."""
        record = Record(page.path, len(page.content), sha256(page.content).hexdigest())
        try:
            self._check(page.path)
            standing = self._ground.compare(record)
        except PublishError as error:
            self._complaints.update(dict.fromkeys(error.complaints))
            return
        known = self._old.files.get(page.path)
        self._files[page.path] = known if known == record else record
        if standing != "same" and not self._complaints:
            move = Move(page.path, record.sha256, self._stage(page.content), standing == "nothing")
            self._moves.append((_turn(page, standing), move))

    def plan(self) -> Plan:
        """All steps in their order.

        Raises PublishError with every page that cannot be published.
        """
        if self._complaints:
            complaints = list(self._complaints)
            more = len(complaints) - _TOLD_AT_MOST
            raise PublishError(*complaints[:_TOLD_AT_MOST], *([f"… and {more:,} more like these."] if more > 0 else []))
        manifest = Manifest(self._files, frozenset(self._our_folders()))
        gone = [path for path in sorted(self._old.files.keys() - self._files.keys()) if self._is_to_go(path)]
        journal = Journal(
            in_the_way=tuple(path for path in gone if path in self._ground.in_the_way),
            moves=tuple(move for _, move in sorted(self._moves, key=lambda turn_and_move: turn_and_move[0])),
            deletions=tuple(path for path in gone if path not in self._ground.in_the_way),
            folders=tuple(sorted(self._old.folders - manifest.folders, reverse=True)),  # inner ones before outer ones
        )
        is_work = bool(journal.moves or gone) or manifest != self._old
        return Plan(journal, manifest, self._counted(journal), is_work)

    def _check(self, path: str) -> None:
        if fault := path_fault(path):
            raise PublishError(f"The page path {path!r} cannot be used: {fault}. {_OUR_BUG}")
        if clash := self._taken.take(path):
            raise PublishError(f"The pages {clash!r} and {path!r} cannot both stand on every disk. {_OUR_BUG}")

    def _stage(self, content: bytes) -> str:
        folder, name = divmod(len(self._moves), _FILES_A_FOLDER)
        if name == 0:
            (self._state.staging / str(folder)).mkdir(parents=True, exist_ok=True)
        staged = f"{folder}/{name}"
        (self._state.staging / staged).write_bytes(content)
        return staged

    def _our_folders(self) -> set[str]:
        folders = {folder for path in self._files for folder in folders_of(path)}
        return {folder for folder in folders if self._ground.is_our_folder(folder)}

    def _is_to_go(self, path: str) -> bool:
        """Whether a file of ours stands there that no page replaces, under another case either."""
        twin = self._taken.twin(path)
        return self._ground.is_standing(path) and not (twin and self._ground.is_one_file(path, twin))

    def _counted(self, journal: Journal) -> Published:
        new = sum(move.is_new for move in journal.moves)
        return Published(
            new=new,
            changed=len(journal.moves) - new,
            unchanged=len(self._files) - len(journal.moves),
            deleted=len(journal.in_the_way) + len(journal.deletions),
        )


def _turn(page: Page, standing: Standing) -> int:
    """When a page is moved: new ones before the changed ones that link to them, the front page last of all."""
    if page.path == _FRONT_PAGE:
        return 4
    return 2 * (standing == "other") + (page.tier == "listing")
