"""What a person settled comes before every rule: front matter, `lines:` of a sidecar, `keep` and `leave_out`."""

import re
from collections.abc import Mapping
from functools import lru_cache

from newsarchive.label.line import Line
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.model import Phrases
from newsarchive.text.fold import fold
from newsarchive.text.outlets import given_outlet


def front_matter(sheet: Sheet) -> Mapping[int, Verdict]:
    """The lines of the front matter."""
    last = sheet.source.front_matter
    return {i: Verdict("front_matter", "front_matter") for i in sheet.open() if sheet.pieces[i].number <= last}


def line_rules(sheet: Sheet) -> Mapping[int, Verdict]:
    """`lines: {17: paragraph, 40-45: removed}`: the last word on a line where several speak of it."""
    found = {}
    for rule in sheet.source.line_rules:
        label = "boilerplate" if rule.label == "removed" else rule.label
        for index in sheet.open():
            if rule.first <= sheet.pieces[index].number <= rule.last:
                found[index] = Verdict(label, "settled_by_hand")
    return found


def kept_phrase(sheet: Sheet) -> Mapping[int, Verdict]:
    """Lines that `keep` in config.yaml names always belong to the article."""
    return _matching(sheet, "keep", Verdict("paragraph", "kept_by_choice"))


def left_out_phrase(sheet: Sheet) -> Mapping[int, Verdict]:
    """Lines that `leave_out` in config.yaml names never belong to the article."""
    return _matching(sheet, "leave_out", Verdict("boilerplate", "left_out_by_choice"))


def _matching(sheet: Sheet, list_name: str, verdict: Verdict) -> Mapping[int, Verdict]:
    given = given_outlet(sheet.source, sheet.choices)
    outlet = given.value if given else None
    phrases = tuple(
        phrase
        for choice in sheet.choices.phrases
        if choice.outlet is None or choice.outlet == outlet
        for phrase in _list_of(choice, list_name)
    )
    return {i: verdict for i in sheet.open() if any(_says(phrase, sheet.pieces[i]) for phrase in phrases)}


def _list_of(choice: Phrases, list_name: str) -> tuple[str, ...]:
    return choice.keep if list_name == "keep" else choice.leave_out


def _says(phrase: str, piece: Line) -> bool:
    """A phrase is the whole line, folded; a /pattern/ may stand anywhere in it."""
    if len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/"):
        return _pattern(phrase[1:-1]).search(piece.text) is not None
    return piece.folded == fold(phrase)


@lru_cache(maxsize=512)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
