"""The pages of outlets and of authors: an index from A to Z, and a list for each name."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Literal, NamedTuple

from newsarchive.model import Group
from newsarchive.render.dates import span_words
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.lists import Listing, list_sheets
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.spellings import spellings_sums

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
    """An index of names from A to Z."""

    heading: str
    sums: tuple[Sentence, ...]
    letters: tuple[Letter, ...]


class Kind(NamedTuple):
    """A kind of name: its folder, its groups, the groups beside them in an article, and who has none."""

    section: Literal["outlets", "authors"]
    groups: tuple[Group, ...]
    nameless: tuple[str, ...]
    nameless_path: str


def outlet_lots(plan: Plan) -> Iterator[Lot]:
    """outlets/: the index, the list of each outlet and, where there are any, of the articles without one."""
    archive = plan.archive
    return _lots(plan, Kind("outlets", archive.outlets, archive.no_outlet, "outlets/unknown.html"))


def author_lots(plan: Plan) -> Iterator[Lot]:
    """authors/: the index, the list of each author and, where there are any, of the articles without one."""
    archive = plan.archive
    return _lots(plan, Kind("authors", archive.authors, archive.no_author, "authors/none.html"))


def group_path(section: str, group: Group) -> str:
    """The page of an outlet or author: "outlets/harbour-post.html"."""
    return f"{section}/{group.slug}.html"


def _lots(plan: Plan, kind: Kind) -> Iterator[Lot]:
    yield lot_of(_index(plan, kind))
    for group in kind.groups:
        named = (group.name, group.slug, *group.spellings)
        yield Lot(group_path(kind.section, group), partial(_group_sheets, plan, kind, group), group.entries, named)
    if kind.nameless:
        yield Lot(kind.nameless_path, partial(_nameless_sheets, plan, kind), kind.nameless)


def _group_sheets(plan: Plan, kind: Kind, group: Group) -> Iterator[Sheet]:
    return list_sheets(plan, _listing(plan, kind, group))


def _nameless_sheets(plan: Plan, kind: Kind) -> Iterator[Sheet]:
    listing = Listing(
        path=kind.nameless_path,
        name=plan.words.say(kind.section, "none"),
        identities=kind.nameless,
        section=kind.section,
        said=kind.section,
        intro=plan.words.say(kind.section, "none_intro"),
    )
    return list_sheets(plan, listing)


def _index(plan: Plan, kind: Kind) -> Sheet:
    path, heading = f"{kind.section}/index.html", plan.words.say(kind.section, "title")
    return Sheet(
        path=path,
        template="index.html",
        title=heading,
        make=partial(_index_view, plan, kind, path),
        section=kind.section,
    )


def _index_view(plan: Plan, kind: Kind, path: str) -> IndexView:
    words = plan.words
    names = Link(words.count(kind.section, len(kind.groups)), "#list")
    articles = Link(words.count("articles", len(plan.archive.order)), href(path, "years/index.html"))
    sums = [words.sentence(kind.section, "sum", articles=articles, names=names)]
    if kind.nameless:
        number = Link(words.number(len(kind.nameless)), href(path, kind.nameless_path))
        sums.append(words.sentence(kind.section, "sum_none", number=number))
    by_letter = sorted(kind.groups, key=lambda group: _letter(group.name))
    letters = groupby(by_letter, key=lambda group: _letter(group.name))
    return IndexView(
        words.say(kind.section, "title"),
        tuple(sums),
        tuple(
            Letter(
                words.say("lists", "other_letters") if letter == _NO_LETTER else letter,
                tuple(_name(plan, path, kind, group) for group in groups),
            )
            for letter, groups in letters
        ),
    )


def _listing(plan: Plan, kind: Kind, group: Group) -> Listing:
    """The list of a name, its other spellings, and the names beside it: whom an outlet prints, for whom one writes."""
    path = group_path(kind.section, group)
    other_section: Literal["outlets", "authors"] = "authors" if kind.section == "outlets" else "outlets"
    return Listing(
        path=path,
        name=group.name,
        identities=group.entries,
        section=kind.section,
        said=kind.section,
        sums=spellings_sums(plan, kind.section, group),
        names_heading=plan.words.say(other_section, "title"),
        names=partial(_names_beside, plan, path, other_section, group.entries),
    )


def _names_beside(plan: Plan, path: str, section: Literal["outlets", "authors"], identities: Sequence[str]) -> Sentence:
    groups = _groups_beside(plan, section, identities)
    beside = [Link(group.name, href(path, group_path(section, group))) for group in groups]
    return plan.words.row(beside) if beside else ()


def _groups_beside(plan: Plan, section: Literal["outlets", "authors"], identities: Sequence[str]) -> list[Group]:
    """The groups of the other kind that articles are in, those of most articles first."""
    groups: dict[str, Group] = {}
    counts: Counter[str] = Counter()
    for identity in identities:
        outlet = plan.outlets.get(identity)
        beside = plan.authors(identity) if section == "authors" else (outlet,) if outlet else ()
        groups |= {group.slug: group for group in beside}
        counts.update(group.slug for group in beside)
    return [groups[slug] for slug in sorted(counts, key=lambda slug: (-counts[slug], slug))]


def _name(plan: Plan, path: str, kind: Kind, group: Group) -> NameView:
    entries = plan.archive.entries
    places = [place for identity in group.entries if (place := entries[identity].place)]
    return NameView(
        Link(group.name, href(path, group_path(kind.section, group))),
        plan.words.count("articles", len(group.entries)),
        span_words(min(places), max(places), plan.words) if places else None,
    )


def _letter(name: str) -> str:
    """The letter that a name stands under: "Éclair" -> "E", "The Lamp" -> "L"."""
    first = unicodedata.normalize("NFKD", name.strip().removeprefix("The ")[:1] or " ")[0].upper()
    return first if first.isalpha() else _NO_LETTER
