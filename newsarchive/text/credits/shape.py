"""How much of a credit a line is: a glance that is cheap enough to be taken at every line."""

import re
from functools import lru_cache

from newsarchive.text.credits.find import find_credit
from newsarchive.text.credits.words import credit_words
from newsarchive.text.later import later
from newsarchive.text.tokens import may_be_unspaced, tokens

LONGEST = 700
"""Characters: a longer line is prose."""
_LONGEST_CAPTION = 240
_BEGINNING = re.compile(r".{120}\w{0,40}", re.DOTALL)
"""What is looked at of a longer line for a word of credits: it ends where a word does."""
_SURE = 5
"""Letters of the name of an archive that is seldom anything else: "getty", not "nasa"."""
_LOOSE = " .,;:-–—|()[]"
_WORD = re.compile(r"\w+")
_UNSPACED = later(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_OWN_WORDS = ("c", "via", "pictures", "ap", "file")
"""What rules ask for that is in no list: "(c) Ann Roe", "Ann Roe via Tom Doe", "Pictures courtesy Ann", "AP photo"."""


def credit_shape(text: str) -> int:
    """0 where a line says nothing of who made a picture, 1 where a word of credits stands in it, 2 where it ends with
    a credit, 3 where it is nothing else. Lines of more than 700 characters are prose: 0, at once.
    """
    if len(text) > LONGEST:
        return 0
    if credit := find_credit(text):
        return 2 if (text[: credit[0]] + text[credit[1] :]).strip(_LOOSE) else 3
    beginning = _BEGINNING.match(text) if len(text) > _LONGEST_CAPTION else None
    return int(_is_spoken_of(beginning[0] if beginning else text))


@lru_cache(maxsize=1)
def credit_marks() -> frozenset[str]:
    """Folded words (tokens.py), one of which stands in each line of which `credit_shape` is not 0, but for three kinds:
    lines with a sign that credits stand behind or between, lines in which words are glued to each other, and lines in
    letters that have no capitals.
    """
    phrases = {phrase for title in ("before", "source", "archives") for phrase in credit_words(title)}
    return frozenset(max(tokens(phrase), key=len, default="") for phrase in phrases).union(_OWN_WORDS) - {""}


def _is_spoken_of(text: str) -> bool:
    if "©" in text or not _words().isdisjoint(_WORD.findall(text.casefold())):
        return True
    return (
        may_be_unspaced(text)
        and _UNSPACED().search(text) is not None
        and any(map(text.__contains__, _unspaced_words()))
    )


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """What announces a credit in one word, and archives of one word."""
    phrases = credit_words("before") | {archive for archive in credit_words("archives") if len(archive) >= _SURE}
    return frozenset(phrase for phrase in phrases if phrase.isalpha() and len(phrase) > 2)


@lru_cache(maxsize=1)
def _unspaced_words() -> tuple[str, ...]:
    """Those of languages that set no blanks between words, two characters or more."""
    return tuple(sorted(word for word in credit_words("before") if len(word) > 1 and _UNSPACED().search(word)))
