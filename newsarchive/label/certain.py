"""Boilerplate that is certain wherever it stands."""

from collections.abc import Mapping
from functools import cache

from newsarchive.label.boilerplate import NOTHING, boilerplate
from newsarchive.label.sheet import Sheet, Verdict

_MENUS = ("navigation", "section_menu")
_LONG = 100


def certain_boilerplate(sheet: Sheet) -> Mapping[int, Verdict]:
    """What the site says on every page: see label/boilerplate for the rules, in their order."""
    found = {}
    said = (NOTHING, *sheet.said, NOTHING)
    for index in sheet.open():
        kind = boilerplate(sheet.pieces[index], said[index + 1], said[index], said[index + 2])
        if kind and not (kind in _MENUS and _is_between_paragraphs(sheet, index)):
            found[index] = _verdict(kind)
    return found


@cache
def _verdict(kind: str) -> Verdict:
    return Verdict("boilerplate", kind)


def _is_between_paragraphs(sheet: Sheet, index: int) -> bool:
    """A word in capitals that stands once, alone between two long sentences, is a subhead: "JOBS"."""
    piece = sheet.pieces[index]
    beside = (*sheet.pieces[max(0, index - 1) : index], *sheet.pieces[index + 1 : index + 2])
    word = piece.letters > 0 and piece.capitals == piece.letters and len(piece.words) == 1
    long = len(beside) == 2 and all(line.is_sentence and line.size >= _LONG for line in beside)
    return word and long and sheet.copies[piece.folded] == 1
