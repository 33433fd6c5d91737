"""The place and the day in a dateline."""

import re

from newsarchive.text.names import agency_named, is_no_name, is_place, is_role

_DAY = r"(?:(?:le|den|am|il|el|on)\s+)?\d{1,2}(?:st|nd|rd|th|er|\.)?(?:\s*/\s*\d{1,2})?"
_MONTH = r"(?:de\s+)?[^\W\d_]{3,10}\.?"
_YEAR = r"(?:,?\s+(?:de\s+)?\d{4})?"
# "3 March 2023", "le 3 mars", "30 May.", "June 2", "4/5"
_DATE = re.compile(
    rf"(?:^|[\s,]+)(?P<date>{_DAY}(?:\s+{_MONTH})?{_YEAR}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?{_YEAR})[\s,.]*$",
    re.IGNORECASE,
)
_MOST_WORDS, _SHORTEST = 5, 3
_PARTICLES = frozenset(
    re.findall(r"\w+", "de la le del des du da do am an der die den in of and y e al el los las san im on the")
)


def place_and_date(before: str) -> tuple[str | None, bool]:
    """What stands before an agency or a dash: the place ("": none; None: no dateline), and whether a day does.

    "BERLIN, 3 March" -> ("BERLIN", True); "He said" -> (None, False).
    """
    text = before.strip(" ,.")
    date = _DATE.search(text)
    place = text[: date.start("date")].strip(" ,.") if date else text
    if "," in place and before.strip(" ,").startswith(f"{place}."):
        place += "."
    return (place if not place or _is_placelike(place) else None), date is not None


def is_loud(place: str) -> bool:
    """True for a place that is known, and one in capitals: "OAKHAVEN, Texas"; "UPDATE" and the like are none."""
    first = place.partition(",")[0].strip()
    words = first.split()
    if is_place(first):
        return True
    if not first.isupper() or sum(map(str.isalpha, first)) <= _SHORTEST or len(words) > _SHORTEST:
        return False
    return not any(is_no_name(word) or is_role(word.casefold()) for word in words)


def is_known(place: str) -> bool:
    """True where a part of it is a known place: "Berlin/Brüssel", "ROEVILLE, Illinois", "Roeville, Ill."."""
    parts = [part.strip() for part in re.split("[,/]", place)]
    return any(is_place(part) for part in parts) or (len(parts) > 1 and parts[-1].endswith("."))


def _is_placelike(place: str) -> bool:
    words = re.findall(r"[^\s,/]+", place)
    if agency_named(place):
        return True
    if not 0 < len(words) <= _MOST_WORDS or any(map(str.isdigit, place)):
        return False
    shortest = _SHORTEST - words[0].endswith(".")
    capitals = all(not word[0].islower() or word in _PARTICLES for word in words)
    return len(words[0]) >= shortest and words[0][0].isalpha() and capitals
