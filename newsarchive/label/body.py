"""What stands in the body, and what stands outside it."""

from collections.abc import Mapping

from newsarchive.label.block import PROSE, prose_points
from newsarchive.label.shapes import is_embed, subhead_shape
from newsarchive.label.sheet import Sheet, Verdict

_CLOSE = 3
"""Pieces after the body in which prose may still be its own."""
_LONG = 100
"""Characters of a long paragraph."""


def embed(sheet: Sheet) -> Mapping[int, Verdict]:
    """The bare address of a post or a video."""
    return {i: Verdict("embed", "bare_address") for i in sheet.open() if is_embed(sheet.pieces[i])}


def printed_again(sheet: Sheet) -> Mapping[int, Verdict]:
    """A long line that stands more than once is kept once, inside the body where one copy does; others point at it."""
    kept: dict[str, int] = {}
    for index in sorted(sheet.open(), key=lambda index: (index not in sheet.block, index)):
        piece = sheet.pieces[index]
        if piece.size >= PROSE and sheet.copies[piece.folded] > 1:
            kept.setdefault(piece.folded, index)
    return {
        index: Verdict("boilerplate", "printed_again", copy_of=sheet.pieces[kept[folded]].number)
        for index in sheet.open()
        if (folded := sheet.pieces[index].folded) in kept and kept[folded] != index
    }


def asked_subhead(sheet: Sheet) -> Mapping[int, Verdict]:
    """A subhead that asks: a question, no quotation, alone between two long paragraphs."""
    return {
        i: Verdict("subhead", "asks_between_paragraphs")
        for i in sheet.open(sheet.block)
        if sheet.pieces[i].text.endswith(("?", "？"))
        and sheet.pieces[i].text[0].isalnum()
        and subhead_shape(sheet.pieces[i])
        and all(_is_long(sheet, _beside(sheet, i, step)) for step in (-1, 1))
    }


def paragraph(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line of the body that is prose."""
    return {
        i: Verdict("paragraph", "prose", doubtful=sheet.pieces[i].folded in sheet.habits.edge_lines)
        for i in sheet.open(sheet.block)
        if prose_points(sheet, i) > 0 or _is_kept_copy(sheet, i)
    }


def _is_kept_copy(sheet: Sheet, index: int) -> bool:
    """Prose that counted for nothing when the body was looked for, because it stands more than once."""
    piece = sheet.pieces[index]
    return sheet.copies[piece.folded] > 1 and piece.is_sentence and piece.size >= PROSE


def subhead(sheet: Sheet) -> Mapping[int, Verdict]:
    """A short line of the body, alone between two paragraphs; pictures and advertisements between them do not count."""
    return {
        i: Verdict("subhead", "between_paragraphs")
        for i in sheet.open(sheet.block)
        if subhead_shape(sheet.pieces[i]) and all(_is_text(sheet, _beside(sheet, i, step)) for step in (-1, 1))
    }


def short_paragraph(sheet: Sheet) -> Mapping[int, Verdict]:
    """A short sentence, or a lead-in with a colon, beside a paragraph: "Nobody was on board.", "She said:"."""
    return {
        i: Verdict("paragraph", "short_sentence")
        for i in sheet.open(sheet.block)
        if (sheet.pieces[i].is_sentence and _is_text(sheet, _beside(sheet, i, -1)) and _leads_to_text(sheet, i))
        or (sheet.pieces[i].text.endswith((":", "：")) and _is_text(sheet, i - 1) and _is_text(sheet, i + 1))
    }


def listed(sheet: Sheet) -> Mapping[int, Verdict]:
    """The short lines that follow a paragraph which ends with a colon, up to the next paragraph."""
    found = {}
    for index in sheet.open(sheet.block):
        above = sheet.pieces[index - 1].text if index else ""
        if index - 1 in found or (
            _is_text(sheet, index - 1) and above.endswith((":", "：")) and len(above) > PROSE // 2
        ):
            found[index] = Verdict("list_item", "follows_a_colon")
    return found


def recurring_line(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that recurs at the edge of five or more articles of the archive."""
    return {
        i: Verdict("boilerplate", "recurs_in_the_archive")
        for i in sheet.open()
        if sheet.pieces[i].folded in sheet.habits.edge_lines
    }


def doubtful_prose(sheet: Sheet) -> Mapping[int, Verdict]:
    """A whole sentence between the headline and the body, or close after it: it stays, and is shown as doubtful."""
    near = range(sheet.start, sheet.block.stop + _CLOSE)
    return {
        i: Verdict("paragraph", "near_the_body", doubtful=True)
        for i in sheet.open(near)
        if i not in sheet.block and sheet.pieces[i].is_sentence and sheet.pieces[i].size >= _LONG
    }


def interruption(sheet: Sheet) -> Mapping[int, Verdict]:
    """What is left inside the body is no prose: a teaser, a button, a box."""
    return {i: Verdict("boilerplate", "interruption") for i in sheet.open(sheet.block)}


def outside(sheet: Sheet) -> Mapping[int, Verdict]:
    """What is left outside the body."""
    found = {}
    for index in sheet.open():
        rule = "before_the_article" if index < sheet.block.start else "after_the_article"
        found[index] = Verdict("boilerplate", rule)
    return found


def nothing_else(sheet: Sheet) -> Mapping[int, Verdict]:
    """Where a text has no body at all, what is left of it is kept, as doubtful: it may be all there is."""
    if any(verdict and verdict.label == "paragraph" for verdict in sheet.verdicts):
        return {}
    return {i: Verdict("paragraph", "nothing_else", doubtful=True) for i in sheet.open()}


def _beside(sheet: Sheet, index: int, step: int) -> int:
    """The nearest piece above (-1) or below (1) that is neither a picture's nor the site's."""
    index += step
    while sheet.label(index) in ("caption", "credit", "boilerplate"):
        index += step
    return index


def _leads_to_text(sheet: Sheet, index: int) -> bool:
    """The next piece is text, or a subhead above text."""
    below = _beside(sheet, index, 1)
    if below < len(sheet.pieces) and sheet.verdicts[below] is None and subhead_shape(sheet.pieces[below]):
        below = _beside(sheet, below, 1)
    return _is_text(sheet, below)


def _is_long(sheet: Sheet, index: int) -> bool:
    inside = 0 <= index < len(sheet.pieces)
    return inside and sheet.pieces[index].is_sentence and sheet.pieces[index].size >= _LONG


def _is_text(sheet: Sheet, index: int) -> bool:
    return sheet.label(index) in ("paragraph", "quote", "list_item", "embed")
