"""Tables of numbers, each a link to what it counts: years by months, outlets by months, days by months."""

from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.render.dates import month_words
from newsarchive.render.link import Link, href
from newsarchive.render.periods import Period, place_path
from newsarchive.render.sheet import Plan


class GridRow(NamedTuple):
    """A row: what it is of, and its numbers. One without words is outside of what its row is of."""

    head: Link
    cells: tuple[Link, ...]


class Grid(NamedTuple):
    """A table with a head for each row and column; `corner` says what the rows are, `outside` what a dash means."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    outside: str


OUTSIDE = Link("")


def year_columns(plan: Plan) -> tuple[str, ...]:
    """The heads of the columns of a year: its months, and all of it, with what is of no known month."""
    return (*(month_words(month, plan.words) for month in range(1, 13)), plan.words.say("calendar", "whole"))


def months_of(year: str) -> tuple[str, ...]:
    """The months of a year: "2023" -> "2023-01" to "2023-12"."""
    return tuple(f"{year}-{month:02}" for month in range(1, 13))


def years_grid(plan: Plan, page: str, years: Sequence[Period]) -> Grid | None:
    """The months of all years; None where a row of bars says as much: one year, or no month that is known."""
    if len(years) < 2 or not any(year.inner for year in years):
        return None
    say = plan.words.say
    return Grid(
        caption=say("calendar", "years"),
        corner=say("calendar", "year"),
        columns=year_columns(plan),
        rows=tuple(_year_row(plan, page, year) for year in years),
        outside="",
    )


def number_link(plan: Plan, number: int, target: str | None) -> Link:
    """A number, and where it leads unless it is nothing."""
    return Link(plan.words.number(number), target if number else None)


def _year_row(plan: Plan, page: str, year: Period) -> GridRow:
    known = {month.place: len(month.identities) for month in year.inner}
    months = [number_link(plan, known.get(place, 0), href(page, place_path(place))) for place in months_of(year.place)]
    whole = href(page, place_path(year.place))
    return GridRow(Link(year.place, whole), (*months, number_link(plan, len(year.identities), whole)))
