"""Where a name ends: what is printed twice, or follows it, is no part of it."""

from newsarchive.text.names.name_words import is_family
from newsarchive.text.names.words import DEGREES, Word, is_given, is_initial, is_no_name, is_role


def halved(run: list[Word]) -> list[Word]:
    """A name that is printed twice on end, once: "Ann Roe Ann Roe" -> "Ann Roe"."""
    half = len(run) // 2
    if len(run) % 2 == 0 and half > 1 and [word.small for word in run[:half]] == [word.small for word in run[half:]]:
        return run[:half]
    return run


def without_tail(words: list[Word], run: list[Word], stop: int) -> list[Word]:
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
    return is_family(run[index]) or (index > 1 and is_initial(run[index - 1].text) and not is_initial(run[index].text))


def after_degree(words: list[Word], stop: int) -> int:
    """Past ", PhD" and the like after a name."""
    index = stop
    while index < len(words) and (words[index].text == "," or words[index].small in DEGREES):
        index += 1
        stop = index if words[index - 1].text != "," else stop
    return stop
