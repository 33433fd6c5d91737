"""The words of credits, from the list beside this file."""

import re
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=8)
def credit_words(title: str) -> frozenset[str]:
    """The phrases of one [section] of words.txt, in small letters."""
    text = (files(__package__) / "words.txt").read_text("utf-8")
    inside = text.partition(f"\n[{title}]\n")[2].partition("\n#")[0]
    return frozenset(line.strip() for line in inside.split("\n") if line.strip())


@lru_cache(maxsize=8)
def credit_pattern(title: str, after: str) -> re.Pattern[str]:
    """Any phrase of a section where no word goes before it, and what must follow it."""
    words = sorted(credit_words(title), key=lambda word: (-len(word), word))
    any_word = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![^\W_])(?:{any_word}){after}(?=\S)", re.IGNORECASE)
