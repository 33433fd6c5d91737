"""Menus, counters and lists of links, by their shape."""

import re
from itertools import islice

from newsarchive.label.boilerplate.book import OUTER, key
from newsarchive.label.boilerplate.match import book
from newsarchive.label.line import Line
from newsarchive.text.fold import fold
from newsarchive.text.tokens import first_token

_REACH = 300
_SHORT = 40
_LONGEST_PHRASE = 6
_LONGEST_LINK = 60
_MAY_BE_GLUED = re.compile(r"[A-ZÀ-Þ](?<=[a-zà-ÿ.)].)")
_GLUED = re.compile(r"(?<=[a-zà-ÿ.)])(?=[A-ZÀ-Þ])")
_SEPARATOR = re.compile(r" ?[|•·‧∙▪/»›>] ?| - | – | — ")
_ARROW = re.compile("[»›>/→]")
_TRAIL = re.compile(r" ?[»›>/→] ?")
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d{1,4}")
_FIRST_PAGES = ([1, 2, 3], [2, 3, 4])
_MONTH_COUNT = re.compile(r"(?:[►▼▶] ?[^\W\d_]{3,12}(?: \d{4})?|[►▼▶] ?\d{4}|[^\W\d_]{3,12} \d{4}) ?\(\d{1,3}\)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HASHTAGS = re.compile(r"(?:#\w{2,40}[\s,]*){2,40}")
_DEGREES = re.compile(r"[^\W\d_]{0,20}[ :,]{0,2}[-+−]?\d{1,3} ?°[CF]?(?: ?/ ?[-+−]?\d{1,3} ?°[CF]?)?")


def symbols(line: Line) -> bool:
    """No letter and no digit: "×", "|", "* * *"."""
    return len(line.text) <= _SHORT and not any(sign.isalpha() or sign.isdigit() for sign in line.text)


def menu(line: Line) -> bool:
    """Nothing but words of menus and buttons, at least two: "Home | Search | Contact", "FacebookXEmail"."""
    if line.is_sentence or len(line.text) > _REACH:
        return False
    if first_token(line.folded) not in book().first_words and _MAY_BE_GLUED.search(line.text) is None:
        return False
    if len(line.words) < 2 or _YEAR.search(line.text):
        return False
    parts = [part for part in _SEPARATOR.split(line.text) if part.strip(OUTER)]
    if len(parts) > 1:
        known = sum(_is_menu(fold(part)) for part in parts)
        return known > 1 and 2 * known > len(parts) and max(map(len, parts)) <= _LONGEST_LINK
    return _is_menu(fold(_GLUED.sub(" ", line.text)), least=2)


def breadcrumb(line: Line) -> bool:
    """The way to the page, from the front page on: "Home > News > Harbour"."""
    if line.is_sentence or len(line.text) > _REACH or _ARROW.search(line.text) is None:
        return False
    first, _ = _TRAIL.split(line.text, maxsplit=1)
    return len(first) <= _SHORT and book().menus.get(key(fold(first))) == "navigation"


def pagination(line: Line) -> bool:
    """Numbers of pages in a row, with or without words of menus: "1 2 3 … 12 Next"."""
    text = line.text
    if text.isascii() and not ("2" in text and "3" in text):
        return False
    if len(text) > _REACH or _DIGIT.search(text) is None:
        return False
    numbers = _NUMBERS.finditer(text)
    if [int(number[0]) for number in islice(numbers, 3)] not in _FIRST_PAGES:
        return False
    rest = _NUMBERS.sub(" ", line.folded).strip(OUTER)
    return not rest or _is_menu(rest)


def archive_list(line: Line) -> bool:
    """A month with the number of its posts: "► November (2)", "May 2016 (14)"."""
    return line.text.endswith(")") and len(line.text) <= _SHORT and _MONTH_COUNT.fullmatch(line.text) is not None


def hashtags(line: Line) -> bool:
    """Nothing but hashtags: "#harbour #ferry"."""
    return line.text[0] == "#" and len(line.text) <= _REACH and _HASHTAGS.fullmatch(line.text) is not None


def weather(line: Line) -> bool:
    """A place and its temperature: "Harbourtown 14°C"."""
    return "°" in line.text and len(line.text) <= _SHORT and _DEGREES.fullmatch(line.text) is not None


def _is_menu(folded: str, least: int = 1) -> bool:
    """Folded words are one whole-line phrase after the other, the longest first; at least so many."""
    words, at, count = key(folded).split(" "), 0, 0
    if words[0].strip(OUTER) not in book().first_words:
        return False
    while at < len(words):
        step = _longest_phrase(words, at)
        if not step:
            return False
        at, count = at + step, count + 1
    return count >= least


def _longest_phrase(words: list[str], at: int) -> int:
    whole = book().menus
    counts = range(min(_LONGEST_PHRASE, len(words) - at), 0, -1)
    return next((count for count in counts if " ".join(words[at : at + count]).strip(OUTER) in whole), 0)
