"""Hints: what a line says that is the site's word outside an article, and may be the author's in one."""

import re

from newsarchive.label.boilerplate.match import hinted
from newsarchive.label.line import Line

_REACH = 60
_AGO = re.compile(
    r"\b\d+ ?(?:h|m|d|w|mins?|hours?|days?|minutes?|weeks?|months?|hrs?) ago\b|(?:vor|il y a|hace|há|för|siden) \d+ \w+"
    r"|\d+ ?(?:小时前|分钟前|小時前|分鐘前|時間前|日前|분 전|시간 전|일 전)"
)
_CLOCK = re.compile(r"\W*\d{1,2}[:.]\d\d(?: ?(?:uhr|am|pm|h|min))?\W*")
_HANDLE = re.compile(r"@\w{2,30}")
_SHORTENED = re.compile(r"\w(?:\.\.\.|…)$")


def boilerplate_cue(line: Line) -> int:
    """How much a line that no rule removes sounds like the site's words, from 0 to 3: to be counted outside the body.

    On gold pages a 3 is twelve to twenty times as frequent among the lines outside the body, a 1 three to seven times.
    """
    if len(line.text) > _REACH:
        return 1 if _SHORTENED.search(line.text, len(line.text) - 4) else 0
    if hinted(line) or _AGO.search(line.folded) or _CLOCK.fullmatch(line.folded) or _HANDLE.fullmatch(line.text):
        return 3
    return 1 if not line.letters or " | " in line.text or _SHORTENED.search(line.text) else 0
