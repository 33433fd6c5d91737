"""Lists of one period or one outlet, cut by count alone: the articles of a day, or those whose day is not known."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.render.bundles import bundle_links, bundle_sheet, bundles_by_count
from newsarchive.render.entries import EntryGroup, Said, entry_view, without_copies
from newsarchive.render.link import Link, href
from newsarchive.render.list_view import ListView
from newsarchive.render.parts import Part, cut_by_count
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.render.sums import copies_sum, day_sum, probable_sum


class Counted(NamedTuple):
    """A list before it is cut: its first page, what it is called, its ids, and the ways up, aside and elsewhere."""

    path: str
    name: str
    identities: tuple[str, ...]
    trail: tuple[Link, ...]
    said: Said = "nothing"
    before: Link | None = None
    after: Link | None = None
    ways: tuple[Link, ...] = ()


def counted_sheets(plan: Plan, counted: Counted) -> Iterator[Sheet]:
    """The page of a list, which holds its first part, and a page for each further part."""
    parts = cut_by_count(plan, without_copies(plan, counted.identities))
    stem = counted.path.removesuffix(".html")
    paths = [f"{stem}{part.slug}.html" for part in parts]
    links = tuple(Link(part.name, href(counted.path, path)) for part, path in zip(parts, paths, strict=True))
    bundles = bundles_by_count(plan, counted.path, list(zip(parts, paths, strict=True)))
    ways = bundle_links(counted.path, bundles) or (links[0]._replace(current=True), *links[1:])
    for number, (part, path) in enumerate(zip(parts, paths, strict=True)):
        is_first = number == 0
        before, after = (counted.before, counted.after) if is_first else _near(plan, links, number)
        first, further = partial(_first_view, plan, counted, parts, ways), partial(_view, plan, counted, part, path)
        yield Sheet(
            path=path,
            template="listing.html",
            title=f"{counted.name} ({part.name})" if len(parts) > 1 else counted.name,
            make=first if is_first else further,
            section="years",
            trail=counted.trail,
            before=before,
            after=after,
            entries=counted.identities if is_first else part.entries,
            facts=(counted.said, counted.ways if is_first else ()),
        )
    for bundle in bundles:
        yield bundle_sheet(plan, bundle, counted.name, "years", partial(_trail, counted))


def _first_view(plan: Plan, counted: Counted, parts: Sequence[Part], ways: tuple[Link, ...]) -> ListView:
    """The first part, the numbers of the whole list, and the ways to the other parts."""
    is_cut = len(parts) > 1
    return ListView(
        heading=counted.name,
        part=parts[0].name if is_cut else None,
        sums=(
            *day_sum(plan, counted.identities),
            *probable_sum(plan, counted.identities),
            *copies_sum(plan, counted.identities, without_copies(plan, counted.identities)),
        ),
        parts=ways if is_cut else (),
        groups=_groups(plan, counted, parts[0], counted.path),
        ways=counted.ways,
    )


def _trail(counted: Counted, page: str) -> tuple[Link, ...]:
    """The way up from a page beside the list's first."""
    return (*counted.trail, Link(counted.name, href(page, counted.path)))


def _view(plan: Plan, counted: Counted, part: Part, path: str) -> ListView:
    return ListView(heading=counted.name, part=part.name, groups=_groups(plan, counted, part, path))


def _near(plan: Plan, links: Sequence[Link], number: int) -> tuple[Link, Link | None]:
    """The parts on either side, by names that do not change while the last part fills up."""
    further = Link(plan.words.say("lists", "further"), links[number + 1].href) if number + 1 < len(links) else None
    return links[number - 1], further


def _groups(plan: Plan, counted: Counted, part: Part, path: str) -> tuple[EntryGroup, ...]:
    return (EntryGroup(None, tuple(entry_view(plan, path, identity, counted.said) for identity in part.entries)),)
