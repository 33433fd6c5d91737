"""Where the body is: the run of pieces with the most prose in it."""

from newsarchive.label.line import Line
from newsarchive.label.sheet import Sheet

PROSE = 60
"""Characters from which a line that ends like a sentence is prose for certain."""

_MOST = 600
_UNSTOPPED = 160
_SHORT_SENTENCE = 25
_GAP = -60
_SETTLED_GAP = -30


def text_block(sheet: Sheet) -> range:
    """The pieces, by index, from the first to the last line of the body.

    Each piece counts for its length where it is prose and against the run where it is not; the run with the largest
    sum is the body (Bentley's maximum segment, one pass). Whole numbers only: the same text gives the same block.
    """
    best, total, start = (0, range(0)), 0, 0
    for index in range(len(sheet.pieces)):
        if total <= 0:
            total, start = 0, index
        total += prose_points(sheet, index)
        if total > best[0]:
            best = (total, range(start, index + 1))
    return best[1]


def prose_points(sheet: Sheet, index: int) -> int:
    """How much a piece speaks for a body around it: above 0 for prose, below 0 for what interrupts it."""
    piece, verdict = sheet.pieces[index], sheet.verdicts[index]
    if verdict is not None:
        return _points(piece) if verdict.label == "paragraph" else 0 if verdict.label == "embed" else _SETTLED_GAP
    if sheet.copies[piece.folded] > 1 or piece.folded in sheet.habits.edge_lines:
        return _GAP
    return _points(piece)


def _points(piece: Line) -> int:
    length = len(piece.text)
    if piece.is_sentence and piece.size >= PROSE:
        return min(length, _MOST)
    if length >= _UNSTOPPED:
        return min(length, _MOST) // 2
    if piece.is_sentence and piece.size >= _SHORT_SENTENCE:
        return length // 2
    return _GAP
