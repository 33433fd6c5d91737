"""Folding: the same words however they were typed."""

import unicodedata
from collections.abc import Sequence

_SAME = {
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
}
_OTHER_BLANKS = ("  ", *"\t\v\f\r\x1c\x1d\x1e\x1f")


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
    return squeeze(_one_form(_composed(text))).casefold()


def fold_all(lines: Sequence[str]) -> list[str]:
    """`fold` of several lines, none with a line end in it, at less cost."""
    joined = "\n".join(lines)
    if not unicodedata.is_normalized("NFKC", joined):
        joined = "\n".join(line if line.isascii() else _composed(line) for line in lines)
    folded = (joined.replace("`", "'") if joined.isascii() else _one_form(joined)).casefold()
    if folded.isascii() and not any(map(folded.__contains__, _OTHER_BLANKS)):
        return [line.strip(" ") for line in folded.split("\n")] if lines else []
    return list(map(squeeze, folded.split("\n"))) if lines else []


def _composed(text: str) -> str:
    """In compatibility forms, composed: first in one form, for NFKC takes an acute accent apart."""
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", _one_form(text))


def _one_form(text: str) -> str:
    for variant, same in _SAME.items():  # for texts of some length quicker than one pattern for all
        text = text.replace(variant, same)
    return text
