"""Names of months and weekdays, and the words about a date, in some seventy languages.

names.tsv is made from the CLDR by bench/make_months.py; names_more.tsv and words.tsv are written by hand.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

_HERE = Path(__file__).parent
_SAME = str.maketrans({"ı": "i", "đ": "d", "ł": "l", "ø": "o", "’": "'", "\u200c": None, "॰": None})

# One word of any script with its marks, or a Thai abbreviation with its dots ("พ.ค."): what is no digit, blank or mark.
_MARKS = (
    r"\x00-@\[-`{-©«-´¶-¹»-¿،؛٪٫٬۔।॥։׀-׃\u2000-\u20ff\u2190-\u2bff\u3000-\u3004\u3008-\u3020・\ufeff"
    r"（），．：；？［］｜～｡-･／－"
)
WORD = rf"(?:كانون|تشرين) ال[أا]?(?:ول|ثاني)|[ก-ฮ][ก-๙]?\.[ก-ฮ]\.?|[^\s\d{_MARKS}]+"

_WORDS = re.compile(WORD)

MARK = rf"(?:(?!\d)[\s{_MARKS}])"

# A word of a line that is read backwards.
WORD_REVERSED = rf"(?:لو|يناث)[أا]?لا (?:نوناك|نيرشت)|\.?[ก-ฮ]\.[ก-๙]?[ก-ฮ]|[^\s\d{_MARKS}]+"


@lru_cache(maxsize=4096)
def name_key(word: str) -> str:
    """What spellings of a name have in common: "AOÛT" -> "aout", "Mayıs" -> "mayis"."""
    if word.isascii():
        return word.lower().rstrip(".")
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).translate(_SAME).rstrip(".")


def _rows(name: str) -> Iterator[list[str]]:
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, dict[str, int]]]:
    """By kind, key and language the number of each name; under the language "" that of the first that has the name."""
    table: dict[str, dict[str, dict[str, int]]] = {"month": {}, "weekday": {}, "solar": {}}
    for file in ("names.tsv", "names_more.tsv"):
        for language, kind, number, forms in _rows(file):
            for form in filter(None, forms.split(",")):
                entry = table[kind].setdefault(name_key(form), {"": int(number)})
                entry[language] = int(number)
    return table


def month_number(word: str, language: str | None = None) -> int | None:
    """The month that a word names, 1 to 12: "Mai" -> 5, "listopada" -> 11 (10 in Croatian)."""
    entry = _names()["month"].get(name_key(word))
    return entry.get((language or "").partition("-")[0], entry[""]) if entry else None


@lru_cache(maxsize=1)
def month_words() -> frozenset[str]:
    """The names of months in Latin letters, in small letters, with their marks and without; and what Vietnamese has."""
    forms = (form for file in ("names.tsv", "names_more.tsv") for row in _rows(file) for form in row[3].split(","))
    return frozenset(("tháng", "thg", *(form.lower().rstrip(".") for form in forms), *_names()["month"]))


def names_two_months(text: str) -> bool:
    """True where a word of a text names one month in one language and another in another: "30. listopada"."""
    return any(name_key(word) in _names_of_two_months() for word in _WORDS.findall(text))


@lru_cache(maxsize=1)
def _names_of_two_months() -> frozenset[str]:
    return frozenset(name for name, entry in _names()["month"].items() if len(set(entry.values())) > 1)


def solar_month(word: str) -> int | None:
    """The month of the Iranian calendar that a word names: "خرداد" -> 3."""
    entry = _names()["solar"].get(name_key(word))
    return entry[""] if entry else None


def weekday_number(word: str) -> int | None:
    """The weekday that a word names in every language that has the word, Monday being 0: "Tuesday" -> 1."""
    entry = _names()["weekday"].get(name_key(word))
    return entry[""] - 1 if entry and len(set(entry.values())) == 1 else None


def is_weekday(word: str) -> bool:
    return name_key(word) in _names()["weekday"]


@lru_cache(maxsize=1)
def date_words() -> MappingProxyType[str, str]:
    """The words that stand about a date -> their kind: published, updated, plain, zone, reading or relative."""
    words: dict[str, str] = {}
    for kind, row in _rows("words.tsv"):
        for word in row.split():
            words.setdefault(name_key(word), kind)
    return MappingProxyType(words)


def named_weekdays(text: str) -> frozenset[int]:
    """The weekdays that a text names in full, Monday being 0: "on Tuesday" -> {1}."""
    words = {word for word in _WORDS.findall(text) if len(word) > 4 or not word.isascii()}
    return frozenset(number for word in words if (number := weekday_number(word)) is not None)
