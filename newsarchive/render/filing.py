"""Where a headline is filed from A to Z, and how a long letter is cut: by longer beginnings, never by count.

A drawer is named by what its headlines begin with, so that a new article touches the one that it comes into:

    a  a-b ("Ab…")  a-bridge  a-bridge--2023 (many headlines that are all "A bridge", by date)
    digits  no-headline  other (neither letter nor digit)  u05d4 (a letter of another script)  u4exx (ideographs)
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsarchive.text.fold import fold

DIGITS, OTHER, NO_HEADLINE = "digits", "other", "no-headline"

_ORDER = (DIGITS, OTHER, NO_HEADLINE)  # after all letters
_SPELT = 48  # characters of a name that spell the beginning; a date and an id may follow
_KEY = 160  # characters of a headline that count
_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("–—", "-")})
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {
    ord("'"): None,
    ord("`"): None,
}
_IDEOGRAPHS = 0x3400  # from here on a script has a sign for each word or syllable: too many for one index


class Filed(NamedTuple):
    """An article under its headline. `key` is what it is sorted by, `first` the drawer of its first letter; `place`,
    then `id`, part equal headlines.
    """

    id: str
    key: str
    place: str
    first: str

    @property
    def spelt(self) -> tuple[str, ...]:
        """The pieces by which the name of a drawer grows, one a letter."""
        begins = self.key[_spelt_by(self.first) :]
        # the letters of ASCII are pieces as they are
        return tuple(begins[:_SPELT].replace(" ", "-")) if begins.isascii() else tuple(_pieces(begins))

    @property
    def steps(self) -> tuple[str, ...]:
        """All pieces by which the name of its drawer can grow: b r i d g e --2023 -03 -29 --k 7 ..."""
        period, *finer = (self.place or "undated").split("-")
        dated = (f"--{period}", *(f"-{piece}" for piece in finer))
        return (*self.spelt, *dated, f"--{self.id[:1]}", *self.id[1:])


class Drawer(NamedTuple):
    """Headlines with one beginning: all of them in order (`filed`), or in the drawers of longer beginnings (`inner`).

    `first` is the drawer of the first letter; `begins` the beginning as headlines are sorted. Equal headlines are
    parted by `place`, a period ("" for the undated), and at last by how their ids begin, `ids`.
    """

    name: str
    first: str
    begins: str
    place: str | None = None
    ids: str = ""
    filed: tuple[Filed, ...] = ()
    inner: tuple["Drawer", ...] = ()


def letter_of(headline: str, *, found: bool) -> str:
    """The name of the drawer of its first letter; `found` is false for the first words of a text without a headline."""
    if not found:
        return NO_HEADLINE
    first = headline[:1]
    if first.isascii() and first.isalnum():  # as nearly all do: the rest does not count
        return DIGITS if first.isdigit() else first.lower()
    return _first(filing_key(headline))


def in_letters(names: Iterable[str]) -> list[str]:
    """Names of the drawers of first letters in the order of the alphabet: "a", "b", "u05d4", "digits"."""
    return sorted(names, key=lambda name: (_ORDER.index(name), "") if name in _ORDER else (-1, _letter_of(name)))


def drawer_of(name: str) -> Drawer:
    """The drawer of a first letter, empty."""
    return Drawer(name, name, unicodedata.normalize("NFC", _letter_of(name)[: _spelt_by(name)]))


def file_headline(identity: str, headline: str, place: str | None, *, found: bool) -> Filed:
    """Where a headline is filed; `found` is false for the first words of a text without one."""
    key = filing_key(headline)
    return Filed(identity, key, place or "", _first(key) if found else NO_HEADLINE)


def filing_key(headline: str) -> str:
    """What a headline is sorted by: "“Élan” & co: it’s 1,000!" -> "elan co its 1 000"."""
    begins = headline[: 2 * _KEY]
    if not begins.isascii():
        begins = begins.translate(_QUOTES)
    if begins.isascii():
        return " ".join(begins.translate(_ASCII).split())[:_KEY]
    plain = unicodedata.normalize("NFKD", fold(headline[: 2 * _KEY]).replace("'", ""))
    kept = (_kept(character) for character in plain if not unicodedata.combining(character))
    return " ".join("".join(kept).split())[:_KEY]


def file_drawers(filed: Iterable[Filed], most: int) -> tuple[Drawer, ...]:
    """A drawer for each first letter, cut until none holds more than so many headlines."""
    ordered = sorted(filed, key=lambda one: (_ORDER.index(one.first), "") if one.first in _ORDER else (-1, one.key[:1]))
    letters = (tuple(members) for _, members in groupby(ordered, key=lambda one: one.first))
    return tuple(_letter(members, most) for members in letters)


def full_drawers(drawers: Iterable[Drawer]) -> Iterator[Drawer]:
    """The drawers that hold headlines, in order."""
    for drawer in drawers:
        yield from full_drawers(drawer.inner) if drawer.inner else (drawer,)


def _letter(members: Sequence[Filed], most: int) -> Drawer:
    """The drawer of a first letter. Only where it is to be cut is each headline spelt, which takes long."""
    if len(members) <= most:
        return _named(members[0], 0)._replace(filed=_in_order(members))
    return _drawer([(one.spelt, one) for one in members], 0, most)


def _drawer(members: Sequence[tuple[tuple[str, ...], Filed]], depth: int, most: int) -> Drawer:
    """A drawer of headlines that have so many steps in common, each with its letters, or with all its steps: these are
    told only where the letters of one are at an end.
    """
    drawer = _named(members[0][1], depth)
    if len(members) <= most:
        return drawer._replace(filed=_in_order(one for _, one in members))
    common = _common(members, depth)
    if any(len(steps) == common for steps, _ in members):
        members = [(one.steps, one) for _, one in members]
        common = _common(members, common)
    inner: dict[str, list[tuple[tuple[str, ...], Filed]]] = {}
    for member in members:
        inner.setdefault("".join(member[0][common : common + 1]), []).append(member)
    return drawer._replace(inner=tuple(_drawer(inner[step], common + 1, most) for step in sorted(inner)))


def _in_order(members: Iterable[Filed]) -> tuple[Filed, ...]:
    return tuple(sorted(members, key=lambda one: (one.key, one.place or "~", one.id)))


def _named(some: Filed, depth: int) -> Drawer:
    """An empty drawer, named by as many steps of one of its headlines."""
    spelt = some.spelt
    dated = depth - len(spelt)
    periods = (some.place or "undated").split("-")
    return Drawer(
        first=some.first,
        name=f"{some.first}-{''.join(some.steps[:depth])}" if depth else some.first,
        begins=unicodedata.normalize("NFC", some.key[: _spelt_by(some.first) + min(depth, len(spelt))]),
        place="-".join(some.place.split("-")[:dated]) if dated > 0 else None,
        ids=some.id[: max(0, dated - len(periods))],
    )


def _common(members: Sequence[tuple[tuple[str, ...], Filed]], depth: int) -> int:
    """How many steps all have in common, of which so many are known to be."""
    shortest = min(len(steps) for steps, _ in members)
    while depth < shortest and len({steps[depth] for steps, _ in members}) == 1:
        depth += 1
    return depth


def _letter_of(name: str) -> str:
    """The letter by which a drawer is named, or the first of its letters."""
    if name in _ORDER or len(name) == 1:
        return name[:1]
    code = name[1:].replace("xx", "00")
    return chr(int(code, 16))


def _spelt_by(first: str) -> int:
    """How many letters of a headline the name of its first drawer spells."""
    return 0 if first in _ORDER or first.endswith("xx") else 1


def _pieces(text: str) -> Iterator[str]:
    """A beginning in pieces of a file name: "a é" -> "a", "-", "_00e9"."""
    length = 0
    for character in text:
        code = ord(character)
        plain = "-" if character == " " else character
        piece = plain if character.isascii() else f"_{code:04x}" if code <= 0xFFFF else f"__{code:05x}"
        length += len(piece)
        if length > _SPELT:
            return
        yield piece


def _kept(character: str) -> str:
    """A letter or a vowel sign as it is, a digit of any script as 0 to 9, a space for all else."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character if unicodedata.category(character)[0] in "LM" else " "


def _first(key: str) -> str:
    if not key:
        return OTHER
    if key[0].isdecimal():
        return DIGITS
    code = ord(key[0])
    return key[0] if key[0].isascii() else f"u{code:04x}" if code < _IDEOGRAPHS else f"u{code >> 8:02x}xx"
