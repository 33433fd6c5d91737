"""Keeping a site built: after each change of what it is made from, once more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Never

from newsarchive.config import Config
from newsarchive.model import Report
from newsarchive.serve.notice import Board
from newsarchive.serve.watch import Places, Watch

_PAUSE = 3.0  # seconds without a change, after which what nobody waits for is done


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How a site is made.

    `file` is where its config.yaml is, or would be. `find` reads the user's choices, `glance` gives pages by path that
    some changed files can be shown with at once, `build` makes what pages show by the choices, and `finish` the rest,
    which nobody waits for; all may raise. `failed` is told what they raised and gives the complaints that are shown in
    the page.
    """

    file: Path
    find: Callable[[], Config]
    glance: Callable[[Config, tuple[Path, ...]], Mapping[str, bytes]]
    build: Callable[[Config], Report]
    finish: Callable[[Config], Report]
    failed: Callable[[Exception], tuple[str, ...]]


def keep_built(work: Work, board: Board) -> Never:
    """Build now and after every change, and pin up what came of it. What changes during a build is built after it.

    InputError where the folders cannot be watched.
    """
    watch = Watch(Places(work.file))
    is_untold = False  # whether a change may stand that no page was told of
    changed: tuple[Path, ...] = ()
    while True:
        before, changed = changed, ()
        if config := _found(work, board):
            watch = watch.over(Places.of(work.file, config))
            _glance(work, config, board, before)
            if _is_built(work, config, board, is_new=is_untold):
                is_untold = False
                changed = watch.wait(_PAUSE)
                if not changed:
                    _finish(work, config, board)
                    changed = watch.wait(0)
                    is_untold = bool(changed)
        changed = changed or watch.wait()


def _found(work: Work, board: Board) -> Config | None:
    """The choices as they are now, None where they cannot be followed. The site that stood before is shown at once."""
    try:
        config = work.find()
    except Exception as error:  # noqa: BLE001 - whatever is wrong can be mended while the last good site stays up
        board.pin(board.latest.output, work.failed(error))
        return None
    if board.latest.output is None:
        board.pin(config.output, board.latest.complaints, is_new=True)
    return config


def _glance(work: Work, config: Config, board: Board, changed: tuple[Path, ...]) -> None:
    """What can be shown at once of a change."""
    try:
        pages = work.glance(config, changed)
    except Exception:  # noqa: BLE001 - the build, which follows, says what is wrong
        return
    if pages:
        board.show(pages)


def _is_built(work: Work, config: Config, board: Board, *, is_new: bool) -> bool:
    before = board.latest.output
    try:
        report = work.build(config)
    except Exception as error:  # noqa: BLE001 - as above
        board.pin(before, work.failed(error))
        return False
    pages = report.pages
    has_changed = is_new or report.resumed or pages.new + pages.changed + pages.deleted > 0
    board.pin(config.output, is_new=has_changed or config.output != before)
    return True


def _finish(work: Work, config: Config, board: Board) -> None:
    """What is left to do: pages that are open need not be loaded again for it."""
    try:
        work.finish(config)
    except Exception as error:  # noqa: BLE001 - as above
        board.pin(board.latest.output, work.failed(error))
