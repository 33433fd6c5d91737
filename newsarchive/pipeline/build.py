"""The line, end to end: read, survey, label, extract, link, render, publish."""

from contextlib import AbstractContextManager
from dataclasses import replace

from newsarchive.config import Config
from newsarchive.errors import BrokenStoreError
from newsarchive.model import Report
from newsarchive.pipeline.crew import Hands, at_work
from newsarchive.pipeline.glance import Memory
from newsarchive.pipeline.places import store_file
from newsarchive.pipeline.progress import Progress
from newsarchive.pipeline.reading import refresh, scan
from newsarchive.pipeline.site import Wish, make_site
from newsarchive.publish import hold
from newsarchive.store import open_store, program_version


def build(  # noqa: PLR0913 - the options of the commands that build
    config: Config,
    *,
    workers: int | None,
    distrust: bool,
    progress: Progress,
    index_later: bool = False,
    memory: Memory | None = None,
) -> Report:
    """Builds the site of an archive or a folder. NewsArchiveError where that fails: the site is as it was.

    What was remembered from the last build is made anew where it cannot be read, and where it is distrusted. With
    `index_later` a search index that stands is left as it is; the next build without it brings it up to date. What
    `glance` needs of the build is kept in `memory`.
    """
    wish = Wish(distrust=distrust, index_later=index_later, memory=memory)
    try:
        return _build(config, at_work(workers, progress), wish, anew=distrust)
    except BrokenStoreError:
        return _build(config, at_work(workers, progress), wish, anew=True)


def _build(config: Config, work: AbstractContextManager[Hands], wish: Wish, *, anew: bool) -> Report:
    scanned = scan(config.articles)
    found = scanned.reading.problems
    with (
        hold(config.output, config.articles) as output,
        open_store(store_file(config), program_version(), anew=anew) as store,
        work as hands,
    ):
        refresh(scanned, config.choices, store, hands)
        del scanned  # a list of all texts, for which there is no use from here on
        report = make_site(config, store, output, hands, wish)
    every = (*config.problems, *found, *report.problems)
    return replace(report, problems=every, resumed=output.resumed)
