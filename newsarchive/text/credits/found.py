"""What a rule finds of a credit, and what is none."""

Credit = tuple[int, int, str]
"""Its columns, with the brackets or the word before it, and what it says."""

EDGE = " .|–—-:/•·*"
"""What may stand around a credit and is no part of it."""
_LONGEST, _MOST_WORDS = 90, 12
_BUTTONS = (
    "vis mer",
    "les mer",
    "read more",
    "enlarge",
    "enlarge this image",
    "hide caption",
    "toggle caption",
    "vergrößern",
)


def without_button(text: str) -> str:
    """A text without the button that pages put behind a caption: "Ann Roe/AP hide caption" -> "Ann Roe/AP"."""
    text = text.partition("+++")[0].rstrip() if "+++" in text else text.rstrip()
    small = text[-_LONGEST:].lower()
    if not small.endswith(_BUTTONS):
        return text
    return text[: -max(len(button) for button in _BUTTONS if small.endswith(button))].rstrip()


def is_description(text: str) -> bool:
    """True for what describes a picture: "Foto: junge Frau im Wasser"."""
    words = text.split()
    return len(words) > 3 and words[0][:1].islower() and "/" not in text and "," not in text


def is_short(credit: str) -> bool:
    """True for words that are few enough to be a credit."""
    return 0 < len(credit) <= _LONGEST and len(credit.split()) <= _MOST_WORDS
