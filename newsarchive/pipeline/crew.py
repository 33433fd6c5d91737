"""The crew: work in batches, in this process or in a pool of others, with the same results in the same order."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsarchive.pipeline.batches import Batch
from newsarchive.pipeline.progress import Progress

if TYPE_CHECKING:
    from newsarchive.pipeline.pool import Pool

Brief = TypeVar("Brief")
Thing = TypeVar("Thing")
Done = TypeVar("Done")

_WORTH_A_POOL = 400
_WORTH_SHARING = 16  # parts: fewer are done before another process has begun


class Crew:
    """Does work in batches. A task takes a brief, which is the same for all batches, and a batch."""

    def __init__(self, workers: int | None) -> None:
        """`workers`: how many processes at most (None: one a core)."""
        self._workers = workers or os.cpu_count() or 1
        self._pool: Pool | None = None

    @property
    def is_alone(self) -> bool:
        """Whether all is done in this process."""
        return self._workers == 1

    def each(
        self, task: Callable[[Brief, Batch[Thing]], Done], brief: Brief, batches: Iterable[Batch[Thing]], *, size: int
    ) -> Iterator[Done]:
        """What the task makes of each batch, in order. `size` is how many things there are in all batches together.

        InputError, naming the batch, where a worker is killed.
        """
        if self.is_alone or size < _WORTH_A_POOL:
            return (task(brief, batch) for batch in batches)
        return self._others().each(task, brief, batches)

    def beside(self, task: Callable[[Brief], Done], brief: Brief, name: str, *, is_long: bool) -> Callable[[], Done]:
        """Begins a task that `is_long` in another process, while this one goes on; what is given waits for what the
        task makes. One that is not long, and any where there is one process, is done when it is waited for.

        InputError, naming the work, where the worker is killed.
        """
        if self.is_alone or not is_long:
            return partial(task, brief)
        begun = self._others().shared(task, (brief,), name)
        return lambda: begun()[0]

    def shared(self, task: Callable[[Brief], Done], parts: Sequence[Brief], name: str) -> Callable[[], list[Done]]:
        """Begins a task of several parts in another process; what is given, called once, waits for what the task makes
        of each, and does itself what was not begun by then. All is done there where it is of few parts.

        InputError, naming the work, where the worker is killed.
        """
        if self.is_alone or len(parts) < _WORTH_SHARING:
            return lambda: [task(part) for part in parts]
        return self._others().shared(task, parts, name)

    def _others(self) -> "Pool":
        if self._pool is None:
            from newsarchive.pipeline.pool import Pool  # noqa: PLC0415 - slow to load, and small builds need none

            self._pool = Pool(self._workers)
        return self._pool

    def renew(self) -> None:
        """Lets fresh processes do what comes: those that have worked keep much of the memory that it took."""
        self.stop(at_once=False)
        self._pool = None

    def stop(self, *, at_once: bool) -> None:
        """Ends what works beside this process; at once, it kills what is being worked on."""
        if self._pool:
            self._pool.stop(at_once=at_once)


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work of a build, and who is told how far it is."""

    crew: Crew
    progress: Progress


@contextmanager
def at_work(workers: int | None, progress: Progress) -> Iterator[Hands]:
    """A crew for as long as it is needed. An error, or Ctrl-C, stops it at once."""
    crew = Crew(workers)
    try:
        yield Hands(crew, progress)
    except BaseException:
        crew.stop(at_once=True)
        raise
    crew.stop(at_once=False)
