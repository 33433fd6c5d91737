"""Folding: the same words however they were typed."""

import re
import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),
    }
)
_BLANKS = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Text with its runs of white space made one space: " a  b\\u00a0" -> "a b"."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """What two spellings of the same words have in common: compatibility forms, case, quotes, dashes and white space.

    "“Don’t  stop”" -> '"don\\'t stop"'
    """
    if text.isascii():
        return squeeze(text).casefold().replace("`", "'")
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text.translate(_SAME)).translate(_SAME)).strip().casefold()
