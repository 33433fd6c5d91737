"""Dates with the name of a month: 30 May 2023, May 30, 30 de mayo de 2023, 2023. május 30., May 2023."""

import re
from typing import NamedTuple

from newsarchive.text.dates.mention import DateMention, full_year, was_day
from newsarchive.text.dates.names import WORD, WORD_REVERSED, is_weekday, month_number
from newsarchive.text.dates.numeric import YEAR
from newsarchive.text.later import later

_LINK = r"(?i:(?:of|de|del|di|da|do|den|the|ng|ta)[\s'’]+|[dl]['’])?"
_MONTH_AFTER = re.compile(
    rf"(?i:st|nd|rd|th|er|re|ος|η|ης|[-‑]?(?:го|е|те|ое))?\s?[ºª°]?[\s.,/\-–‑]{{0,3}}{_LINK}({WORD})"
)
_NEXT_WORD = later(rf"[.,]?\s?({WORD})")
_OWN_DAY_AFTER = re.compile(r"[.\s]{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)")  # "10 | May 12, 2023"
_SAME_MONTH = later(rf"\s?/\s?({WORD})")
_MONTH_BEFORE = re.compile(rf"(?:\s(?:eht|ed|led|fo))?[\s.,/\-–]{{0,3}}({WORD_REVERSED})")  # of the line read backwards
_GLUED = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ]+$")  # "PublishedMay" -> "May"
_YEAR_AFTER = re.compile(
    r"(?:st|nd|rd|th|[ºª°])?[\s.,/\-–‑]{0,3}(?:(?:del?|of|van|anul|năm|พ\.ศ\.|ค\.ศ\.)\s?)*"
    rf"(?:({YEAR})|['’](\d\d)(?!\d)|(?<=[-/.])(\d\d)(?!\d|[:.]\d)|(\d\d)(?=\s*(?:$|[|•)\]])))",
    re.IGNORECASE,
)
_YEAR_BEHIND_TIME = re.compile(
    r"\s\d{1,2}:\d\d(?::\d\d)?(?:\s[A-Z]{2,5})?\s((?:19|20)\d\d)(?!\d)"
)  # "May 30 10:00 UTC 2023"
_YEAR_BEFORE = re.compile(r"(?<!\d)(\d{4})(?:\.?\s?gada|\s?жыл(?:ғы)?|\.?\s?m\.|\.|[ek]*ko|-)?\s?$")
_DAY_BEFORE = re.compile(r"\d[.\s]{0,2}$")
_VIETNAMESE = re.compile(r"\s(?:tháng|thg)\s?(\d{1,2})(?!\d)(?:[\s,]*(?:năm\s)?(\d{4})(?!\d))?", re.IGNORECASE)
_THAI = re.compile("[ก-๙]")
_BACK = 28  # characters in which the words before a number are looked for
_OTHER_WORDS = frozenset(
    ("ago", "dec", "des", "jul", "jun", "lip", "mar", "march", "mars", "may", "nov", "out", "sen", "sep", "set", "sub")
)


class _Named(NamedTuple):
    """A month, the word that names it, and the columns of the line from day to month, or from month to day."""

    month: int
    name: str
    start: int
    end: int


def worded_date(line: str, number: tuple[int, int], floor: int, language: str | None) -> DateMention | None:
    """The date with a named month that the number at these columns belongs to; what ends before `floor` is taken."""
    start, end = number
    if end - start == 4:
        named = _month_before(line, number, floor, language)
        return _month_and_year(line, number, floor, named) if named else None
    if end - start > 2:
        return None
    for find in (_month_after, _month_before):
        named = find(line, number, floor, language)
        if named and (mention := _finish(line, number, floor, named)):
            return mention
    return _vietnamese(line, number)


def _month_after(line: str, number: tuple[int, int], _floor: int, language: str | None) -> _Named | None:
    found = _MONTH_AFTER.match(line, number[1])
    if found is None:
        return None
    month = month_number(found[1], language)
    if month is None:
        found = _NEXT_WORD().match(line, found.end()) if is_weekday(found[1]) else None
        month = month_number(found[1], language) if found else None
    if found is None or month is None or _OWN_DAY_AFTER.match(line, found.end()):
        return None
    end = found.end()
    if (twin := _SAME_MONTH().match(line, end)) and month_number(twin[1]) == month:  # "24 نيسان / أبريل"
        end = twin.end()
    return _Named(month, found[1], number[0], end)


def _month_before(line: str, number: tuple[int, int], floor: int, language: str | None) -> _Named | None:
    """The month that the word before a number, or its end, names: "PublishedMay 30" -> 5, "May"."""
    start, end = number
    found = _MONTH_BEFORE.match(_before(line, start, floor)[::-1])
    named = _month_at_end(found[1][::-1], language) if found else None
    return _Named(*named, start - found.start(1) - len(named[1]), end) if found and named else None


def _month_at_end(word: str, language: str | None) -> tuple[int, str] | None:
    """The month that a word or its end names, and the name: "PublishedMay" -> (5, "May")."""
    if month := month_number(word, language):
        return month, word
    glued = _GLUED.search(word, 1)
    month = month_number(glued[0], language) if glued else None
    return (month, glued[0]) if glued and month else None


def _before(line: str, start: int, floor: int) -> str:
    """The few words before a column that belong to no other date."""
    return line[max(floor, start - _BACK) : start]


def _finish(line: str, number: tuple[int, int], floor: int, named: _Named) -> DateMention | None:
    """The mention with the year that stands after or before it, if any."""
    month, name, start, end = named
    day = int(line[number[0] : number[1]])
    year = None
    if after := _YEAR_AFTER.match(line, end):
        digits, end = next(filter(None, after.groups())), after.end()
        is_thai = len(digits) == 2 and _THAI.search(name)
        year = full_year(f"25{digits}" if is_thai else digits)  # "30 พ.ค. 66" is of the year 2566
    elif later := _YEAR_BEHIND_TIME.match(line, end):
        year, end = int(later[1]), later.end()
    elif before := _YEAR_BEFORE.search(_before(line, start, floor)):
        year, start = full_year(before[1]), start - len(before[0])
    elif _is_other_word(name):
        return None
    return DateMention(start, end, year, month, day) if was_day(year, month, day) else None


def _is_other_word(name: str) -> bool:
    """True for a name that is more often another word where no year stands beside it: "12 may have", "5 set"."""
    return name in _OTHER_WORDS or (len(name) < 3 and name.isascii())


def _month_and_year(line: str, number: tuple[int, int], floor: int, named: _Named) -> DateMention | None:
    if _is_other_word(named.name):
        return None
    year = full_year(line[number[0] : number[1]])
    if not was_day(year, 1, 1) or _DAY_BEFORE.search(_before(line, named.start, floor)):
        return None  # "31 April 2023" is no day, and so no month either
    return DateMention(named.start, number[1], year, named.month, None)


def _vietnamese(line: str, number: tuple[int, int]) -> DateMention | None:
    found = _VIETNAMESE.match(line, number[1])
    if found is None:
        return None
    year = int(found[2]) if found[2] else None
    day, month = int(line[number[0] : number[1]]), int(found[1])
    return DateMention(number[0], found.end(), year, month, day) if was_day(year, month, day) else None
