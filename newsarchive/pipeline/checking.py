"""Checking a site that stands: its files by the crew, its articles against their texts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from newsarchive.check import Look, Site, Task, check, ledger
from newsarchive.config import Config, load, plain
from newsarchive.errors import BrokenStoreError, InputError
from newsarchive.model import Article, Checked, Finding, Unchecked
from newsarchive.pipeline.batches import Batch, batches
from newsarchive.pipeline.crew import Hands, at_work
from newsarchive.pipeline.places import CONFIG, addresses_file, store_file
from newsarchive.pipeline.progress import Progress
from newsarchive.pipeline.reading import scan
from newsarchive.publish import made_files
from newsarchive.read import Text, decode
from newsarchive.store import Store, load_addresses, look_into, program_version, unpress

_FRONT_PAGE = "index.html"
_TOGETHER = 128


class Place(NamedTuple):
    """A site that stands, and the archive or folder that it was made of, where that is at hand."""

    output: Path
    config: Config | None


class Proof(NamedTuple):
    """An article, pressed, with its text and the path of its page."""

    text: Text
    pressed: bytes
    page: str


def find_site(path: Path | None, config: Path | None, output: Path | None) -> Place:
    """What is to be checked: the site of an archive or of a folder of texts, or a folder that is such a site itself.

    InputError where there is none of these; ConfigError where the configuration cannot be followed.
    """
    file = config or (path or Path()) / CONFIG
    if config or file.is_file():
        archive = load(file, output=output)
        return Place(archive.output, archive)
    if output is None and _is_site(path or Path()):
        return Place((path or Path()).absolute(), None)
    if path is None and output is not None:
        return Place(output.absolute(), None)
    if path is None or not path.is_dir():
        missing = f"{path}: there is no such folder" if path else f"There is neither a {CONFIG} nor a site here"
        raise InputError(f"{missing}. Name an archive, a folder of texts or a site: newsarchive check FOLDER")
    texts = plain(path, output=output)
    return Place(texts.output, texts)


def check_site(place: Place, *, workers: int | None, progress: Progress) -> Iterator[Finding | Unchecked | Checked]:
    """Everything that is wrong in a site, what could not be checked, and at the end how much was.

    InputError where no site stands there; PublishError where one is just being written, or its manifest is broken.
    """
    made = made_files(place.output) if place.output.is_dir() else None
    if made is None and not _is_site(place.output):
        raise InputError(f"{place.output}: no site stands here: there is no {_FRONT_PAGE}. Build it first")
    url = place.config.site.url if place.config else None
    with at_work(workers, progress) as hands:
        for told in check(place.output, made, f"{url.rstrip('/')}/" if url else None, partial(_each, hands)):
            if isinstance(told, Checked):
                yield from _ledgers(place, hands)
            yield told


def _is_site(folder: Path) -> bool:
    return (folder / _FRONT_PAGE).is_file()


def _each(hands: Hands, task: Task, site: Site, paths: Sequence[str], together: int) -> Iterator[Sequence[Look]]:
    named = batches(((path, path) for path in paths), together)
    looked = hands.crew.each(partial(_at_all, task), site, named, size=len(site.numbers))
    return hands.progress(chain.from_iterable(looked), "checking", len(paths))


def _at_all(task: Task, site: Site, paths: Batch[str]) -> list[Sequence[Look]]:
    return [task(site, path) for path in paths.items]


def _ledgers(place: Place, hands: Hands) -> Iterator[Finding | Unchecked]:
    """Each article against its text, as the store has it."""
    if place.config is None:
        yield Unchecked(
            "ledger", "the texts are not known: name the archive, and its site with -o where that is elsewhere"
        )
        return
    with look_into(store_file(place.config), program_version()) as store:
        if store is None:
            yield Unchecked("ledger", "this version of the program remembers no build of this archive: build it again")
            return
        try:
            yield from _proved(place.config, place.output, store, hands)
        except BrokenStoreError as error:
            yield Unchecked("ledger", f"{error}. Build again with --full")


def _proved(config: Config, output: Path, store: Store, hands: Hands) -> Iterator[Finding]:
    texts = {text.path: text for text in scan(config.articles).reading.texts}
    rows = (row for row in load_addresses(addresses_file(config)) if (output / row.address).is_file())
    pages = {row.path: row.address for row in rows}
    for path in sorted(pages.keys() - texts.keys()):
        cause = f"its text {path!r} is not there any more"
        yield Finding("ledger", pages[path], None, cause, "Put it back, or build again so that its page goes")
    known = sorted(pages.keys() & texts.keys() & store.texts.extracted())
    proved = hands.crew.each(prove, None, _proofs(known, store, texts, pages), size=len(known))
    yield from chain.from_iterable(hands.progress(chain.from_iterable(proved), "proving", len(known)))


def _proofs(
    known: Sequence[str], store: Store, texts: Mapping[str, Text], pages: Mapping[str, str]
) -> Iterator[Batch[Proof]]:
    for part in batches(zip(known, known, strict=True), _TOGETHER):
        pressed = zip(part.items, store.texts.articles(part.items), strict=True)
        yield Batch(part.name, tuple(Proof(texts[path], article, pages[path]) for path, article in pressed))


def prove(_: None, proofs: Batch[Proof]) -> list[list[Finding]]:
    """What is wrong with the ledger of each of some articles."""
    return [list(ledger(decode(each.text), unpress(Article, each.pressed), each.page)) for each in proofs.items]
