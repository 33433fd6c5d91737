"""Dates with the name of a month: 30 May 2023, May 30, 30 de mayo de 2023, 2023. május 30., May 2023."""

import re
from typing import NamedTuple

from newsarchive.text.dates.mention import DateMention, full_year, was_day
from newsarchive.text.dates.names import WORD, WORD_REVERSED, is_weekday, month_number
from newsarchive.text.dates.numeric import YEAR

_LINK = r"(?:(?:of|de|del|di|da|do|den|the|ng|ta)[\s'’]+|[dl]['’])?"
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th|er|re|ος|η|ης|[-‑]?(?:го|е|те|ое))?\s?[ºª°]?[\s.,/\-–‑]{{0,3}}{_LINK}({WORD})", re.IGNORECASE
)
_NEXT_WORD = re.compile(rf"[.,]?\s?({WORD})")
_OWN_DAY_AFTER = re.compile(r"[.\s]{1,2}\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)")  # "10 | May 12, 2023"
_SAME_MONTH = re.compile(rf"\s?/\s?({WORD})")
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


class _Place(NamedTuple):
    """Where a number stands in a line; nothing before `floor` belongs to it any more."""

    line: str
    start: int
    end: int
    floor: int
    language: str | None

    def before(self, start: int) -> str:
        return self.line[max(self.floor, start - _BACK) : start]


class _Named(NamedTuple):
    """A month, the word that names it, and where that begins in the line."""

    month: int
    name: str
    start: int


def worded_date(line: str, number: tuple[int, int], floor: int, language: str | None) -> DateMention | None:
    """The date with a named month that the number at these columns belongs to; what ends before `floor` is taken."""
    place = _Place(line, *number, floor, language)
    length = place.end - place.start
    if length == 4:
        return _month_and_year(place)
    if length > 2 or not 1 <= int(line[place.start : place.end]) <= 31:
        return None
    return _day_first(place) or _month_first(place) or _vietnamese(place)


def _day_first(place: _Place) -> DateMention | None:
    found = _MONTH_AFTER.match(place.line, place.end)
    if found and month_number(found[1], place.language) is None and is_weekday(found[1]):
        found = _NEXT_WORD.match(place.line, found.end())
    month = month_number(found[1], place.language) if found else None
    if found is None or month is None or _OWN_DAY_AFTER.match(place.line, found.end()):
        return None
    end = found.end()
    if (twin := _SAME_MONTH.match(place.line, end)) and month_number(twin[1]) == month:  # "24 نيسان / أبريل"
        end = twin.end()
    return _finish(place, (place.start, end), month, found[1])


def _month_first(place: _Place) -> DateMention | None:
    named = _month_before(place)
    return _finish(place, (named.start, place.end), named.month, named.name) if named else None


def _month_before(place: _Place) -> _Named | None:
    """The month that the word before a number, or its end, names: "PublishedMay 30" -> 5, "May"."""
    before = place.before(place.start)
    found = _MONTH_BEFORE.match(before[::-1])
    if found is None:
        return None
    word, start = found[1][::-1], place.start - found.end(1)
    if month := month_number(word, place.language):
        return _Named(month, word, start)
    glued = _GLUED.search(word)
    month = month_number(glued[0], place.language) if glued else None
    return _Named(month, glued[0], start + glued.start()) if glued and month else None


def _finish(place: _Place, span: tuple[int, int], month: int, name: str) -> DateMention | None:
    """The mention with the year that stands after or before it, if any."""
    start, end = span
    day = int(place.line[place.start : place.end])
    year = None
    if after := _YEAR_AFTER.match(place.line, end):
        digits, end = next(filter(None, after.groups())), after.end()
        is_thai = len(digits) == 2 and _THAI.search(name)
        year = full_year(f"25{digits}" if is_thai else digits)  # "30 พ.ค. 66" is of the year 2566
    elif later := _YEAR_BEHIND_TIME.match(place.line, end):
        year, end = int(later[1]), later.end()
    elif before := _YEAR_BEFORE.search(place.before(start)):
        year, start = full_year(before[1]), start - len(before[0])
    elif _is_other_word(name):
        return None
    return DateMention(start, end, year, month, day) if was_day(year, month, day) else None


def _is_other_word(name: str) -> bool:
    """True for a name that is more often another word where no year stands beside it: "12 may have", "5 set"."""
    return name in _OTHER_WORDS or (len(name) < 3 and name.isascii())


def _month_and_year(place: _Place) -> DateMention | None:
    named = _month_before(place)
    if named is None or _is_other_word(named.name):
        return None
    year = full_year(place.line[place.start : place.end])
    if not was_day(year, 1, 1) or _DAY_BEFORE.search(place.before(named.start)):
        return None  # "31 April 2023" is no day, and so no month either
    return DateMention(named.start, place.end, year, named.month, None)


def _vietnamese(place: _Place) -> DateMention | None:
    found = _VIETNAMESE.match(place.line, place.end)
    if found is None:
        return None
    year = int(found[2]) if found[2] else None
    day, month = int(place.line[place.start : place.end]), int(found[1])
    return DateMention(place.start, found.end(), year, month, day) if was_day(year, month, day) else None
