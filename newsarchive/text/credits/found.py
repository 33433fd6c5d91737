"""What a rule finds of a credit, and what is none."""

Credit = tuple[int, int, str]
"""Its columns, with the brackets or the word before it, and what it says."""

EDGE = " .|–—-:/•·*"
"""What may stand around a credit and is no part of it."""
_LONGEST, _MOST_WORDS = 90, 12


def is_description(text: str) -> bool:
    """True for what describes a picture: "Foto: junge Frau im Wasser"."""
    words = text.split()
    return len(words) > 3 and words[0][:1].islower() and "/" not in text and "," not in text


def is_short(credit: str) -> bool:
    """True for words that are few enough to be a credit."""
    return 0 < len(credit) <= _LONGEST and len(credit.split()) <= _MOST_WORDS
