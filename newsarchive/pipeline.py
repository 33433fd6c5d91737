"""The line, end to end: what each command does, as a table of contents."""

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Protocol, TypeVar

from newsarchive.config import Config, lay_out, load, plain
from newsarchive.errors import InputError, NewsArchiveError
from newsarchive.extract import extract
from newsarchive.label import label_all
from newsarchive.label.explanation import Explained, explain
from newsarchive.link import card, link
from newsarchive.model import Address, Archive, Article, Choices, Habits, Page, Problem, Published, Report, Source, Span
from newsarchive.publish import publish, recover
from newsarchive.read import Text, decode, read
from newsarchive.render import default_template, render, template_names
from newsarchive.store import addresses_csv, load_addresses, save_addresses
from newsarchive.survey import survey
from newsarchive.text.ledger import imbalances

__all__ = [
    "archive_records",
    "build",
    "copy_template",
    "explain_alone",
    "extract_alone",
    "find_archive",
    "lay_out",
    "template_names",
]

CONFIG = "config.yaml"
ADDRESSES = "addresses.csv"

_BATCH = 64
_WORTH_A_POOL = 400

T = TypeVar("T")


class Progress(Protocol):
    """Passes items through and shows how far they are: the items, what is done with them, how many there are."""

    def __call__(self, items: Iterable[T], what: str, length: int) -> Iterator[T]: ...


def build(config: Config, *, workers: int | None, distrust: bool, progress: Progress) -> Report:
    """Read, survey, label, extract, link, render, publish. NewsArchiveError where that fails: the site is as it was."""
    resumed = recover(config.output)
    reading = read(config.articles)
    known = _known(config)
    habits = survey(_sources(reading.texts))
    found = _read_all(reading.texts, habits, config.choices, workers)
    articles, problems = _parted(progress(found, "reading", len(reading.texts)))
    archive = link(map(card, articles), known, config.choices)
    written = progress(_by_number(articles, archive), "writing", len(articles))
    pages = render(archive, written, config.site, templates=config.templates, about=_about(config))
    if config.is_archive:
        save_addresses(config.root / ADDRESSES, archive.addresses)
    else:
        pages = chain(pages, (Page(ADDRESSES, addresses_csv(archive.addresses)),))
    gone = _gone(config, known, archive)
    published = publish(pages, config.output, articles=config.articles, distrust=distrust)
    every = (*config.problems, *reading.problems, *problems, *archive.problems)
    return replace(_report(archive, known, published), problems=every, gone=gone, resumed=resumed)


def find_archive(path: Path | None, config: Path | None, output: Path | None) -> Config:
    """What a command is about: the archive of a config.yaml, or a plain folder of texts.

    InputError where neither is there; ConfigError, with all complaints, where the configuration cannot be followed.
    """
    file = config or (path or Path()) / CONFIG
    if config or file.is_file():
        return load(file, output=output)
    if path is None:
        raise InputError(f"There is no {CONFIG} here. Name a folder of texts, or an archive: newsarchive FOLDER")
    if not path.is_dir():
        raise InputError(f"{path}: there is no such folder. Name a folder of texts, or an archive with a {CONFIG}")
    return plain(path, output=output)


def archive_records(config: Config) -> Iterator[Article | Problem]:
    """The articles of an archive in the order of their paths, read with its habits; problems where a text is none."""
    reading = read(config.articles)
    yield from reading.problems
    yield from _read_all(reading.texts, survey(_sources(reading.texts)), config.choices, 1)


def extract_alone(paths: Sequence[Path], *, workers: int | None) -> Iterator[Article | Problem]:
    """Each text of some files and folders, read alone: the articles in the order of their paths, and what is none."""
    for path in paths:
        reading = read(path)
        yield from reading.problems
        yield from _read_all(reading.texts, Habits.none, Choices.none, workers)


def explain_alone(file: Path) -> tuple[Article, tuple[Explained, ...]]:
    """One text, read alone, and why each of its pieces is what it is. InputError where it gives no article."""
    if file.is_dir():
        raise InputError(f"{file}: is a folder. Name one text")
    (text,) = read(file).texts
    source = decode(text)
    if isinstance(source, Problem):
        raise InputError(str(source))
    pieces = explain(source)
    return _read_source(source, [piece.span for piece in pieces], Habits.none, Choices.none), pieces


def copy_template(config: Config, name: str) -> Path:
    """Copies a default template into the archive's own folder of templates, where it stands for the default.

    InputError where there is no template of that name, no archive, or a file in its place already.
    """
    if not config.is_archive:
        raise InputError(
            f"{config.root}: has no {CONFIG}. Templates of your own need an archive: newsarchive new FOLDER"
        )
    content = default_template(name)
    path = (config.templates or config.root / "templates") / name
    if path.exists():
        raise InputError(f"{path}: is there already; nothing was copied")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror})") from None
    return path


def _sources(texts: Iterable[Text]) -> Iterator[Source]:
    return (source for source in map(decode, texts) if isinstance(source, Source) and not source.draft)


def _read_batch(habits: Habits, choices: Choices, texts: Sequence[Text]) -> list[Article | Problem]:
    """The article of each text, or the problem where there is none; labelled together, which costs less."""
    decoded = [decode(text) for text in texts]
    sources = [one for one in decoded if isinstance(one, Source)]
    spans = iter(label_all(sources, habits, choices))
    return [one if isinstance(one, Problem) else _read_source(one, next(spans), habits, choices) for one in decoded]


def _read_source(source: Source, spans: Sequence[Span], habits: Habits, choices: Choices) -> Article:
    article = extract(source, spans, habits, choices)
    if wrong := next(imbalances(source, spans), None):
        raise NewsArchiveError(f"{source.path}: the ledger does not balance: {wrong}. Please report this text")
    return article


def _read_all(
    texts: Sequence[Text], habits: Habits, choices: Choices, workers: int | None
) -> Iterator[Article | Problem]:
    """Every text in order. Large archives are read in a pool of processes, which changes no byte of what comes out."""
    one_batch = partial(_read_batch, habits, choices)
    if workers == 1 or len(texts) < _WORTH_A_POOL:
        yield from chain.from_iterable(map(one_batch, _batches(texts)))
        return
    with _pool(workers or os.cpu_count() or 1) as pool:
        try:
            yield from chain.from_iterable(pool.map(one_batch, _batches(texts)))
        except BrokenProcessPool:
            raise InputError("A worker was killed while it read texts: too little memory? Try --workers 1") from None


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """A pool of fresh processes (spawned on every system, so that all behave alike), stopped at once on an error."""
    fresh = multiprocessing.get_context("spawn")
    # a fresh process collects as seldom as this one was told to
    pool = ProcessPoolExecutor(workers, mp_context=fresh, initializer=gc.set_threshold, initargs=gc.get_threshold())
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(texts: Iterable[Text]) -> Iterator[tuple[Text, ...]]:
    texts = iter(texts)
    while batch := tuple(islice(texts, _BATCH)):
        yield batch


def _parted(found: Iterable[Article | Problem]) -> tuple[list[Article], list[Problem]]:
    """The articles that are shown, and every problem: of texts that gave none, and of those that did."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
        elif not item.draft:
            articles.append(item)
            problems.extend(item.problems)
    return articles, problems


def _by_number(articles: Iterable[Article], archive: Archive) -> list[Article]:
    """Articles in the order of their numbers, in which the data files hold them."""
    numbers = {row.path: row.number for row in archive.addresses if row.id in archive.entries}
    return sorted(articles, key=lambda article: numbers[article.source])


def _known(config: Config) -> tuple[Address, ...]:
    """The addresses that were given before: beside config.yaml, or, for a plain folder, in the site itself."""
    return load_addresses((config.root if config.is_archive else config.output) / ADDRESSES)


def _about(config: Config) -> str | None:
    page = config.pages / "about.md" if config.pages else None
    try:
        return page.read_text(encoding="utf-8-sig") if page and page.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{page}: cannot be read: {error}. Save it as UTF-8 text") from None


def _gone(config: Config, known: Sequence[Address], archive: Archive) -> int:
    """How many texts went since the last build: they have an address and a page, and are in the archive no more."""
    return sum((config.output / row.address).is_file() for row in known if row.id not in archive.entries)


def _report(archive: Archive, known: Sequence[Address], published: Published) -> Report:
    before = {row.id: row for row in known}
    now = [(row, before.get(row.id)) for row in archive.addresses if row.id in archive.entries]
    return Report(
        articles=len(archive.entries),
        pages=published,
        copies=sum(entry.is_copy for entry in archive.entries.values()),
        new=sum(old is None for _, old in now),
        edited=sum(old is not None and row.sha256 != old.sha256 for row, old in now),
        moved=sum(old is not None and row.path != old.path for row, old in now),
    )
