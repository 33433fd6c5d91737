"""A date that a line mentions."""

import datetime as dt
from typing import Literal, NamedTuple

Order = Literal["stated", "day_first", "month_first", "ambiguous"]
Role = Literal["published", "updated", "other"]

FIRST_YEAR, LAST_YEAR = 1600, 2199
_LEAP_YEAR = 2000


class DateMention(NamedTuple):
    """A date as `line[start:end]` states it; what it does not state is None.

    `order` says how day and month were told apart: "stated" (the month is named or the year stands first), "day_first"
    or "month_first" (the other order is no date), "ambiguous" (both are: read as day first, `other` is the other one).
    `weekday` (Monday is 0), `has_time` and `role` come from the words beside it; the role "other" is
    of what is no article ("Registered on").
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    order: Order = "stated"
    weekday: int | None = None
    has_time: bool = False
    role: Role | None = None

    @property
    def date(self) -> dt.date | None:
        """The day, where year, month and day are stated."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    @property
    def other(self) -> dt.date | None:
        """The other reading of an ambiguous date: 03/04/2023 -> 2023-03-04 beside `date` 2023-04-03."""
        if self.order != "ambiguous" or self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.day, self.month)


def was_day(year: int | None, month: int, day: int) -> bool:
    """True for a day that the calendar holds: (2023, 2, 30) -> False; without a year, any year will do."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    try:
        dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def full_year(digits: str) -> int:
    """The year that two or four digits mean: "23" -> 2023, "98" -> 1998, "2566" (Buddhist era) -> 2023."""
    year = int(digits)
    if len(digits) == 2:
        return 1900 + year if year >= 70 else 2000 + year
    return year - 543 if 2443 <= year <= 2643 else year
