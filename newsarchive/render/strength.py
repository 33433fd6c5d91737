"""How much there is to go by where an article wants a look: the order of the lists in review/, and how they are cut.

A list begins with what is weakest. A long one is parted where the ids of articles say so, so that an article that comes
or goes moves no end of a part but those beside it: parts that are counted off would all be other ones.
"""

import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from newsarchive.model import Card, Doubt
from newsarchive.render.parts import Part
from newsarchive.render.sheet import Plan

FIELD_OF = {
    "no_date": "published",
    "date_inferred": "published",
    "contradicting_dates": "published",
    "ambiguous_date": "published",
    "date_outside_period": "published",
    "no_outlet": "outlet",
    "outlet_inferred": "outlet",
    "no_byline": "authors",
    "byline_inferred": "authors",
    "no_headline": "headline",
    "headline_inferred": "headline",
    "doubtful_lines": "lines",
    "no_body": "lines",
}
"""What each reason is about: a field of the record, or lines. Other reasons are about files."""

_BETTER = 10  # points, as two lines that speak, or a date that leads clearly
_MOST = 40  # articles of a page: with six lines each they may weigh 130 kB
_BANDS = ("no_evidence", "weak", "better")


def doubt_of(plan: Plan, card: Card, reason: str) -> Doubt:
    """What there is to go by in an article for a reason, in full; nothing where the card is not to tell of it."""
    return _of_reason(plan.doubts_of(card.source) if card.doubts and plan.doubts_of else card.doubts, reason)


def _of_reason(doubts: Sequence[Doubt], reason: str) -> Doubt:
    field = FIELD_OF.get(reason)
    return next((doubt for doubt in doubts if doubt.field == field), Doubt(field or ""))


def weakest_first(plan: Plan, reason: str, identities: Sequence[str]) -> tuple[str, ...]:
    """The ids of a reason by how much speaks for what the articles say; where that is the same, by their files."""
    return tuple(sorted(identities, key=partial(_strength, plan, FIELD_OF.get(reason))))


def cut_by_strength(plan: Plan, reason: str, identities: Sequence[str]) -> tuple[Part, ...]:
    """The parts of a list that begins with the weakest, named by their first files; one where it is short enough."""
    size = min(plan.site.listing_size, _MOST)
    if len(identities) <= size:
        return (Part("", "", tuple(identities)),)
    bands = groupby(identities, key=partial(_band, plan, FIELD_OF.get(reason)))
    return tuple(
        Part(entries[0], plan.archive.entries[entries[0]].card.source, entries)
        for _, members in bands
        for entries in _stretches(tuple(members), size)
    )


def bundle(plan: Plan, reason: str, parts: Sequence[Part], most: int) -> tuple[tuple[Part, ...], ...]:
    """Parts of one band together, at most so many, for a list of more parts than a page can name: cut as lists are."""
    bands = groupby(parts, key=lambda part: _band(plan, FIELD_OF.get(reason), part.entries[0]))
    by_slug = {part.slug: part for part in parts}
    return tuple(
        tuple(by_slug[slug] for slug in slugs)
        for _, members in bands
        for slugs in _stretches(tuple(part.slug for part in members), most)
    )


def band_words(plan: Plan, reason: str, part: Part) -> str | None:
    """How much speaks for what a part holds: "Weak evidence"; None for a reason that is about files."""
    return (
        plan.words.say("review", _BANDS[_band(plan, FIELD_OF[reason], part.entries[0])]) if reason in FIELD_OF else None
    )


def _strength(plan: Plan, field: str | None, identity: str) -> tuple[int, str]:
    card = plan.archive.entries[identity].card
    return _weight(card, field), card.source


def _band(plan: Plan, field: str | None, identity: str) -> int:
    weight = _weight(plan.archive.entries[identity].card, field)
    return (weight > 0) + (weight >= _BETTER)


def _weight(card: Card, field: str | None) -> int:
    for doubt in card.doubts:  # a generator takes twice as long, and this is asked of every article
        if doubt.field == field:
            return doubt.weight
    return 0


def _stretches(identities: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Pieces of at most `size`, half of it at least but for the last: a new one begins at an id that says so."""
    piece: list[str] = []
    for identity in identities:
        if len(piece) >= size or (len(piece) >= size // 2 and piece and _begins(identity, size)):
            yield tuple(piece)
            piece = []
        piece.append(identity)
    if piece:
        yield tuple(piece)


def _begins(identity: str, size: int) -> bool:
    return zlib.crc32(identity.encode()) % max(1, size // 4) == 0
