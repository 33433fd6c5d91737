"""The pages of outlets and of authors: a list for each name, and for those without."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from newsarchive.model import Group
from newsarchive.render.kinds import Kind, group_path
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.lists import Listing, list_sheets
from newsarchive.render.names import index_lots
from newsarchive.render.sheet import Lot, Plan, Sheet
from newsarchive.render.spellings import spellings_sums

_NAMES = 100  # names beside a list


def outlet_lots(plan: Plan) -> Iterator[Lot]:
    """outlets/: the index, the list of each outlet and, where there are any, of the articles without one."""
    archive = plan.archive
    return _lots(plan, Kind("outlets", archive.outlets, archive.no_outlet, "outlets/unknown.html"))


def author_lots(plan: Plan) -> Iterator[Lot]:
    """authors/: the index, the list of each author and, where there are any, of the articles without one."""
    archive = plan.archive
    return _lots(plan, Kind("authors", archive.authors, archive.no_author, "authors/none.html"))


def _lots(plan: Plan, kind: Kind) -> Iterator[Lot]:
    yield from index_lots(plan, kind)
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
        is_outlet=kind.section == "outlets",
    )


def _names_beside(plan: Plan, path: str, section: Literal["outlets", "authors"], identities: Sequence[str]) -> Sentence:
    """Links to the groups of the other kind, of many to the first, and how many more there are."""
    groups = _groups_beside(plan, section, identities)
    beside = [Link(group.name, href(path, group_path(section, group))) for group in groups[:_NAMES]]
    if len(groups) > len(beside):
        beside.append(Link(plan.words.count("more", len(groups) - len(beside)), href(path, f"{section}/index.html")))
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
