"""The crew: work in batches, in this process or in a pool of others, with the same results in the same order."""

import gc
import multiprocessing
import os
import pickle
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from newsarchive.errors import InputError
from newsarchive.pipeline.batches import Batch
from newsarchive.pipeline.progress import Progress

Brief = TypeVar("Brief")
Thing = TypeVar("Thing")
Done = TypeVar("Done")

_WORTH_A_POOL = 400
_AHEAD = 2  # batches a worker that wait for it, so that it never waits


class Crew:
    """Does work in batches. A task takes a brief, which is the same for all batches, and a batch."""

    def __init__(self, workers: int | None, folder: Path) -> None:
        """`workers`: how many processes at most (None: one a core); `folder` is where briefs are laid."""
        self._workers = workers or os.cpu_count() or 1
        self._folder = folder
        self._pool: Executor | None = None

    def each(
        self, task: Callable[[Brief, Batch[Thing]], Done], brief: Brief, batches: Iterable[Batch[Thing]], *, size: int
    ) -> Iterator[Done]:
        """What the task makes of each batch, in order. `size` is how many things there are in all batches together.

        No more batches are taken than are worked on, so memory is bounded. InputError, naming the batch, where a
        worker is killed.
        """
        if self._workers == 1 or size < _WORTH_A_POOL:
            yield from (task(brief, batch) for batch in batches)
            return
        file = self._laid(brief)
        try:
            yield from self._all(task, file, batches)
        finally:
            file.unlink(missing_ok=True)

    def _all(
        self, task: Callable[[Any, Batch[Thing]], Done], brief: Path, batches: Iterable[Batch[Thing]]
    ) -> Iterator[Done]:
        pool = self._pool = self._pool or _pool(self._workers)
        waiting: deque[tuple[str, Future[Done]]] = deque()
        for batch in batches:
            waiting.append((batch.name, pool.submit(_work, task, brief, batch)))
            if len(waiting) > self._workers * _AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())

    def _laid(self, brief: object) -> Path:
        """A file with the brief, which each worker reads once."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            pickle.dump(brief, file)
        return Path(name)

    def stop(self, *, at_once: bool) -> None:
        """Ends the pool; at once, it kills what is being worked on."""
        if self._pool:
            if at_once:
                for process in multiprocessing.active_children():
                    process.kill()
            self._pool.shutdown(wait=not at_once, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work of a build, and who is told how far it is."""

    crew: Crew
    progress: Progress


@contextmanager
def at_work(workers: int | None, progress: Progress) -> Iterator[Hands]:
    """A crew for as long as it is needed. An error, or Ctrl-C, stops it at once."""
    with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder:
        crew = Crew(workers, Path(folder))
        try:
            yield Hands(crew, progress)
        except BaseException:
            crew.stop(at_once=True)
            raise
        crew.stop(at_once=False)


def _pool(workers: int) -> Executor:
    """A pool of fresh processes, spawned on every system, so that all behave alike."""
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=fresh, initializer=_begin, initargs=gc.get_threshold())
    with _uninterrupted():
        pool.submit(int)  # by which they start
    return pool


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that start in here pass over Ctrl-C from their first moment on: it is this one that ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(*threshold: int) -> None:
    """A worker collects as seldom as this process was told to."""
    gc.set_threshold(*threshold)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not inherited


def _work(task: Callable[[Any, Batch[Thing]], Done], brief: Path, batch: Batch[Thing]) -> Done:
    return task(_read(brief), batch)


@lru_cache(maxsize=2)
def _read(brief: Path) -> Any:  # noqa: ANN401 - whatever was laid there
    return pickle.loads(brief.read_bytes())  # noqa: S301 - laid by this build, for its own user alone to read


def _result(name: str, future: "Future[Done]") -> Done:
    try:
        return future.result()
    except BrokenProcessPool:
        advice = "Was there too little memory? Try --workers 1"
        raise InputError(f"A worker was killed while it worked on {name}. {advice}") from None
