"""Pieces that run over several lines of a hard-wrapped text, made whole."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsarchive.model import Repair, Span
from newsarchive.text.wrapping import Vocabulary, between, ends_in_hyphen, vocabulary

_LAST = re.compile(r"\S+\Z")
_FIRST = re.compile(r"\S+")
_LONGEST = 80
"""Characters of a broken word that are shown."""


def whole(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each piece with the pieces that continue it as one: all their words, in the place of the first.

    A word that is broken at the end of a line is put together: without its hyphen where that is safe, else with it.
    """
    spans = tuple(spans)
    if not any(span.continues for span in spans):
        return spans
    known = _vocabulary(spans)
    joined: list[list[Span]] = []
    for span in spans:
        if span.continues and joined:
            joined[-1].append(span)
        else:
            joined.append([span])
    return tuple(pieces[0] if len(pieces) == 1 else _one(pieces, known) for pieces in joined)


def rejoined(spans: Sequence[Span]) -> tuple[Repair, ...]:
    """The words that `whole` puts together without a hyphen, each as the file has it and as it reads."""
    broken = list(_broken(spans))
    known = _vocabulary(spans) if broken else Vocabulary()
    repairs = []
    for above, below in broken:
        left, right = _LAST.search(above.text.rstrip()[-_LONGEST:]), _FIRST.match(below.text.lstrip()[:_LONGEST])
        if left and right and between(above.text, below.text, known) == "":
            start = above.start + len(above.text.rstrip()) - len(left[0])
            before, after = f"{left[0]}\n{right[0]}", left[0][:-1] + right[0]
            repairs.append(Repair(above.line, start, before, after, "hyphenation"))
    return tuple(repairs)


def _broken(spans: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    return ((above, below) for above, below in pairwise(spans) if below.continues and ends_in_hyphen(above.text))


def _vocabulary(spans: Sequence[Span]) -> Vocabulary:
    """The words of the text, where any is broken at the end of a line."""
    return vocabulary([span.text for span in spans]) if any(_broken(spans)) else Vocabulary()


def _one(pieces: Sequence[Span], known: Vocabulary) -> Span:
    parts = []
    for above, below in pairwise(pieces):
        joint = between(above.text, below.text, known) if ends_in_hyphen(above.text) else " "
        parts.append({" ": f"{above.text} ", "-": above.text.rstrip()}.get(joint, above.text.rstrip()[:-1]))
    return pieces[0]._replace(text="".join([*parts, pieces[-1].text]))
