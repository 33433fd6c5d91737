"""Bars: how many articles a period has, as a number first and as a length second."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from newsarchive.render.dates import short_date
from newsarchive.render.link import Link, href
from newsarchive.render.periods import Period, place_path
from newsarchive.render.sheet import Plan
from newsarchive.render.sums import LIST, count_probable

_MOST = 40  # bars that can be taken in
_FEWEST = 6  # articles of a list that need a chart


class Bar(NamedTuple):
    """A period, how many articles it has in words ("402 + 100 probable"), and its bar in per cent of the longest.

    `percent` is the whole bar, `stated` the part of it whose dates are stated or given.
    """

    period: Link
    number: str
    percent: int
    stated: int


def year_bars(plan: Plan, page: str, year: Period) -> tuple[Bar, ...]:
    """A bar for each month of a year, be there any articles or not."""
    months = between(f"{year.place}-01", f"{year.place}-12") if year.inner else []
    return _bars(plan, months, year.inner, lambda place: href(page, place_path(place)))


def list_bars(plan: Plan, page: str, identities: Sequence[str], targets: Mapping[str, str]) -> tuple[Bar, ...]:
    """Bars for the years of a list, or for its months where all are of one year; none for a list of a few articles.

    `targets` says by period where the list holds it; of one that is not there, the list itself.
    """
    places = [(place, identity) for identity in identities if (place := plan.archive.entries[identity].place)]
    if len(places) < _FEWEST:
        return ()
    length = 4 if places[0][0][:4] != places[-1][0][:4] else 7
    found: dict[str, list[str]] = {}
    for place, identity in places:
        if len(place) >= length:
            found.setdefault(place[:length], []).append(identity)
    levels = [Period(place, tuple(found[place])) for place in sorted(found)]
    bars = _bars(plan, _filled(levels), levels, lambda place: href(page, targets.get(place, f"{page}{LIST}")))
    return bars if len(bars) > 1 else ()


def _level_bars(plan: Plan, page: str, periods: Sequence[Period]) -> tuple[Bar, ...]:
    return _bars(plan, _filled(periods), periods, lambda place: href(page, place_path(place)))


def _filled(periods: Sequence[Period]) -> list[str]:
    """The periods, and the empty ones between them unless these are too many to be taken in."""
    known = [period.place for period in periods]
    places = between(known[0], known[-1]) if known else []
    return places if len(places) <= _MOST else known


def span_bars(plan: Plan, page: str, years: Sequence[Period]) -> tuple[Bar, ...]:
    """Bars for a whole archive: days, months or years, the finest of which there are at most forty."""
    months = [month for year in years for month in year.inner]
    days = [day for month in months for day in month.inner]
    for level in (days, months):
        if level and len(between(level[0].place, level[-1].place)) <= _MOST:
            return _level_bars(plan, page, level)
    return _level_bars(plan, page, years)


def between(first: str, last: str) -> list[str]:
    """The periods from one to another: ("2022-12", "2023-02") -> ["2022-12", "2023-01", "2023-02"]."""
    if len(first) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    if len(first) == 7:
        months = range(_month_number(first), _month_number(last) + 1)
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days)).isoformat() for days in range((end - start).days + 1)]


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _bars(
    plan: Plan, places: Sequence[str], periods: Sequence[Period], target: Callable[[str], str]
) -> tuple[Bar, ...]:
    known = {period.place: period.identities for period in periods}
    longest = max(map(len, known.values()), default=1)
    return tuple(_bar(plan, place, known.get(place, ()), longest, target) for place in places)


def _bar(plan: Plan, place: str, identities: Sequence[str], longest: int, target: Callable[[str], str]) -> Bar:
    words = plan.words
    name = short_date(place, "stated", words)
    if not identities:
        return Bar(Link(name), words.number(0), 0, 0)
    probable = count_probable(plan, identities)
    stated = len(identities) - probable
    number = words.number(stated)
    if probable:
        form = "probable" if stated else "only_probable"
        number = words.say("years", form, number=number, probable=words.number(probable))
    percent = max(1, 100 * len(identities) // longest)  # whole per cents, but never nothing for something
    return Bar(Link(name, target(place)), number, percent, percent * stated // len(identities))
