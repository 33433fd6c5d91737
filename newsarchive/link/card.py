"""Article ─▶ Card: what lists, neighbours and addresses need of an article."""

import hashlib
import sys
from collections.abc import Iterable

from newsarchive.link.doubted import doubts_of
from newsarchive.link.terms import key_terms
from newsarchive.model import Article, Card, LeftOut, Removed
from newsarchive.text.fold import fold, squeeze

_FIRST_WORDS = 12
_EXAMPLE = 120  # characters of a left-out piece that say what kind of thing it is


def card(article: Article) -> Card:
    """The card of an article: its fields without its body, and a hash that exact copies of the body share."""
    text = squeeze(" ".join([block.text for block in article.body]))
    return Card(
        source=article.source,
        sha256=article.sha256,
        headline=article.headline,
        first_words=" ".join(text.split(" ", _FIRST_WORDS)[:_FIRST_WORDS]),
        deck=article.deck,
        kicker=article.kicker,
        section=article.section,
        language=article.language,
        outlet=article.outlet,
        agency=article.agency,
        authors=article.authors,
        published=article.published,
        updated=article.updated,
        original_url=article.original_url,
        retrieved=article.retrieved,
        rights=article.rights,
        certainties=tuple((evidence.field, evidence.certainty) for evidence in article.evidence),
        words=text.count(" ") + 1 if text else 0,
        body_hash=hashlib.sha256(fold(text).encode("utf-8", "replace")).hexdigest() if text else "",
        lines=len({span.line for span in article.spans}),
        left_out=_left_out(article.removed),
        repairs=len(article.repairs),
        terms=key_terms(article),
        problems=article.problems,
        doubts=doubts_of(article),
        beside=article.beside,
    )


def _left_out(removed: Iterable[Removed]) -> tuple[LeftOut, ...]:
    """What each rule left out, in the order of the file."""
    firsts: dict[str, Removed] = {}
    pieces: dict[str, int] = {}
    for piece in removed:
        firsts.setdefault(piece.rule, piece)
        pieces[piece.rule] = pieces.get(piece.rule, 0) + 1
    # the same words stand in many articles of an outlet: kept once
    return tuple(
        LeftOut(rule, pieces[rule], first.line, sys.intern(first.text[:_EXAMPLE])) for rule, first in firsts.items()
    )
