"""A pool of processes: loaded where there is enough work for one, for it takes as long as a small build."""

import gc
import multiprocessing
import os
import pickle
import signal
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from newsarchive.errors import InputError
from newsarchive.pipeline.aside import aside, laying_aside
from newsarchive.pipeline.batches import Batch

Thing = TypeVar("Thing")
Done = TypeVar("Done")

_AHEAD = 2  # batches a worker that wait for it, so that it never waits


class Pool:
    """Fresh processes, spawned on every system, so that all behave alike."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._folder = aside()
        self._all = _processes(workers)
        self._beside: Executor | None = None

    def each(
        self, task: Callable[[Any, Batch[Thing]], Done], brief: object, batches: Iterable[Batch[Thing]]
    ) -> Iterator[Done]:
        """What the task makes of each batch, in order. No more batches are taken than are worked on or soon will be.

        InputError, naming the batch, where a worker is killed.
        """
        self._let_go()
        file = self._laid(brief)
        waiting: deque[tuple[str, Future[Done]]] = deque()
        for batch in batches:
            waiting.append((batch.name, self._submit(self._all, _work, task, file, batch)))
            if len(waiting) > self._workers * _AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
        file.unlink()

    def _let_go(self) -> None:
        """Ends what worked beside this process as soon as it is done: it would keep the memory that it took."""
        if self._beside:
            with _uninterrupted():  # else it may be in here that Ctrl-C is met, where Python passes over it
                self._beside.shutdown(wait=False)
                self._beside = None

    def shared(self, task: Callable[[Thing], Done], parts: Sequence[Thing], name: str) -> Callable[[], list[Done]]:
        """Begins a task of several parts, from the first on; what is given waits for all, and does those that were not
        begun by then, from the last on.

        InputError, naming the work, where the worker is killed.
        """
        self._beside = beside = self._beside or _processes(self._workers - 1)  # while this one works too
        begun = [self._submit(beside, task, part) for part in parts]
        return partial(_finished, name, task, parts, begun)

    def stop(self, *, at_once: bool) -> None:
        """Ends the processes; at once, it kills what is being worked on."""
        if at_once:
            for process in multiprocessing.active_children():
                process.kill()
        for pool in filter(None, (self._all, self._beside)):
            pool.shutdown(wait=not at_once, cancel_futures=True)
        self._folder.cleanup()

    @staticmethod
    def _submit(pool: Executor, task: Callable[..., Done], *told: object) -> Future[Done]:
        """The work on a task; where a worker was killed just before, work that fails in its turn."""
        try:
            with _uninterrupted():
                return pool.submit(task, *told)
        except BrokenProcessPool as error:
            broken: Future[Done] = Future()
            broken.set_exception(error)
            return broken

    def _laid(self, brief: object) -> Path:
        """A file with the brief, which each worker reads once. InputError where it cannot be written."""
        with laying_aside(str(Path(self._folder.name).parent)):
            handle, name = tempfile.mkstemp(dir=self._folder.name)
            with os.fdopen(handle, "wb") as file:
                pickle.dump(brief, file)
        return Path(name)


def _processes(workers: int) -> Executor:
    """So many processes, of which each starts when there is work for it."""
    fresh, threshold = multiprocessing.get_context("spawn"), gc.get_threshold()
    return ProcessPoolExecutor(workers, mp_context=fresh, initializer=_begin, initargs=threshold)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until the end of this, and processes that start in here pass over it from their first moment on: it
    is this one that ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where they pass over it a moment later
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(*threshold: int) -> None:
    """A worker collects as seldom as this process was told to."""
    gc.set_threshold(*threshold)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not inherited


def _work(task: Callable[[Any, Batch[Thing]], Done], brief: Path, batch: Batch[Thing]) -> Done:
    return task(_read(brief), batch)


@lru_cache(maxsize=2)
def _read(brief: Path) -> Any:  # noqa: ANN401 - whatever was laid there
    return pickle.loads(brief.read_bytes())  # noqa: S301 - laid by this build, for its own user alone to read


def _finished(
    name: str, task: Callable[[Thing], Done], parts: Sequence[Thing], begun: Sequence[Future[Done]]
) -> list[Done]:
    """What a task makes of each part."""
    own: list[Done] = []
    while len(own) < len(parts) and begun[-len(own) - 1].cancel():
        own.append(task(parts[-len(own) - 1]))
    return [_result(name, future) for future in begun[: len(parts) - len(own)]] + own[::-1]


def _result(name: str, future: Future[Done]) -> Done:
    try:
        return future.result()
    except BrokenProcessPool:
        advice = "Was there too little memory? Try --workers 1"
        raise InputError(f"A worker was killed while it worked on {name}. {advice}") from None
