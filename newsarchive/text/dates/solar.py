"""Dates of the Iranian calendar: ۹ خرداد ۱۴۰۲ and 1402/03/09 are 2023-05-30."""

import datetime as dt
import re
from functools import cache

from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.names import WORD, solar_month

_NUMERIC = re.compile(r"((?:1[34]|۱[۳۴]|١[٣٤])\d\d)([-/])(\d{1,2})\2(\d{1,2})(?!\d)")
_FIRST, _LAST = 1350, 1419  # years in which the press has dates: later ones are of the lunar calendar
_EPOCH = 226_895  # the proleptic Gregorian ordinal of the day before 1 Farvardin 1
_CYCLE, _CYCLE_DAYS = 2820, 1_029_983  # Birashk 1993: years after which the leap years come again


def solar_date(line: str, start: int, digits: int) -> DateMention | None:
    """The date of the Iranian calendar that begins at `start`, where a number of so many digits stands."""
    found = None
    if digits == 4:
        found = _NUMERIC.match(line, start)
    elif digits <= 2 and not line.isascii():
        found = _worded().match(line, start)
    if found is None:
        return None
    if digits == 4:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    else:
        year, month, day = int(found[3]), solar_month(found[2]) or 0, int(found[1])
    date = gregorian(year, month, day)
    return DateMention(start, found.end(), date.year, date.month, date.day) if date else None


def gregorian(year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a day of the Iranian calendar, or None where that has no such day; by Birashk's cycle."""
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    base = year - 474
    in_cycle = 474 + base % _CYCLE
    before_month = (month - 1) * 31 if month <= 7 else (month - 1) * 30 + 6
    before_year = (in_cycle * 682 - 110) // 2816 + (in_cycle - 1) * 365 + base // _CYCLE * _CYCLE_DAYS
    return dt.date.fromordinal(_EPOCH + before_year + before_month + day)


@cache
def _worded() -> re.Pattern[str]:
    """A date in words; compiled when it is first asked for, for it takes milliseconds and most archives need none."""
    return re.compile(rf"(\d{{1,2}})\s?({WORD})\s?(?:ماه\s)?(?:سال\s)?،?\s?(\d{{4}})(?!\d)")
