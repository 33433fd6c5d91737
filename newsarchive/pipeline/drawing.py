"""Which sheets are to be printed: those that say something else than they said, or look otherwise."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple, TypeVar

from newsarchive.render import Look, Lot, Sheet
from newsarchive.store import Drawn, pack, unpack

Looks = Mapping[str, Look]
"""How templates look, by name."""

T = TypeVar("T")
_Showed = dict[str, bytes]

_ANY = b""  # what a lot shows that may show something of any article


class Due(NamedTuple):
    """A sheet that is to be printed; `is_rewrapped` where nothing but its shell looks otherwise."""

    sheet: Sheet
    is_rewrapped: bool


@dataclass
class Drawing:
    """Makes the sheets of those lots alone that show something else than they showed, or that lost a page.

    `moved` are the articles of which pages show something else than they showed, `looked` is how templates looked,
    `lost` are the paths of pages that do not stand as they should, `before` is what lots showed, by name. Of the lots
    whose sheets were handed out `drawn` is what they show, by name, `paths` are those of all sheets and `kept` those of
    the ones that stand as they should.
    """

    moved: AbstractSet[str]
    looks: Looks
    looked: Looks
    lost: AbstractSet[str]
    before: Mapping[str, Drawn]
    drawn: dict[str, Drawn] = field(default_factory=dict)
    paths: list[str] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)

    def sheets(self, lots: Iterable[Lot]) -> Iterator[Due]:
        """The sheets that are to be printed, a lot at a time: what each is made from is held no longer."""
        for lot in lots:
            yield from self._stale(lot)

    def has_new_shell(self, template: str) -> bool:
        """Whether what a template extends looks otherwise than it looked."""
        look, looked = self.looks.get(template), self.looked.get(template)
        return look is not None and (looked is None or look.shell != looked.shell)

    def _stale(self, lot: Lot) -> Iterator[Due]:
        known = self.before.get(lot.name)
        shows = _ANY if lot.entries is None else digest((lot.entries, lot.facts, self._look))
        showed = unpack(_Showed, known.sheets) if known else {}
        is_same = known is not None and known.shows == shows and self.lost.isdisjoint(showed)
        if known is not None and is_same and not self._is_reached(lot.entries):
            self._told(lot.name, known, showed, showed)
            return
        sheets = tuple(map(_seen, lot.make()))
        now = {sheet.path: self._shows(sheet) for sheet in sheets}
        stale = {sheet.path for sheet in sheets if showed.get(sheet.path) != now[sheet.path] or self._is_stale(sheet)}
        due = [
            Due(sheet, sheet.path not in stale)
            for sheet in sheets
            if sheet.path in stale or self.has_new_shell(sheet.template)
        ]
        self._told(lot.name, Drawn(shows, pack(now)), now, now.keys() - {each.sheet.path for each in due})
        yield from due

    def _told(self, name: str, drawn: Drawn, paths: Iterable[str], kept: Iterable[str]) -> None:
        self.drawn[name] = drawn
        self.paths += paths
        self.kept.update(kept)

    def _is_stale(self, sheet: Sheet) -> bool:
        """Whether a sheet that says what it said is to be printed all the same."""
        return sheet.path in self.lost or (sheet.entries is not None and self._is_reached(sheet.entries))

    def _is_reached(self, entries: Sequence[str] | None) -> bool:
        """Whether any article that is spoken of shows something else than it showed."""
        return entries is None or not self.moved.isdisjoint(entries)

    def _shows(self, sheet: Sheet) -> bytes:
        around = (sheet.template, sheet.title, sheet.section, sheet.trail, sheet.before, sheet.after)
        said = sheet.view if sheet.entries is None else sheet.entries
        look = self.looks.get(sheet.template)
        return digest((look and look.own, around, said, sheet.facts))

    @cached_property
    def _look(self) -> bytes:
        """Of all templates: which of them the sheets of a lot have is known when they are made."""
        return digest(sorted(self.looks.items()))


def _seen(sheet: Sheet) -> Sheet:
    """A sheet that may say something of any article with what it says: nothing less tells whether that is as it was."""
    return sheet if sheet.entries is not None else sheet._replace(make=partial(_as_it_is, sheet.view))


def _as_it_is(view: T) -> T:
    return view


def digest(value: object) -> bytes:
    """A short hash of a value that can be packed."""
    return hashlib.blake2b(pack(value), digest_size=12).digest()
