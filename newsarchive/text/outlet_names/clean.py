"""Names of outlets: how they are written, and what is none."""

import re
from functools import lru_cache
from importlib.resources import files

from newsarchive.text.names import agency_named, is_given, is_person_name, is_place

_WORD = r"[A-ZÀ-ÞŠŽČŁ0-9][\w.&!+'’-]*"
_SMALL = r"(?:of|the|and|&|de|del|la|los|les|des|du|für|und|on|y|e|do|da|dos|das|di|i|et|van|voor)"
NAME = rf"(?P<name>(?:(?:The|the|Le|La|El|Il|Der|Die|Das|De) )?{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,5}}?)"
"""A name inside a line, as short as what follows it allows."""

FULL_NAME = re.compile(NAME)
_NEXT_SENTENCE = re.compile(r"(?<=\w{4})\. ")
_POSSESSIVE = re.compile(r"['’]s$|[.,!]+$")
_POSSESSIVE_PLURAL = re.compile(r"['’]s?$")


@lru_cache(maxsize=8192)
def clean_name(said: str) -> str | None:
    """A name without the site's words after it: "Harbour Post Store" -> "Harbour Post"; None for what is no outlet."""
    words = _POSSESSIVE.sub("", _NEXT_SENTENCE.split(said.strip())[0]).split()
    while words and words[-1].casefold().strip(".,") in _words("tails"):
        words.pop()
    name = _POSSESSIVE_PLURAL.sub("", " ".join(words)).strip(" .,")
    name = name.removeprefix("the ")
    return name if is_outlet_name(name) else None


@lru_cache(maxsize=8192)
def is_press_name(name: str) -> bool:
    """True for a name with a word that newspapers and broadcasters are called by: "Harbour Post", "Hafenzeitung"."""
    return any(word in _words("press") or word.endswith(_press_ends()) for word in name.casefold().split())


def is_outlet_name(name: str) -> bool:
    """False for what no outlet is called: a person, a place, an agency, a network, a word of prompts."""
    core = [word.strip("'’.,") for word in name.casefold().split() if word not in ("the", "of", "and")]
    if len(name) < 2 or not core or core[0] in _words("no outlet") or not any(map(str.isalpha, name)):
        return False
    if len(core) == 1 and is_given(core[0]):
        return False
    return agency_named(name) is None and not is_person_name(name) and not is_place(name)


def is_common_domain(label: str) -> bool:
    """True for the domain of a mail service or a network: "gmail"."""
    return label in _words("common domains")


@lru_cache(maxsize=1)
def _press_ends() -> tuple[str, ...]:
    return tuple(word[1:] for word in _words("press") if word.startswith("-"))


@lru_cache(maxsize=4)
def _words(title: str) -> frozenset[str]:
    text = (files(__package__) / "words.txt").read_text("utf-8")
    inside = text.partition(f"\n[{title}]\n")[2].partition("\n#")[0]
    return frozenset(inside.split())
