"""What `serve` says on the terminal while a site is kept built."""

import traceback
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from newsarchive import pipeline
from newsarchive.cli import tell
from newsarchive.config import Config
from newsarchive.errors import NewsArchiveError
from newsarchive.model import Problem, Report
from newsarchive.pipeline.glance import Memory, get_ready, glance
from newsarchive.serve import Work, serve


def keep_serving(find: Callable[[], Config], file: Path, port: int, terminal: "Terminal") -> None:
    """Serve until Ctrl-C what `find` gives; its config.yaml is `file`, or would be.

    Raises what serve does, and what `find` does where there is nothing to begin with.
    """
    if not file.is_file():
        find()
    work = Work(
        file=file,
        find=find,
        glance=terminal.glance,
        build=terminal.build,
        finish=terminal.finish,
        failed=terminal.failed,
    )
    try:
        serve(work, port=port, ready=terminal.ready)
    except KeyboardInterrupt:
        click.echo("\nStopped.", err=True)


class Terminal:
    """Builds with the options of the command, and tells of each build in a line; of a problem when it is new."""

    def __init__(self, *, show: bool, workers: int | None, full: bool, quiet: bool, debug: bool) -> None:
        self._show = show
        self._workers = workers
        self._distrust = full
        self._quiet = quiet
        self._debug = debug
        self._told: frozenset[Problem] = frozenset()
        self._memory = Memory()

    def ready(self, address: str) -> None:
        """Say where the site is, and open it where that is wished."""
        if not self._quiet:
            click.echo(f"Open {address} (the pages follow every change; Ctrl-C ends this)")
        if self._show:
            webbrowser.open(address)

    def glance(self, config: Config, changed: tuple[Path, ...]) -> Mapping[str, bytes]:
        """The pages of texts that were edited, by path. Raises what glance does."""
        return {page.path: page.content for page in glance(config, self._memory, changed)}

    def build(self, config: Config) -> Report:
        """Build, but for a search index that stands, and say what came of it. Raises what pipeline.build does."""
        report = self._build(config, index_later=True)
        get_ready(config, self._memory)
        return report

    def finish(self, config: Config) -> Report:
        """Bring the search index up to date, and say so. Raises what pipeline.build does."""
        return self._build(config, index_later=False)

    def _build(self, config: Config, *, index_later: bool) -> Report:
        stopwatch = tell.Stopwatch()
        report = pipeline.build(
            config,
            workers=self._workers,
            distrust=self._distrust,
            progress=tell.progress(self._quiet),
            index_later=index_later,
            memory=self._memory,
        )
        self._distrust = False  # what the first build looked at is known
        new = tuple(problem for problem in report.problems if problem not in self._told)
        more = {} if self._told else report.more
        self._told = frozenset(report.problems)
        tell.report(replace(report, problems=new, more=more), config.output, stopwatch, quiet=True)
        written, removed = report.pages.new + report.pages.changed, report.pages.deleted
        if not self._quiet and (index_later or written or removed):
            what = "Built" if index_later else "Search brought up to date"
            click.echo(f"{what} in {stopwatch}. Files written: {written:,}; removed: {removed:,}.")
        return report

    def failed(self, error: Exception) -> tuple[str, ...]:
        """Say why nothing was built; the same lines for the page."""
        if self._debug:
            traceback.print_exception(error)
        if isinstance(error, NewsArchiveError):
            lines = tuple(error.complaints)
        else:
            lines = (f"This is a fault of the program, not of your texts: {type(error).__name__}: {error}",)
        for line in (*lines, "Nothing was built. The site is shown as it was."):
            click.echo(line, err=True)
        return lines
