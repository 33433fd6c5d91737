"""What a line is as a date, in one small number: a feature for whoever labels lines."""

import re
from functools import lru_cache
from typing import Final

from newsarchive.text.dates.find import find_dates
from newsarchive.text.dates.line import is_date_line
from newsarchive.text.dates.relative import days_ago

NO_DATE: Final = 0
YEARLESS_AMONG_WORDS: Final = 1
FULL_AMONG_WORDS: Final = 2
FULL_ALONE: Final = 3
RELATIVE: Final = 4
YEARLESS_ALONE: Final = 5
MONTH: Final = 6
SHAPES: Final = 7
"""How many shapes there are."""

LONGEST, LONGEST_WITHOUT = 200, 40
"""Characters of a line with and without a digit; a longer one has no shape."""
_DIGIT = re.compile(r"\d")


def date_shape(text: str) -> int:
    """How much of a date a line is: one of the numbers below, always 0 for a line of more than 200 characters.

    0  no date: "Ferry sinks in 20 minutes"
    1  a day and a month without a year, among other words: "LETHMARK, May 30 (Agency)"
    2  a full date among other words: "By Jane Roe | May 30, 2023"
    3  nothing but full dates, with the words, times and zones about them: "Published May 30, 2023 at 2:26 PM"
    4  nothing but a time that counts from now, or a time of day that is told of: "3 hours ago", "Updated 14:20"
    5  nothing but a day and a month: "Tuesday, May 30"
    6  a month and its year, no day: "Summer issue, May 2023"
    """
    if len(text) > LONGEST:
        return NO_DATE
    if _DIGIT.search(text):
        return _with_digits(text)
    return RELATIVE if len(text) <= LONGEST_WITHOUT and days_ago(text) else NO_DATE


@lru_cache(maxsize=4096)
def _with_digits(text: str) -> int:
    mentions = find_dates(text)
    if not mentions:
        return RELATIVE if is_date_line(text) or days_ago(text) else NO_DATE
    if any(mention.date for mention in mentions):
        return FULL_ALONE if is_date_line(text) else FULL_AMONG_WORDS
    if any(mention.day for mention in mentions):
        return YEARLESS_ALONE if is_date_line(text) else YEARLESS_AMONG_WORDS
    return MONTH
