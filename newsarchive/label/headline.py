"""Which line is the headline: the one that the learned look finds likeliest, and its copies."""

import re
from collections.abc import Collection, Iterator, Mapping

from newsarchive.label.block import PROSE, is_likely
from newsarchive.label.genres import is_genre
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.label.title import bare_title, is_signpost, quoted_titles
from newsarchive.label.topic import topic

_LONGEST = 300
_SURE = 900
_TOP, _GENRE = 5, 1000
_TITLE, _EXPLAINS = 500, 700
"""A line below a kind of text ("Obituary") is likelier, two sentences below a likely headline explain it."""
_TWO_SENTENCES = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}\.[\"”’»)]? [\"“„«‘(]?[A-ZÀ-Þ]\w+ \w")
_SIGNPOST, _QUOTED = 500, 500
"""A path or a row of tags is less likely, a line that another one quotes likelier: "3 thoughts on “The ferry”"."""
_ECHOED = 400
"""A line is likelier by so much where the body has half of its long words, or their stems: it tells of the same."""
_LEAST, _LEAST_COPY = 100, 50
"""What the likeliest must have, of 2000, to be one: a brief may have none; and what its shorter copy must have."""


def headline(sheet: Sheet) -> Mapping[int, Verdict]:
    """The headline, its other copies, and nothing where no line is likely enough."""
    quoted = quoted_titles(sheet.pieces)
    candidates = {
        index: _likeliness(sheet, index, quoted) for index in sheet.open() if len(sheet.pieces[index].text) <= _LONGEST
    }
    best = _best(sheet, candidates)
    if best is None:
        return {}
    bare = _without_its_kicker(sheet, candidates, best)
    folded, line = {sheet.pieces[index].folded for index in (best, bare)}, sheet.pieces[bare].number
    copies = {
        i: Verdict("headline", "printed_again", copy_of=line) for i in sheet.open() if sheet.pieces[i].folded in folded
    }
    return copies | {bare: Verdict("headline", "headline")}


def _best(sheet: Sheet, candidates: Mapping[int, int]) -> int | None:
    """The likeliest, if likely enough; where others are nearly as likely, the one whose words the body takes up."""
    least = max(_LEAST, max(candidates.values(), default=0) - _ECHOED)
    rivals = [index for index, likeliness in candidates.items() if likeliness >= least]
    told = topic(sheet, _prose(sheet)) if len(rivals) > 1 else frozenset()
    weighed = {index: candidates[index] + _echo(sheet, index, told) for index in rivals}
    return max(rivals, key=lambda index: (weighed[index], -index), default=None)


def _echo(sheet: Sheet, index: int, told: frozenset[str]) -> int:
    own = topic(sheet, (index,))
    if not own or index > sheet.block.start:
        return 0
    return min(_ECHOED, 2 * _ECHOED * len(own & told) // len(own))


def _prose(sheet: Sheet) -> Iterator[int]:
    return (index for index in sheet.block if is_likely(sheet, index) and sheet.pieces[index].size >= PROSE)


def _without_its_kicker(sheet: Sheet, candidates: Mapping[int, int], best: int) -> int:
    """The longest line that is the headline without what the site puts before or behind it, or the line itself."""
    text = sheet.pieces[best].text
    copies = [
        index
        for index, likeliness in candidates.items()
        if likeliness >= _LEAST_COPY and bare_title(text, sheet.pieces[index].text)
    ]
    return max(copies, key=lambda index: (len(sheet.pieces[index].text), candidates[index], -index), default=best)


def _likeliness(sheet: Sheet, index: int, quoted: Collection[str]) -> int:
    seen, piece = sheet.seen[index], sheet.pieces[index]
    if piece.is_sentence and piece.size >= PROSE and seen.body >= _SURE:
        return 0  # a brief begins with its first sentence
    below_genre = 0 < index <= _TOP and sheet.verdicts[index - 1] is None and is_genre(sheet.pieces[index - 1])
    is_quoted = piece.folded in quoted and index <= sheet.block.start
    told = seen.headline + seen.kinds.get("headline", 0) + _GENRE * below_genre + _QUOTED * is_quoted
    if told < min(_LEAST, _LEAST_COPY):
        return told  # nothing makes it likelier
    explains = index > 0 and sheet.seen[index - 1].headline >= _TITLE and _TWO_SENTENCES.search(piece.text[:_LONGEST])
    return told - _EXPLAINS * bool(explains) - _SIGNPOST * is_signpost(piece)
