"""Which of two numbers is the day: 03/04/2023 is settled by what else the text says, or not at all."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple

from newsarchive.model import Span
from newsarchive.text.dates import DateMention, find_dates, may_state_day

Order = Literal["day", "month"]

_LONGEST = 2000
_MONTH_FIRST_LANGUAGES = frozenset(("en", "tl"))
_DAY_FIRST_ZONES = frozenset(
    ("GMT", "BST", "IST", "AEST", "AEDT", "ACST", "AWST", "NZST", "NZDT", "SAST", "WAT", "CET")
)
_MONTH_FIRST_ZONES = frozenset(("EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT"))


class Certain(NamedTuple):
    """What the dates of a text that can be read in one way alone tell: the order of day and month, and the days."""

    orders: frozenset[str]
    days: frozenset[dt.date]


class Doubt(NamedTuple):
    """A date that may be read in two ways, its piece, what other dates of the text tell, the text's language, the last
    day on which texts were collected, and what the outlet's other texts put first (None: not known).
    """

    mention: DateMention
    piece: str
    certain: Callable[[], Certain]
    language: Callable[[], str | None]
    collected: str | None = None
    hint: Order | None = None


class DayOrder(NamedTuple):
    """Whether the day or the month stands first (None: nothing settles it), and why; `sure` unless by habit alone."""

    first: Order | None
    why: str
    sure: bool = True


_NO_DOUBT = DayOrder("day", "")


def day_order(doubt: Doubt) -> DayOrder:
    """How a date is to be read: by the first clue that settles it, where there is a doubt."""
    if doubt.mention.order != "ambiguous":
        return _NO_DOUBT
    orders = (clue(doubt) for clue in CLUES)
    return next(
        filter(None, orders), DayOrder(None, "nothing says whether the day or the month stands first", sure=False)
    )


def weekday(doubt: Doubt) -> DayOrder | None:
    """The weekday beside it fits one reading alone."""
    days = {"day": doubt.mention.date, "month": doubt.mention.other}
    fits = [first for first, day in days.items() if day and day.weekday() == doubt.mention.weekday]
    return _order(fits, "as the weekday beside it says")


def collection(doubt: Doubt) -> DayOrder | None:
    """One reading alone is not after the day on which texts were last collected."""
    days = {"day": doubt.mention.date, "month": doubt.mention.other}
    fits = [first for first, day in days.items() if doubt.collected and str(day) <= doubt.collected]
    return _order(fits, f"as the text was there by {doubt.collected}")


def language_with_dots(doubt: Doubt) -> DayOrder | None:
    """No language but English writes 05.30.2023."""
    return habit_of_language(doubt) if "." in doubt.piece[doubt.mention.start : doubt.mention.end] else None


def other_dates(doubt: Doubt) -> DayOrder | None:
    """Other dates in numbers leave no doubt, or the same day stands elsewhere in words."""
    certain = doubt.certain()
    days = {"day": doubt.mention.date, "month": doubt.mention.other}
    told = certain.orders | {first for first, day in days.items() if day in certain.days}
    return _order(told, "as other dates in the text are written")


def habit_of_outlet(doubt: Doubt) -> DayOrder | None:
    """The outlet's other texts have dates that leave no doubt."""
    return _order([doubt.hint], "as other texts of its outlet have it") if doubt.hint else None


def habit_of_language(doubt: Doubt) -> DayOrder | None:
    """The press puts the day first in every language but English."""
    language = doubt.language()
    if language is None or language in _MONTH_FIRST_LANGUAGES:
        return None
    return _order(["day"], f"as the press has it in its language ({language})")


def habit_of_place(doubt: Doubt) -> DayOrder | None:
    """In English the time zone beside it tells on which side of the Atlantic it was written."""
    words = set(doubt.piece.replace("(", " ").replace(")", " ").split())
    zones = {"day": _DAY_FIRST_ZONES, "month": _MONTH_FIRST_ZONES}
    order = _order([first for first, names in zones.items() if words & names], "as where its time zone is used")
    return order and DayOrder(order.first, order.why, sure=False)


CLUES: tuple[Callable[[Doubt], DayOrder | None], ...] = (
    weekday,
    collection,
    language_with_dots,
    other_dates,
    habit_of_outlet,
    habit_of_language,
    habit_of_place,
)


def _order(fits: Collection[str], why: str) -> DayOrder | None:
    if len(fits) != 1:
        return None
    return DayOrder("day" if "day" in fits else "month", f"read with the {next(iter(fits))} first, {why}")


def certain_dates(spans: Sequence[Span]) -> Certain:
    """What the dates of a text tell that can be read in one way alone."""
    texts = [span.text for span in spans if len(span.text) <= _LONGEST and may_state_day(span.text)]
    mentions = [one for text in texts for one in find_dates(text)]
    orders = {one.order.removesuffix("_first") for one in mentions if one.order in ("day_first", "month_first")}
    days = {one.date for one in mentions if one.order == "stated" and one.date}
    return Certain(frozenset(orders), frozenset(days))
