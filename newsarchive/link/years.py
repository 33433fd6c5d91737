"""Groups by time: years, their months, their days."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsarchive.model import Day, Entry, Month, Year


def group_years(entries: Iterable[Entry]) -> tuple[Year, ...]:
    """The years of entries that are in the order of time; the undated are passed over."""
    dated = [entry for entry in entries if entry.place is not None]
    return tuple(_year(year, members) for year, members in _by_place(dated, len("2023")))


def _year(year: str, entries: Sequence[Entry]) -> Year:
    inside = [entry for entry in entries if entry.place != year]
    months = tuple(_month(month, members) for month, members in _by_place(inside, len("2023-03")))
    return Year(year, months, _ids_at(year, entries))


def _month(month: str, entries: Sequence[Entry]) -> Month:
    inside = [entry for entry in entries if entry.place != month]
    days = tuple(Day(day, _ids_at(day, members)) for day, members in _by_place(inside, len("2023-03-29")))
    return Month(month, days, _ids_at(month, entries))


def _by_place(entries: Sequence[Entry], length: int) -> Iterator[tuple[str, list[Entry]]]:
    for period, members in groupby(entries, key=lambda entry: (entry.place or "")[:length]):
        yield period, list(members)


def _ids_at(place: str, entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.id for entry in entries if entry.place == place)
