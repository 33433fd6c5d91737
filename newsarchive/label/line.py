"""One line of a text with what is cheap to know about it: computed once, read by every rule."""

import re
from dataclasses import dataclass

from newsarchive.text.fold import fold
from newsarchive.text.tokens import tokens

HEAD, TAIL = 1000, 400
"""A longer line is read by its first HEAD and last TAIL characters: rules cost the same on a line of 5 MB."""

_CLOSERS = "\"'”’“‘»›«‹)]}」』】）*"
_ENDS = ".!?…。！？．｡।॥۔؟።៕။:;"
_URL = re.compile(r"(?:https?://|www\.)[^\s/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    number          in the source, from 1
    start           column where `text` begins in that line, in characters from 0
    text            without the blanks around it
    size            its length in characters, twice that in scripts without spaces, which say more in fewer
    folded          `text.fold` of it (of a long line: of its head and tail)
    words           its folded words, in order (of a long line: of its head and tail)
    letters         how many letters are among the characters looked at
    capitals        how many of the letters are capitals
    digits          how many of the characters looked at are digits
    is_sentence     ends as sentences do: with a stop, quotes and brackets after it left aside (a colon is none)
    has_url         holds a web address
    """

    number: int
    start: int
    text: str
    size: int
    folded: str
    words: tuple[str, ...]
    letters: int
    capitals: int
    digits: int
    is_sentence: bool
    has_url: bool


def read_line(number: int, raw: str, offset: int = 0) -> Line:
    """Line `number` of a text, or the part of it that begins at column `offset`, measured."""
    text = raw.strip()
    seen = text if len(text) <= HEAD + TAIL else f"{text[:HEAD]} {text[-TAIL:]}"
    bare_end = text[-8:].rstrip(_CLOSERS + " ")
    words = tuple(tokens(seen))
    return Line(
        number=number,
        start=offset + len(raw) - len(raw.lstrip()),
        text=text,
        size=len(text) * (2 if words and len(seen) <= 2 * len(words) else 1),
        folded=fold(seen),
        words=words,
        letters=sum(map(str.isalpha, seen)),
        capitals=sum(map(str.isupper, seen)),
        digits=sum(map(str.isdigit, seen)),
        is_sentence=bare_end[-1:] in _ENDS[:-2] and bool(bare_end),
        has_url=_URL.search(seen) is not None,
    )
