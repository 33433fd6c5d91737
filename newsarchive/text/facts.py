"""Which facts of an archive a text asks for, so that it is labelled again only where one of these changed."""

import struct
from collections.abc import Iterable, Iterator, Sequence

import xxhash

from newsarchive.model import Habits, Source, Span
from newsarchive.text.fold import fold_all
from newsarchive.text.glimpse import glimpse
from newsarchive.text.recurrence import open_forms, without_numbers

_BITS = 0xFFFFFFFF
"""Hashes are short, for each text keeps some eighty: where two facts have one, a text is labelled again in vain."""


def asked(source: Source, spans: Sequence[Span]) -> bytes:
    """The facts that labelling and extracting a text may look up in Habits, whatever comes out: their hashes, packed.

    They are its folder and its pieces, each as it is and without its numbers, and the open forms of the pieces.
    """
    folded = fold_all(list(map(glimpse, _pieces(spans))))
    lines = without_numbers("\n".join(folded)).split("\n")
    forms = [form for line in lines for form in open_forms(line)]
    # one encoding for all: this is done for every text
    hashes = _hashes([*_encoded("\n".join(lines + forms)).split(b"\n"), _encoded(without_numbers(_folder(source)))])
    return struct.pack(f"<{len(hashes)}I", *sorted(hashes))


def changed_facts(old: Habits, new: Habits) -> frozenset[int]:
    """The facts that hold in one of two archives alone, or tell something else in the other: their hashes."""
    lines = (old.edge_lines ^ new.edge_lines) | (old.doubtful_lines ^ new.doubtful_lines)
    told = (old.outlets.items() ^ new.outlets.items()) | (old.orders.items() ^ new.orders.items())
    return frozenset(_hashes(_encoded(without_numbers(fact)) for fact in lines | {mark for mark, _ in told}))


def _pieces(spans: Iterable[Span]) -> Iterator[str]:
    """What stands in each span; and whole, as rules see them, the pieces that run over several lines."""
    parts: list[str] = []
    for span in spans:
        yield span.text
        if span.continues:
            parts.append(span.text)
            continue
        if len(parts) > 1:
            yield " ".join(parts)
        parts = [span.text]
    if len(parts) > 1:
        yield " ".join(parts)


def _folder(source: Source) -> str:
    return source.path.rpartition("/")[0] + "/"


def _encoded(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def _hashes(facts: Iterable[bytes]) -> set[int]:
    """Of facts without their numbers: with them they are held by no other texts."""
    return {xxhash.xxh3_64_intdigest(fact) & _BITS for fact in facts}
