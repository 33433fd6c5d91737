"""The shape of subheads."""

import re

from newsarchive.label.line import Line

_LONGEST = 130
_MOST_WORDS = 20
_MOST_CHARACTERS_UNSPACED = 40
_NOT_IN_SUBHEADS = re.compile(r"https?://|www\.|@\w|\s[|»›]\s|,$|;$")
_OPENERS = "\"'“”„«‹‘’»›¿¡([（「『【《◆■▼●#*–—- \u00a0"
_CLOSERS = "\"'“”»›‹«’)]）」』】》 \u00a0"


def subhead_shape(line: Line) -> bool:
    """Short, begins like a sentence and does not end like one, unless it asks: "What did the letter say?"."""
    text = line.text
    if len(text) > _LONGEST or (line.is_sentence and not _may_end(text)) or _NOT_IN_SUBHEADS.search(text):
        return False
    first = text.lstrip(_OPENERS)[:1]
    begins = first.isdigit() or (first.isalpha() and not first.islower())
    return begins and line.letters > 0 and len(line.words) <= _MOST_WORDS + _unspaced(line)


def _may_end(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] in "?!？！…" or text.endswith("...")


def _unspaced(line: Line) -> int:
    """More words are allowed where every character counts as one."""
    return _MOST_CHARACTERS_UNSPACED if line.words and len(line.text) <= 2 * len(line.words) else 0
