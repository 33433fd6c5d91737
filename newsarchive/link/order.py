"""The order of time: where a date puts an article."""

from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from newsarchive.model import Card
from newsarchive.text.edtf import parse_edtf
from newsarchive.text.fold import fold

_AFTER_ALL = "~"  # sorts after "-" and every digit: "2023-03~" comes after "2023-03-31~"
_INFERRED = ("published", "inferred")
_DATES = 2**16  # an archive of a century has fewer different dates


def in_order(cards: Iterable[Card]) -> list[Card]:
    """Cards by date, oldest first.

    In a day stated dates stand before inferred ones, after all its days the month of which no more is known, after all
    its months the year. Then come those without a place in time, by the bound that is known, last those without any.
    What is equal so far goes by folded headline, then by path.
    """
    by_path = sorted(cards, key=attrgetter("source"))
    return sorted(by_path, key=_key)


@lru_cache(maxsize=_DATES)
def place(published: str | None) -> str | None:
    """The period that lists an article: its day, month or year as ISO 8601 text, or None among the undated.

    "2023-03-29?" -> "2023-03-29"            "[2023-03-29,2023-03-30]" -> "2023-03-30", the later of two that contradict
    "[2023-03-29..2023-03-31]" -> "2023-03"  "[2023-03-29..2023-04-02]" -> None         "[2022-03-30..]" -> None
    """
    if published is None:
        return None
    date = parse_edtf(published)
    if date.last is None:
        return None
    last = date.last.isoformat()
    if date.kind == "between":
        return last[:7] if date.first.isoformat()[:7] == last[:7] else None
    return last[: {"year": 4, "month": 7}.get(date.kind, 10)]


def _key(card: Card) -> str:
    """What to sort by as one text, which costs a third of several values: no date begins another."""
    return _in_time(card.published, _INFERRED in card.certainties) + fold(card.headline or card.first_words)


@lru_cache(maxsize=_DATES)
def _in_time(published: str | None, is_inferred: bool) -> str:
    """Dated, bounded or neither; the date to sort by; whether it is less than certain."""
    if published is None:
        return "2"
    date = parse_edtf(published)
    is_doubted = is_inferred or date.uncertain or date.kind not in {"day", "month", "year"}
    period = place(published)
    era = f"1{date.first}{date.last or _AFTER_ALL}" if period is None else f"0{period}{_AFTER_ALL}"
    return f"{era}{is_doubted:d}"
