"""The shape of names: where a name begins and ends in a line, and whether a bare line is one."""

from functools import lru_cache
from typing import NamedTuple

from newsarchive.text.names.lists import name_key, section_words
from newsarchive.text.names.name_end import after_degree, halved, without_tail
from newsarchive.text.names.name_words import goes_on_with_name
from newsarchive.text.names.script import is_unspaced_name
from newsarchive.text.names.spelling import spelled
from newsarchive.text.names.words import (
    PARTICLES,
    TITLES,
    Word,
    ends_like_family,
    is_given,
    is_initial,
    is_place,
    words_of,
)

_LONGEST = 60
_MOST_WORDS = 6
_VIETNAMESE = frozenset("ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_MOST_VIETNAMESE, _LONGEST_VIETNAMESE = 4, 7


class Name(NamedTuple):
    """A name as a run of words: `words[first:stop]`, titles included; `text` is it without them.

    `parts` are its words, particles and all; `sure` is true where a common given name leads it.
    """

    text: str
    first: int
    stop: int
    parts: tuple[str, ...]
    sure: bool

    @property
    def is_full(self) -> bool:
        """True for more than a single word."""
        return len(self.parts) > 1


def name_at(words: list[Word], first: int, *, announced: bool = False) -> Name | None:
    """The name that begins at a word, by its shape: capitals, initials, particles, up to a word of another kind.

    After a by-word (`announced`) a given name may be followed by any one word: "By Ann roe".
    """
    start = first
    while start < len(words) and words[start].small in TITLES:
        start += 1
    stop = start
    while stop < len(words) and stop - start < _MOST_WORDS and goes_on_with_name(words, start, stop, announced):
        stop += 1
    while stop > start and words[stop - 1].text in PARTICLES:
        stop -= 1
    if stop == start:
        return None
    run = without_tail(words, halved(words[start:stop]), stop)
    parts = tuple(word.text for word in run)
    if any(word.glued for word in run[1:]) and not _is_sure(parts):
        return None
    if len(parts) < 2 and (len(parts[0]) < 2 or is_initial(parts[0])):
        return None
    return Name(spelled(parts), first, after_degree(words, start + len(run)), parts, _is_sure(parts))


@lru_cache(maxsize=8192)
def is_person_name(text: str) -> bool:
    """True for a bare line that is a person's name and nothing else: "Ada Quill", "Ada J. Roe-Meyer", "Андрей Лунин".

    Cautious: a common given name must lead it, and no word may be one that names do not hold; "Rose Garden" is none.
    """
    line = text.strip()
    if not 3 <= len(line) <= _LONGEST or not (line[0].isalpha() and (line[-1].isalpha() or line[-1] == ".")):
        return False
    if is_unspaced_name(line):
        return True
    words = words_of(line)
    name = name_at(words, 0)
    return name is not None and name.stop == len(words) and not is_place(line) and is_likely(name)


def is_likely(name: Name) -> bool:
    """True for a full, sure name whose given name is no plain word, or has something else that speaks for a name."""
    if not (name.is_full and name.sure):
        return False
    if name_key(name.parts[0]) not in section_words("family_names.txt", "weak given"):
        return True
    rest = name.parts[1:]
    return any(is_initial(part) or is_given(part) for part in rest) or ends_like_family(rest[-1])


def _is_sure(parts: tuple[str, ...]) -> bool:
    words = [part for part in parts if not is_initial(part) and part.casefold() not in PARTICLES]
    if not words or is_given(words[0]):
        return bool(words)
    if len(words) < 2 or name_key(words[0]) not in section_words("family_names.txt", "east"):
        return False
    return is_given(words[1]) or _is_vietnamese(words)


def _is_vietnamese(words: list[str]) -> bool:
    """True for two to four short words with the marks of Vietnamese: "Lê Thị Hoa"."""
    marked = any(sign in _VIETNAMESE for word in words for sign in word.casefold())
    return marked and len(words) <= _MOST_VIETNAMESE and all(len(word) <= _LONGEST_VIETNAMESE for word in words)
