"""outlets/index.html and authors/index.html: every name from A to Z; of many, a page for each letter."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from newsarchive.model import Group
from newsarchive.render.coverage import tables_ways
from newsarchive.render.dates import span_words
from newsarchive.render.drawers import drawer_name, file_names
from newsarchive.render.entries import shorten
from newsarchive.render.filing import Drawer
from newsarchive.render.kinds import Kind, group_path
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.titles import Beginning

_MOST = 250  # names of a page: with a number and a span each they weigh some 80 kB
_NAME = 120  # characters of one
_NO_LETTER = "\U0010ffff"  # sorts after every letter


class NameView(NamedTuple):
    """A name in an index: its link, how many articles it has, and from when to when."""

    link: Link
    articles: str
    span: str | None


class Letter(NamedTuple):
    """The names under one letter."""

    letter: str
    names: tuple[NameView, ...]


class IndexView(NamedTuple):
    """An index of names from A to Z (`letters`), or what leads to its parts (`beginnings`); `part` names one of these.

    `ways` lead to the tables of outlets by month, a year each.
    """

    heading: str
    part: str | None = None
    sums: tuple[Sentence, ...] = ()
    ways: tuple[Link, ...] = ()
    beginnings: tuple[Beginning, ...] = ()
    letters: tuple[Letter, ...] = ()


class _Name(NamedTuple):
    """What an index says of a name."""

    name: str
    path: str
    articles: int
    first: str
    last: str


def index_lots(plan: Plan, kind: Kind) -> Iterator[Lot]:
    """The index of a kind of names and, where they are many, its parts."""
    names = {group.slug: group for group in kind.groups}
    drawers = file_names(((group.slug, group.name) for group in kind.groups), _MOST) if len(names) > _MOST else ()
    path = _index(kind)
    yield lot_of(
        Sheet(
            path=path,
            template="index.html",
            title=plan.words.say(kind.section, "title"),
            make=partial(_index_view, plan, kind, drawers),
            section=kind.section,
        )
    )
    for drawer, near in with_neighbours(drawers):
        yield lot_of(_part(plan, kind, drawer, near, names))


def _part(
    plan: Plan, kind: Kind, drawer: Drawer, near: tuple[Drawer | None, Drawer | None], groups: Mapping[str, Group]
) -> Sheet:
    path, heading, part = _path(kind, drawer), plan.words.say(kind.section, "title"), drawer_name(plan, drawer)
    names = tuple(_name(plan, kind, groups[filed.id]) for filed in drawer.filed)
    before, after = (Link(drawer_name(plan, one), href(path, _path(kind, one))) if one else None for one in near)
    return Sheet(
        path=path,
        template="index.html",
        title=plan.words.say("form", "part", name=heading, part=part),
        make=partial(_part_view, plan, path, heading, part, names),
        section=kind.section,
        trail=(Link(heading, href(path, _index(kind))),),
        before=before,
        after=after,
        entries=(),
        facts=names,
    )


def _part_view(plan: Plan, path: str, heading: str, part: str, names: Sequence[_Name]) -> IndexView:
    return IndexView(heading, part, letters=_letters(plan, path, names))


def _index_view(plan: Plan, kind: Kind, drawers: Sequence[Drawer]) -> IndexView:
    words, path = plan.words, _index(kind)
    names = Link(words.count(kind.section, len(kind.groups)), "#list")
    articles = Link(words.count("articles", len(plan.archive.order)), href(path, "years/index.html"))
    sums = [words.sentence(kind.section, "sum", articles=articles, names=names)]
    if kind.nameless:
        number = Link(words.number(len(kind.nameless)), href(path, kind.nameless_path))
        sums.append(words.sentence(kind.section, "sum_none", number=number))
    beginnings = (
        Beginning(Link(drawer_name(plan, one), href(path, _path(kind, one))), words.number(len(one.filed)))
        for one in drawers
    )
    return IndexView(
        words.say(kind.section, "title"),
        sums=tuple(sums),
        ways=tables_ways(plan, path) if kind.section == "outlets" else (),
        beginnings=tuple(beginnings),
        letters=() if drawers else _letters(plan, path, [_name(plan, kind, group) for group in kind.groups]),
    )


def _letters(plan: Plan, path: str, names: Sequence[_Name]) -> tuple[Letter, ...]:
    by_letter = groupby(sorted(names, key=lambda one: _letter(one.name)), key=lambda one: _letter(one.name))
    return tuple(
        Letter(
            plan.words.say("lists", "other_letters") if letter == _NO_LETTER else letter,
            tuple(_view(plan, path, name) for name in inside),
        )
        for letter, inside in by_letter
    )


def _name(plan: Plan, kind: Kind, group: Group) -> _Name:
    entries = plan.archive.entries
    places = [place for identity in group.entries if (place := entries[identity].place)]
    first, last = min(places, default=""), max(places, default="")
    return _Name(group.name, group_path(kind.section, group), len(group.entries), first, last)


def _view(plan: Plan, path: str, name: _Name) -> NameView:
    words = plan.words
    return NameView(
        Link(shorten(name.name, _NAME), href(path, name.path)),
        words.count("articles", name.articles),
        span_words(name.first, name.last, words) if name.first else None,
    )


def _letter(name: str) -> str:
    """The letter that a name stands under: "Éclair" -> "E", "The Lamp" -> "L"."""
    first = unicodedata.normalize("NFKD", name.strip().removeprefix("The ")[:1] or " ")[0].upper()
    return first if first.isalpha() else _NO_LETTER


def _index(kind: Kind) -> str:
    return f"{kind.section}/index.html"


def _path(kind: Kind, drawer: Drawer) -> str:
    return f"{kind.section}/index/{drawer.name}.html"
