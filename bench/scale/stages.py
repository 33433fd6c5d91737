"""Where the CPU of a command of newsarchive goes, stage by stage and function by function.

    python bench/scale/stages.py PROFILE.json build ARCHIVE --workers 1 --quiet

Looks at the running program each millisecond of CPU, and gives the CPU since the last look to the innermost stage that
is at work: what a stage asks of libraries, of text or of the model is its own. Costs about a hundredth itself.
"""

import json
import runpy
import signal
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVERY = 0.001
STAGES = ("read", "survey", "label", "extract", "link", "render", "index", "publish", "store", "config", "serve", "cli")
ASKED = ("text", "model", "errors")
"""Packages that are no stages: they work for whoever asks."""
MOST = 40


def stage_of(files):
    """(stage, function) that is at work, by the (file, function) of each frame, the innermost first."""
    stage = function = None
    for file, name in files:
        if file.startswith("<frozen importlib"):
            return "start-up", "import"
        package = _package(file)
        if package is None:
            continue
        function = function or f"{file.rpartition('newsarchive/')[2]}: {name}"
        if stage is None and package not in ASKED:
            stage = package if package in STAGES else "pipeline"
    return stage or "start-up", function or "elsewhere"


def _package(file):
    """The package or module of newsarchive that a file lies in, if it does."""
    below = file.replace("\\", "/").rpartition("/newsarchive/")[2]
    return None if below == file.replace("\\", "/") else below.split("/")[0].removesuffix(".py")


class Watch:
    """Counts whose CPU it was."""

    def __init__(self):
        self.stages, self.functions = Counter(), Counter()
        self.last = time.process_time()

    def look(self, _signal, frame):
        now = time.process_time()
        stage, function = stage_of(_files(frame))
        self.stages[stage] += now - self.last
        self.functions[f"{stage} | {function}"] += now - self.last
        self.last = now

    def __enter__(self):
        signal.signal(signal.SIGPROF, self.look)
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
        return self

    def __exit__(self, *_):
        signal.setitimer(signal.ITIMER_PROF, 0)


def _files(frame):
    while frame:
        yield frame.f_code.co_filename, frame.f_code.co_name
        frame = frame.f_back


def main():
    result, sys.argv = Path(sys.argv[1]), ["build.py", *sys.argv[2:]]
    sys.path.insert(0, str(ROOT))
    with Watch() as watch:
        try:
            runpy.run_path(str(ROOT / "build.py"), run_name="__main__")
        except SystemExit as end:
            if end.code:
                raise
    found = {"stages": dict(watch.stages.most_common()), "functions": dict(watch.functions.most_common(MOST))}
    result.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
