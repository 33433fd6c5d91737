"""Dates in numbers: 2023-05-30, 30.05.2023, 05/30/2023, 2023年5月30日, 20230530 in an address."""

import re

from newsarchive.text.dates.mention import DateMention, Order, full_year, was_day

# The year may have a time or a number glued to it: "28.04.202318:43", "May 4, 202012" (comments).
YEAR = r"\d{4}(?!\d|:\d\d)|(?:19|20)\d\d(?=\d{1,4}(?!\d))"

_YEAR_FIRST = re.compile(r"(\d{4})\s?([-./年년])\s?(\d{1,2})\s?(?:\2|[月월])\s?(\d{1,2})(?!\d)\s?[日일]?")
_DAY_AND_MONTH = re.compile(rf"(\d{{1,2}})\s?([-./])\s?(\d{{1,2}})\s?\2\s?({YEAR})")
_SHORT_YEAR = re.compile(r"(\d{1,2})(?:\s?(\.)\s?(\d{1,2})\s?\.|(/)(\d{1,2})/)(\d\d)(?!\d(?!\d:\d\d)|[./-]\d)")
_NO_YEAR = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_ERA_YEAR = re.compile(r"(\d{1,2})年\s?(\d{1,2})月\s?(\d{1,2})日")
_ROW = re.compile(r"\d([-./])\d+([-./])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_LONGEST_YEAR = 8
_NAMED_YEAR = re.compile(r"(?:民[國国](\d{2,3})|(令和|平成|昭和)元)年\s?$")  # 民國112年, 令和元年
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}


def numeric_date(line: str, start: int, digits: int) -> DateMention | None:
    """The date in numbers that begins at `start`, where a number of so many digits stands."""
    if start > 1 and line[start - 1] in "-./" and _same_mark_after(line, start):
        return None
    if digits == 4:
        return _year_first(line, start)
    if digits <= 2:
        forms = (_era_date, _day_and_month, _short_year, _no_year)
        return next((mention for form in forms if (mention := form(line, start))), None)
    return _compact(line, start) if digits == 8 else None


def _same_mark_after(line: str, start: int) -> bool:
    """True inside a longer row of numbers: "1.10.12.2019" is no date."""
    row = _ROW.match(line, start - 2)
    return row is not None and row[1] == row[2]


def _year_first(line: str, start: int) -> DateMention | None:
    found = _YEAR_FIRST.match(line, start)
    if found is None:
        return None
    year, month, day = full_year(found[1]), int(found[3]), int(found[4])
    return DateMention(start, found.end(), year, month, day) if was_day(year, month, day) else None


def _day_and_month(line: str, start: int) -> DateMention | None:
    found = _DAY_AND_MONTH.match(line, start)
    return _ordered(start, found.end(), found[4], (int(found[1]), int(found[3]))) if found else None


def _short_year(line: str, start: int) -> DateMention | None:
    found = _SHORT_YEAR.match(line, start)
    if found is None:
        return None
    return _ordered(start, found.end(), found[6], (int(found[1]), int(found[3] or found[5])))


def _ordered(start: int, end: int, digits: str, numbers: tuple[int, int]) -> DateMention | None:
    year, (first, second) = full_year(digits), numbers
    day_first, month_first = was_day(year, second, first), was_day(year, first, second)
    if day_first:
        either: Order = "stated" if first == second else "ambiguous"
        return DateMention(start, end, year, second, first, either if month_first else "day_first")
    return DateMention(start, end, year, first, second, "month_first") if month_first else None


def _no_year(line: str, start: int) -> DateMention | None:
    """5月30日; of the first year of an era, and of the Republic of China, the year stands in another form."""
    found = _NO_YEAR.match(line, start)
    if found is None or not was_day(None, int(found[1]), int(found[2])):
        return None
    year, begin = None, start
    if named := _NAMED_YEAR.search(line[max(0, start - _LONGEST_YEAR) : start]):
        year = 1911 + int(named[1]) if named[1] else 1 + _ERAS[named[2]]
        begin = start - len(named[0])
    return DateMention(begin, found.end(), year, int(found[1]), int(found[2]))


def _era_date(line: str, start: int) -> DateMention | None:
    """令和5年5月30日 -> 2023-05-30; '23年5月30日 without an era means 2023 too."""
    found = _ERA_YEAR.match(line, start)
    if found is None:
        return None
    era = _ERAS.get(line[max(0, start - 2) : start])
    year = era + int(found[1]) if era else full_year(found[1].zfill(2))
    begin = start - 2 if era else start
    month, day = int(found[2]), int(found[3])
    return DateMention(begin, found.end(), year, month, day) if was_day(year, month, day) else None


def _compact(line: str, start: int) -> DateMention | None:
    found = _COMPACT.match(line, start)
    if found is None or start == 0 or line[start - 1] not in "/-_=.":
        return None
    year, month, day = (int(part) for part in found.groups())
    return DateMention(start, found.end(), year, month, day) if year >= 1990 and was_day(year, month, day) else None
