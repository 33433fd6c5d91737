"""What a person settled comes before every rule: front matter, `lines:` of a sidecar, `keep` and `leave_out`."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.model import Phrases
from newsarchive.text.fold import fold
from newsarchive.text.outlets import given_outlet


def front_matter(sheet: Sheet) -> Mapping[int, Verdict]:
    """The lines of the front matter."""
    last = sheet.source.front_matter
    if not last:
        return {}
    return {i: Verdict("front_matter", "front_matter") for i in sheet.open() if sheet.pieces[i].number <= last}


def line_rules(sheet: Sheet) -> Mapping[int, Verdict]:
    """`lines: {17: paragraph, 40-45: removed}`: the last word on a line where several speak of it."""
    if not sheet.source.line_rules:
        return {}
    labels: list[str | None] = [None] * (len(sheet.source.lines) + 1)
    for rule in sheet.source.line_rules:
        lines = range(rule.first, min(rule.last + 1, len(labels)))
        labels[lines.start : lines.stop] = ["boilerplate" if rule.label == "removed" else rule.label] * len(lines)
    told = ((index, labels[sheet.pieces[index].number]) for index in sheet.open())
    return {index: Verdict(label, "settled_by_hand") for index, label in told if label}


def kept_phrase(sheet: Sheet) -> Mapping[int, Verdict]:
    """Lines that `keep` in config.yaml names always belong to the article."""
    phrases = [phrase for choice in _applying(sheet) for phrase in choice.keep]
    return dict.fromkeys(_saying(sheet, phrases), Verdict("paragraph", "kept_by_choice"))


def left_out_phrase(sheet: Sheet) -> Mapping[int, Verdict]:
    """Lines that `leave_out` in config.yaml names never belong to the article."""
    phrases = [phrase for choice in _applying(sheet) for phrase in choice.leave_out]
    return dict.fromkeys(_saying(sheet, phrases), Verdict("boilerplate", "left_out_by_choice"))


def _applying(sheet: Sheet) -> list[Phrases]:
    """The phrases for all outlets and those for the text's own."""
    given = given_outlet(sheet.source, sheet.choices)
    outlet = given.value if given else None
    return [choice for choice in sheet.choices.phrases if choice.outlet is None or choice.outlet == outlet]


def _saying(sheet: Sheet, phrases: Sequence[str]) -> list[int]:
    """The open pieces that say one of the phrases: the whole piece, folded; a /pattern/ may stand anywhere in it."""
    patterns = [_pattern(phrase[1:-1]) for phrase in phrases if _is_pattern(phrase)]
    whole = {fold(phrase) for phrase in phrases if not _is_pattern(phrase)}
    if not phrases:
        return []
    return [
        index
        for index in sheet.open()
        if sheet.pieces[index].folded in whole or any(pattern.search(sheet.pieces[index].text) for pattern in patterns)
    ]


def _is_pattern(phrase: str) -> bool:
    return len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/")


@lru_cache(maxsize=512)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
