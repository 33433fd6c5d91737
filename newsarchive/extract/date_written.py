"""How a date is written: the form that it shares with others, and whether it is one end of a span of days."""

import re
from collections.abc import Sequence

from newsarchive.extract.date_seen import Seen

_TO = re.compile(r"\s?(?:[-–—]|to|until|bis|au|al|a|до|tot|til|till)\s?")
_TO_DAY = re.compile(r"\s?[-–~〜]\s?\d{1,2}(?![\d:.])")
_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def form(one: Seen) -> tuple[str, bool]:
    """How a date is written: "20. Mai 2022 um 10:36 Uhr" -> ("0. a 0", True), as in a list of comments."""
    words = one.span.text[one.mention.start : one.mention.end]
    return _LETTERS.sub("a", _DIGITS.sub("0", words)), one.mention.has_time


def is_ranged(seen: Sequence[Seen], index: int) -> bool:
    """True for one end of a span of days: "30.05.2023 – 02.06.2023", "2023/5/30-31"."""
    one = seen[index]
    if _TO_DAY.match(one.span.text, one.mention.end):
        return True
    ends = [(other, one) for other in seen[max(0, index - 1) : index]] + [
        (one, other) for other in seen[index + 1 : index + 2]
    ]
    return any(
        first.place == last.place and _TO.fullmatch(first.span.text[first.mention.end : last.mention.start])
        for first, last in ends
    )
