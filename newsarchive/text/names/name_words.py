"""Which words go on with a name that has begun."""

from newsarchive.text.names.lists import section_words
from newsarchive.text.names.words import (
    DEGREES,
    GENERATIONS,
    PARTICLES,
    Word,
    is_capital,
    is_family_word,
    is_given,
    is_initial,
    is_no_name,
    is_place,
    is_role,
)


def goes_on_with_name(words: list[Word], start: int, index: int, announced: bool) -> bool:
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
    family = [before for before in run if is_family(before)]
    if not family or run[-1].small in PARTICLES:
        return False
    if word.glued and len(run) > 1:
        return True
    if is_given(word.text) and is_given(run[0].text) and len(run) > 1:
        return not announced or _leads_on(words, index)
    if word.text.isupper() and len(word.text) > 2 and not family[-1].text.isupper():
        return True
    return len(run) > 1 and is_place(word.text) and is_given(run[0].text)


def is_family(word: Word) -> bool:
    """True for a word of a name that is no given name, initial or particle."""
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
