"""The kinds of the words that stand about a date."""

import re
from functools import lru_cache

from newsarchive.text.dates.around import role_of
from newsarchive.text.dates.names import date_words, is_weekday, month_number, name_key

_GLUED = re.compile(r"(?<=[^\W\d_])(?=[A-ZÀ-Þ][a-zà-ÿ])")


@lru_cache(maxsize=4096)
def kind_of_word(word: str) -> str:
    """The kind of a word: "Updated" -> "updated", "Tuesday" -> "plain", "ESTUpdated" -> "updated", "Harbour" -> ""."""
    if kind := _kind(word):
        return kind
    parts = [_kind(part) for part in _GLUED.split(word)]
    return (parts[-1] if all(parts) else "") or role_of(word) or ""


def _kind(part: str) -> str:
    known = date_words().get(name_key(part))
    return known or ("plain" if is_weekday(part) or month_number(part) else "")
