"""What texts say, without a site: those of an archive with its habits, others each alone."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from newsarchive.config import Config
from newsarchive.errors import InputError
from newsarchive.label.explanation import Explained, explain
from newsarchive.model import Article, Choices, Habits, Problem
from newsarchive.pipeline.batches import batches
from newsarchive.pipeline.crew import Hands, at_work
from newsarchive.pipeline.places import store_file
from newsarchive.pipeline.reading import refresh, scan
from newsarchive.pipeline.tasks import Knowing, read_articles, read_source
from newsarchive.read import Text, decode, read
from newsarchive.store import open_store, program_version, unpress

T = TypeVar("T")

_TOGETHER = 128
_ALONE = Knowing(Habits.none, Choices.none)


def archive_records(config: Config) -> Iterator[Article | Problem]:
    """The articles of an archive in the order of their paths, read with its habits; problems where a text is none."""
    scanned = scan(config.articles)
    yield from scanned.reading.problems
    with open_store(store_file(config), program_version()) as store, at_work(None, _untold) as hands:
        refresh(scanned, config.choices, store, hands)
        yield from store.texts.problems()
        for pressed in store.texts.all_articles():
            yield unpress(Article, pressed)


def extract_alone(paths: Sequence[Path], *, workers: int | None) -> Iterator[Article | Problem]:
    """Each text of some files and folders, read alone: the articles in the order of their paths, and what is none."""
    with at_work(workers, _untold) as hands:
        for path in paths:
            reading = read(path)
            yield from reading.problems
            yield from _each_alone(reading.texts, hands)


def explain_alone(file: Path) -> tuple[Article, tuple[Explained, ...]]:
    """One text, read alone, and why each of its pieces is what it is. InputError where it gives no article."""
    if file.is_dir():
        raise InputError(f"{file}: is a folder. Name one text")
    (text,) = read(file).texts
    source = decode(text)
    if isinstance(source, Problem):
        raise InputError(str(source))
    pieces = explain(source)
    return read_source(source, [piece.span for piece in pieces], _ALONE), pieces


def _each_alone(texts: Sequence[Text], hands: Hands) -> Iterator[Article | Problem]:
    named = ((text.path, text) for text in texts)
    yield from chain.from_iterable(hands.crew.each(read_articles, _ALONE, batches(named, _TOGETHER), size=len(texts)))


def _untold(items: Iterable[T], what: str, length: int) -> Iterator[T]:  # noqa: ARG001 - as progress is told
    """The progress of what prints records: whoever reads these sees it."""
    return iter(items)
