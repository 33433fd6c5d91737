"""Times that count from the moment a page was shown: "3 hours ago", "vor 2 Tagen", "yesterday"."""

import re
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from newsarchive.text.dates.names import WORD, name_key
from newsarchive.text.dates.words import kind_of_word

_LONGEST = 40  # characters of a line that is nothing but such a time
_MOST_WORDS, _MOST_DAYS = 6, 60
_PIECES = re.compile(rf"\d+|{WORD}")
_ABOUT = frozenset(("published", "updated", "plain", "zone", "relative", "reading"))


@lru_cache(maxsize=2048)
def days_ago(line: str) -> tuple[int, int] | None:
    """How many days ago, at least and at most, a line says that it was; None where it is more, or less, than that.

    "Yesterday" -> (1, 1), "3 hours ago" -> (0, 1), "vor 2 Tagen" -> (2, 3), "2 weeks ago" -> (14, 21).
    """
    if len(line) > _LONGEST or line.count(" ") > _MOST_WORDS:
        return None
    words = [name_key(piece) for piece in _PIECES.findall(line)]
    if _counting().isdisjoint(words):
        return None
    numbers = [int(word) for word in words if word.isdecimal()]
    if numbers:
        return _counted(words, numbers)
    if any(kind_of_word(word) not in _ABOUT and not _is_small(word) for word in words):
        return None
    named = [days for word in words if (days := _table("named").get(word)) is not None]
    return (named[0], named[0]) if named else _counted(words, [1])


def _counted(words: list[str], numbers: list[int]) -> tuple[int, int] | None:
    """[3] hours -> (0, 3 of a day rounded up)."""
    units = [days for word in words if (days := _table("unit").get(word)) is not None]
    if len(numbers) != 1 or not units or not any(word in _table("ago") for word in words):
        return None
    least = numbers[0] * units[0]
    most = least + max(1, units[0]) if units[0] else 1 + numbers[0] // 24
    return (least, most) if most <= _MOST_DAYS else None


def _is_small(word: str) -> bool:
    return word in _table("one") or word in _table("named")


@lru_cache(maxsize=1)
def _counting() -> frozenset[str]:
    """The words of which every such time has one."""
    return frozenset((*_table("named"), *_table("ago")))


@lru_cache(maxsize=4)
def _table(kind: str) -> MappingProxyType[str, int]:
    rows = (Path(__file__).parent / "relative.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row.startswith(f"{kind}\t")]
    return MappingProxyType({word: int(days) for _, days, words in cells for word in words.split()})
