"""Kill a command at any moment while it writes a site, and look at what stands: a harness for tests, and a script.

As a script it runs another Python script under watch:

    python kill_site.py OUTPUT STEP PAUSE SCRIPT ARGUMENTS…

Before the STEP-th time that the script is about to change anything below OUTPUT the process ends at once, as if
killed (0: never). At the first it prints a line. Before each rename and removal it waits PAUSE seconds, as moves are
over so soon that random moments would seldom fall among them.
"""

import os
import posixpath
import re
import runpy
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

STOPPED = 86  # the exit code of a script that came to its last step
_STATE = ".newsarchive"
_LINK = re.compile(r"""(?:href|src)="([^"]*)\"""")
_ROOT = Path(__file__).parents[1]


def files_in(folder: Path) -> dict[str, bytes]:
    """All files below the folder, but for what publishing keeps for itself."""
    files = (path for path in folder.rglob("*") if path.is_file())
    told = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {path: content for path, content in told.items() if not path.startswith(f"{_STATE}/")}


def torn_files(folder: Path, *sites: Mapping[str, bytes]) -> list[str]:
    """The files that are not, byte for byte, as one of the sites has them."""
    return [path for path, content in files_in(folder).items() if all(site.get(path) != content for site in sites)]


def dead_links(folder: Path, starts: Iterable[str] = ("index.html",)) -> list[str]:
    """Follow all links inside the folder from these pages on; "page -> link" for each that leads nowhere."""
    waiting = [start for start in starts if (folder / start).is_file()]
    seen = set(waiting)
    dead = []
    while waiting:
        page = waiting.pop()
        for link in _links(folder / page):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
            if not (folder / target).is_file():
                dead.append(f"{page} -> {link}")
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return dead


def run_to_step(output: Path, step: int, script: Path, *arguments: object) -> bool:
    """Run a script until it is about to change the output for the `step`-th time; whether it came that far.

    A script that ends before, and well, says so by False; one that fails raises CalledProcessError.
    """
    done = subprocess.run(  # noqa: S603
        _watched(output, step, 0.0, script, arguments),
        env=_environment(),
        capture_output=True,
        check=False,
    )
    if done.returncode == STOPPED:
        return True
    done.check_returncode()
    return False


def run_and_kill(output: Path, moment: float, pause: float, script: Path, *arguments: object) -> bool:
    """Kill a script (SIGKILL) so many seconds after it first changed the output; whether it was still running."""
    with _started(output, pause, script, arguments) as process:
        time.sleep(moment)
        process.kill()
        return process.wait() != 0


def seconds_of_writing(output: Path, pause: float, script: Path, *arguments: object) -> float:
    """How long a script runs from its first change of the output folder to its end."""
    with _started(output, pause, script, arguments) as process:
        begun = time.perf_counter()
        process.wait()
        return time.perf_counter() - begun


def _links(page: Path) -> Iterator[str]:
    if page.suffix == ".html":
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                yield unquote(parts.path)


def _started(output: Path, pause: float, script: Path, arguments: Iterable[object]) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(  # noqa: S603
        _watched(output, 0, pause, script, arguments),
        env=_environment(),
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _watched(output: Path, step: int, pause: float, script: Path, arguments: Iterable[object]) -> list[str]:
    return [sys.executable, __file__, *map(str, (output, step, pause, script, *arguments))]


def _environment() -> dict[str, str]:
    above = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *([above] if above else [])])}


class _Watch:
    """An audit hook: Python tells it of every file that is opened, renamed, removed, and of every folder."""

    _CHANGES = frozenset({"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"})
    _WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

    def __init__(self, output: str, step: int, pause: float) -> None:
        self._output = os.path.realpath(output)
        self._step = step
        self._pause = pause
        self._count = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._is_change(event, arguments):
            self._count += 1
            if self._count == 1:
                os.write(1, b"writing\n")
            if self._count == self._step:
                os._exit(STOPPED)
            if event in {"os.rename", "os.remove"} and not self._is_clearing(event, arguments):
                time.sleep(self._pause)

    def _is_change(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "open":
            writes = isinstance(arguments[2], int) and bool(arguments[2] & self._WRITES)
            return writes and self._is_below(arguments[0])
        if event not in self._CHANGES:
            return False
        return self._is_clearing(event, arguments) or self._is_below(arguments[1 if event == "os.rename" else 0])

    @staticmethod
    def _is_clearing(event: str, arguments: tuple[object, ...]) -> bool:
        """Whether a name in an open folder goes, without its path, as shutil.rmtree does it."""
        return event in {"os.remove", "os.rmdir"} and arguments[-1] != -1

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._output)


def _main() -> None:
    output, step, pause, script, *arguments = sys.argv[1:]
    sys.addaudithook(_Watch(output, int(step), float(pause)))
    sys.argv = [script, *arguments]
    runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    _main()
