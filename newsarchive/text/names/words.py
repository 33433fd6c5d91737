"""A line as words, numbers and marks, each with its columns; what was glued together is parted."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from newsarchive.text.names.lists import given_names, name_key, not_names, places, roles, section_words

Kind = Literal["word", "number", "mark", "address"]

PARTICLES = section_words("parts.txt", "particles")
TITLES = section_words("parts.txt", "titles")
GENERATIONS = section_words("parts.txt", "generations")
DEGREES = section_words("parts.txt", "degrees")
_PREFIXES = section_words("parts.txt", "glued prefixes")

# letters, and the signs that other scripts write with them
_LETTER = (
    r"(?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0655\u0670\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f"
    r"\u1780-\u17ff\u200c\u200d])"
)
_ABBREVIATION = "Ph\\.?D|Prof|Dr|Mr|Mrs|Ms|St|Jr|Sr|Mag|Ing|Dipl|Md|Mohd|Lt|Col|Gen|Sen|Rep|Hon|Rev|Ma|Th|Chr|Joh|Wm"
_TOKEN = re.compile(
    rf"""(?P<address>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|\[email\s?protected\]|@\w+|(?i:orcid)[:.\s]+\S+)
    |(?P<number>\d[\d.:/]*(?:st|nd|rd|th)?)
    |(?P<word>(?:{_ABBREVIATION})\.
       |{_LETTER}\.(?:[-\s]?{_LETTER}\.)*(?!{_LETTER}{{2}})
       |{_LETTER}+(?:['’‘ʼ`´\-‐‑]{_LETTER}+)*['’]?)
    |(?P<mark>\S)""",
    re.VERBOSE,
)
_CAPITAL = "A-ZÀ-ÞА-ЯŠČŽŁŚŻĐİŞÇĞ"
_CAMEL = re.compile(rf"(?<=[^\W\d_])(?<=[^\WA-ZÀ-ÞА-Я\d_])(?=[{_CAPITAL}][^\W\d_A-ZÀ-Þ]|[A-Z]{{2,}}\b)")
_INITIAL = re.compile(rf"{_LETTER}(?:\.[-\s]?{_LETTER})*\.?")
_SMALL_PREFIX = re.compile(rf"([a-zß-ÿ]{{2,5}})[-‐‑]?(?=[{_CAPITAL}])")  # "al-", "de"
_SHORTEST_END = 4
_SHORTEST_COMPOUND = 7


class Word(NamedTuple):
    """A piece of a line: `text` is `line[start:end]`; `glued` where it was stuck to the word before it."""

    text: str
    start: int
    end: int
    kind: Kind
    glued: bool = False

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text.casefold()


def words_of(line: str, start: int = 0) -> list[Word]:
    """The words, numbers, marks and addresses of a line from a column on: "Ann Roe5" -> "Ann", "Roe", "5"."""
    words: list[Word] = []
    for found in _TOKEN.finditer(line, start):
        words += _parted(found)
    return words


def _parted(found: re.Match[str]) -> list[Word]:
    """Words glued together, apart: "MöweKorrespondent" -> "Möwe", "Korrespondent"; "McRoe" stays."""
    text, start = found[0], found.start()
    glued = start > 0 and found.string[start - 1].isalnum()
    if found.lastgroup != "word":
        kind: Kind = "address" if found.lastgroup == "address" else "number" if found.lastgroup == "number" else "mark"
        return [Word(text, start, found.end(), kind, glued)]
    words = []
    for piece in camel_pieces(text):
        words.append(Word(piece, start, start + len(piece), "word", glued))
        start, glued = start + len(piece), True
    return words


def camel_pieces(text: str) -> list[str]:
    if len(text) < _SHORTEST_END or text[1:].islower():
        return [text]
    pieces = [""]
    for piece in _CAMEL.split(text):
        last = re.split("[-'’]", pieces[-1])[-1]
        if last and last.casefold() not in _PREFIXES:
            pieces.append(piece)
        else:
            pieces[-1] += piece
    return pieces


@lru_cache(maxsize=16384)
def is_given(text: str) -> bool:
    """True for a common given name: "Jean-Pierre", "María", "Андрей"."""
    key = name_key(text)
    if key in given_names() or "-" not in key:
        return key in given_names()
    parts = [part for part in key.split("-") if len(part) > 1]
    return len(parts) > 1 and all(part in given_names() for part in parts)


def is_initial(text: str) -> bool:
    """True for "J.", "R.C.", "H" and the like."""
    may_be = "." in text if len(text) != 1 else text.isupper()
    return may_be and _INITIAL.fullmatch(text) is not None


def is_capital(text: str) -> bool:
    """True for a word that begins with a capital, or whose script has none; "d'Arc", "al-Roe" and "deRoe" do."""
    first = text.replace("’", "'").removeprefix("d'").lstrip("'‘`")[:1]
    if first.isupper() or (first.isalpha() and first.lower() == first.upper()):
        return True
    behind = _SMALL_PREFIX.match(text)
    return behind is not None and behind.group(1) in _PREFIXES


@lru_cache(maxsize=16384)
def is_role(small: str) -> bool:
    """True for a word that says what somebody is: "korrespondent", "sportredakteur"."""
    known, ends = roles()
    return small.strip(".") in known or (len(small) >= _SHORTEST_COMPOUND and small.endswith(ends))


def is_place(text: str) -> bool:
    """True for a city, country or region: "Tel Aviv"."""
    return name_key(text) in places()


@lru_cache(maxsize=16384)
def is_no_name(text: str) -> bool:
    """True for a word that no name holds ("Share", "Monday"); one that is a family name too ("Young") is not."""
    small = text.casefold()
    return small in not_names() and not is_family_word(small) and not is_given(text)


def is_family_word(small: str) -> bool:
    """True for an everyday word that names may end with: "young"."""
    return small in section_words("family_names.txt", "also words")


def ends_like_no_name(text: str) -> bool:
    """True where a word ends as names do not: "Leadership", "Nachrichtenagentur"."""
    return len(text) > _SHORTEST_COMPOUND and text.casefold().endswith(
        tuple(section_words("family_names.txt", "no name ends"))
    )


def ends_like_family(text: str) -> bool:
    """True where a word ends as family names do: "Roeson", "Lindqvist", "Petrov"."""
    ends = tuple(name_key(end) for end in section_words("family_names.txt", "ends"))
    return len(text) > _SHORTEST_END and name_key(text).endswith(ends)
