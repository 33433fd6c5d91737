"""on-this-day/: a day through the years, where there are articles of it from three years or more."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain

from newsarchive.model import Day
from newsarchive.render.dates import month_words, place_words, yearless_words
from newsarchive.render.entries import EntryGroup, teaser
from newsarchive.render.grid import OUTSIDE, Grid, GridRow
from newsarchive.render.link import Link, href
from newsarchive.render.list_view import ListView
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.periods import YEARS, place_path
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.sums import day_sum

INDEX = "on-this-day/index.html"

_FEWEST = 3  # years that make a day worth a page
_MANY = 20  # years that are each shown by one article
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days that the months of any year can have


def on_this_day_lots(plan: Plan) -> Iterator[Lot]:
    """A page for each such day, and the table that leads to them; nothing where there is no such day."""
    days = {day: years for day, years in sorted(_years_of(plan).items()) if len(years) >= _FEWEST}
    if not days:
        return
    yield lot_of(_index(plan))
    for day, near in with_neighbours(days):
        entries = tuple(chain.from_iterable(year.entries for year in days[day]))
        yield Lot(f"on-this-day/{day}", partial(_sheets, plan, day, near), entries, near)


def has_years(plan: Plan, place: str) -> bool:
    """Whether a day ("2023-03-29") has a page of that day through the years."""
    return len(_years_of(plan).get(place[5:], ())) >= _FEWEST


def years_way(plan: Plan, page: str, place: str) -> Link:
    """From the page of a day to that page."""
    return Link(_name(plan, place[5:]), href(page, _path(place[5:])))


def index_ways(plan: Plan, page: str) -> tuple[Link, ...]:
    """From a page to the table of all such days, if there are any."""
    if not any(len(years) >= _FEWEST for years in _years_of(plan).values()):
        return ()
    return (Link(plan.words.say("on_this_day", "title"), href(page, INDEX)),)


@lru_cache(1)
def _years_of(plan: Plan) -> Mapping[str, Sequence[Day]]:
    """The days of each day of the year, oldest first: {"03-29": [2022-03-29, 2023-03-29]}."""
    found: dict[str, list[Day]] = {}
    for year in plan.archive.years:
        for month in year.months:
            for day in month.days:
                found.setdefault(day.date[5:], []).append(day)
    return found


def _index(plan: Plan) -> Sheet:
    heading = plan.words.say("on_this_day", "title")
    return Sheet(
        path=INDEX,
        template="listing.html",
        title=heading,
        make=partial(_index_view, plan, heading),
        section="years",
        trail=(Link(plan.words.say("years", "title"), href(INDEX, YEARS)),),
        entries=(),
        facts=tuple(sorted((day, len(years)) for day, years in _years_of(plan).items())),
    )


def _index_view(plan: Plan, heading: str) -> ListView:
    say = plan.words.say
    grid = Grid(
        caption=say("on_this_day", "caption"),
        corner=say("on_this_day", "day"),
        columns=tuple(month_words(month, plan.words) for month in range(1, 13)),
        rows=tuple(GridRow(Link(plan.words.number(day)), _row(plan, day)) for day in range(1, 32)),
        outside=say("on_this_day", "outside"),
    )
    return ListView(heading=heading, intro=say("on_this_day", "intro"), grid=grid)


def _row(plan: Plan, day: int) -> tuple[Link, ...]:
    """In how many years there are articles of a day of each month."""
    return tuple(
        _cell(plan, f"{month:02}-{day:02}") if day <= length else OUTSIDE for month, length in enumerate(_LENGTHS, 1)
    )


def _cell(plan: Plan, day: str) -> Link:
    years = len(_years_of(plan).get(day, ()))
    return Link(plan.words.number(years), href(INDEX, _path(day)) if years >= _FEWEST else None)


def _sheets(plan: Plan, day: str, near: tuple[str | None, str | None]) -> Iterator[Sheet]:
    path, years = _path(day), _years_of(plan)[day]
    before, after = (Link(yearless_words(one, plan.words), href(path, _path(one))) if one else None for one in near)
    yield Sheet(
        path=path,
        template="listing.html",
        title=_name(plan, day),
        make=partial(_view, plan, day),
        section="years",
        trail=(
            Link(plan.words.say("years", "title"), href(path, YEARS)),
            Link(plan.words.say("on_this_day", "title"), href(path, INDEX)),
        ),
        before=before,
        after=after,
        entries=tuple(chain.from_iterable(year.entries for year in years)),
    )


def _view(plan: Plan, day: str) -> ListView:
    """The years from the newest, each with the first of its articles."""
    years = _years_of(plan)[day]
    return ListView(
        heading=_name(plan, day),
        sums=day_sum(plan, [identity for year in years for identity in year.entries]),
        groups=tuple(_group(plan, _path(day), year, is_one_of_many=len(years) > _MANY) for year in reversed(years)),
    )


def _group(plan: Plan, page: str, day: Day, *, is_one_of_many: bool) -> EntryGroup:
    words = plan.words
    articles = words.count("articles", len(day.entries))
    heading = words.say("front", "busy_day", day=place_words(day.date, words), articles=articles)
    group = teaser(plan, page, Link(heading, href(page, place_path(day.date))), day.entries)
    return group._replace(entries=group.entries[:1]) if is_one_of_many else group


def _name(plan: Plan, day: str) -> str:
    return plan.words.say("on_this_day", "through", day=yearless_words(day, plan.words))


def _path(day: str) -> str:
    return f"on-this-day/{day}.html"
