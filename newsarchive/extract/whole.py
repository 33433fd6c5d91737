"""Pieces that run over several lines of a hard-wrapped text, made whole."""

from collections.abc import Iterable
from dataclasses import replace

from newsarchive.model import Span


def whole(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each piece with the pieces that continue it as one: all their words, in the place of the first."""
    joined: list[list[Span]] = []
    for span in spans:
        if span.continues and joined:
            joined[-1].append(span)
        else:
            joined.append([span])
    return tuple(
        pieces[0] if len(pieces) == 1 else replace(pieces[0], text=" ".join(piece.text for piece in pieces))
        for pieces in joined
    )
