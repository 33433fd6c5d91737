"""The pieces of an article that can be searched, as its edition shows them."""

from itertools import chain

from newsarchive.index.gather import Pieces
from newsarchive.model import Article


def searched_pieces(number: int, article: Article) -> Pieces:
    """What the words of an article are looked for in; it was reduced to its edition."""
    fields = (article.kicker, article.deck, *article.authors, article.agency, article.dateline, article.section)
    captions = chain.from_iterable((caption.text, caption.credit) for caption in article.captions)
    texts = chain(fields, (block.text for block in article.body), captions, (note.text for note in article.notes))
    return Pieces(number, (article.headline or "", *(text for text in texts if text)))


def removed_pieces(number: int, article: Article) -> Pieces:
    """What was left out of an article, as far as its edition shows it."""
    return Pieces(number, ("", *(removed.text for removed in article.removed)))
