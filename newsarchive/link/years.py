"""Groups by time: years, their months, their days."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from newsarchive.model import Day, Entry, Month, Year

_YEAR, _MONTH = len("2023"), len("2023-03")


def group_years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """The years of entries that are in the order of time; the undated are passed over."""
    ids: dict[str, list[str]] = {}
    for entry in entries:
        if entry.place is not None:
            ids.setdefault(entry.place, []).append(entry.id)
    at = {place: tuple(members) for place, members in ids.items()}
    return tuple(_year(year, places, at) for year, places in _by_period(at, _YEAR))


def _year(year: str, places: Iterable[str], at: Mapping[str, tuple[str, ...]]) -> Year:
    inside = (place for place in places if place != year)
    months = tuple(_month(month, days, at) for month, days in _by_period(inside, _MONTH))
    return Year(year, months, at.get(year, ()))


def _month(month: str, places: Iterable[str], at: Mapping[str, tuple[str, ...]]) -> Month:
    return Month(month, tuple(Day(day, at[day]) for day in places if day != month), at.get(month, ()))


def _by_period(places: Iterable[str], length: int) -> Iterator[tuple[str, list[str]]]:
    for period, inside in groupby(places, key=lambda place: place[:length]):
        yield period, list(inside)
