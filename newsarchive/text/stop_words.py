"""Stop words: what says nothing of what a text is about."""

import re
from functools import lru_cache
from pathlib import Path

from newsarchive.text.word_rows import word_rows

_HERE = Path(__file__).parent
_FILES = ("stop_words.tsv", "language_words.tsv", "dates/names.tsv")
_PART = re.compile(r"[\s,]+")
_SAME = {"nb": "no", "nn": "no"}


@lru_cache(maxsize=256)
def stop_words(language: str | None) -> frozenset[str]:
    """The stop words of a language (BCP 47) in small letters, its months and weekdays among them.

    Where the language is not known or has no list, those of all languages. For scripts without spaces ("zh") they are
    single characters.
    """
    lists = _lists()
    primary = (language or "").partition("-")[0].lower()
    return lists.get(_SAME.get(primary, primary)) or lists[""]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """The words by language, and under "" those of all."""
    words: dict[str, set[str]] = {"": set()}
    for name in _FILES:
        for language, row in word_rows(_HERE / name):
            found = {word for word in _PART.split(row.lower()) if word}
            words.setdefault(_SAME.get(language, language), set()).update(found)
            words[""] |= found
    return {language: frozenset(found) for language, found in words.items()}
