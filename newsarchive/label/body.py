"""What stands in the body, and what stands outside it."""

from collections.abc import Mapping
from functools import lru_cache

from newsarchive.label.block import PROSE
from newsarchive.label.shapes import is_embed
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.credits import credit_shape
from newsarchive.text.dates import date_shape
from newsarchive.text.names import name_shape

_RECURS = Verdict("boilerplate", "recurs_in_the_archive")


def embed(sheet: Sheet) -> Mapping[int, Verdict]:
    """The bare address of a post or a video."""
    return {i: Verdict("embed", "bare_address") for i in sheet.open() if is_embed(sheet.pieces[i])}


def printed_again(sheet: Sheet) -> Mapping[int, Verdict]:
    """A long line that stands more than once is kept once, inside the body where one copy does; others point at it."""
    again = [index for index in sheet.open() if _is_long_copy(sheet, index)]
    kept: dict[str, int] = {}
    for index in sorted(again, key=lambda index: (index not in sheet.block, index)):
        kept.setdefault(sheet.pieces[index].folded, index)
    return {
        index: Verdict("boilerplate", "printed_again", copy_of=sheet.pieces[kept[folded]].number)
        for index in again
        if kept[folded := sheet.pieces[index].folded] != index
    }


def _is_long_copy(sheet: Sheet, index: int) -> bool:
    piece = sheet.pieces[index]
    return sheet.copies[piece.folded] > 1 and piece.size >= PROSE


def recurring_words(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that recurs at the edges of an archive's articles, unless it may be a byline, a date or a credit."""
    return {
        index: verdict for index, verdict in recurring_line(sheet).items() if not _may_be_own(sheet.pieces[index].text)
    }


def recurring_line(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that recurs at the edges of an archive's articles, whatever it is."""
    if not sheet.recurring.at_edges:
        return {}
    return dict.fromkeys(filter(sheet.recurring.at_edges.__contains__, sheet.open()), _RECURS)


@lru_cache(maxsize=1 << 13)
def _may_be_own(text: str) -> bool:
    """A name, a date or a credit: writers recur, and so do the days of an outlet's reports."""
    return name_shape(text) > 1 or date_shape(text) > 0 or credit_shape(text) > 1


def interruption(sheet: Sheet) -> Mapping[int, Verdict]:
    """What is left inside the body is no prose: a teaser, a button, a box."""
    return {i: Verdict("boilerplate", "interruption") for i in sheet.open(sheet.block)}


def outside(sheet: Sheet) -> Mapping[int, Verdict]:
    """What is left outside the body."""
    before, after = (Verdict("boilerplate", rule) for rule in ("before_the_article", "after_the_article"))
    return {index: before if index < sheet.block.start else after for index in sheet.open()}


def nothing_else(sheet: Sheet) -> Mapping[int, Verdict]:
    """Where a text has no body at all, what is left of it is kept, as doubtful: it may be all there is."""
    if any(verdict and verdict.label == "paragraph" for verdict in sheet.verdicts):
        return {}
    return {i: Verdict("paragraph", "nothing_else", doubtful=True) for i in sheet.open()}
