"""What the pages are told: which build they should show, and why there is none that is newer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from threading import Condition

_SIGN_OF_LIFE = 10.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The folder of the last good site, None before there is one; a name for its state; what is wrong since then.

    `glances` are pages by path that are newer than those of the folder.
    """

    output: Path | None = None
    build: str
    complaints: tuple[str, ...] = ()
    glances: Mapping[str, bytes] = field(default_factory=dict)


class Board:
    """Where the latest notice hangs. Many threads may read it while one pins."""

    def __init__(self) -> None:
        self._run = token_hex(4)  # a page that an earlier run served is not of this run's builds
        self._builds = 0
        self._is_up = True
        self._news = Condition()
        self._latest = Notice(build=f"{self._run}-0")

    @property
    def latest(self) -> Notice:
        return self._latest

    def pin(self, output: Path | None, complaints: tuple[str, ...] = (), *, is_new: bool = False) -> None:
        """Hang up what holds from now on; `is_new` where pages that were opened before may show something else now,
        as they may after a glance.
        """
        before = self._latest
        notice = Notice(output=output, build=before.build, complaints=complaints)
        self._hang(notice, is_new=is_new or bool(before.glances))

    def show(self, glances: Mapping[str, bytes]) -> None:
        """Hang up the latest notice with pages that are newer than those of its folder, to be loaded at once."""
        self._hang(replace(self._latest, glances=glances), is_new=True)

    def _hang(self, notice: Notice, *, is_new: bool) -> None:
        with self._news:
            self._builds += is_new
            self._latest = replace(notice, build=f"{self._run}-{self._builds}")
            self._news.notify_all()

    def take_down(self) -> None:
        """Let go of all who wait."""
        with self._news:
            self._is_up = False
            self._news.notify_all()

    def notices(self) -> Iterator[Notice | None]:
        """The latest notice at once, then each that follows, until the board is taken down; None while none comes."""
        seen: Notice | None = None
        while self._is_up:
            latest = self._after(seen)
            yield None if latest is seen else latest
            seen = latest

    def _after(self, seen: Notice | None) -> Notice:
        """The next notice; the one that was seen, where none comes in some seconds."""
        with self._news:
            self._news.wait_for(lambda: self._latest is not seen or not self._is_up, _SIGN_OF_LIFE)
            return self._latest
