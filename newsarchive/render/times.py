"""The pages of time: the index of years, each year, each month, each day."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsarchive.render.calendar import month_calendar
from newsarchive.render.counted import Counted, counted_sheets
from newsarchive.render.coverage import has_table, table_way
from newsarchive.render.dates import heading_words, place_words
from newsarchive.render.entries import EntryGroup, groups_by_place, teaser, without_copies
from newsarchive.render.grid import years_grid
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.list_view import ListView
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.on_this_day import has_years, index_ways, years_way
from newsarchive.render.periods import YEARS, Period, periods, place_path, unknown_path
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.sums import LIST, articles_sum, copies_sum, number_sum, probable_sum, undated_sum
from newsarchive.render.tally import span_bars, year_bars

Near = tuple[Period | None, Period | None]


def time_lots(plan: Plan) -> Iterator[Lot]:
    """years/: the index, then the years, months and days in order."""
    years = periods(plan.archive)
    months = [month for year in years for month in year.inner]
    days = [day for month in months for day in month.inner]
    yield lot_of(_index(plan, years))
    for make, level in ((_period_sheets, years), (_period_sheets, months), (_day_sheets, days)):
        for period, near in with_neighbours(level):
            around = tuple(neighbour.place if neighbour else None for neighbour in near)
            facts = (around, _has_way(plan, period.place))
            yield Lot(f"years/{period.place}", partial(make, plan, period, near), period.identities, facts)


def _index(plan: Plan, years: Sequence[Period]) -> Sheet:
    heading = plan.words.say("years", "title")
    make = partial(_index_view, plan, heading, years)
    return Sheet(path=YEARS, template="listing.html", title=heading, make=make, section="years")


def _index_view(plan: Plan, heading: str, years: Sequence[Period]) -> ListView:
    order, grid = plan.archive.order, years_grid(plan, YEARS, years)
    return ListView(
        heading=heading,
        sums=(
            *articles_sum(plan, order),
            *copies_sum(plan, order, without_copies(plan, order)),
            *undated_sum(plan, order, href(YEARS, place_path(None))),
        ),
        parts=() if grid else tuple(Link(year.place, href(YEARS, place_path(year.place))) for year in years),
        bars=span_bars(plan, YEARS, years),
        grid=grid,
        ways=index_ways(plan, YEARS),
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
        facts=_ways(plan, period.place),
    )
    if period.unknown and not _is_short(plan, listed):
        unknown = _counted(plan, period.place, unknown_path(period.place), period.unknown, (None, None))
        yield from counted_sheets(plan, unknown)


def _day_sheets(plan: Plan, day: Period, near: Near) -> Iterator[Sheet]:
    counted = _counted(plan, day.place, place_path(day.place), day.identities, near)
    return counted_sheets(plan, counted._replace(ways=_ways(plan, day.place)))


def _has_way(plan: Plan, place: str) -> bool:
    """Whether a year has a table of outlets, or a day a page of that day through the years."""
    if len(place) == 7:
        return False
    return has_table(plan, place) if len(place) == 4 else has_years(plan, place)


def _ways(plan: Plan, place: str) -> tuple[Link, ...]:
    """From the page of a year or a day to that table or page."""
    if not _has_way(plan, place):
        return ()
    return ((table_way if len(place) == 4 else years_way)(plan, place_path(place), place),)


def _period_view(plan: Plan, period: Period, listed: Sequence[str]) -> ListView:
    path, is_year = place_path(period.place), len(period.place) == 4
    return ListView(
        heading=place_words(period.place, plan.words),
        sums=(
            *articles_sum(plan, period.identities),
            *probable_sum(plan, period.identities),
            *copies_sum(plan, period.identities, listed),
            *_unknown_sum(plan, period, listed),
        ),
        bars=year_bars(plan, path, period) if is_year else (),
        calendar=month_calendar(plan, path, period) if period.inner and not is_year else None,
        ways=_ways(plan, period.place),
        groups=groups_by_place(plan, path, listed) if _is_short(plan, listed) else _teasers(plan, path, period),
    )


def _unknown_sum(plan: Plan, period: Period, listed: Sequence[str]) -> tuple[Sentence, ...]:
    """How many have no finer period, and where they are listed."""
    target = href(place_path(period.place), unknown_path(period.place))
    if _is_short(plan, listed):
        has_group = any(plan.entry(identity).place == period.place for identity in listed)
        target = f"#{period.place}" if has_group else LIST
    return number_sum(plan, "no_month" if len(period.place) == 4 else "no_day", len(period.unknown), target)


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
    return (Link(plan.words.say("years", "title"), href(page, YEARS)), *links)


def _link(plan: Plan, page: str, period: Period | None) -> Link | None:
    return Link(place_words(period.place, plan.words), href(page, place_path(period.place))) if period else None
