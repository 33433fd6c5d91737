"""The search index in a build: none, one that is made or brought up to date, or one that is left as it is for now."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from newsarchive.model import Page
from newsarchive.pipeline.around import SEARCH, Around
from newsarchive.pipeline.work import Work
from newsarchive.render import Plan
from newsarchive.store import Store

_UNINDEXED = "unindexed"  # the articles that moved since the index was left as it is


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

    def __init__(self, store: Store) -> None:
        self._store = store

    def pages(self, kept: set[str]) -> Iterator[Page]:  # noqa: ARG002 - as of one that has pages
        """None."""
        return iter(())

    def remember(self) -> None:
        """Nothing is left of what was."""
        self._store.texts.drop_past()


class LeftIndex:
    """An index that stands and is not touched."""

    waits = True

    def __init__(self, work: Work, around: Around) -> None:
        self._work = work
        self._store, self._output, _ = around

    def pages(self, kept: set[str]) -> Iterator[Page]:
        """None: all files are kept."""
        kept |= self._output.files(SEARCH)
        return iter(())

    def remember(self) -> None:
        """Which articles it is to be brought up to date with."""
        self._store.tell(_UNINDEXED, sorted(self._work.moved | _unindexed(self._store)))


class _Made:
    """An index that is made, or brought up to date."""

    waits = False

    def __init__(self, plan: Plan, work: Work, around: Around, *, anew: bool) -> None:
        from newsarchive.pipeline.indexing import Indexing  # noqa: PLC0415 - slow to load, and where no text changed needless

        self._store = around.store
        work = replace(work, moved=work.moved | _unindexed(around.store))
        self._indexing = Indexing(plan, work, around, anew=anew)

    def pages(self, kept: set[str]) -> Iterator[Page]:
        return self._indexing.pages(kept)

    def remember(self) -> None:
        self._indexing.remember()
        self._store.texts.drop_past()
        self._store.tell(_UNINDEXED, None)


def searching(plan: Plan, work: Work, around: Around, *, anew: bool, later: bool) -> Searching:
    """What is done about the index of a site. `anew`: nothing that stands of it is to be trusted, so it cannot wait."""
    if not plan.site.has_search:
        return NoIndex(around.store)
    if later and not anew:
        return LeftIndex(work, around)
    return _Made(plan, work, around, anew=anew)


def _unindexed(store: Store) -> frozenset[str]:
    return frozenset(store.told(_UNINDEXED, list[str]) or ())
