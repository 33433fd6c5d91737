"""Words: runs of letters and digits; in scripts without spaces, single characters."""

import re

from newsarchive.text.fold import fold

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""The characters of scripts without spaces, as they are written between the brackets of a pattern."""
_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_LATIN_TOKEN = re.compile(f"[{''.join(sign for sign in map(chr, range(256)) if sign.isalnum())}]+")
"""The same for texts of the first 256 characters, which are most, in half the time."""
_WITHOUT_SIGNS = bytes(byte if chr(byte).isalnum() else ord(" ") for byte in range(256))
"""Blanks for all of ASCII that is in no word: many times quicker than a pattern."""
_BEYOND_LATIN = re.compile("[^\x00-\xff]")
_MAY_BE_UNSPACED = re.compile("[^\x00-\u0dff\u2000-\u2fff]")


def may_be_unspaced(text: str) -> bool:
    """Whether a text may hold a character of a script without spaces, or a rare sign: quick to ask, and quicker to get
    ready than a pattern that names the twenty thousand of Han.
    """
    return not text.isascii() and _MAY_BE_UNSPACED.search(text) is not None


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order: "Don’t stop!" -> ["don", "t", "stop"]."""
    return folded_tokens(fold(text))


def folded_tokens(folded: str) -> list[str]:
    """The words of a text that is folded already."""
    if folded.isascii():
        return folded.encode().translate(_WITHOUT_SIGNS).decode().split()
    is_latin = _BEYOND_LATIN.search(folded) is None
    return (_LATIN_TOKEN if is_latin else _TOKEN).findall(folded)


def first_token(folded: str) -> str:
    """The first word of a text that is folded already; "" where it has none."""
    first = folded.partition(" ")[0]
    if first.isascii() and first.isalnum():
        return first
    found = _TOKEN.search(folded)
    return found[0] if found else ""
