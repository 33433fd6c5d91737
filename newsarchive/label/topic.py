"""What lines speak of, by their long words: whether two pieces of a page belong to one article."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsarchive.label.sheet import Sheet

_LONG_WORD, _STEM = 5, 6
_HIRAGANA = range(0x3040, 0x30A0)


def topic(sheet: Sheet, indexes: Iterable[int]) -> frozenset[str]:
    """The stems of the long words of some pieces; in scripts without spaces, pairs of their characters."""
    words = [sheet.pieces[index].words for index in indexes]
    stems = (word[:_STEM] for line in words for word in line if len(word) >= _LONG_WORD)
    return frozenset(stems).union(*map(_pairs, words))


def _pairs(words: tuple[str, ...]) -> Iterator[str]:
    """Hiragana, which hold the grammar of Japanese together, say nothing of what is told."""
    return (f"{one}{other}" for one, other in pairwise(words) if _tells(one) and _tells(other))


def _tells(word: str) -> bool:
    return len(word) == 1 and not word.isascii() and ord(word) not in _HIRAGANA
