"""Article ─▶ Card: what lists, neighbours and addresses need of an article."""

import hashlib

from newsarchive.model import Article, Card
from newsarchive.text.fold import fold

_FIRST_WORDS = 12


def card(article: Article) -> Card:
    """The card of an article: its fields without its body, and a hash that exact copies of the body share."""
    text = "\n".join(block.text for block in article.body)
    words = text.split()
    published = article.evidence_for("published")
    return Card(
        source=article.source,
        sha256=article.sha256,
        headline=article.headline,
        first_words=" ".join(words[:_FIRST_WORDS]),
        deck=article.deck,
        language=article.language,
        outlet=article.outlet,
        agency=article.agency,
        authors=article.authors,
        published=article.published,
        published_certainty=published.certainty if published else None,
        words=len(words),
        body_hash=hashlib.sha256(fold(text).encode("utf-8", "replace")).hexdigest() if words else "",
        problems=article.problems,
    )
