"""One line of a text with what is cheap to know about it, read by every rule."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.fold import fold, fold_all
from newsarchive.text.glimpse import HEAD, TAIL, glimpse
from newsarchive.text.tokens import folded_tokens, may_be_unspaced

_CLOSERS = "\"'”’“‘»›«‹)]}」』】）* "
_THREE = re.compile(r"[^\W_]{3}")
_ENDS = ".!?…。！？．｡।॥۔؟។៕"


class Line(NamedTuple):
    """One line that is not blank. What few rules ask of few lines is counted when they ask.

    number          in the source, from 1
    start           column where `text` begins in that line, in characters from 0
    text            without the blanks around it
    folded          `text.fold` of it (of a long line: of its head and tail)
    is_sentence     ends as sentences do: with a stop, quotes and brackets after it left aside (a colon is none)
    """

    number: int
    start: int
    text: str
    folded: str
    is_sentence: bool

    @property
    def words(self) -> tuple[str, ...]:
        """Its folded words, in order (of a long line: of its head and tail)."""
        return words_of(self.folded)

    @property
    def size(self) -> int:
        """Its length in characters, twice that in scripts without spaces, which say more in fewer."""
        length = len(self.text)
        seen = min(length, HEAD + TAIL + 1)
        if len(self.folded) <= seen and not may_be_unspaced(self.folded) and _THREE.search(self.folded):
            return length  # with spaces and one word of three letters, words are fewer than half of the characters
        is_unspaced = 0 < seen <= 2 * len(self.words)
        return 2 * length if is_unspaced else length

    @property
    def letters(self) -> int:
        """How many letters are among the characters looked at."""
        return sum(map(str.isalpha, glimpse(self.text)))

    @property
    def capitals(self) -> int:
        """How many of the letters are capitals."""
        return sum(map(str.isupper, glimpse(self.text)))

    @property
    def digits(self) -> int:
        """How many of the characters looked at are digits."""
        return sum(map(str.isdigit, glimpse(self.text)))


def read_lines(raws: Sequence[str]) -> list[Line]:
    """The lines of a text that are not blank, numbered from 1, measured."""
    written = [(number, raw, text) for number, raw in enumerate(raws, 1) if (text := raw.strip())]
    folded = fold_all([glimpse(text) for _, _, text in written])
    return [
        Line(
            number,
            0 if raw[0] == text[0] else _indent(raw, text),
            text,
            words,
            not text[-1].isalnum() and _is_sentence(text),  # letters end most of the lines that are none
        )
        for (number, raw, text), words in zip(written, folded, strict=True)
    ]


def read_line(number: int, raw: str, offset: int = 0) -> Line:
    """Line `number` of a text, or the part of it that begins at column `offset`, measured."""
    text = raw.strip()
    return Line(number, offset + _indent(raw, text), text, fold(glimpse(text)), _is_sentence(text))


def _indent(raw: str, text: str) -> int:
    return 0 if raw[:1] == text[:1] else len(raw) - len(raw.lstrip())


def _is_sentence(text: str) -> bool:
    last = text[-8:].rstrip(_CLOSERS)[-1:]
    return last != "" and last in _ENDS


@lru_cache(maxsize=1024)
def words_of(folded: str) -> tuple[str, ...]:
    """The words of a line, folded: asked for by one rule after the other."""
    return tuple(folded_tokens(folded))
