"""The line, end to end: read, survey, label, extract, link, render, publish."""

from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

from newsarchive.config import Config
from newsarchive.errors import BrokenStoreError, InputError
from newsarchive.model import Report
from newsarchive.pipeline.around import Around
from newsarchive.pipeline.crew import Hands, at_work
from newsarchive.pipeline.places import store_file
from newsarchive.pipeline.progress import Progress
from newsarchive.pipeline.wish import Wish
from newsarchive.publish import hold, look_at, shares, standing_of
from newsarchive.store import open_store, program_version

if TYPE_CHECKING:
    from newsarchive.pipeline.glance import Memory


def build(  # noqa: PLR0913 - the options of the commands that build
    config: Config,
    *,
    workers: int | None,
    distrust: bool,
    progress: Progress,
    index_later: bool = False,
    memory: "Memory | None" = None,
) -> Report:
    """Builds the site of an archive or a folder. NewsArchiveError where that fails: the site is as it was.

    What was remembered from the last build is made anew where it cannot be read, and where it is distrusted. With
    `index_later` a search index that stands is left as it is; the next build without it brings it up to date. What
    `glance` needs of the build is kept in `memory`.
    """
    if not config.articles.exists():
        raise InputError(f"{config.articles}: there is no such file or folder")
    wish = Wish(distrust=distrust, index_later=index_later, memory=memory)
    try:
        return _build(config, at_work(workers, progress), wish, anew=distrust)
    except BrokenStoreError:
        return _build(config, at_work(workers, progress), wish, anew=True)


def _build(config: Config, work: AbstractContextManager[Hands], wish: Wish, *, anew: bool) -> Report:
    with (
        hold(config.output, config.articles) as output,
        open_store(store_file(config), program_version(), anew=anew) as store,
        work as hands,
    ):
        looked = hands.crew.shared(look_at, shares(output.folder), f"the files of {output.folder}")

        # slow to load, and meanwhile another process may look at what stands
        from newsarchive.pipeline.reading import refresh, scan  # noqa: PLC0415
        from newsarchive.pipeline.site import make_site  # noqa: PLC0415

        scanned = scan(config.articles)
        found = scanned.reading.problems
        refresh(scanned, config.choices, store, hands)
        del scanned  # a list of all texts, for which there is no use from here on
        report = make_site(config, Around(store, output, hands), lambda: standing_of(looked()), wish)
    every = (*config.problems, *found, *report.problems)
    return replace(report, problems=every, resumed=output.resumed)
