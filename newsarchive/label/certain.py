"""Boilerplate that is certain wherever it stands."""

from collections.abc import Mapping

from newsarchive.label.boilerplate import boilerplate
from newsarchive.label.sheet import Sheet, Verdict


def certain_boilerplate(sheet: Sheet) -> Mapping[int, Verdict]:
    """What the site says on every page: see label/boilerplate for the rules, in their order."""
    found = {}
    for index in sheet.open():
        before = sheet.pieces[index - 1] if index else None
        after = sheet.pieces[index + 1] if index + 1 < len(sheet.pieces) else None
        if kind := boilerplate(sheet.pieces[index], after, before):
            found[index] = Verdict("boilerplate", kind)
    return found
