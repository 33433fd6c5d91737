"""The pages of time: the index of years, each year, each month, each day."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsarchive.render.counted import Counted, counted_sheets
from newsarchive.render.dates import heading_words, place_words
from newsarchive.render.entries import EntryGroup, groups_by_place, teaser, without_copies
from newsarchive.render.link import Link, href
from newsarchive.render.lists import ListView
from newsarchive.render.periods import Period, periods, place_path, unknown_path
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.sums import articles_sum, copies_sum, probable_sum, undated_sum
from newsarchive.render.tally import period_bars, span_bars

INDEX = "years/index.html"

Near = tuple[Period | None, Period | None]


def time_lots(plan: Plan) -> Iterator[Lot]:
    """years/: the index, then the years, months and days in order."""
    years = periods(plan.archive)
    months = [month for year in years for month in year.inner]
    days = [day for month in months for day in month.inner]
    yield lot_of(_index(plan, years))
    for make, level in ((_period_sheets, years), (_period_sheets, months), (_day_sheets, days)):
        for period, near in _with_neighbours(level):
            around = tuple(neighbour.place if neighbour else None for neighbour in near)
            yield Lot(f"years/{period.place}", partial(make, plan, period, near), period.identities, around)


def _index(plan: Plan, years: Sequence[Period]) -> Sheet:
    heading = plan.words.say("years", "title")
    make = partial(_index_view, plan, heading, years)
    return Sheet(path=INDEX, template="listing.html", title=heading, make=make, section="years")


def _index_view(plan: Plan, heading: str, years: Sequence[Period]) -> ListView:
    order = plan.archive.order
    return ListView(
        heading=heading,
        sums=(
            *articles_sum(plan, order),
            *copies_sum(plan, order, without_copies(plan, order)),
            *undated_sum(plan, order, href(INDEX, place_path(None))),
        ),
        parts=tuple(Link(year.place, href(INDEX, place_path(year.place))) for year in years),
        bars=span_bars(plan, INDEX, years),
    )


def _period_sheets(plan: Plan, period: Period, near: Near) -> Iterator[Sheet]:
    """A year or a month: all its articles where they are few, else the first of each month or day."""
    path, name = place_path(period.place), place_words(period.place, plan.words)
    listed = without_copies(plan, period.identities)
    before, after = (_link(plan, path, neighbour) for neighbour in near)
    yield Sheet(
        path=path,
        template="listing.html",
        title=name,
        make=partial(_period_view, plan, period, listed),
        section="years",
        trail=_trail(plan, path, period.place),
        before=before,
        after=after,
        entries=period.identities,
    )
    if period.unknown and not _is_short(plan, listed):
        unknown = _counted(plan, period.place, unknown_path(period.place), period.unknown, (None, None))
        yield from counted_sheets(plan, unknown)


def _day_sheets(plan: Plan, day: Period, near: Near) -> Iterator[Sheet]:
    return counted_sheets(plan, _counted(plan, day.place, place_path(day.place), day.identities, near))


def _period_view(plan: Plan, period: Period, listed: Sequence[str]) -> ListView:
    path = place_path(period.place)
    return ListView(
        heading=place_words(period.place, plan.words),
        sums=(
            *articles_sum(plan, period.identities),
            *probable_sum(plan, period.identities),
            *copies_sum(plan, period.identities, listed),
        ),
        bars=period_bars(plan, path, period.inner),
        groups=groups_by_place(plan, path, listed) if _is_short(plan, listed) else _teasers(plan, path, period),
    )


def _is_short(plan: Plan, listed: Sequence[str]) -> bool:
    return len(listed) <= plan.site.listing_size


def _teasers(plan: Plan, page: str, period: Period) -> tuple[EntryGroup, ...]:
    places = [
        (place_words(inner.place, plan.words), place_path(inner.place), inner.identities) for inner in period.inner
    ]
    if period.unknown:
        places.append((heading_words(period.place, plan.words), unknown_path(period.place), period.unknown))
    return tuple(teaser(plan, page, Link(name, href(page, path)), identities) for name, path, identities in places)


def _counted(plan: Plan, place: str, path: str, identities: tuple[str, ...], near: Near) -> Counted:
    before, after = (_link(plan, path, neighbour) for neighbour in near)
    return Counted(
        path=path,
        name=heading_words(place, plan.words),
        identities=identities,
        trail=_trail(plan, path, place),
        before=before,
        after=after,
    )


def _trail(plan: Plan, page: str, place: str) -> tuple[Link, ...]:
    """The way up from a page of a period: all dates, its year, its month; the page itself is not among them."""
    above = [place[:length] for length in (4, 7, 10) if len(place) >= length and place_path(place[:length]) != page]
    links = [Link(place_words(period, plan.words), href(page, place_path(period))) for period in above]
    return (Link(plan.words.say("years", "title"), href(page, INDEX)), *links)


def _link(plan: Plan, page: str, period: Period | None) -> Link | None:
    return Link(place_words(period.place, plan.words), href(page, place_path(period.place))) if period else None


def _with_neighbours(level: Sequence[Period]) -> Iterator[tuple[Period, Near]]:
    for before, period, after in zip([None, *level][:-1], level, [*level, None][1:], strict=True):
        yield period, (before, after)
