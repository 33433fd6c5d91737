"""Common words: the most frequent ones of a language, with which phrases are found by their neighbours."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from newsarchive.text.search_words import search_words
from newsarchive.text.word_rows import word_rows

_HERE = Path(__file__).parent
_FILES = (_HERE.parent / "text" / "language_words.tsv", _HERE / "common_words.tsv")
_MOST = 255  # a code is a byte, and 0 is none
_OF_A_LANGUAGE = 127
_SHARE = 16


def common_words(languages: Mapping[str, int]) -> tuple[str, ...]:
    """The common words of an archive, of which so many articles are in each language (BCP 47).

    A language counts that has a sixteenth of the articles.
    """
    primary: dict[str, int] = {}
    for language, count in languages.items():
        name = language.partition("-")[0].lower()
        primary[name] = primary.get(name, 0) + count
    least = sum(languages.values()) / _SHARE
    own = [name for name in sorted(primary) if primary[name] >= least and name in _lists()]
    most = min(_OF_A_LANGUAGE, _MOST // len(own)) if own else 0
    return tuple(dict.fromkeys(word for name in own for word in _words(name)[:most]))


def _words(language: str) -> list[str]:
    return list(dict.fromkeys(search_words(_lists()[language])))


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    """The common words of each language, with blanks between."""
    found: dict[str, str] = {}
    for file in _FILES:
        for language, words in word_rows(file):
            found[language] = f"{found.get(language, '')} {words}"
    return found
