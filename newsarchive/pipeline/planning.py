"""What a site is to show, against what it showed: all articles linked, the pages to print found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from newsarchive.config import Config
from newsarchive.errors import InputError
from newsarchive.link import link
from newsarchive.model import Address, Problem
from newsarchive.pipeline.places import addresses_file
from newsarchive.pipeline.relating import relating
from newsarchive.pipeline.tasks import Printing, desk_for
from newsarchive.pipeline.work import NOTHING, Given, Marks, Shown, Work, find_work
from newsarchive.render import Desk, Look, Plan, template_looks
from newsarchive.store import Store, load_addresses, program_version


@dataclass(frozen=True, slots=True)
class Stands:
    """What is known of the site that stands: which of its pages are lost, and whether they are the ones that the store
    remembers; the files of templates and the hand-written page about the archive as they are now, and a hash of both;
    whether addresses.csv is as the last build left it, and whether that found nothing wrong with it.
    """

    lost: frozenset[str]
    templates: Mapping[str, bytes]
    about: str | None
    printed_with: bytes
    is_known: bool
    are_addresses_as_left: bool
    are_addresses_sound: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """All articles in their places: the addresses as they were known, where pages are made, and what from."""

    known: Sequence[Address]
    printing: Printing
    desk: Desk
    plan: Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """What a site is to show: its articles, what it showed, what there is to do, and what is wrong with its texts."""

    linked: Linked
    before: Shown
    work: Work
    problems: tuple[Problem, ...]


def marked_cards(store: Store) -> Marks:
    """The cards of all articles, with their marks, by the paths of their texts."""
    return {marked.card.source: marked for marked in store.texts.cards()}


def link_site(config: Config, store: Store, marks: Marks, stands: Stands) -> Linked:
    """Links all articles. ConfigError where addresses.csv cannot be followed."""
    is_ours = stands.are_addresses_as_left and stands.are_addresses_sound
    cards = (marked.card for marked in marks.values())
    known = load_addresses(addresses_file(config), is_ours=is_ours)
    archive = link(cards, known, config.choices, relating(store, marks), are_sound=is_ours)
    printing = Printing(config.site, config.templates, stands.printed_with, program_version())
    desk = desk_for(printing)
    return Linked(known, printing, desk, desk.plan(archive, store.texts.doubts_of))


def plan_site(config: Config, store: Store, stands: Stands) -> Planned:
    """Links all articles, and finds the pages that show something else than they showed.

    InputError or ConfigError where a file of the user cannot be read.
    """
    marks = marked_cards(store)
    linked, before = link_site(config, store, marks, stands), _shown(store)
    lots = linked.desk.lots(linked.plan, stands.about)
    given = Given(marks, template_looks(stands.templates), stands.lost)
    work = find_work(linked.plan, lots, given, before if stands.is_known else NOTHING)
    problems = (*store.texts.problems(), *chain.from_iterable(marked.card.problems for marked in marks.values()))
    return Planned(linked, before, work, problems)


def _shown(store: Store) -> Shown:
    """What the site that stands shows, as the store remembers it."""
    names = store.told("names", dict[str, tuple[str, str]]) or {}
    looks = store.told("looks", dict[str, Look]) or {}
    return Shown(store.faces.read(), names, store.lots.read(), store.records.read(), looks)


def about_text(config: Config) -> str | None:
    """The hand-written page about the archive. InputError where it cannot be read."""
    page = config.pages / "about.md" if config.pages else None
    try:
        return page.read_text(encoding="utf-8-sig") if page and page.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{page}: cannot be read: {error}. Save it as UTF-8 text") from None
