"""How much of a credit a line is: a glance that is cheap enough to be taken at every line."""

import re
from functools import lru_cache

from newsarchive.text.credits.find import find_credit
from newsarchive.text.credits.words import credit_words

_LONGEST = 700
_LONGEST_CAPTION = 240
"""Characters: of a longer line its first half as many are looked at for a word of credits."""
_SURE = 5
"""Letters of the name of an archive that is seldom anything else: "getty", not "nasa"."""
_LOOSE = " .,;:-–—|()[]"
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def credit_shape(text: str) -> int:
    """0 where a line says nothing of who made a picture, 1 where a word of credits stands in it, 2 where it ends with
    a credit, 3 where it is nothing else. Lines of more than 700 characters are prose: 0, at once.
    """
    if len(text) > _LONGEST:
        return 0
    if credit := find_credit(text):
        return 2 if (text[: credit[0]] + text[credit[1] :]).strip(_LOOSE) else 3
    return int(_is_spoken_of(text if len(text) <= _LONGEST_CAPTION else text[: _LONGEST_CAPTION // 2]))


def _is_spoken_of(text: str) -> bool:
    if "©" in text or not _words().isdisjoint(_WORD.findall(text.casefold())):
        return True
    return not text.isascii() and _UNSPACED.search(text) is not None and any(map(text.__contains__, _unspaced_words()))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """What announces a credit in one word, and archives of one word."""
    phrases = credit_words("before") | {archive for archive in credit_words("archives") if len(archive) >= _SURE}
    return frozenset(phrase for phrase in phrases if phrase.isalpha() and len(phrase) > 2)


@lru_cache(maxsize=1)
def _unspaced_words() -> tuple[str, ...]:
    """Those of languages that set no blanks between words, two characters or more."""
    return tuple(sorted(word for word in credit_words("before") if len(word) > 1 and _UNSPACED.search(word)))
