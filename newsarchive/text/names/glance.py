"""A glance at a short line: has it the shape of a name, or of a byline? Cheap enough to be asked of every line."""

import re
from functools import lru_cache

from newsarchive.text.dates.names import month_number
from newsarchive.text.later import later
from newsarchive.text.names.lists import name_key, not_names, places, section, section_words
from newsarchive.text.names.script import is_unspaced_name
from newsarchive.text.names.words import PARTICLES, TITLES, camel_pieces, is_family_word, is_given, is_initial, is_role
from newsarchive.text.tokens import may_be_unspaced

LONGEST = 120
"""Characters; a longer line has no shape."""
_MOST_WORDS = 16
_LONGEST_WORD = 40
_EDGES = ",;:|/()[]{}•·–—-~*\"'“”„‚‘’«»<>.!?…，、：（）【】@"
_EAST_ASIAN = later("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EAST_ASIAN_BY = later("作者|記者|记者|기자|특파원|著者|執筆|撰文|ライター|文責|글쓴이|文[:：●]|글[:： ]")
_MOST_SIGNS = 40
_BEFORE_DIGITS = re.compile(r"(?<=\D)(?=\d)")

# Lines as letters, one a word: b by-word, t title, g given name, i initial, p particle, n other word in capitals,
# r role, l light word, d number, o place, j "and", comma or bar, x word that no name holds, s other word.
_NAME = "t*(?:g[gip]*[gno][no]?[no]?|i+p*[gno])"
_NAMES = f"{_NAME}(?:(?:j+|(?<=[no])){_NAME}){{0,5}}"
_WITH_BY = re.compile(f"[dlojrx]{{0,8}}b[bj]?(?:{_NAMES}|t*n[npio]*[gno]|[gn](?=[dlj]|$))")
_ALONE = re.compile(f"{_NAMES}j?")
_WITH_MORE = re.compile(
    f"(?:[dlo]{{1,8}}j?)?{_NAMES}(?:[dlorjtxp]|g(?=d)){{0,12}}|(?:n[npio]*[gno])j*[ro][dlorj]{{0,12}}"
)
_SHAPE = re.compile("n[npio]{0,2}[gno]")


def name_shape(text: str) -> int:
    """How much a short line has the shape of a byline; 0 at once for a line of more than 120 characters.

    0 no name: "Read More". 1 two to four words in capitals, none of which names cannot hold, but no given name that
    we know: "Xola Ndabeni". 2 names alone: "Ada Quill and Tom Harker". 3 a name with a role, a place, a date or few
    light words beside it, and nothing else: "Ada Quill, Berlin 3.5.2021". 4 a name after a by-word: "By Ada Quill".
    """
    if not 3 <= len(text) <= LONGEST:
        return 0
    if may_be_unspaced(text) and _EAST_ASIAN().search(text):
        return _unspaced_shape(text.strip())
    words = text.split(None, _MOST_WORDS)
    if len(words) > _MOST_WORDS:
        return 0
    letters = _letters_of(words)
    if "g" not in letters and "n" not in letters and "i" not in letters:
        return 0
    if _WITH_BY.match(letters):
        return 4
    return _shape_of(letters, sentence=text[-1] in ".!?")


def _letters_of(words: list[str]) -> str:
    """The letters of words up to the first "s": no name and nothing beside one reaches over it."""
    letters = ""
    for word in words:
        told = _letters(word)
        letters += told
        if "s" in told:
            break
    return letters


def _shape_of(letters: str, *, sentence: bool) -> int:
    if _ALONE.fullmatch(letters):
        return 2
    if sentence:
        return 0
    if _WITH_MORE.fullmatch(letters):
        return 3
    return 1 if _SHAPE.fullmatch(letters) else 0


def _unspaced_shape(text: str) -> int:
    if len(text) > _MOST_SIGNS:
        return 0
    if _EAST_ASIAN_BY().search(text):
        return 4
    return 2 if is_unspaced_name(text) else 0


@lru_cache(maxsize=65536)
def _letters(word: str) -> str:
    """The letters of a word and of what is glued to it: "Harker," -> "nj", "ByAda" -> "bg", "Quill5" -> "nd"."""
    bare = word.strip(_EDGES)
    if not bare or len(word) > _LONGEST_WORD:
        return "s" if bare else "j"
    if len(bare) == 1 and bare.isupper() and bare.isalpha():
        return "i"
    colon = word[-1] in ":：" and bare.casefold() in _labels()
    if colon or bare.casefold() in _by_words():
        return "b"
    parts = (bare,) if bare.isalpha() else _BEFORE_DIGITS.split(bare)
    pieces = "".join([_letter(piece) for part in parts for piece in camel_pieces(part)])
    return pieces + ("j" if word[-1] in ",;|/•·–—-" else "")


def _letter(word: str) -> str:
    small = word.casefold()
    letter = _known_letters().get(small, "")
    if letter != "b" and word[0].isupper() and is_given(word):
        return _given_letter(word, small)
    return letter or _cased_letter(word, small)


def _given_letter(word: str, small: str) -> str:
    """A given name that is a month or a plain word too ("April", "Rose") is no sure one."""
    if month_number(word):
        return "d"
    return "n" if small in section_words("family_names.txt", "weak given") else "g"


def _cased_letter(word: str, small: str) -> str:
    if is_role(small):
        return "r"
    if is_initial(word):
        return "i"
    if month_number(word) or (not word.isalpha() and any(map(str.isdigit, word))):
        return "d"
    if name_key(word) in places():
        return "o"
    if small in not_names() and not is_family_word(small):
        return "x" if word[0].isupper() else "s"
    return "s" if word[0].islower() or not word[0].isalpha() else "n"


@lru_cache(maxsize=1)
def _known_letters() -> dict[str, str]:
    """The words of which the letter is known whatever their case; of a word of two kinds, that of the last one here."""
    kinds = (
        ("l", section_words("by_words.txt", "light")),
        ("t", TITLES),
        ("p", PARTICLES),
        ("j", section_words("parts.txt", "joiners")),
        ("b", _by_words()),
    )
    return {word: letter for letter, words in kinds for word in words}


@lru_cache(maxsize=1)
def _by_words() -> frozenset[str]:
    """Single words that names follow: "by", "von", "γράφει"."""
    return frozenset(phrase for title in ("plain", "strong") for phrase in section("by_words.txt", title))


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    """What stands before a colon and a name: "autor", "text"."""
    return frozenset(phrase for title in ("label", "text label") for phrase in section("by_words.txt", title))
