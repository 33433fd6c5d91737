"""The articles without a date, by outlet, with the bounds that are known.

years/undated.html shows all of a few, the first of each outlet of many (each with a list of its own), and of very many
outlets only what leads to them, in alphabetical parts:

    years/undated.html    years/undated/index/h.html    years/undated/harbour-post.html
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from newsarchive.render.counted import Counted, counted_sheets
from newsarchive.render.drawers import drawer_name, file_names
from newsarchive.render.entries import EntryGroup, entry_view, teaser, without_copies
from newsarchive.render.filing import Drawer
from newsarchive.render.kinds import group_path
from newsarchive.render.link import Link, href
from newsarchive.render.list_view import ListView
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.periods import YEARS, place_path
from newsarchive.render.sheet import Lot, Plan, Sheet
from newsarchive.render.sums import articles_sum, copies_sum

PATH = place_path(None)
_ByOutlet = Mapping[str, list[str]]

_MOST = 150  # articles that a page can name; and outlets, of each of which it names one


def undated_lots(plan: Plan) -> Iterator[Lot]:
    """years/undated.html where any article is undated; where they are many, a list for each outlet too."""
    if undated := plan.archive.undated:
        yield Lot("years/undated", partial(_sheets, plan), undated)


def _sheets(plan: Plan) -> Iterator[Sheet]:
    undated = plan.archive.undated
    listed = without_copies(plan, undated)
    if _is_short(plan, listed):
        yield _entry_sheet(plan, partial(_view, plan, listed, groups=partial(_all, plan, _by_outlet(plan, listed))))
        return
    by_outlet = _by_outlet(plan, undated)
    names = ((slug, _name(plan, members)) for slug, members in by_outlet.items())
    drawers = file_names(names, _MOST) if len(by_outlet) > _MOST else ()
    groups = tuple if drawers else partial(_firsts, plan, PATH, by_outlet)
    yield _entry_sheet(plan, partial(_view, plan, listed, groups=groups, parts=_ways(plan, drawers)))
    for drawer, near in with_neighbours(drawers):
        yield _part_sheet(plan, drawer, near, {filed.id: by_outlet[filed.id] for filed in drawer.filed})
    for slug, identities in by_outlet.items():
        yield from counted_sheets(plan, _list(plan, slug, tuple(identities)))


def _entry_sheet(plan: Plan, make: Callable[[], ListView]) -> Sheet:
    return Sheet(
        path=PATH,
        template="listing.html",
        title=plan.words.say("years", "undated"),
        make=make,
        section="years",
        trail=(_years(plan, PATH),),
        entries=plan.archive.undated,
    )


def _part_sheet(plan: Plan, drawer: Drawer, near: Sequence[Drawer | None], by_outlet: _ByOutlet) -> Sheet:
    path, words = _part_path(drawer), plan.words
    before, after = (Link(drawer_name(plan, one), href(path, _part_path(one))) if one else None for one in near)
    name, heading = drawer_name(plan, drawer), words.say("years", "undated")
    return Sheet(
        path=path,
        template="listing.html",
        title=words.say("form", "part", name=heading, part=name),
        make=lambda: ListView(heading, name, groups=_firsts(plan, path, by_outlet)),
        section="years",
        trail=_trail(plan, path),
        before=before,
        after=after,
        entries=tuple(chain.from_iterable(by_outlet.values())),
    )


def _view(
    plan: Plan, listed: Sequence[str], groups: Callable[[], tuple[EntryGroup, ...]], parts: tuple[Link, ...] = ()
) -> ListView:
    undated, words = plan.archive.undated, plan.words
    return ListView(
        heading=words.say("years", "undated"),
        intro=words.say("years", "undated_intro"),
        sums=(*articles_sum(plan, undated), *copies_sum(plan, undated, listed)),
        parts=parts,
        groups=groups(),
    )


def _ways(plan: Plan, drawers: Sequence[Drawer]) -> tuple[Link, ...]:
    return tuple(Link(drawer_name(plan, one), href(PATH, _part_path(one))) for one in drawers)


def _part_path(drawer: Drawer) -> str:
    return f"years/undated/index/{drawer.name}.html"


def _is_short(plan: Plan, listed: Sequence[str]) -> bool:
    return len(listed) <= plan.site.listing_size


def _by_outlet(plan: Plan, identities: Sequence[str]) -> dict[str, list[str]]:
    """Ids by the slug of their outlet, outlets in the order of the alphabet, last those without."""
    groups: dict[str, list[str]] = {slug: [] for slug in (*(group.slug for group in plan.archive.outlets), "unknown")}
    for identity in identities:
        groups[plan.outlets[identity].slug if identity in plan.outlets else "unknown"].append(identity)
    return {slug: members for slug, members in groups.items() if members}


def _name(plan: Plan, identities: Sequence[str]) -> str:
    outlet = plan.outlets.get(identities[0])
    return outlet.name if outlet else plan.words.say("outlets", "none")


def _all(plan: Plan, by_outlet: _ByOutlet) -> tuple[EntryGroup, ...]:
    return tuple(_whole(plan, slug, identities) for slug, identities in by_outlet.items())


def _whole(plan: Plan, slug: str, identities: list[str]) -> EntryGroup:
    outlet = plan.outlets.get(identities[0])
    path = group_path("outlets", outlet) if outlet else "outlets/unknown.html"
    entries = tuple(entry_view(plan, PATH, identity, "outlets") for identity in identities)
    return EntryGroup(Link(_name(plan, identities), href(PATH, path)), entries, f"of-{slug}")


def _firsts(plan: Plan, page: str, by_outlet: _ByOutlet) -> tuple[EntryGroup, ...]:
    """The first of each outlet's articles: as many as there is room for on a page of so many outlets."""
    most, groups = _MOST // len(by_outlet), list[EntryGroup]()
    for slug, identities in by_outlet.items():
        heading = Link(_name(plan, identities), href(page, f"years/undated/{slug}.html"))
        group = teaser(plan, page, heading, identities, "outlets")
        groups.append(group._replace(entries=group.entries[:most]))
    return tuple(groups)


def _list(plan: Plan, slug: str, identities: tuple[str, ...]) -> Counted:
    path, words = f"years/undated/{slug}.html", plan.words
    name = words.say("form", "part", name=_name(plan, identities), part=words.say("dates", "short_none"))
    return Counted(path=path, name=name, identities=identities, trail=_trail(plan, path), said="outlets")


def _trail(plan: Plan, page: str) -> tuple[Link, ...]:
    return _years(plan, page), Link(plan.words.say("years", "undated"), href(page, PATH))


def _years(plan: Plan, page: str) -> Link:
    return Link(plan.words.say("years", "title"), href(page, YEARS))
