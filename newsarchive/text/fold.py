"""Folding: the same words however they were typed."""

import re
import unicodedata

_SAME = {
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
}
_VARIANT = re.compile(f"[{''.join(map(re.escape, _SAME))}]")


def squeeze(text: str) -> str:
    """Text with its runs of white space made one space: " a  b " -> "a b"."""
    if text.isprintable() and "  " not in text:  # the only blank that is printable is the space
        return text.strip(" ")
    return " ".join(text.split())


def fold(text: str) -> str:
    """What two spellings of the same words have in common: compatibility forms, case, quotes, dashes and white space.

    “It’s  shut” -> "it's shut"
    """
    if text.isascii():
        return squeeze(text).casefold().replace("`", "'")
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", _one_form(text))  # first: NFKC takes an acute accent apart
    return squeeze(_one_form(text)).casefold()


def _one_form(text: str) -> str:
    return _VARIANT.sub(lambda found: _SAME[found[0]], text)
