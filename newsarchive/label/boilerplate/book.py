"""The phrases that many sites say, from the files of a folder: one file a rule, one phrase a line.

`[whole]` phrases are a whole line, `[start]` ones begin it, `[anywhere]` ones stand in it; `[likely]` ones begin it
(one word alone is the whole line) and are a hint only. "# " begins a comment. `<n>` stands for a number, `<name>` for
a name, `<outlet>` for the name of a paper, a station or a site, `<handle>` for an account, `<text>` for some words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsarchive.text.fold import fold
from newsarchive.text.tokens import tokens

NOTES = ("correction", "disclaimer", "tagline", "bio")
"""The rules of the newsroom's own notes, in the order in which they are believed."""
FIRST = (4, 2)
"""By how many first characters openings are sorted: the longer ones, and the others."""
SECTIONS = ("[whole]", "[start]", "[anywhere]", "[likely]")
OUTER = " \"'.,:;!?…·•*|/\\<>()[]{}+-=_~#→←↑↓▶►▼▲◀◄»«›‹✕×✖✓✔☞※■□●○◆◇★☆@&。、「」『』【】（）《》"
"""What stands around words without belonging to them."""
MARKS = (":", "*", "+")
"""A whole-line phrase that ends with one of these must be said with it: "Name *" is a form's, "Name" is not."""
_DIGIT, _ASCII_DIGIT = re.compile(r"\d"), re.compile("[0-9]")
_NUMBER = re.compile(r"[(\[\d](?:(?<=\d)|\d)\d*(?:[.,:]\d+)*[)\]]?")  # a bracket or a digit is quick to look for
_WILDCARD = re.compile("<(name|outlet|handle|text)>")
_STANDS_FOR = {
    "name": "(?P<name>.{2,60}?)",
    "outlet": "(?P<outlet>.{2,60}?)",
    "handle": r"[\w.]{2,30}",
    "text": ".{10,120}?",
}


class Phrase(NamedTuple):
    """`words` of one rule, as `opening` gives them; where they hold wildcards they are matched as `pattern`."""

    words: str
    rule: str
    section: str

    @property
    def kind(self) -> str:
        """What is said with it: "site" (certain), "hint", or "note", a phrase of the newsroom's own."""
        return "hint" if self.section == "likely" else "note" if self.rule in NOTES else "site"


class Book(NamedTuple):
    """Phrases, sorted: whole lines (at most one of a kind for the same words); what begins a line, by its first
    characters, each behind what it begins with literally (that alone too, to be tried all at once); the others by their
    longest word, each behind the longest stretch without wildcards: most lines that hold the word do not hold that.

    `menus` are the whole lines that are certain, with their rules, and `first_words` what they begin with.
    """

    whole: dict[str, tuple[Phrase, ...]]
    openings: dict[str, tuple[str, ...]]
    start: dict[str, tuple[tuple[str, Phrase], ...]]
    anchored: dict[str, tuple[tuple[str, Phrase], ...]]
    menus: dict[str, str]
    first_words: frozenset[str]


def opening(folded: str) -> str:
    """A folded line as openings are compared: "» Read more : 3" -> "read more: 0"."""
    has_numbers = (_ASCII_DIGIT if folded.isascii() else _DIGIT).search(folded)
    return (_plain(folded) if has_numbers else folded.replace(" :", ":")).lstrip(OUTER)


def openings(folded: Sequence[str]) -> list[str]:
    """`opening` of several folded lines."""
    plain = _plain("\n".join(folded)).split("\n") if folded else []
    return [line.lstrip(OUTER) for line in plain]


def _plain(folded: str) -> str:
    return _NUMBER.sub("0", folded).replace(" :", ":")


def key(folded: str) -> str:
    """A folded line as whole lines are compared: "» 12 Comments:" -> "0 comments"."""
    return opening(folded).rstrip(OUTER)


@cache
def pattern(phrase: Phrase) -> re.Pattern[str]:
    """A phrase with wildcards as a regular expression over `key` (a whole line) or `opening`."""
    literal, *rest = _WILDCARD.split(phrase.words)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    body = re.escape(literal) + "".join(_STANDS_FOR[wildcard] + re.escape(literal) for wildcard, literal in pairs)
    return re.compile(body if phrase.section == "whole" else rf"{body}(?!\w)")


@cache
def read_book(*folders: Path) -> Book:
    """The phrases of the files of some folders, folded and sorted, read once."""
    paths = (path for folder in folders for path in sorted(folder.glob("*.txt")))
    return _sorted(phrase for path in paths for phrase in read_phrases(path))


def read_phrases(path: Path) -> Iterator[Phrase]:
    """The phrases of a file in order. It is folded at once, which takes a tenth of the time."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# "))
    rule, section = path.stem, ""
    for line in _plain(fold("\0".join(lines).replace("<n>", "0"))).split("\0"):
        if line in SECTIONS:
            section = line[1:-1]
        else:
            yield Phrase(line, rule, section)


def _sorted(phrases: Iterable[Phrase]) -> Book:
    whole: dict[str, tuple[Phrase, ...]] = {}
    start: defaultdict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    anchored: defaultdict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for phrase in phrases:
        words = first = literal = phrase.words
        if "<" in words:
            literals = _WILDCARD.split(words)[::2]
            first, literal = literals[0], max(literals, key=len)
        if phrase.section == "anywhere" or literal != first:
            anchored[max(tokens(_WILDCARD.sub(" ", words)), key=len)].append((literal, phrase))
        elif first == words and (phrase.section == "whole" or _is_one_word(phrase)):
            line = words.lstrip(OUTER) if words.endswith(MARKS) else words.strip(OUTER)
            known = whole.get(line, ())
            if not known or phrase.kind not in [other.kind for other in known]:
                whole[line] = (*known, phrase)
        else:
            start[first[: FIRST[0] if len(first) >= FIRST[0] else FIRST[1]]].append((first, phrase))
    menus = {words: phrase.rule for words, known in whole.items() for phrase in known if phrase.kind == "site"}
    return Book(
        whole,
        {first: tuple(words for words, _ in some) for first, some in start.items()},
        {first: tuple(some) for first, some in start.items()},
        {word: tuple(some) for word, some in anchored.items()},
        menus,
        frozenset(words.split(" ", 1)[0] for words in menus),
    )


def _is_one_word(phrase: Phrase) -> bool:
    """A hint that is the whole line."""
    return phrase.section == "likely" and " " not in phrase.words and phrase.words[-1] not in MARKS
