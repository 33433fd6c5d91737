"""pipeline: what each command does, as a table of contents."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsarchive.config import Config, lay_out, load, plain
from newsarchive.errors import InputError
from newsarchive.model import Article, Choices, Habits, Problem
from newsarchive.pipeline.batches import batches
from newsarchive.pipeline.build import build
from newsarchive.pipeline.checking import Place, check_site, find_site
from newsarchive.pipeline.crew import Hands, at_work
from newsarchive.pipeline.glance import Memory, get_ready, glance
from newsarchive.pipeline.places import CONFIG, store_file
from newsarchive.pipeline.progress import Progress
from newsarchive.pipeline.reading import refresh, scan
from newsarchive.pipeline.tasks import Knowing, read_articles, read_source
from newsarchive.read import Text, decode, read
from newsarchive.render import default_template, template_names
from newsarchive.store import open_store, program_version, unpress

if TYPE_CHECKING:
    from newsarchive.label.explanation import Explained

__all__ = [
    "CONFIG",
    "Memory",
    "Place",
    "Progress",
    "archive_records",
    "build",
    "check_site",
    "copy_template",
    "explain_alone",
    "extract_alone",
    "find_archive",
    "find_site",
    "get_ready",
    "glance",
    "lay_out",
    "template_names",
]

T = TypeVar("T")

_TOGETHER = 128
_ALONE = Knowing(Habits.none, Choices.none)


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


def explain_alone(file: Path) -> "tuple[Article, tuple[Explained, ...]]":
    """One text, read alone, and why each of its pieces is what it is. InputError where it gives no article."""
    from newsarchive.label.explanation import explain  # noqa: PLC0415 - slow to load, and other commands need none

    if file.is_dir():
        raise InputError(f"{file}: is a folder. Name one text")
    (text,) = read(file).texts
    source = decode(text)
    if isinstance(source, Problem):
        raise InputError(str(source))
    pieces = explain(source)
    return read_source(source, [piece.span for piece in pieces], _ALONE), pieces


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


def _each_alone(texts: Sequence[Text], hands: Hands) -> Iterator[Article | Problem]:
    named = ((text.path, text) for text in texts)
    yield from chain.from_iterable(hands.crew.each(read_articles, _ALONE, batches(named, _TOGETHER), size=len(texts)))


def _untold(items: Iterable[T], what: str, length: int) -> Iterator[T]:  # noqa: ARG001 - as progress is told
    """The progress of what prints records: whoever reads these sees it."""
    return iter(items)
