"""An excerpt of a plan: what the pages of some articles need of the archive, small enough for another process."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsarchive.model import Archive, Entry, Group, Site
from newsarchive.render.sheet import Plan
from newsarchive.render.words import Words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The entries of some articles and of those that their pages name; their outlets by id, their authors by spelling.

    The groups are without their articles.
    """

    entries: tuple[Entry, ...]
    outlets: Mapping[str, Group]
    authors: Mapping[str, Group]


def excerpt(plan: Plan, printed: Iterable[str], also: Iterable[str] = ()) -> Excerpt:
    """What the pages of some articles need that are `printed`, and the records of these and others."""
    entries = {identity: plan.entry(identity) for identity in printed}
    for entry in list(entries.values()):
        entries.update((identity, plan.entry(identity)) for identity in named_by(entry))
    entries |= {identity: plan.entry(identity) for identity in also}
    spellings = {name for entry in entries.values() for name in entry.card.authors}
    return Excerpt(
        tuple(entries.values()),
        {identity: _bare(plan.outlets[identity]) for identity in entries if identity in plan.outlets},
        {name: _bare(group) for name in spellings if (group := plan.author_groups.get(name))},
    )


def named_by(entry: Entry) -> tuple[str, ...]:
    """The ids of the articles that the page of an article names."""
    return (*filter(None, (entry.before, entry.after)), *entry.copies, *entry.related, *entry.same_day)


def names_any(entry: Entry, identities: AbstractSet[str | None]) -> bool:
    """Whether the page of an article names any of some: as `named_by` tells, at a third of the cost."""
    lists = (entry.related, entry.same_day, entry.copies)
    return entry.before in identities or entry.after in identities or not all(map(identities.isdisjoint, lists))


def plan_of(part: Excerpt, site: Site, words: Words) -> Plan:
    """A plan by which the pages of the articles in an excerpt can be made, and no others."""
    archive = Archive(
        entries={entry.id: entry for entry in part.entries},
        order=(),
        years=(),
        undated=(),
        outlets=(),
        no_outlet=(),
        authors=(),
        no_author=(),
        addresses=(),
    )
    return Plan(archive, site, words, part.outlets, part.authors)


def _bare(group: Group) -> Group:
    return group._replace(entries=(), spellings=())
