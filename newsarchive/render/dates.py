"""Dates in words, as far as they are known: "29 March 2023, probably"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsarchive.model import Certainty
from newsarchive.render.conventions import DateForms
from newsarchive.render.words import Words
from newsarchive.text.edtf import Edtf, parse_edtf

DAY, MONTH, YEAR = "Mdy", "My", "y"

_LEAP_YEAR = 2000  # it has every day that a year can have


@lru_cache(4096)
def long_date(edtf: str | None, certainty: Certainty | None, words: Words) -> str:
    """As an article says it: "2023-03-29?" -> "29 March 2023, probably"; None -> "No date found"."""
    if edtf is None:
        return words.say("dates", "none")
    return _in_words(parse_edtf(edtf), _Dates(words, words.conventions.long), doubted=certainty == "inferred")


@lru_cache(4096)
def short_date(edtf: str | None, certainty: Certainty | None, words: Words) -> str:
    """As a list says it: "2023-03-29?" -> "29 Mar 2023, probably"; "2023-03" -> "Mar 2023"; None -> "no date"."""
    if edtf is None:
        return words.say("dates", "short_none")
    return _in_words(parse_edtf(edtf), _Dates(words, words.conventions.short), doubted=certainty == "inferred")


@lru_cache(4096)
def machine_date(edtf: str | None, certainty: Certainty | None) -> str | None:
    """The date for `<time datetime>`: a full day or month that is stated or given, else None."""
    if edtf is None or certainty not in {"given", "stated"}:
        return None
    known = parse_edtf(edtf)
    size = {"day": 10, "month": 7}.get(known.kind)
    return known.first.isoformat()[:size] if size and not known.uncertain else None


def is_probable(edtf: str | None, certainty: Certainty | None) -> bool:
    """Whether a date counts as "probable": uncertain in itself, or inferred."""
    return edtf is not None and (certainty == "inferred" or parse_edtf(edtf).uncertain)


def span_words(first: str, last: str, words: Words) -> str:
    """From one period to another, as finely as both are known: "3 January to 30 December 2023", "2021 to 2023"."""
    size = min(len(first), len(last))
    if first[:size] == last[:size]:
        return place_words(first[:size], words)
    dates = _Dates(words, words.conventions.long)
    start, end = (_day(period[:size]) for period in (first, last))
    if size == 4:
        ends, form = (dates.say(YEAR, start), dates.say(YEAR, end)), "span_years"
    elif size == 7:
        ends, form = dates.month_ends(start, end), "span_months"
    else:
        ends, form = dates.ends(start, end), "span"
    return words.say("dates", form, first=ends[0], last=ends[1])


@lru_cache(4096)
def place_words(place: str, words: Words) -> str:
    """A period by its name: "2023" -> "2023", "2023-03" -> "March 2023", "2023-03-29" -> "29 March 2023"."""
    fields = {4: YEAR, 7: MONTH, 10: DAY}[len(place)]
    return _Dates(words, words.conventions.long).say(fields, _day(place))


@lru_cache(4096)
def heading_words(place: str | None, words: Words) -> str:
    """What stands above a period's articles in a list: "2023-03" -> "March 2023, day unknown"; None -> "No date"."""
    if place is None:
        return words.say("lists", "undated")
    form = {4: "month_unknown", 7: "day_unknown"}.get(len(place))
    name = place_words(place, words)
    return words.say("dates", form, date=name) if form else name


@lru_cache(4096)
def yearless_words(day: str, words: Words) -> str:
    """A day of any year: "03-29" -> "29 March"."""
    return _Dates(words, words.conventions.long).say("Md", date.fromisoformat(f"{_LEAP_YEAR}-{day}"))


@lru_cache(64)
def month_words(month: int, words: Words) -> str:
    """A month of any year, short: 3 -> "Mar"."""
    return _Dates(words, words.conventions.short).say("M", date(_LEAP_YEAR, month, 1))


def _day(period: str) -> date:
    """The first day of a period."""
    return date.fromisoformat(f"{period}-01-01"[:10])


@dataclass(frozen=True, slots=True)
class _Dates:
    """Days and months in the words of one language, long or short."""

    words: Words
    forms: DateForms

    def say(self, fields: str, day: date) -> str:
        """A date with some of its fields: ("Md", …) -> "29 March"."""
        forms, month = self.forms, day.month
        return forms.forms[fields].format(
            day=day.day if day.day > 1 else self.words.table["dates"]["first_day"],
            month=forms.names[month - 1],
            lone=forms.lone[month - 1],
            number=month,
            year=f"{day.year:04}",
        )

    def ends(self, first: date, last: date) -> tuple[str, str]:
        """Two days, together said as shortly as the language allows: "29" and "31 March 2023"."""
        return self._pair(self.forms.ends, first, last)

    def month_ends(self, first: date, last: date) -> tuple[str, str]:
        """Two months in the same way: "March" and "May 2023"."""
        return self._pair(self.forms.month_ends, first, last)

    def _pair(self, ends: Mapping[str, tuple[str, str]], first: date, last: date) -> tuple[str, str]:
        shown = ends["y" if first.year != last.year else "M" if first.month != last.month else "d"]
        return self.say(shown[0], first), self.say(shown[1], last)


def _in_words(known: Edtf, dates: _Dates, *, doubted: bool) -> str:
    say = dates.words.say
    is_short = dates.forms is dates.words.conventions.short
    if known.last is None:
        return say("dates", "later", date=dates.say(DAY, known.first))
    if known.kind in {"between", "one_of"}:
        first, last = dates.ends(known.first, known.last)
        if known.kind == "one_of":
            return dates.words.either(first, last)
        return say("dates", "short_between" if is_short else "between", first=first, last=last)
    text = dates.say({"day": DAY, "month": MONTH, "year": YEAR}[known.kind], known.first)
    if known.uncertain or doubted:
        text = say("dates", "probably", date=text)
    if not is_short and known.kind != "day":
        text = say("dates", f"{'day' if known.kind == 'month' else 'month'}_unknown", date=text)
    return text
