"""What a command costs: wall clock, CPU and memory of all its processes together."""

import os
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

from memory import held_by

EVERY = 0.05
# Where Python keeps no bytecode each process compiles the program anew: that is nobody's machine but a container's.
_PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class FailedError(Exception):
    """A command that ended badly or not in time: what it said last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall clock and of CPU, the most megabytes at one moment, and (second, megabytes) over time."""

    wall: float
    cpu: float
    memory: float
    over_time: tuple = ()


def cost_of(command, *, folder=None, more_env=None, limit=None):
    """Runs a command and returns its Cost. FailedError where it fails, or takes more seconds than the limit."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**_PLAIN, **(more_env or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        status, usage, samples, late = _watched(process, start, limit)
        wall = time.perf_counter() - start
        if late:
            raise FailedError(f"not within {limit:,} s")
        if status:
            raise FailedError(f"{command[0]}: {_tail(said)}")
    most = max((held for _, held in samples), default=0.0)
    return Cost(wall, usage.ru_utime + usage.ru_stime, most, tuple(samples))


def median(costs):
    """The Cost of several runs: the median of each figure, and the memory over time of the last."""
    figures = (statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory"))
    return Cost(*figures, costs[-1].over_time)


def _watched(process, start, limit):
    """Exit code and use of resources of a process, its memory over time, and whether it was too late."""
    samples, ended, late = [], threading.Event(), []

    def watch():
        while not ended.is_set():
            now = time.perf_counter()
            if held := held_by(process.pid):  # nothing: it has ended
                samples.append((now - start, held))
            if limit and now - start > limit and not late:
                late.append(True)
                os.killpg(process.pid, signal.SIGKILL)
            ended.wait(max(EVERY, 4 * (time.perf_counter() - now)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)  # with all descendants that were waited for
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        ended.set()
        watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage, samples, bool(late)


def _tail(said):
    said.seek(max(0, said.seek(0, os.SEEK_END) - 500))
    return said.read().decode(errors="replace").strip() or "it said nothing"
