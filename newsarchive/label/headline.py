"""Which line is the headline: the one that the learned look finds likeliest, and its copies."""

import re
from collections.abc import Mapping

from newsarchive.label.block import PROSE
from newsarchive.label.genres import is_genre
from newsarchive.label.sheet import Sheet, Verdict

_LONGEST = 300
_SURE = 900
_TOP, _GENRE = 5, 1000
_TITLE, _EXPLAINS = 500, 700
"""A line below a kind of text ("Obituary") is likelier, two sentences below a likely headline explain it."""
_TWO_SENTENCES = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}\.[\"”’»)]? [\"“„«‘(]?[A-ZÀ-Þ]\w+ \w")
_LEAST = 100
"""What the likeliest must have, of 2000, to be one: a brief may have none."""


def headline(sheet: Sheet) -> Mapping[int, Verdict]:
    """The headline, its other copies, and nothing where no line is likely enough."""
    candidates = {
        index: _likeliness(sheet, index) for index in sheet.open() if len(sheet.pieces[index].text) <= _LONGEST
    }
    best = max(candidates, key=lambda index: (candidates[index], -index), default=None)
    if best is None or candidates[best] < _LEAST:
        return {}
    folded, line = sheet.pieces[best].folded, sheet.pieces[best].number
    copies = {
        i: Verdict("headline", "printed_again", copy_of=line) for i in sheet.open() if sheet.pieces[i].folded == folded
    }
    return copies | {best: Verdict("headline", "headline")}


def _likeliness(sheet: Sheet, index: int) -> int:
    seen, piece = sheet.seen[index], sheet.pieces[index]
    if piece.is_sentence and piece.size >= PROSE and seen.body >= _SURE:
        return 0  # a brief begins with its first sentence
    below_genre = 0 < index <= _TOP and sheet.verdicts[index - 1] is None and is_genre(sheet.pieces[index - 1])
    explains = index > 0 and sheet.seen[index - 1].headline >= _TITLE and _TWO_SENTENCES.search(piece.text[:_LONGEST])
    return seen.headline + seen.kinds.get("headline", 0) + _GENRE * below_genre - _EXPLAINS * bool(explains)
