"""How many articles each outlet has of each month and year, and where its list holds them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from newsarchive.model import Group
from newsarchive.render.entries import shorten, without_copies
from newsarchive.render.grid import months_of
from newsarchive.render.kinds import group_path
from newsarchive.render.parts import cut_by_period, periods_at
from newsarchive.render.sheet import Plan
from newsarchive.render.sums import LIST
from newsarchive.render.tally import between

_NAME = 80  # characters of an outlet's name


class OutletYear(NamedTuple):
    """An outlet in a year. `first` and `last` are the months between which the archive has articles of it; `numbers`
    are those of the months of which it has any: the month, how many, and where they are listed; `number` and `target`
    the same of the whole year.
    """

    name: str
    slug: str
    first: str
    last: str
    numbers: tuple[tuple[str, int, str], ...]
    number: int
    target: str


class YearOfOutlets(NamedTuple):
    """What is said of a year: its rows, how many articles they count, and how many there are without an outlet."""

    year: str
    rows: tuple[OutletYear, ...]
    articles: int
    nameless: int


@lru_cache(1)
def outlet_years(plan: Plan) -> Mapping[str, YearOfOutlets]:
    """The years that have a table, in order."""
    entries = plan.archive.entries
    nameless = Counter((entries[identity].place or "")[:4] for identity in plan.archive.no_outlet)
    rows: dict[str, list[OutletYear]] = {}
    for group in plan.archive.outlets:
        for year, row in _rows(plan, group):
            rows.setdefault(year, []).append(row)
    counted = {year: sum(row.number for row in inside) for year, inside in rows.items()}
    return {
        year: YearOfOutlets(year, tuple(rows[year]), counted[year], nameless[year])
        for year in sorted(rows)
        if counted[year]
    }


def _rows(plan: Plan, group: Group) -> Iterator[tuple[str, OutletYear]]:
    """The rows of an outlet: one for each year from its first article to its last."""
    entries, path = plan.archive.entries, group_path("outlets", group)
    places = Counter(place for identity in group.entries if (place := entries[identity].place))
    if not places:
        return
    counts = Counter[str]()
    for place, number in places.items():
        for period in {place[:4], place[:7]}:
            counts[period] += number
    at = periods_at(plan, path, cut_by_period(plan, without_copies(plan, group.entries)))
    first, last = min(map(_first_month, places)), max(map(_last_month, places))
    for year in between(first[:4], last[:4]):
        numbers = tuple(
            (month, counts[month], at.get(month, path + LIST)) for month in months_of(year) if month in counts
        )
        whole = at.get(year, path + LIST)
        yield year, OutletYear(shorten(group.name, _NAME), group.slug, first, last, numbers, counts[year], whole)


def _first_month(place: str) -> str:
    return place[:7] if len(place) > 4 else f"{place}-01"


def _last_month(place: str) -> str:
    return place[:7] if len(place) > 4 else f"{place}-12"
