"""How a language writes numbers, rows of names and dates: from the CLDR, by way of Babel, read once for each language.

Its patterns become format strings, which are quick to fill in and can leave a field out ("29 and 31 March 2023").
Digits are 0 to 9 in every language.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.localedata import LocaleDataDict, exists, load

_Data = Mapping[Any, Any]  # as Babel keeps it

_PIECE = re.compile(r"'((?:[^']|'')*)'|(y+|M+|L+|d+)|([^'yMLd]+)")  # "d 'de' MMMM" -> d, " ", "de", " ", MMMM
_JOINT_AT_END = re.compile(r"(?:\s+[^\W\ddMLy]+)?[\s–—~～至-]+$")  # "d.–" -> "d."; "d تا " -> "d"
_PARTS = {"months", "date_formats", "datetime_skeletons", "interval_formats", "list_patterns", "number_symbols"}
_PARTS |= {"decimal_formats", "languages", "days"}


@dataclass(frozen=True, slots=True)
class DateForms:
    """How dates are written, all long ("29 March 2023") or all short ("29 Mar 2023").

    `names` are the months inside a date, `lone` where they stand alone. `forms` are format strings by the fields that
    they show: "y", "M", "d", "My", "Md", "Mdy". `ends` says which fields the first and the last day of a span show,
    by the largest field in which they differ: "M" -> ("Md", "Mdy"); `month_ends` the same of months.
    """

    names: tuple[str, ...]
    lone: tuple[str, ...]
    forms: Mapping[str, str]
    ends: Mapping[str, tuple[str, str]]
    month_ends: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RowForms:
    """What stands between the members of a row: of two, and of more after the first, in the middle, before the last."""

    two: str
    first: str
    middle: str
    last: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a language does with dates, numbers and rows.

    `group` stands between groups of digits, whose sizes from the end are `group_sizes`: (3, 3), in India (3, 2);
    `either` between two of which one holds. `plural` gives the category of a number: "one", "other". `languages` are
    the names of languages: {"de": "German"}; `weekdays` those of Monday to Sunday, each long and short.
    """

    long: DateForms
    short: DateForms
    group: str
    group_sizes: tuple[int, int]
    row: RowForms
    either: str
    plural: Callable[[int], str]
    languages: Mapping[str, str]
    weekdays: tuple[tuple[str, str], ...]


@lru_cache
def load_conventions(locale: str, short_months: tuple[str, ...] = ()) -> Conventions:
    """The conventions of a locale such as "en_GB". `short_months` stand for the CLDR's where there are any."""
    raw = load(locale)
    # Babel writes what it looks up for one locale into data that it shares with others; a copy keeps each to itself
    data: _Data = LocaleDataDict({part: deepcopy(raw[part]) for part in _PARTS})
    rows, either, lone = data["list_patterns"]["standard"], data["list_patterns"]["or"], data["days"]["stand-alone"]
    return Conventions(
        long=_long_forms(data),
        short=_short_forms(data, short_months),
        group=data["number_symbols"]["latn"]["group"],
        group_sizes=_group_sizes(data["decimal_formats"][None].pattern),
        row=RowForms(*(_joint(rows[place]) for place in ("2", "start", "middle", "end"))),
        either=_joint(either["2"]),
        plural=lru_cache(maxsize=4096)(raw["plural_form"]),
        languages=dict(data["languages"]),
        weekdays=tuple((lone["wide"][day], lone["abbreviated"][day]) for day in range(7)),
    )


@lru_cache
def first_weekday(language: str) -> int | None:
    """The day on which the week begins in the region that a language tag names, from 0 for Monday: "en-US" -> 6.

    None where it names no region that is known.
    """
    tag = language.replace("-", "_").split("_")
    locale = f"{tag[0].lower()}_{tag[-1].upper()}"
    return int(load(locale)["week_data"]["first_day"]) if len(tag) > 1 and exists(locale) else None


def _long_forms(data: _Data) -> DateForms:
    skeletons = data["datetime_skeletons"]
    patterns = {"Mdy": data["date_formats"]["long"].pattern, "My": skeletons["yMMMM"].pattern}
    patterns["Md"] = skeletons["MMMMd"].pattern
    return _date_forms(data, "wide", patterns, ())


def _short_forms(data: _Data, months: tuple[str, ...]) -> DateForms:
    skeletons = data["datetime_skeletons"]
    keys = {"Mdy": "yMMMd", "My": "yMMM", "Md": "MMMd"}
    return _date_forms(data, "abbreviated", {fields: skeletons[key].pattern for fields, key in keys.items()}, months)


def _date_forms(data: _Data, width: str, patterns: dict[str, str], months: tuple[str, ...]) -> DateForms:
    days, spans = data["interval_formats"]["yMMMd"], data["interval_formats"]["yMMMM"]
    patterns |= {"M": "LLLL", "y": "y"}
    for pattern in days["d"]:  # the bare day of a span: "d.–" and "d. MMM y"; in American English "MMM d –" and "d, y"
        patterns.setdefault(_fields(pattern), _JOINT_AT_END.sub("", pattern))
    names = (tuple(data["months"][use][width][month] for month in range(1, 13)) for use in ("format", "stand-alone"))
    inside, alone = (months or found for found in names)
    return DateForms(
        names=inside,
        lone=alone,
        forms={fields: _format_string(pattern) for fields, pattern in patterns.items()},
        ends={field: _ends(days[field], "Mdy") for field in "yMd"},
        month_ends={field: _ends(spans[field], "My") for field in "yM"},
    )


def _ends(patterns: Sequence[str], whole: str) -> tuple[str, str]:
    """The fields that each end of a span shows; all of them where the CLDR does not part the two."""
    first, last = patterns if len(patterns) == 2 else (whole, whole)
    return _fields(first), _fields(last)


def _fields(pattern: str) -> str:
    """The fields that a pattern shows: "d. MMM y" -> "Mdy"."""
    letters = "".join(field for _, field, _ in _PIECE.findall(pattern)).replace("L", "M")
    return "".join(sorted(set(letters)))


def _format_string(pattern: str) -> str:
    """A CLDR pattern as a format string: "d 'de' MMMM" -> "{day} de {month}"."""
    fields = {"y": "{year}", "d": "{day}", "dd": "{day:0>2}", "M": "{number}", "L": "{number}"}
    text = ""
    for quoted, field, plain in _PIECE.findall(pattern):
        named = "{lone}" if field.startswith("LLL") else "{month}"
        text += fields.get(field, named) if field else plain or quoted.replace("''", "'") or "'"
    return text


def _group_sizes(pattern: str) -> tuple[int, int]:
    """The sizes of the last group of digits and of those before it: "#,##,##0.###" -> (3, 2)."""
    groups = pattern.partition(".")[0].split(",")[1:]
    return len(groups[-1]), len(groups[0])


def _joint(pattern: str) -> str:
    """What stands between two members: "{0} and {1}" -> " and "."""
    return pattern.removeprefix("{0}").removesuffix("{1}")
