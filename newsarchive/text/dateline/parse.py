"""Reading a dateline: each rule is one shape of it."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.dateline.place import is_known, is_loud, place_and_date
from newsarchive.text.later import later
from newsarchive.text.names import agency_at, agency_named, is_place

_HEAD = 160  # characters in which a dateline stands
_SHORTEST_REPORT = 30  # characters that follow a dateline that a place alone makes
_SHORTEST_COLON = 4
_LONGEST_SIGN = 5  # letters of an editor's sign beside an agency: "dpa/lnw"

_DASH = r"(?:\s*(?:[—–―]|--|\.-)\s*|\s-\s|-\s)"
_ANY_DASH = re.compile("[—–―-]")
_CLOSE = rf"(?P<close>{_DASH}|[.:](?=\s|$){_DASH}?|$|(?=\n))"
# "BERLIN, 3 March (Reuters) -", "(dpa) -"
_BRACKETED = re.compile(
    rf"\s*+(?P<before>[^()\[\]\n—–―]{{0,80}}?)\s*[(\[](?P<agency>[^()\[\]\n]{{2,40}}?)[)\]]\s*{_CLOSE}"
)
# "MOSKVA, 3 mar. /TASS/."
_SLASHED = re.compile(rf"\s*+(?P<before>[^()\[\]/\n—–―]{{0,80}}?)\s*/(?P<agency>[^()\[\]/\n]{{2,40}}?)/\s*{_CLOSE}")
# "(ANSA) - ROMA, 03 MAR -"
_AFTER_AGENCY = re.compile(rf"(?P<before>[^()\n—–―]{{2,60}}?){_DASH}")
# "Paris, le 3 mars –", "ROMA, 3 MAR -", "LONDON —"
_PLAIN = re.compile(rf"\s*+(?P<before>[^()\[\]\n—–―\"“”!?]{{2,70}}?)(?P<close>{_DASH})")
_COLON = re.compile(r"\s*(?P<before>[A-ZÀ-Þ][^\W\d_a-zà-ÿ]*(?: [A-ZÀ-Þ]+){0,2})(?P<close>:)\s+")
_STOP = re.compile(r"\s*(?P<before>[A-ZÄÖÜ][a-zäöüß]{3,24}(?:/[A-ZÄÖÜ][a-zäöüß]{3,24})?)\.\s+")
_TOWN_ENDS = ("hafen", "burg", "stadt", "dorf", "heim", "hausen", "furt", "brück", "münde", "walde", "ingen", "kirchen")
# 【東京＝佐藤美咲】, (서울=연합뉴스), 新华社北京4月24日电
_UNSPACED_BEGINS = "【[(（新中"
_UNSPACED = later(
    r"\s*(?:[【\[(（](?P<place>[^】\])）＝=\s\u3000\d]{1,12}?)(?:[＝=・\s\u3000][^】\])）]{0,24})?[】\])）]"
    r"|(?:新华社|新華社|中新社|中新网|中央社)(?P<city>[\u4e00-\u9fff]{1,8}?)\d{1,2}月\d{1,2}日[电電讯訊])"
)


class Dateline(NamedTuple):
    """Where a report was filed, and by which agency, as `text[start:end]` says; either may be None.

    `place` is as it is printed; `end` is where the report goes on, behind the dash.
    """

    place: str | None
    agency: str | None
    start: int
    end: int


def parse_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or that a line is; None where there is none.

    "LONDON (AP) — The ferry" -> place "LONDON", agency "AP"; "June 4. (EUROPA PRESS) –" -> agency "Europa Press" alone.
    """
    return _parsed(text[:_HEAD], len(text))


@lru_cache(maxsize=256)
def _parsed(head: str, length: int) -> Dateline | None:
    """The dateline of a head: the agency and the place of a report are both asked of it."""
    rules = RULES if _ANY_DASH.search(head) else _WITHOUT_DASH
    return next((found for rule in rules if (found := rule(head, length))), None)


def with_agency(head: str, _length: int) -> Dateline | None:
    """A place, a date or both, and an agency in brackets or between slashes."""
    found = _bracketed(head)
    place, dated = place_and_date(found["before"]) if found else (None, False)
    if found is None or place is None:
        return None
    agency = _agency(found["agency"]) or (found["agency"] if dated and _is_sign(found["agency"]) else None)
    if agency is None and not (is_loud(place) and found["close"].strip(" .:")):
        return None
    if agency == found["agency"] and not is_loud(place) and agency_named(agency) is None:
        return None
    if not place and not dated and (late := _place_behind(head, found.end())):
        return Dateline(late[0], agency, _start(head), late[1])
    if own := agency_named(place):
        return Dateline(None, own, _start(head), found.end())
    return Dateline(place or None, agency, _start(head), found.end())


def with_date(head: str, _length: int) -> Dateline | None:
    """A place and a day before a dash: "Paris, le 3 mars –"; an agency may follow it: "KIROV, 3 mar - TASS."."""
    found = _PLAIN.match(head)
    place, dated = place_and_date(found["before"]) if found else (None, False)
    if found is None or not place or not dated or not is_loud(place):
        return None
    agency = agency_at(head, found.end())
    if agency and re.match(r"\s*[.:—–-]", head[agency[1] :]):
        return Dateline(place, agency[0], _start(head), agency[1] + 1)
    return Dateline(place, None, _start(head), found.end())


def place_alone(head: str, length: int) -> Dateline | None:
    """A known place before a dash: "LONDON —", "OAKHAVEN, Texas —", "Paris – The …"."""
    found = _PLAIN.match(head)
    if found is None or length - found.end() < _SHORTEST_REPORT or not _is_opening(head[found.end() :]):
        return None
    place, dated = place_and_date(found["before"])
    if not place or dated or not is_known(place):
        return None
    return Dateline(place, None, _start(head), found.end())


def place_and_colon(head: str, length: int) -> Dateline | None:
    """A known place in capitals before a colon: "NEW DELHI: The ferry"."""
    found = _COLON.match(head)
    if found is None or len(found["before"]) < _SHORTEST_COLON or not is_place(found["before"]):
        return None
    if length - found.end() < _SHORTEST_REPORT:
        return None
    return Dateline(found["before"], None, _start(head), found.end())


def place_and_stop(head: str, length: int) -> Dateline | None:
    """A place as a sentence of its own, in the German way: "Berlin. Die Fähre …", "Kessenhafen. Die Fähre …"."""
    found = _STOP.match(head)
    if found is None or length - found.end() < 2 * _SHORTEST_REPORT or not _is_opening(head[found.end() :]):
        return None
    place = found["before"]
    if not is_place(place) and not place.endswith(_TOWN_ENDS):
        return None
    return Dateline(place, None, _start(head), found.end())


def agency_alone(head: str, length: int) -> Dateline | None:
    """An agency before a dash: "dpa - The ferry"."""
    agency = agency_at(head, _start(head))
    dash = re.compile(_DASH).match(head, agency[1]) if agency else None
    if agency is None or dash is None or length - dash.end() < _SHORTEST_REPORT:
        return None
    return Dateline(None, agency[0], _start(head), dash.end())


def unspaced(head: str, length: int) -> Dateline | None:
    """Datelines of East Asia: a place and a writer or an agency in brackets, or an agency, a city and a day."""
    found = _UNSPACED().match(head) if head.lstrip()[:1] in _UNSPACED_BEGINS else None
    if found is None or length - found.end() < _SHORTEST_REPORT // 2:
        return None
    place = found["place"] or found["city"]
    at = next((column for column in range(found.end()) if agency_at(head, column)), None)
    agency = agency_at(head, at) if at is not None else None
    if agency is None and (place.isascii() or not re.search("[＝=]", found.group())):
        return None
    if at is not None and found.start("place") <= at < found.end("place"):
        place = place[: at - found.start("place")]
    return Dateline(place or None, agency[0] if agency else None, _start(head), found.end())


RULES: tuple[Callable[[str, int], Dateline | None], ...] = (
    with_agency,
    with_date,
    place_alone,
    place_and_colon,
    place_and_stop,
    agency_alone,
    unspaced,
)
"""The shapes of a dateline, the most certain first; each is given the head of the text and the length of the whole."""
_WITHOUT_DASH = tuple(rule for rule in RULES if rule not in (with_date, place_alone, agency_alone))
"""Those that a head without a dash may have: most lines have none."""


def _bracketed(head: str) -> re.Match[str] | None:
    """What stands before brackets or slashes, in them, and behind them."""
    found = _BRACKETED.match(head) if "(" in head or "[" in head else None
    return found or (_SLASHED.match(head) if "/" in head else None)


def _place_behind(head: str, start: int) -> tuple[str, int] | None:
    """The place and day that follow an agency: "(ANSA) - ROMA, 03 MAR -"."""
    found = _AFTER_AGENCY.match(head, start)
    place, dated = place_and_date(found["before"]) if found else (None, False)
    return (place, found.end()) if found and place and (dated or is_loud(place)) else None


def _is_opening(report: str) -> bool:
    """True where a sentence begins."""
    first = report.lstrip("\"'“‘«„ ")[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def _is_sign(text: str) -> bool:
    """True for one word in capitals, as wires sign a dateline with a place and a day: "LETHPRESS"."""
    return text.isalpha() and text.isupper() and len(text) > 2


def _agency(text: str) -> str | None:
    """The agency in brackets: "dpa/lnw" -> "dpa"; "Ann Roe/AP" is a credit."""
    parts = [part.strip() for part in re.split(r"[/,|]| und | and | y ", text)]
    names = [agency_named(part) for part in parts]
    own = all(name or len(part) <= _LONGEST_SIGN for name, part in zip(names, parts, strict=True))
    return next((name for name in names if name), None) if own else None


def _start(head: str) -> int:
    return len(head) - len(head.lstrip())
