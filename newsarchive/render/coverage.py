"""years/2023/outlets.html: how many articles each outlet has of each month of a year, and where there are none."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.render.drawers import drawer_name, file_names
from newsarchive.render.grid import OUTSIDE, Grid, GridRow, months_of, year_columns
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.list_view import ListView
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.outlet_years import OutletYear, YearOfOutlets, outlet_years
from newsarchive.render.periods import YEARS, place_path
from newsarchive.render.sheet import Lot, Plan, Sheet
from newsarchive.render.sums import LIST

_MOST = 80  # outlets of a page: with thirteen numbers each, all of them links, they weigh some 100 kB


class _Page(NamedTuple):
    """A table of some of the rows of a year; `name` is that of a part."""

    path: str
    name: str | None
    rows: tuple[OutletYear, ...]


def coverage_lots(plan: Plan) -> Iterator[Lot]:
    """A table for each year of which any article has an outlet; where the outlets are many, for each letter."""
    for year, (before, after) in with_neighbours(outlet_years(plan).values()):
        near = (before.year if before else None, after.year if after else None)
        yield Lot(f"years/{year.year}/outlets", partial(_sheets, plan, year, near), (), (year, near))


def tables_ways(plan: Plan, page: str) -> tuple[Link, ...]:
    """From a page to the tables of all years."""
    return tuple(Link(year, href(page, _path(year))) for year in outlet_years(plan))


def has_table(plan: Plan, year: str) -> bool:
    """Whether there is a table of a year."""
    return year in outlet_years(plan)


def table_way(plan: Plan, page: str, year: str) -> Link:
    """From a page to the table of a year."""
    return Link(_name(plan, year), href(page, _path(year)))


def _sheets(plan: Plan, year: YearOfOutlets, near: tuple[str | None, str | None]) -> Iterator[Sheet]:
    """The table of a year; where it has parts, the page that leads to them, and those."""
    whole = _Page(_path(year.year), None, year.rows)
    parts = tuple(_parts(plan, year)) if len(year.rows) > _MOST else ()
    around = tuple(_Page(_path(one), one, ()) if one else None for one in near)
    yield _sheet(plan, year, whole._replace(rows=()) if parts else whole, around, parts)
    for part, beside in with_neighbours(parts):
        yield _sheet(plan, year, part, beside, ())


def _parts(plan: Plan, year: YearOfOutlets) -> Iterator[_Page]:
    rows = {row.slug: row for row in year.rows}
    for drawer in file_names(((row.slug, row.name) for row in year.rows), _MOST):
        path = f"{_path(year.year).removesuffix('.html')}/{drawer.name}.html"
        yield _Page(path, drawer_name(plan, drawer), tuple(rows[filed.id] for filed in drawer.filed))


def _sheet(plan: Plan, year: YearOfOutlets, page: _Page, near: Sequence[_Page | None], parts: Sequence[_Page]) -> Sheet:
    path, name, title = page.path, _name(plan, year.year), plan.words.say("years", "title")
    before, after = (Link(one.name or "", href(path, one.path)) if one else None for one in near)
    is_entry = page.name is None
    above = Link(year.year, href(path, place_path(year.year)))
    return Sheet(
        path=path,
        template="listing.html",
        title=plan.words.say("form", "part", name=name, part=page.name) if page.name else name,
        make=partial(_view, plan, year, page, parts),
        section="years",
        trail=(Link(title, href(path, YEARS)), above, *[Link(name, href(path, _path(year.year)))] * (not is_entry)),
        before=before,
        after=after,
        entries=(),
        facts=(page, *[(year.articles, year.nameless, len(year.rows), parts)] * is_entry),
    )


def _view(plan: Plan, year: YearOfOutlets, page: _Page, parts: Sequence[_Page]) -> ListView:
    return ListView(
        heading=_name(plan, year.year),
        part=page.name,
        intro=plan.words.say("coverage", "intro"),
        sums=() if page.name else _sums(plan, year),
        parts=tuple(Link(part.name or "", href(page.path, part.path)) for part in parts),
        grid=None if parts else _grid(plan, year, page),
    )


def _sums(plan: Plan, year: YearOfOutlets) -> tuple[Sentence, ...]:
    """Such as "2,318 articles of 203 outlets. 14 without an outlet."."""
    words, path = plan.words, _path(year.year)
    articles = Link(words.count("articles", year.articles), href(path, place_path(year.year)))
    outlets = Link(words.count("outlets", len(year.rows)), LIST)
    nameless = Link(words.number(year.nameless), href(path, "outlets/unknown.html"))
    return (
        words.sentence("sums", "of_outlets", articles=articles, outlets=outlets),
        *[words.sentence("outlets", "sum_none", number=nameless)] * bool(year.nameless),
    )


def _grid(plan: Plan, year: YearOfOutlets, page: _Page) -> Grid:
    say = plan.words.say
    return Grid(
        caption=say("coverage", "caption", year=year.year),
        corner=say("fields", "outlet"),
        columns=year_columns(plan),
        rows=tuple(_grid_row(plan, page.path, year.year, row) for row in page.rows),
        outside=say("coverage", "outside"),
    )


def _grid_row(plan: Plan, page: str, year: str, row: OutletYear) -> GridRow:
    known = {month: Link(plan.words.number(number), href(page, target)) for month, number, target in row.numbers}
    none = Link(plan.words.number(0))
    months = (known.get(month, none if row.first <= month <= row.last else OUTSIDE) for month in months_of(year))
    whole = Link(plan.words.number(row.number), href(page, row.target)) if row.number else none
    return GridRow(Link(row.name, href(page, f"outlets/{row.slug}.html")), (*months, whole))


def _name(plan: Plan, year: str) -> str:
    return plan.words.say("coverage", "title", year=year)


def _path(year: str) -> str:
    return f"years/{year}/outlets.html"
