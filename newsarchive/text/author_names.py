"""When two spellings of an author are surely one: the same name, however it was typed.

`bare_name` is what such spellings share. Accents that one of them lacks do not part them; accents that differ do
(`accents_agree`). Nothing here guesses: an initial is not the name that it may stand for, a middle name that is not
there is not known, and a nickname is another name. Those a person may put together in config.yaml.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from newsarchive.text.fold import squeeze

_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
        **dict.fromkeys("“”„‟«»״", '"'),
        **dict.fromkeys("‘’‚‛`´ʼʹ׳", "'"),
        **dict.fromkeys("‐‑‒–—―−־", "-"),
        **dict.fromkeys("・•‧∙⋅", "·"),
        "ی": "ي",  # Persian letters are the Arabic ones
        "ک": "ك",
        "ـ": "",  # a letter is stretched by it
        **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", ""),
    }
)
_BY = re.compile(
    r"(?i:by|written by|text by|words by):? +(?=\S+ \S)"
    r"|(?:بقلم|מאת|Автор|Текст)(?:: ?| )(?=\S)"
    r"|文[:/] ?(?=\S)|[記记]者[:/ ]?(?=\S)"
)
_SERVANT = re.compile(r"\bعبد (?=ال)")  # عبد الله and عبدالله
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BETWEEN_UNSPACED = re.compile(f"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_MOST_INITIALS = 3

# What stands for a letter with a mark, but is no such letter in Unicode.
_MARKED = {"ø": "o\u0338", "ł": "l\u0338", "đ": "d\u0335", "ħ": "h\u0335", "ı": "i\u0338"}


def bare_name(name: str) -> str:
    """What spellings that are surely one have in common: "By J.-P. DÜBÓ" -> "j p dubo"; "" where nothing is left."""
    return "".join(letter for letter, _ in _letters(name))


def full_name(name: str) -> str:
    """The same with its accents: "By J.-P. DÜBÓ" -> "j p dübó"."""
    return unicodedata.normalize("NFC", "".join(letter + marks for letter, marks in _letters(name)))


def accents_agree(names: Iterable[str]) -> bool:
    """Whether spellings of one bare name differ in no more than that some lack accents that others have."""
    columns = zip(*(_letters(name) for name in names), strict=True)
    return all(len({marks for _, marks in column if marks}) <= 1 for column in columns)


def is_all_capitals(name: str) -> bool:
    """Whether a name is written in capitals alone: "ADA ROOK"."""
    return name.isupper()


def _one_form(name: str) -> str:
    """Compatibility forms, ligatures, quotation marks, hyphens and letters that are typed in more than one way."""
    return squeeze(unicodedata.normalize("NFKC", name.translate(_LETTERS)).translate(_LETTERS))


def _without_by(name: str) -> str:
    """Without what leads to the name and is none of it: "By Ada Rook" -> "Ada Rook"."""
    return _BY.sub("", name, count=1) if _BY.match(name) else name


def _initials_apart(name: str) -> str:
    """Capitals that stand together before a name are initials: "JR Hale" -> "J R Hale"; "JR HALE" may hold a name."""
    if name.isupper():
        return name
    *given, family = name.split(" ")
    return " ".join([*(" ".join(word) if _are_initials(word) else word for word in given), family])


def _are_initials(word: str) -> bool:
    return 1 < len(word) <= _MOST_INITIALS and word.isalpha() and word.isupper()


def _parted_by_blanks(name: str) -> str:
    """Dots, hyphens and commas part words as blanks do: "J.-P. Hale," -> "J P Hale"."""
    return squeeze(re.sub(r"[.\-,;:|/]+", " ", name))


def _written_together(name: str) -> str:
    """Without blanks where a script needs none, or a name is written either way: "王 小明" -> "王小明"."""
    return _SERVANT.sub("عبد", _BETWEEN_UNSPACED.sub("", name))


RULES: tuple[Callable[[str], str], ...] = (
    _one_form,
    _without_by,
    _initials_apart,
    _parted_by_blanks,
    _written_together,
    str.casefold,
)
"""What is done to a name, in this order, before its accents are looked at."""


@lru_cache(4096)
def _letters(name: str) -> tuple[tuple[str, str], ...]:
    """The letters of a name, each with the marks that another spelling may lack."""
    for rule in RULES:
        name = rule(name)
    return tuple(_parted("".join(_MARKED.get(letter, letter) for letter in name)))


def _parted(name: str) -> Iterator[tuple[str, str]]:
    letter, marks = "", ""
    for character in unicodedata.normalize("NFD", name):
        if letter and unicodedata.combining(character) and _is_optional(letter, character):
            marks += character
        else:
            if letter:
                yield letter, marks
            letter, marks = character, ""
    if letter:
        yield letter, marks


def _is_optional(letter: str, mark: str) -> bool:
    """Whether people leave a mark away: accents, points of vowels, the hamza of an alef; й is no и, and が no か."""
    if "\u0430" <= letter <= "\u045f":
        return mark in "\u0300\u0301" or (letter == "е" and mark == "\u0308")
    if letter == "ا":
        return "\u064b" <= mark <= "\u0655" or mark == "\u0670"
    return "\u0300" <= mark <= "\u036f" or "\u064b" <= mark <= "\u0652" or "\u0591" <= mark <= "\u05c7"
