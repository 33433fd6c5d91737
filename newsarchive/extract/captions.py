"""Captions, each once, with their credit apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsarchive.model import Caption, Span
from newsarchive.text.credits import find_credit
from newsarchive.text.fold import fold, squeeze

_LOOSE = " .,;:|-–—"


@dataclass(frozen=True, slots=True)
class _Piece:
    """One printing of a caption or of a credit alone."""

    text: str
    credit: str | None
    line: int


def captions(spans: Iterable[Span]) -> tuple[Caption, ...]:
    """The captions in order. One that is printed again, with or without its credit, is one caption of several lines.

    A credit on a line of its own belongs to the caption right before it; a credit without words is no caption.
    """
    pieces = [_piece(span) for span in spans if span.label in ("caption", "credit")]
    return tuple(_merged(_with_credits(pieces)))


def _piece(span: Span) -> _Piece:
    credit = find_credit(span.text)
    if credit is None:
        text = squeeze(span.text)
        return _Piece("", text, span.line) if span.label == "credit" else _Piece(text, None, span.line)
    start, end, said = credit
    text = squeeze(span.text[:start] + span.text[end:]).rstrip("|–—- ")
    return _Piece("" if not text.strip(_LOOSE) else text, said, span.line)


def _with_credits(pieces: Sequence[_Piece]) -> list[Caption]:
    """Captions as they are printed; a credit alone goes to the caption right before it."""
    found: list[Caption] = []
    for piece in pieces:
        if piece.text:
            found.append(Caption(piece.text, piece.credit, (piece.line,)))
        elif found and found[-1].credit in (None, piece.credit):
            found[-1] = replace(found[-1], credit=piece.credit, lines=(*found[-1].lines, piece.line))
    return found


def _merged(found: Sequence[Caption]) -> list[Caption]:
    merged: dict[str, Caption] = {}
    for caption in found:
        key = fold(caption.text).strip(_LOOSE)
        known = merged.get(key)
        if known is None:
            merged[key] = caption
        else:
            lines = tuple(dict.fromkeys((*known.lines, *caption.lines)))
            merged[key] = replace(known, credit=known.credit or caption.credit, lines=lines)
    return list(merged.values())
