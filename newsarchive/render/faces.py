"""What pages show of an article, as plain values: while these stay the same, so do the pages."""

from collections.abc import Hashable

from newsarchive.model import Entry, Group
from newsarchive.render.sheet import Plan

_NAMED = 3  # copies of an article that its entry in a list names


def face(plan: Plan, identity: str) -> tuple[Hashable, ...]:
    """What any other page may show of an article beside its card: where it stands, whose it is, its copies."""
    entry = plan.entry(identity)
    return (
        entry.url,
        entry.place,
        entry.is_copy,
        len(entry.copies),
        tuple(_copy(plan, copy) for copy in entry.copies[:_NAMED]),
        _named(plan.outlets.get(identity)),
        tuple(map(_named, plan.authors(identity))),
    )


def near(entry: Entry) -> tuple[Hashable, ...]:
    """The articles that the page of an article names, by what it names them for."""
    return (entry.before, entry.after, entry.copies, entry.related)


def _copy(plan: Plan, identity: str) -> tuple[str, str | None]:
    return plan.entry(identity).url, (_named(plan.outlets.get(identity)) or (None,))[0]


def _named(group: Group | None) -> tuple[str, str] | None:
    return (group.name, group.slug) if group else None
