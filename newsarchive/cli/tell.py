"""What the command says: progress, the end of a build, records."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from newsarchive.model import Article, Problem, Published, Report
from newsarchive.model.record import record

if TYPE_CHECKING:
    from newsarchive.pipeline import Progress

T = TypeVar("T")

REASONS = {
    "no_byline": "without a byline",
    "no_date": "without a date",
    "no_headline": "without a headline",
    "no_body": "without a paragraph",
    "doubtful_lines": "with doubtful lines",
}
"""How articles with these reasons are counted. They are only counted: a line for each would drown the rest."""


class Stopwatch:
    """Seconds since it was made. For people to read: no clock reaches what is built."""

    def __init__(self) -> None:
        self.start = time.perf_counter()

    def __str__(self) -> str:
        return f"{time.perf_counter() - self.start:.1f} s"


def progress(quiet: bool) -> "Progress":
    """A wrapper of long loops: a bar on a terminal, one line elsewhere, nothing when quiet."""

    def watched(items: Iterable[T], what: str, length: int) -> Iterator[T]:
        if quiet or not length:
            yield from items
        elif sys.stderr.isatty():
            with click.progressbar(items, length=length, label=what.capitalize(), file=sys.stderr) as bar:
                yield from bar
        else:
            click.echo(f"{what} {length:,}", err=True)
            yield from items

    return watched


def report(done: Report, output: Path, stopwatch: Stopwatch, *, quiet: bool) -> None:
    """The end of a build: what was built, what wants a look, what changed, where to open it."""
    for line in _listed(done.brief()):
        click.echo(line, err=True)
    if quiet:
        return
    if done.resumed:
        click.echo("An earlier build was interrupted; it was finished first.")
    click.echo(f"Built {so_many(done.articles, 'article')} in {stopwatch}.")
    if wanted := _wants_a_look(done):
        click.echo(f"Wants a look: {wanted}.")
    click.echo(f"Since the last build: {_changes(done)}.")
    click.echo(f"Open {(output / 'index.html').resolve().as_uri()}")
    click.echo("To share it as a ZIP file: it must be unpacked before it is opened.")


def record_line(item: Article | Problem) -> bool:
    """Print a record to standard output, or a problem to standard error; whether there was anything to look at."""
    if isinstance(item, Problem):
        click.echo(str(item), err=True)
        return True
    line = json.dumps(record(item), ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
    return bool(item.problems)


def _wants_a_look(done: Report) -> str:
    counts = Counter(problem.reason for problem in done.problems) + Counter(done.more)
    parts = [f"{counts.pop(reason):,} {words}" for reason, words in REASONS.items() if counts[reason]]
    parts += [so_many(done.copies, "exact copy", "exact copies")] if done.copies else []
    parts += [_reason(reason, count) for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return "; ".join(parts)


def _reason(reason: str, count: int) -> str:
    words = reason.replace("_", " ")
    return so_many(count, words, words if words.endswith("s") else None)


def _changes(done: Report) -> str:
    texts = [
        f"{count:,} {word}"
        for count, word in ((done.new, "new"), (done.edited, "edited"), (done.moved, "moved"), (done.gone, "gone"))
        if count
    ]
    return f"{', '.join(texts) or 'no text changed'}; {_files(done.pages)}"


def _files(pages: Published) -> str:
    written = pages.new + pages.changed
    parts = [f"{so_many(written, 'file')} written"] if written else []
    parts += [f"{pages.deleted:,} removed"] if pages.deleted else []
    parts += [f"{pages.unchanged:,} as they were"] if pages.unchanged else []
    return ", ".join(parts) or "nothing to write"


def _listed(brief: Report) -> Iterator[str]:
    """A line for each problem that is listed, and for each reason of which there are more; what is counted has none."""
    yield from (str(problem) for problem in brief.problems if problem.reason not in REASONS)
    for reason, count in brief.more.items():
        if reason not in REASONS:
            yield f"... and {count:,} more of the kind: {reason.replace('_', ' ')}"


def so_many(number: int, one: str, many: str | None = None) -> str:
    """A number and what there are so many of: (2, "page") -> "2 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
