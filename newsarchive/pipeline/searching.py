"""The search index in a build: none, one that is made or brought up to date, or one that is left as it is for now."""

from collections.abc import Iterator
from typing import Protocol

from newsarchive.model import Page
from newsarchive.pipeline.around import SEARCH, Around
from newsarchive.pipeline.work import Work
from newsarchive.render import Plan


class Searching(Protocol):
    """What is done about the index. `waits`: it is left for the next build."""

    waits: bool

    def pages(self, kept: set[str]) -> Iterator[Page]:
        """The files that change, or all of them. The paths of those that stay are added to `kept`."""

    def remember(self) -> None:
        """Keeps in the store what the index now has."""


class NoIndex:
    """A site without a search."""

    waits = False

    def pages(self, kept: set[str]) -> Iterator[Page]:  # noqa: ARG002 - as of one that has pages
        """None."""
        return iter(())

    def remember(self) -> None:
        """There is nothing to keep."""


class LeftIndex:
    """An index that stands and is not touched."""

    waits = True

    def __init__(self, work: Work, around: Around) -> None:
        self._work = work
        self._around = around

    def pages(self, kept: set[str]) -> Iterator[Page]:
        """None: all files are kept."""
        kept |= self._around.output.files(SEARCH)
        return iter(())

    def remember(self) -> None:
        """Which articles it is to be brought up to date with."""
        self._around.tell_unindexed(self._work.moved | self._around.unindexed())


def searching(plan: Plan, work: Work, around: Around, *, anew: bool, later: bool) -> Searching:
    """What is done about the index of a site. `anew`: nothing that stands of it is to be trusted, so it cannot wait."""
    if not plan.site.has_search:
        return NoIndex()
    if later and not anew:
        return LeftIndex(work, around)
    from newsarchive.pipeline.indexing import Indexing  # noqa: PLC0415 - slow to load, and where no text changed needless

    return Indexing(plan, work, around, anew=anew)
