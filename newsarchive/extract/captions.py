"""Captions, each once, with their credit apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsarchive.model import Caption, Span
from newsarchive.text.credits import find_credit
from newsarchive.text.fold import fold, squeeze

_LOOSE = " .,;:|-–—"


class _Piece(NamedTuple):
    """One printing of a caption or of a credit alone."""

    text: str
    credit: str | None
    line: int


def captions(spans: Iterable[Span]) -> tuple[Caption, ...]:
    """The captions in order. One that is printed again, with or without its credit, is one caption of several lines.

    A credit on a line of its own belongs to the caption right before it; a credit without words is no caption.
    """
    printed: dict[str, list[_Piece]] = {}
    for pieces in _with_credits([_piece(span) for span in spans if span.label in ("caption", "credit")]):
        printed.setdefault(fold(pieces[0].text).strip(_LOOSE), []).extend(pieces)
    return tuple(map(_caption, printed.values()))


def _piece(span: Span) -> _Piece:
    credit = find_credit(span.text)
    if credit is None:
        text = squeeze(span.text)
        return _Piece("", text, span.line) if span.label == "credit" else _Piece(text, None, span.line)
    start, end, said = credit
    text = squeeze(span.text[:start] + span.text[end:]).rstrip("|–—- ")
    return _Piece("" if not text.strip(_LOOSE) else text, said, span.line)


def _with_credits(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Captions as they are printed, each with the credits alone that come right after it."""
    found: list[list[_Piece]] = []
    for piece in pieces:
        if piece.text:
            found.append([piece])
        elif found and found[-1][-1].credit in (None, piece.credit):
            found[-1].append(piece)
    return found


def _caption(printed: Sequence[_Piece]) -> Caption:
    credit = next((piece.credit for piece in printed if piece.credit), None)
    return Caption(printed[0].text, credit, tuple(dict.fromkeys(piece.line for piece in printed)))
