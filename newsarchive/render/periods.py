"""Years, months and days as one kind of thing: a period, what is in it, and where its page stands."""

from itertools import chain
from typing import NamedTuple

from newsarchive.model import Archive, Day, Month, Year

YEARS = "years/index.html"


class Period(NamedTuple):
    """A period with at least one article. `place` is ISO 8601: "2023", "2023-03" or "2023-03-29".

    `identities` are the ids of all its articles in order; `unknown` those of which no finer period is known; `inner`
    are its months or days.
    """

    place: str
    identities: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    inner: tuple["Period", ...] = ()


def periods(archive: Archive) -> tuple[Period, ...]:
    """The years of an archive, with their months and days."""
    return tuple(_year(year) for year in archive.years)


def place_path(place: str | None) -> str:
    """The page that lists a period: "2023-03-29" -> "years/2023/03-29.html"; None -> "years/undated.html"."""
    if place is None:
        return "years/undated.html"
    year, _, rest = place.partition("-")
    return f"years/{year}/{rest or 'index'}.html"


def unknown_path(place: str) -> str:
    """The page of a period's articles of which no finer period is known: "2023-03" -> "years/2023/03-unknown.html"."""
    year, _, rest = place.partition("-")
    return f"years/{year}/{f'{rest}-' if rest else ''}unknown.html"


def _year(year: Year) -> Period:
    return _gathered(year.year, year.entries, tuple(map(_month, year.months)))


def _month(month: Month) -> Period:
    return _gathered(month.month, month.entries, tuple(map(_day, month.days)))


def _day(day: Day) -> Period:
    return Period(day.date, day.entries)


def _gathered(place: str, unknown: tuple[str, ...], inner: tuple[Period, ...]) -> Period:
    return Period(place, (*chain.from_iterable(period.identities for period in inner), *unknown), unknown, inner)
