"""Dates as EDTF text (ISO 8601-2): the forms that the record uses, and the days that they allow.

2023-05-30             that day                     2023-03-29?               that day, uncertain
2023-03, 2023          some day of it               [2022-03-30..]            that day or later
[2023-03-29..2023-04-02]   some day between         [2023-03-29,2023-03-30]   one of these days
"""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["day", "month", "year", "later", "between", "one_of"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SET = re.compile(r"\[(\d{4}-\d\d-\d\d)(\.\.|,)(\d{4}-\d\d-\d\d)?\]")


class Edtf(NamedTuple):
    """A date as far as it is known: every day from `first` to `last` (None: open) is allowed."""

    kind: Kind
    first: dt.date
    last: dt.date | None
    uncertain: bool = False

    def __str__(self) -> str:
        mark = "?" if self.uncertain else ""
        forms = {
            "day": f"{self.first}{mark}",
            "month": f"{self.first.isoformat()[:7]}{mark}",
            "year": f"{self.first.year:04}{mark}",
            "later": f"[{self.first}..]",
            "between": f"[{self.first}..{self.last}]",
            "one_of": f"[{self.first},{self.last}]",
        }
        return forms[self.kind]


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Edtf:
    """The date that an EDTF text states. ValueError where it is none of the forms above, or no day that ever was."""
    if found := _SET.fullmatch(text):
        return _parse_set(*found.groups())
    uncertain = text.endswith("?")
    found = _DATE.fullmatch(text.removesuffix("?"))
    if found is None:
        raise ValueError(f"{text!r} is no date: expected 2023-05-30, 2023-05 or 2023")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return Edtf("year", dt.date(year or 0, 1, 1), dt.date(year or 0, 12, 31), uncertain)
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return Edtf("month", dt.date(year, month, 1), dt.date(year, month, last), uncertain)
    date = dt.date(year, month, day)
    return Edtf("day", date, date, uncertain)


def _parse_set(first: str, between: str, last: str | None) -> Edtf:
    start = dt.date.fromisoformat(first)
    if last is None:
        if between == ",":
            raise ValueError(f"[{first},] is no date")
        return Edtf("later", start, None)
    end = dt.date.fromisoformat(last)
    if end <= start:
        raise ValueError(f"[{first}{between}{last}] ends before it begins")
    return Edtf("between" if between == ".." else "one_of", start, end)
