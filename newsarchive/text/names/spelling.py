"""Names in normal writing."""

import re

from newsarchive.text.names.lists import name_key, section_words
from newsarchive.text.names.words import PARTICLES, is_initial

_PIECE = re.compile(r"[^\W\d_]+")
_MAC = re.compile(r"\b(Mc|O['’])([a-z])")
_POSSESSIVE = re.compile(r"(?<=\w{2})['’][sS]$")
_PREFIXED = re.compile(r"(Mc|Mac|De|Di|Le|La|Van|O['’])([A-ZÀ-Þ]{3,})")
_NUMERALS = frozenset(("II", "III", "IV"))
_TURKISH = frozenset("İĞ")  # where they stand, a capital I has no dot in small letters either
_SHORTEST_CAPITALS = 4


def spelled(parts: tuple[str, ...]) -> str:
    """A name in normal writing: ("JANE", "DE", "ROE") -> "Jane de Roe", ("Jane", "ROUTE") -> "Jane Route"."""
    words = [part.rstrip("'’") for part in parts]
    words[-1] = _POSSESSIVE.sub("", words[-1])
    if all(word.isupper() for word in words) and any(set(word) & _TURKISH for word in words):
        return " ".join(word[0] + word[1:].replace("I", "ı").replace("İ", "i").lower() for word in words)
    if all(word.isupper() or is_initial(word) or _PREFIXED.fullmatch(word) for word in words):
        return " ".join(_small_particle(_restored(word), index) for index, word in enumerate(words))
    if all(word.islower() for word in words) and len(words) > 1:
        return " ".join(word if word in PARTICLES else _capitalised(word) for word in words)
    return " ".join(_restored(word) if len(word) >= _SHORTEST_CAPITALS else word for word in words)


def _restored(word: str) -> str:
    """A word in capitals as it is written: "O'BRIEN" -> "O'Brien", "MCDONALD" -> "McDonald"; initials stay."""
    if prefixed := _PREFIXED.fullmatch(word):
        return prefixed[1] + _capitalised(prefixed[2])
    if (
        word in _NUMERALS
        or not word.isupper()
        or is_initial(word)
        or (len(word) == 2 and not set(name_key(word)) & set("aeiouy"))
    ):
        return word
    return _capitalised(word)


def _capitalised(word: str) -> str:
    small = _PIECE.sub(lambda found: found.group().capitalize(), word.lower().replace("i\u0307", "i"))
    return _MAC.sub(lambda found: found.group(1) + found.group(2).upper(), small)


def _small_particle(word: str, index: int) -> str:
    small = word.lower()
    return small if index and small in PARTICLES and small not in section_words("family_names.txt", "east") else word
