"""Bars: how many articles a period has, as a number first and as a length second."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from newsarchive.render.dates import short_date
from newsarchive.render.link import Link, href
from newsarchive.render.periods import Period, place_path
from newsarchive.render.sheet import Plan
from newsarchive.render.sums import count_probable

_MOST = 40  # bars that can be taken in


class Bar(NamedTuple):
    """A period, how many articles it has in words ("402 + 100 probable"), and its bar in per cent of the longest.

    `percent` is the whole bar, `stated` the part of it whose dates are stated or given.
    """

    period: Link
    number: str
    percent: int
    stated: int


def period_bars(plan: Plan, page: str, periods: Sequence[Period]) -> tuple[Bar, ...]:
    """A bar for each of some days, months or years, and for the empty ones between unless the span is too long."""
    known = {period.place: period.identities for period in periods}
    places = between(periods[0].place, periods[-1].place) if periods else []
    places = places if len(places) <= _MOST else list(known)
    longest = max(map(len, known.values()), default=1)
    return tuple(_bar(plan, page, place, known.get(place, ()), longest) for place in places)


def span_bars(plan: Plan, page: str, years: Sequence[Period]) -> tuple[Bar, ...]:
    """Bars for a whole archive: days, months or years, the finest of which there are at most forty."""
    months = [month for year in years for month in year.inner]
    days = [day for month in months for day in month.inner]
    for level in (days, months):
        if level and len(between(level[0].place, level[-1].place)) <= _MOST:
            return period_bars(plan, page, level)
    return period_bars(plan, page, years)


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


def _bar(plan: Plan, page: str, place: str, identities: Sequence[str], longest: int) -> Bar:
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
    return Bar(Link(name, href(page, place_path(place))), number, percent, percent * stated // len(identities))
