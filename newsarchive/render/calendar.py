"""A month as a calendar: a table of weeks, each day with how many articles it has, as a link to them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from newsarchive.render.conventions import first_weekday
from newsarchive.render.dates import place_words, yearless_words
from newsarchive.render.link import Link, href
from newsarchive.render.periods import Period, place_path
from newsarchive.render.sheet import Plan
from newsarchive.render.sums import count_probable


class Weekday(NamedTuple):
    """A day of the week by its name, long and short."""

    name: str
    short: str


class CalendarDay(NamedTuple):
    """A day by its number in the month, and how many articles it has ("12 + 3"), a link to them; None: none."""

    day: str
    number: Link | None


class Week(NamedTuple):
    """Seven days, None for those of another month; `name` says with which day of the month they begin."""

    name: str
    days: tuple[CalendarDay | None, ...]


class Calendar(NamedTuple):
    """A month in weeks."""

    caption: str
    weekdays: tuple[Weekday, ...]
    weeks: tuple[Week, ...]


def month_calendar(plan: Plan, page: str, month: Period) -> Calendar:
    """The calendar of a month on a page. The week begins as it does where the language of the site is spoken."""
    days = {day.place: day.identities for day in month.inner}
    first = date.fromisoformat(f"{month.place}-01")
    begins = _week_begins(plan)
    start = first - timedelta((first.weekday() - begins) % 7)
    weeks = [
        _week(plan, page, [start + timedelta(7 * week + day) for day in range(7)], first, days) for week in range(6)
    ]
    weekdays = plan.words.conventions.weekdays
    return Calendar(
        caption=_caption(plan, month),
        weekdays=tuple(Weekday(*name) for name in (*weekdays[begins:], *weekdays[:begins])),
        weeks=tuple(week for week in weeks if any(week.days)),
    )


def _week_begins(plan: Plan) -> int:
    """From 0 for Monday: as in the region of the site's language tag, else as in most places where it is spoken."""
    known = first_weekday(plan.site.language)
    return int(plan.words.table["form"]["week_begins"]) if known is None else known


def _caption(plan: Plan, month: Period) -> str:
    caption = plan.words.say("calendar", "caption", month=place_words(month.place, plan.words))
    if not count_probable(plan, month.identities):
        return caption
    return f"{caption} {plan.words.say('calendar', 'plus')}"


def _week(plan: Plan, page: str, dates: Sequence[date], first: date, days: dict[str, tuple[str, ...]]) -> Week:
    inside = [day for day in dates if (day.year, day.month) == (first.year, first.month)]
    name = plan.words.say("calendar", "week", day=yearless_words(f"{inside[0]:%m-%d}", plan.words)) if inside else ""
    return Week(name, tuple(_day(plan, page, day, days) if day in inside else None for day in dates))


def _day(plan: Plan, page: str, day: date, days: dict[str, tuple[str, ...]]) -> CalendarDay:
    identities = days.get(day.isoformat())
    if not identities:
        return CalendarDay(str(day.day), None)
    words, probable = plan.words, count_probable(plan, identities)
    number = words.number(len(identities) - probable)
    if probable:
        number = words.say("calendar", "and_probable", number=number, probable=words.number(probable))
    return CalendarDay(str(day.day), Link(number, href(page, place_path(day.isoformat()))))
