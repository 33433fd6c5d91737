"""Dates in words, as far as they are known: "29 March 2023, probably"."""

from dataclasses import dataclass
from datetime import date

from newsarchive.model import Certainty
from newsarchive.render.words import Words
from newsarchive.text.edtf import Edtf, parse_edtf


def long_date(edtf: str | None, certainty: Certainty | None, words: Words) -> str:
    """As an article says it: "2023-03-29?" -> "29 March 2023, probably"; None -> "No date found"."""
    if edtf is None:
        return words.say("dates", "none")
    return _in_words(parse_edtf(edtf), _Names(words, "months"), doubted=certainty == "inferred")


def short_date(edtf: str | None, certainty: Certainty | None, words: Words) -> str:
    """As a list says it: "2023-03-29?" -> "29 Mar 2023, probably"; "2023-03" -> "Mar 2023"; None -> "no date"."""
    if edtf is None:
        return words.say("dates", "short_none")
    return _in_words(parse_edtf(edtf), _Names(words, "short_months"), doubted=certainty == "inferred")


def machine_date(edtf: str | None, certainty: Certainty | None) -> str | None:
    """The date for `<time datetime>`: a full day or month that is stated or given, else None."""
    if edtf is None or certainty not in {"given", "stated"}:
        return None
    known = parse_edtf(edtf)
    return str(known) if known.kind in {"day", "month"} and not known.uncertain else None


def is_probable(edtf: str | None, certainty: Certainty | None) -> bool:
    """Whether a date counts as "probable": uncertain in itself, or inferred."""
    return edtf is not None and (certainty == "inferred" or parse_edtf(edtf).uncertain)


def span_words(first: str, last: str, words: Words) -> str:
    """From one period to another, as finely as both are known: "3 January to 30 December 2023", "2021 to 2023"."""
    size = min(len(first), len(last))
    if first[:size] == last[:size]:
        return place_words(first[:size], words)
    if size == 4:
        ends = first[:4], last[:4]
    else:
        start, end = (date.fromisoformat(f"{period[:size]}-01"[:10]) for period in (first, last))
        names = _Names(words, "months")
        ends = names.ends(start, end) if size == 10 else names.month_ends(start, end)
    return words.say("dates", "span", first=ends[0], last=ends[1])


def place_words(place: str, words: Words) -> str:
    """A period by its name: "2023" -> "2023", "2023-03" -> "March 2023", "2023-03-29" -> "29 March 2023"."""
    if len(place) == 4:
        return place
    names = _Names(words, "months")
    day = date.fromisoformat(f"{place}-01"[:10])
    return names.month(day) if len(place) == 7 else names.day(day)


def heading_words(place: str | None, words: Words) -> str:
    """What stands above a period's articles in a list: "2023-03" -> "March 2023, day unknown"; None -> "No date"."""
    if place is None:
        return words.say("lists", "undated")
    form = {4: "month_unknown", 7: "day_unknown"}.get(len(place))
    name = place_words(place, words)
    return words.say("dates", form, date=name) if form else name


@dataclass(frozen=True, slots=True)
class _Names:
    """Days and months by their names in one language, long or short."""

    words: Words
    months: str

    def name(self, day: date) -> str:
        return str(self.words.table["dates"][self.months][day.month - 1])

    def say(self, form: str, day: date) -> str:
        return self.words.say("dates", form, day=str(day.day), month=self.name(day), year=f"{day.year:04}")

    def day(self, day: date) -> str:
        return self.say("day", day)

    def month(self, day: date) -> str:
        return self.say("month", day)

    def ends(self, first: date, last: date) -> tuple[str, str]:
        """Two days, the first said as shortly as the second allows: "29" and "31 March 2023"."""
        if first.year != last.year:
            return self.day(first), self.day(last)
        return self.say("only_day" if first.month == last.month else "day_month", first), self.day(last)

    def month_ends(self, first: date, last: date) -> tuple[str, str]:
        return (self.name(first) if first.year == last.year else self.month(first)), self.month(last)


def _in_words(known: Edtf, names: _Names, *, doubted: bool) -> str:
    say = names.words.say
    if known.last is None:
        return say("dates", "later", date=names.day(known.first))
    if known.kind in {"between", "one_of"}:
        first, last = names.ends(known.first, known.last)
        form = "short_between" if known.kind == "between" and names.months == "short_months" else known.kind
        return say("dates", form, first=first, last=last)
    forms = {"day": names.day(known.first), "month": names.month(known.first), "year": f"{known.first.year:04}"}
    text = forms[known.kind]
    if known.uncertain or doubted:
        text = say("dates", "probably", date=text)
    if names.months == "months" and known.kind != "day":
        text = say("dates", f"{'day' if known.kind == 'month' else 'month'}_unknown", date=text)
    return text
