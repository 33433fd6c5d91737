"""What kind of character each one is, for whole arrays of them at once."""

import unicodedata

import numpy as np
import numpy.typing as npt

(
    SPACE,
    LOWER,
    UPPER,
    CASELESS,
    UNSPACED,
    DIGIT,
    STOP,
    COMMA,
    COLON,
    QUOTE,
    OPEN,
    CLOSE,
    DASH,
    BAR,
    AT,
    COPY,
    SYMBOL,
    END,
) = range(1, 19)
"""The kinds. UNSPACED: letters of scripts without spaces between words; END: the end of a line."""
KINDS = 19

Codes = npt.NDArray[np.uint32]

_TABLE = 0x20000
"""Characters beyond the first two planes are taken for one of them: a rare sign."""
_UNSPACED = (
    range(0x0E00, 0x0F00),
    range(0x1000, 0x10A0),
    range(0x1780, 0x1800),
    range(0x3040, 0x3100),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
)
_SIGNS = {
    **dict.fromkeys(".!?…。！？．｡।॥۔؟።៕", STOP),
    **dict.fromkeys(",;،、，；؛", COMMA),
    **dict.fromkeys(":：", COLON),
    **dict.fromkeys("\"'“”„‟«»‘’‚‛`´「」『』《》", QUOTE),
    **dict.fromkeys("([{（【［", OPEN),
    **dict.fromkeys(")]}）】］", CLOSE),
    **dict.fromkeys("-‐‑‒–—―−", DASH),
    **dict.fromkeys("|•·‧∙▪■●/\\›>→▶►<‹←▼▲*+", BAR),
    **dict.fromkeys("@#", AT),
    **dict.fromkeys("©®", COPY),
    "\n": END,
}
_CATEGORIES = {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Nd": DIGIT, "Zs": SPACE, "Cc": SPACE, "Cf": SPACE}

_kinds = np.zeros(_TABLE, np.uint8)
_small = np.arange(_TABLE, dtype=np.uint32)


def kinds_of(codes: Codes) -> tuple[npt.NDArray[np.uint8], Codes]:
    """The kind of each character, and its small letter."""
    known = np.minimum(codes, _TABLE - 1).astype(np.intp)
    kinds = _kinds.take(known)
    if not kinds.all():
        for code in set(known[kinds == 0].tolist()):
            _kinds[code], _small[code] = _kind(chr(code)), _small_letter(chr(code))
        kinds = _kinds.take(known)
    return kinds, _small.take(known)


def _kind(character: str) -> int:
    if character in _SIGNS:
        return _SIGNS[character]
    if any(ord(character) in block for block in _UNSPACED):
        return UNSPACED if character.isalnum() else SYMBOL
    category = unicodedata.category(character)
    return _CATEGORIES.get(category, CASELESS if category[0] in "LM" else DIGIT if category[0] == "N" else SYMBOL)


def _small_letter(character: str) -> int:
    small = character.lower()
    return ord(small) if len(small) == 1 else ord(character)
