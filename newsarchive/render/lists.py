"""Lists that may be long: an entry page that shows the newest part and leads to the others, a page for each part.

Of a list of very many parts the entry page leads to pages that lead to some of them.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.render.bundles import Bundle, bundle_links, bundle_sheet, bundles_by_period
from newsarchive.render.entries import Said, groups_by_place, without_copies
from newsarchive.render.gaps import gaps_view
from newsarchive.render.habits import habits_view
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.list_view import ListView
from newsarchive.render.parts import Part, cut_by_period, newest_part, part_links, part_path, periods_at
from newsarchive.render.sheet import Plan, Section, Sheet
from newsarchive.render.sums import LIST, copies_sum, ends_sum, undated_sum
from newsarchive.render.tally import list_bars


class Listing(NamedTuple):
    """A list before it is cut: its entry page, what it is called, its ids, and what all of them have in common.

    `names` makes the names beside it, which are those of its articles. `is_outlet`: its gaps and habits are told.
    """

    path: str
    name: str
    identities: tuple[str, ...]
    section: Section
    said: Said = "nothing"
    intro: str | None = None
    sums: tuple[Sentence, ...] = ()
    names_heading: str | None = None
    names: Callable[[], Sentence] = tuple
    is_outlet: bool = False


def list_sheets(plan: Plan, listing: Listing) -> Iterator[Sheet]:
    """The entry page of a list and, where the list is long, a page for each of its parts."""
    listed = without_copies(plan, listing.identities)
    parts = cut_by_period(plan, listed)
    bundles = bundles_by_period(plan, listing.path, parts)
    yield _entry_sheet(plan, listing, listed, parts, bundles)
    for bundle in bundles:
        yield bundle_sheet(plan, bundle, listing.name, listing.section, partial(_trail, plan, listing))
    if len(parts) > 1:
        for number in range(len(parts)):
            yield _part_sheet(plan, listing, parts, number)


def _entry_sheet(
    plan: Plan, listing: Listing, listed: Sequence[str], parts: Sequence[Part], bundles: Sequence[Bundle]
) -> Sheet:
    return Sheet(
        path=listing.path,
        template="listing.html",
        title=listing.name,
        make=partial(_entry_view, plan, listing, listed, parts, bundles),
        section=listing.section,
        trail=_trail(plan, listing, listing.path)[:1],
        entries=listing.identities,
        facts=(listing.said, listing.intro, listing.sums, listing.names_heading, listing.is_outlet),
    )


def _entry_view(
    plan: Plan, listing: Listing, listed: Sequence[str], parts: Sequence[Part], bundles: Sequence[Bundle]
) -> ListView:
    newest = newest_part(parts)
    return ListView(
        heading=listing.name,
        intro=listing.intro,
        sums=(
            *ends_sum(plan, listing.path, listing.identities),
            *copies_sum(plan, listing.identities, listed),
            *undated_sum(plan, listing.identities, _undated_place(plan, listing, listed, parts)),
            *listing.sums,
        ),
        bars=list_bars(plan, listing.path, listing.identities, periods_at(plan, listing.path, parts)),
        parts=bundle_links(listing.path, bundles) or part_links(listing.path, parts),
        groups=groups_by_place(plan, listing.path, _newest_first(plan, newest.entries), listing.said),
        names_heading=listing.names_heading,
        names=listing.names(),
        gaps=gaps_view(plan, listing.path, listing.identities) if listing.is_outlet else None,
        habits=habits_view(plan, listing.path, listing.identities) if listing.is_outlet else None,
    )


def _undated_place(plan: Plan, listing: Listing, listed: Sequence[str], parts: Sequence[Part]) -> str:
    """Where the articles without a date stand. Of those that are copies of a dated one nothing stands but that one."""
    if parts[-1].slug.startswith("undated"):
        return href(listing.path, part_path(listing.path, parts[-1]))
    return "#undated" if any(plan.entry(identity).place is None for identity in listed) else LIST


def _part_sheet(plan: Plan, listing: Listing, parts: Sequence[Part], number: int) -> Sheet:
    """A part shows its neighbours by names that do not change while the newest part fills up."""
    part, path = parts[number], part_path(listing.path, parts[number])
    older = parts[number - 1] if number and not part.slug.startswith("undated") else None
    newer = parts[number + 1] if number + 1 < len(parts) else None
    return Sheet(
        path=path,
        template="listing.html",
        title=plan.words.say("form", "part", name=listing.name, part=part.name),
        make=partial(_part_view, plan, listing, part),
        section=listing.section,
        trail=_trail(plan, listing, path),
        before=Link(older.name, href(path, part_path(listing.path, older))) if older else None,
        after=Link(plan.words.say("lists", "later"), href(path, part_path(listing.path, newer))) if newer else None,
        entries=part.entries,
        facts=(listing.said,),
    )


def _part_view(plan: Plan, listing: Listing, part: Part) -> ListView:
    return ListView(
        heading=listing.name,
        part=part.name,
        groups=groups_by_place(plan, part_path(listing.path, part), _newest_first(plan, part.entries), listing.said),
    )


def _newest_first(plan: Plan, identities: Sequence[str]) -> list[str]:
    """Days from the newest; within a day, and among the undated, in the order they have."""
    return sorted(identities, key=lambda identity: plan.entry(identity).place or "", reverse=True)


def _trail(plan: Plan, listing: Listing, page: str) -> tuple[Link, ...]:
    index = Link(plan.words.say(listing.section, "title"), href(page, f"{listing.section}/index.html"))
    return index, Link(listing.name, href(page, listing.path))
