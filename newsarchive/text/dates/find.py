"""Finding the dates that a line mentions."""

import re
from functools import lru_cache

from newsarchive.text.dates.around import with_surroundings
from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.names import month_words
from newsarchive.text.dates.numeric import numeric_date
from newsarchive.text.dates.solar import solar_date
from newsarchive.text.dates.worded import worded_date

_DIGIT = re.compile(r"\d")
# A number of four digits and more, a year of two digits behind another number or behind a word, an era's year.
_FULL = re.compile(r"\d(?:\d{3}|[^\d:]{1,5}\d\d|.{0,3}[\s./-][^\W\d]\D{2,11}\d\d|年)")
_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"[A-ZÀ-Þ]?[a-zß-ɏ]+|[A-ZÀ-Þ]+(?![a-zß-ɏ])")  # "PublishedMay" -> "Published", "May"
_LATIN = "\u02ff"  # the last of the characters of which words are letters and nothing else
_IN_NUMBERS = re.compile(r"\d(?:\s?[-./年년月월]\s?\d|\d{7})")
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
    if not _may_mention_date(line):
        return ()
    found: list[DateMention] = []
    floor = 0
    for number in _NUMBER.finditer(line):
        start, end = max(floor, number.start()), number.end()
        mention = _mention(line, (start, end), floor, language) if end - start in _DIGITS else None
        if mention is not None:
            found.append(mention)
            floor = mention.end
    if not found:
        return ()
    edges = [0, *(mention.end for mention in found)]
    ends = [*(mention.start for mention in found[1:]), len(line)]
    return tuple(map(with_surroundings, [line] * len(found), found, edges, ends))


def _may_mention_date(line: str) -> bool:
    """False for a line of Latin letters that mentions no date: a row of numbers makes one, or the name of a month."""
    if not (line.isascii() or max(line) <= _LATIN) or _IN_NUMBERS.search(line):
        return True
    return not month_words().isdisjoint(" ".join(_WORDS.findall(line)).lower().split())


def _mention(line: str, number: tuple[int, int], floor: int, language: str | None) -> DateMention | None:
    """The date that the number at these columns belongs to; what ends before `floor` is another's."""
    start, end = number
    digits = end - start
    numeric = digits == _COMPACT or line[end : end + 2].lstrip()[:1] in _MARKS
    if numeric and (mention := numeric_date(line, start, digits)):
        return mention
    if mention := worded_date(line, number, floor, language):
        return mention
    return solar_date(line, start, digits) if digits == 4 or not line.isascii() else None


_cached = lru_cache(maxsize=4096)(_scan)
