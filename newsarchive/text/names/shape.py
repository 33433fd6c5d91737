"""The shape of names: where a name begins and ends in a line, and whether a bare line is one."""

from dataclasses import dataclass
from functools import lru_cache

from newsarchive.text.names.lists import name_key, section_words
from newsarchive.text.names.script import is_unspaced_name
from newsarchive.text.names.spelling import spelled
from newsarchive.text.names.words import (
    DEGREES,
    GENERATIONS,
    PARTICLES,
    TITLES,
    Word,
    ends_like_family,
    is_capital,
    is_family_word,
    is_given,
    is_initial,
    is_no_name,
    is_place,
    is_role,
    words_of,
)

_LONGEST = 60
_MOST_WORDS = 6
_VIETNAMESE = frozenset("ăơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_MOST_VIETNAMESE, _LONGEST_VIETNAMESE = 4, 7


@dataclass(frozen=True, slots=True)
class Name:
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
    while stop < len(words) and stop - start < _MOST_WORDS and _continues(words, start, stop, announced):
        stop += 1
    while stop > start and words[stop - 1].text in PARTICLES:
        stop -= 1
    run = _without_tail(words, _halved(words[start:stop]), stop)
    parts = tuple(word.text for word in run)
    if any(word.glued for word in run[1:]) and not _is_sure(parts):
        return None
    if len(parts) < 2 and (not parts or len(parts[0]) < 2 or is_initial(parts[0])):
        return None
    return Name(spelled(parts), first, _after_degree(words, start + len(run)), parts, _is_sure(parts))


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


def _continues(words: list[Word], start: int, index: int, announced: bool) -> bool:
    """True where the word at `index` goes on with the name that began at `start`."""
    word, run = words[index], words[start:index]
    if word.kind != "word":
        return False
    if word.small in PARTICLES and (run or (announced and _may_lead(word))):
        return _leads_on(words, index)
    if run and _is_second(words, run, index, announced=announced):
        return False
    if announced and len(run) == 1 and _is_any_family(words, index) and (is_given(run[0].text) or is_given(word.text)):
        return True
    return _is_name_word(word, bool(run))


def _may_lead(word: Word) -> bool:
    return word.text[0].isupper() and word.small in section_words("parts.txt", "first particles")


def _leads_on(words: list[Word], index: int) -> bool:
    """True for a particle that more of a name follows: "de la Cruz"."""
    rest = words[index + 1 : index + 4]
    after = next((word for word in rest if word.small not in PARTICLES), None)
    return after is not None and after.kind == "word" and _is_name_word(after, True)


def _is_second(words: list[Word], run: list[Word], index: int, *, announced: bool) -> bool:
    """True where a word begins something else than the name before it: another name, a place, a word in capitals.

    After a by-word, a given name that nothing follows is a family's: "Por Ana Roe Vera".
    """
    word = words[index]
    family = [before for before in run if _is_family(before)]
    if not family or run[-1].small in PARTICLES:
        return False
    if word.glued and len(run) > 1:
        return True
    if is_given(word.text) and is_given(run[0].text) and len(run) > 1:
        return not announced or _leads_on(words, index)
    if word.text.isupper() and len(word.text) > 2 and not family[-1].text.isupper():
        return True
    return len(run) > 1 and is_place(word.text) and is_given(run[0].text)


def _is_family(word: Word) -> bool:
    return not is_given(word.text) and not is_initial(word.text) and word.small not in PARTICLES


def _is_any_family(words: list[Word], index: int) -> bool:
    word = words[index]
    if is_role(word.small) or word.small in section_words("by_words.txt", "light") or not word.text.isalpha():
        return False
    last = index + 1 == len(words) or words[index + 1].kind != "word"
    return not is_no_name(word.text) and (word.text[0].isupper() or (last and len(word.text) > 2))


def _is_name_word(word: Word, inside: bool) -> bool:
    if is_initial(word.text):
        return True
    if word.small in GENERATIONS or word.small in DEGREES:
        return inside and word.small in GENERATIONS
    if not is_capital(word.text) or is_no_name(word.text) or word.text.endswith(".") or word.small == "by":
        return False
    return not is_role(word.small) or is_given(word.text) or (inside and is_family_word(word.small))


def _halved(run: list[Word]) -> list[Word]:
    """A name that is printed twice on end, once: "Ann Roe Ann Roe" -> "Ann Roe"."""
    half = len(run) // 2
    if len(run) % 2 == 0 and half > 1 and [word.small for word in run[:half]] == [word.small for word in run[half:]]:
        return run[:half]
    return run


def _without_tail(words: list[Word], run: list[Word], stop: int) -> list[Word]:
    """A name without the firm that follows it: "Ann Roe Harbour" before "Times" -> "Ann Roe"."""
    after = words[stop] if stop < len(words) else None
    if after is None or after.kind != "word" or len(run) <= 2 or not is_given(run[0].text):
        return run
    if not is_no_name(after.text) or is_role(after.small) or after.text.islower():
        return run
    family = next((index for index in range(len(run)) if _ends_name(run, index)), len(run))
    return run[: family + 1]


def _ends_name(run: list[Word], index: int) -> bool:
    """True for the first word that is no given name, and for one behind an initial."""
    return _is_family(run[index]) or (index > 1 and is_initial(run[index - 1].text) and not is_initial(run[index].text))


def _after_degree(words: list[Word], stop: int) -> int:
    """Past ", PhD" and the like after a name."""
    index = stop
    while index < len(words) and (words[index].text == "," or words[index].small in DEGREES):
        index += 1
        stop = index if words[index - 1].text != "," else stop
    return stop


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
