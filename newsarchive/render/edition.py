"""What an edition shows. What it withholds is gone before any page is made: whatever writes asks `shown`."""

from newsarchive.model import Article, Block, Card, Edition, Evidence, Site, Span
from newsarchive.text.later import later
from newsarchive.text.outlets import outlet_key

# A word for counting: a run of characters (a long one counts again every forty), or one character of a script
# without spaces, so that sixty words of Chinese are not the whole article.
_WORD = later(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    "|[^\\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,40}"
)


def edition_for(site: Site, outlet: str | None) -> Edition:
    """The edition of an outlet's articles: its own, or the archive's."""
    if not site.editions:
        return site.edition
    key = outlet_key(outlet or "")
    return next((edition for name, edition in site.editions if outlet_key(name) == key), site.edition)


def shows_every_line(edition: Edition) -> bool:
    """Whether an edition shows every line of a file, those that were left out too."""
    return edition.text == "full" and edition.source_view and edition.left_out_view


def shown(article: Article, edition: Edition) -> Article:
    """An article reduced to what its edition shows.

    Full text: all of it, without the source lines or the left-out lines where those are off. Excerpt: headline, deck,
    byline, date and the first words of the body. Facts: the same without a body. The reason for a field may quote any
    line, so reasons and repairs stay only where every line of the file is shown.
    """
    if shows_every_line(edition):
        return article
    sees_left_out = edition.text == "full" and edition.left_out_view
    sees_source = edition.text == "full" and edition.source_view
    reduced = article._replace(
        removed=article.removed if sees_left_out else (),
        spans=tuple(s for s in article.spans if (sees_left_out if _is_left_out(s) else sees_source)),
        repairs=(),
        evidence=tuple(map(_without_clues, article.evidence)),
        problems=(),
    )
    if edition.text == "full":
        return reduced
    body = _first_words(article.body, edition.words) if edition.text == "excerpt" else ()
    return reduced._replace(body=body, captions=(), notes=())


def shown_card(card: Card, edition: Edition) -> Card:
    """A card reduced in the same way: the first words of a text are its text, and problems and
    doubts may quote any line.
    """
    if shows_every_line(edition):
        return card
    if edition.text == "full":
        return card._replace(left_out=card.left_out if edition.left_out_view else (), problems=(), doubts=())
    words = edition.words if edition.text == "excerpt" else 0
    return card._replace(first_words=_cut(card.first_words, words)[0], left_out=(), problems=(), doubts=())


def _is_left_out(span: Span) -> bool:
    return span.label == "boilerplate"


def _without_clues(evidence: Evidence) -> Evidence:
    return evidence._replace(lines=(), why="")


def _first_words(body: tuple[Block, ...], words: int) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in body:
        if words <= 0:
            break
        text, used = _cut(block.text, words)
        kept.append(block._replace(text=text, html=None))
        words -= used
    return tuple(kept)


def _cut(text: str, words: int) -> tuple[str, int]:
    """The text as far as its first so many words, and how many those are: ("a b c", 2) -> ("a b …", 2)."""
    end = used = 0
    for found in _WORD().finditer(text):
        if used == words:
            return (f"{text[:end]} …".lstrip() if words else ""), used
        end, used = found.end(), used + 1
    return text, used
