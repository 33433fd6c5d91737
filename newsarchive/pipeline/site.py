"""From what the store holds of all texts to the site that stands: link, render, publish."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from newsarchive.config import Config
from newsarchive.model import Address, Archive, Habits, Page, Published, Report
from newsarchive.pipeline.around import SEARCH, Around
from newsarchive.pipeline.glance import Last
from newsarchive.pipeline.loading import forget_loaded, loading
from newsarchive.pipeline.places import addresses_file
from newsarchive.pipeline.planning import Linked, Stands, about_text, link_site, marked_cards, plan_site
from newsarchive.pipeline.printing import Printer
from newsarchive.pipeline.searching import searching
from newsarchive.pipeline.tasks import Knowing
from newsarchive.pipeline.wish import Wish
from newsarchive.pipeline.work import Shown
from newsarchive.publish import Standing
from newsarchive.render import template_files
from newsarchive.store import Store, addresses_csv, pack, save_addresses

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """What is remembered of a site that was published: hashes of the choices that its pages were made with, of what
    they were printed with (templates, the page about the archive), of what its search index was made with; the token of
    its files; a hash of addresses.csv as it was left, and whether nothing was found wrong with it; what was told.
    """

    made_with: bytes
    printed_with: bytes
    indexed_with: bytes
    token: str | None
    addresses: bytes
    are_addresses_sound: bool
    report: Report


def make_site(config: Config, around: Around, look: Callable[[], Standing], wish: Wish) -> Report:
    """The site of what the store holds. One that stands as it should is left alone; else what shows something new is
    printed and published. `look` gives what stands.
    """
    store, templates = around.store, template_files(config.templates)
    standing, made = look(), store.told("site", Made)
    if made is not None and made.token != standing.token:
        made = None  # another site stands
    is_known = made is not None and made.made_with == _made_with(config)
    about = about_text(config)
    stands = Stands(
        standing.lost,
        templates,
        about,
        _digest(pack((templates, about))),
        is_known=is_known,
        are_addresses_as_left=made is not None and made.addresses == _addresses_hash(config),
        are_addresses_sound=made is not None and made.are_addresses_sound,
    )
    if made is not None and _is_whole(made, stands) and store.told("current", bool):
        if wish.memory and not wish.memory.last:
            wish.memory.last = _last(config, store, link_site(config, store, marked_cards(store), stands))
        return _unchanged(made.report)
    is_index_known = made is not None and made.indexed_with == _indexed_with(config)
    found = _Found(stands, wish, is_index_known=is_index_known)
    try:
        return _make(config, around, found)
    finally:
        forget_loaded()


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found of the site that stands, what is wished, whether the index is the one that the store remembers."""

    stands: Stands
    wish: Wish
    is_index_known: bool

    @property
    def is_index_anew(self) -> bool:
        """Whether nothing that stands of the search index is to be trusted."""
        is_lost = any(path.startswith(SEARCH) for path in self.stands.lost)
        return is_lost or self.wish.distrust or not self.is_index_known


def _is_whole(made: Made, stands: Stands) -> bool:
    """Whether nothing but a text can make another site than the one that stands."""
    is_printed = made.printed_with == stands.printed_with and not stands.lost
    return stands.is_known and is_printed and stands.are_addresses_as_left


def _unchanged(report: Report) -> Report:
    """The report of a site that was left alone."""
    pages = report.pages
    pages = Published(new=0, changed=0, unchanged=pages.new + pages.changed + pages.unchanged, deleted=0)
    return replace(report, pages=pages, new=0, edited=0, moved=0, gone=0)


def _make(config: Config, around: Around, found: _Found) -> Report:
    """Prints the pages that show something else than they showed, and publishes them."""
    store, output, _ = around
    with loading():
        planned = plan_site(config, store, found.stands)
    linked, work = planned.linked, planned.work
    plan, archive = linked.plan, linked.plan.archive
    gone = _gone(config, linked.known, archive)
    if config.is_archive:
        save_addresses(addresses_file(config), archive.addresses)
    seams_before, seams = store.seams.read(), dict[str, bytes]()
    printer = Printer(around, linked.desk, linked.printing, seams_before)
    index = searching(plan, work, around, anew=found.is_index_anew, later=found.wish.index_later)
    kept = set[str]()
    pages = chain(printer.pages(plan, work, kept, seams), index.pages(kept), _addresses_page(config, archive))
    published = output.publish(pages, kept=kept, distrust=found.wish.distrust)
    report = replace(_report(archive, linked.known, published), problems=planned.problems, gone=gone)
    with store.change():
        _remember(store, planned.before, work.shown)
        stay = {path: held for path, held in seams_before.items() if path in kept}
        store.seams.keep(*_differing(seams_before, stay | seams))
        index.remember()
        if not index.waits:
            store.texts.drop_past()
        hashes = (_made_with(config), found.stands.printed_with, _indexed_with(config), published.token)
        store.tell("site", Made(*hashes, _addresses_hash(config), not archive.problems, report.brief()))
        store.tell("current", not index.waits)
    if memory := found.wish.memory:
        memory.last = _last(config, store, linked)
    problems = (*planned.problems, *archive.problems)  # of addresses only the build tells that moved them
    return replace(report, problems=problems)


def _last(config: Config, store: Store, linked: Linked) -> Last:
    """What a glance at an edited text needs of a site."""
    knowing = Knowing(store.told("habits", Habits) or Habits.none, config.choices)
    return Last(linked.plan, linked.desk, knowing)


def _remember(store: Store, before: Shown, shown: Shown) -> None:
    """Keeps in the store what the site shows now."""
    store.faces.keep(*_differing(before.faces, shown.faces))
    store.lots.keep(*_differing(before.lots, shown.lots))
    store.records.keep(*_differing(before.records, shown.records))
    if before.names != shown.names:
        store.tell("names", shown.names)
    store.tell("looks", shown.looks)


def _addresses_page(config: Config, archive: Archive) -> Iterator[Page]:
    """The addresses as a file of the site, where there is no other place to keep them."""
    if not config.is_archive:
        yield Page(addresses_file(config).name, addresses_csv(archive.addresses))


def _made_with(config: Config) -> bytes:
    return _digest(pack((config.site, config.is_archive)))


def _indexed_with(config: Config) -> bytes:
    """Of the rest, the index is told by what is remembered of each article and by what the site shows of it."""
    return _digest(pack((config.site.has_search, config.site.edition)))


def _addresses_hash(config: Config) -> bytes:
    file = addresses_file(config)
    return _digest(file.read_bytes()) if file.is_file() else b""


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _differing(before: Mapping[str, T], after: Mapping[str, T]) -> tuple[dict[str, T], list[str]]:
    """What is new or other than before, and the names of what is gone."""
    new = {name: value for name, value in after.items() if before.get(name) != value}
    return new, [name for name in before if name not in after]


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
