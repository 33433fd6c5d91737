"""The body, its notes, and what was left out, as the labels say."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from newsarchive.model import BODY_LABELS, NOTE_LABELS, Block, Note, Removed, Source, Span
from newsarchive.text.fold import squeeze
from newsarchive.text.language import guess_language, other_language
from newsarchive.text.markdown import markdown_blocks, plain_text

_OF_SENTENCES = ("paragraph", "quote")


def body(source: Source, spans: Sequence[Span]) -> tuple[Block, ...]:
    """The blocks of the body in order. A piece that was cut in two by something left out stays two blocks.

    A paragraph names its language where that is surely not the article's.
    """
    blocks = tuple(_markdown_body(source, spans) if source.markdown else _scraped_body(spans))
    language = _language(source, spans)
    return tuple(_in_its_language(block, language) for block in blocks) if language else blocks


def prose(spans: Iterable[Span]) -> str:
    """The paragraphs of a text, a line each: what its language is told from."""
    return "\n".join([span.text for span in spans if span.label == "paragraph"])


def notes(spans: Iterable[Span]) -> tuple[Note, ...]:
    """Bios, disclaimers, corrections and taglines, each once with all the lines that print it."""
    spans = [span for span in spans if span.label in NOTE_LABELS]
    copies: dict[int, list[int]] = {}
    for span in spans:
        copies.setdefault(span.copy_of or span.line, []).append(span.line)
    return tuple(
        Note(span.label, squeeze(span.text), tuple(copies[span.line])) for span in spans if span.copy_of is None
    )


def removed(spans: Iterable[Span]) -> tuple[Removed, ...]:
    """The site's own words, in order, with the rule that left each out."""
    return tuple(Removed(span.line, span.text, span.rule) for span in spans if span.label == "boilerplate")


def markdown_headline(source: Source, spans: Sequence[Span]) -> str | None:
    """The words of the heading that is the headline of a hand-written text, without its marks; None where none is."""
    lines = {span.line for span in spans if span.label == "headline"}
    blocks = markdown_blocks(source.lines[source.front_matter :], source.front_matter + 1)
    return next((plain_text(block.html) for block in blocks if block.first in lines), None)


def _scraped_body(spans: Iterable[Span]) -> Iterator[Block]:
    for span in spans:
        if span.label in BODY_LABELS and span.copy_of is None:
            yield Block(span.label, squeeze(span.text), span.line, doubtful=span.doubtful)


def _language(source: Source, spans: Iterable[Span]) -> str | None:
    """The language of the article, as a person gave it or as its paragraphs tell."""
    given = source.given_field("language")
    return str(given.value).partition("-")[0].lower() if given and given.value else guess_language(prose(spans))


def _in_its_language(block: Block, language: str) -> Block:
    other = other_language(block.text, language) if block.kind in _OF_SENTENCES else None
    return block._replace(language=other) if other else block


def _markdown_body(source: Source, spans: Sequence[Span]) -> Iterator[Block]:
    headline = {span.line for span in spans if span.label == "headline"}
    for block in markdown_blocks(source.lines[source.front_matter :], source.front_matter + 1):
        html = "" if block.first in headline else block.html
        if text := plain_text(html):
            kind = "subhead" if block.kind == "heading" else block.kind
            yield Block(kind, text, block.first, html=None if _is_plain(html, text) else html)


def _is_plain(html: str, text: str) -> bool:
    """Whether a block is a paragraph without any mark: then its line says all of it."""
    return html.strip() == f"<p>{escape(text, quote=False)}</p>"
