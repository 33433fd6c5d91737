"""The articles without a date, by outlet, with the bounds that are known."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from newsarchive.render.counted import Counted, counted_sheets
from newsarchive.render.entries import EntryGroup, entry_view, teaser, without_copies
from newsarchive.render.kinds import group_path
from newsarchive.render.link import Link, href
from newsarchive.render.lists import ListView
from newsarchive.render.periods import YEARS, place_path
from newsarchive.render.sheet import Lot, Plan, Sheet
from newsarchive.render.sums import articles_sum, copies_sum

PATH = place_path(None)

_MOST = 150  # articles that a page can name


def undated_lots(plan: Plan) -> Iterator[Lot]:
    """years/undated.html where any article is undated; where they are many, a list for each outlet too."""
    if undated := plan.archive.undated:
        yield Lot("years/undated", partial(_sheets, plan), undated)


def _sheets(plan: Plan) -> Iterator[Sheet]:
    undated, words = plan.archive.undated, plan.words
    listed = without_copies(plan, undated)
    is_short = _is_short(plan, listed)
    by_outlet = _by_outlet(plan, listed if is_short else undated)
    yield Sheet(
        path=PATH,
        template="listing.html",
        title=words.say("years", "undated"),
        make=partial(_view, plan, listed, by_outlet),
        section="years",
        trail=(Link(words.say("years", "title"), href(PATH, YEARS)),),
        entries=undated,
    )
    if not is_short:
        for slug, identities in by_outlet.items():
            yield from counted_sheets(plan, _list(plan, slug, tuple(identities)))


def _view(plan: Plan, listed: Sequence[str], by_outlet: Mapping[str, list[str]]) -> ListView:
    undated, words = plan.archive.undated, plan.words
    first = partial(_first, plan, most=_MOST // len(by_outlet))
    group = partial(_whole, plan) if _is_short(plan, listed) else first
    return ListView(
        heading=words.say("years", "undated"),
        intro=words.say("years", "undated_intro"),
        sums=(*articles_sum(plan, undated), *copies_sum(plan, undated, listed)),
        groups=tuple(group(slug, identities) for slug, identities in by_outlet.items()),
    )


def _is_short(plan: Plan, listed: Sequence[str]) -> bool:
    return len(listed) <= plan.site.listing_size


def _by_outlet(plan: Plan, identities: tuple[str, ...]) -> dict[str, list[str]]:
    """Ids by the slug of their outlet, outlets in the order of the alphabet, last those without."""
    groups: dict[str, list[str]] = {slug: [] for slug in (*(group.slug for group in plan.archive.outlets), "unknown")}
    for identity in identities:
        groups[plan.outlets[identity].slug if identity in plan.outlets else "unknown"].append(identity)
    return {slug: members for slug, members in groups.items() if members}


def _name(plan: Plan, identities: list[str] | tuple[str, ...]) -> str:
    outlet = plan.outlets.get(identities[0])
    return outlet.name if outlet else plan.words.say("outlets", "none")


def _whole(plan: Plan, slug: str, identities: list[str]) -> EntryGroup:
    outlet = plan.outlets.get(identities[0])
    path = group_path("outlets", outlet) if outlet else "outlets/unknown.html"
    entries = tuple(entry_view(plan, PATH, identity, "outlets") for identity in identities)
    return EntryGroup(Link(_name(plan, identities), href(PATH, path)), entries, f"of-{slug}")


def _first(plan: Plan, slug: str, identities: list[str], most: int) -> EntryGroup:
    """The first of an outlet's articles: as many as there is room for on a page of so many outlets."""
    heading = Link(_name(plan, identities), href(PATH, f"years/undated/{slug}.html"))
    group = teaser(plan, PATH, heading, identities, "outlets")
    return group._replace(entries=group.entries[:most])


def _list(plan: Plan, slug: str, identities: tuple[str, ...]) -> Counted:
    path, words = f"years/undated/{slug}.html", plan.words
    name = words.say("form", "part", name=_name(plan, identities), part=words.say("dates", "short_none"))
    trail = (
        Link(words.say("years", "title"), href(path, YEARS)),
        Link(words.say("years", "undated"), href(path, PATH)),
    )
    return Counted(path=path, name=name, identities=identities, trail=trail, said="outlets")
