"""Finding the dates that a line mentions."""

import re
from functools import lru_cache

from newsarchive.text.dates.around import with_surroundings
from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.numeric import numeric_date
from newsarchive.text.dates.solar import solar_date
from newsarchive.text.dates.worded import worded_date

_DIGIT = re.compile(r"\d")
# A number of four digits and more, a year of two digits behind another number or behind a word, an era's year.
_FULL = re.compile(r"\d(?:\d{3}|[^\d:]{1,5}\d\d|.{0,3}[\s./-][^\W\d]\D{2,11}\d\d|年)")
_NUMBER = re.compile(r"\d+")
_LONGEST = 20_000  # characters: a longer line is no news text, and its end says nothing of the article
_SHORT = 400
_COMPACT = 8
_DIGITS = frozenset((1, 2, 4, _COMPACT))  # how many a number of a date has
_MARKS = frozenset("-./年년月월")


def may_state_day(line: str) -> bool:
    """False for a line that certainly mentions no full date: a quick look, for whoever looks at many lines."""
    return _FULL.search(line) is not None


def find_dates(line: str, language: str | None = None) -> tuple[DateMention, ...]:
    """The dates that a line mentions, from left to right; of very long lines the first 20,000 characters are read.

    Months are known by their names in some seventy languages; `language` (BCP 47) settles the few names that two
    languages use for different months. What is no day of the calendar ("Feb. 30") is no date.

    "Published May 30, 2023 at 2:26 PM" -> 2023-05-30, with a time, role "published".
    """
    if _DIGIT.search(line) is None:
        return ()
    return _cached(line, language) if len(line) <= _SHORT else _scan(line[:_LONGEST], language)


def _scan(line: str, language: str | None) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    floor = 0
    number = _NUMBER.search(line)
    while number is not None:
        end = number.end()
        mention = _mention(line, number.span(), floor, language)
        if mention is not None:
            found.append(mention)
            floor = end = mention.end
        number = _NUMBER.search(line, end)
    if not found:
        return ()
    edges = [0, *(mention.end for mention in found)]
    ends = [*(mention.start for mention in found[1:]), len(line)]
    return tuple(map(with_surroundings, [line] * len(found), found, edges, ends))


def _mention(line: str, number: tuple[int, int], floor: int, language: str | None) -> DateMention | None:
    """The date that the number at these columns belongs to; what ends before `floor` is another's."""
    start, end = number
    digits = end - start
    if digits not in _DIGITS:
        return None
    numeric = digits == _COMPACT or line[end : end + 2].lstrip()[:1] in _MARKS
    if numeric and (mention := numeric_date(line, start, digits)):
        return mention
    return worded_date(line, number, floor, language) or solar_date(line, start, digits)


_cached = lru_cache(maxsize=4096)(_scan)
