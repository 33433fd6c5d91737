"""The text of an article as its template walks through it: paragraphs counted, lists opened and closed, gaps marked."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from newsarchive.model import Article, Block, Edition
from newsarchive.render.direction import text_attributes
from newsarchive.render.lines import Piece, Row, make_rows
from newsarchive.render.link import web_address
from newsarchive.render.words import Words


class TextRow(NamedTuple):
    """A row of the text. `kind` is a body label, "caption", "source", or "gap" (lines were left out here).

    `one_piece` is its piece where it is a paragraph or a line of one piece and nothing more is to be said, as most
    rows are. `line`: its line in the file, None where another row shows that line; `anchor`: the same where the row is
    the first of it. `number` counts paragraphs. `html` is a piece of hand-written Markdown, sanitised. `href`: where an
    embed, or the mark of a gap, leads. `opens` and `closes`: the first and last item of a list.
    """

    kind: str
    pieces: tuple[Piece, ...]
    one_piece: Piece | None = None
    line: int | None = None
    anchor: int | None = None
    number: int | None = None
    doubtful: bool = False
    is_left_out: bool = False
    html: Markup | None = None
    href: str | None = None
    credit: str | None = None
    attributes: Mapping[str, str] = MappingProxyType({})
    opens: bool = False
    closes: bool = False


class TextView(NamedTuple):
    """A text with its views. `source_view` and `left_out_view` are what these two are called, None where there is none.

    `remainder` says what is missing at its end; `attributes` are those of the text, `label_attributes` those of the
    page's own words in it.
    """

    rows: tuple[TextRow, ...]
    source_view: str | None
    left_out_view: str | None
    remainder: str | None
    notes: tuple[str, ...]
    attributes: Mapping[str, str]
    label_attributes: Mapping[str, str]

    @property
    def anchors(self) -> frozenset[int]:
        """The lines of the file that the page can show."""
        starts = {row.anchor for row in self.rows}
        starts.update(piece.line for row in self.rows if len(row.pieces) > 1 for piece in row.pieces)
        return frozenset(line for line in starts if line is not None)


def make_text(article: Article, edition: Edition, words: Words, language: str) -> TextView:
    """The text of an article that was reduced to its edition; `language` is the page's."""
    sample = article.body[0].text if article.body else article.headline or ""
    attributes = text_attributes(sample, article.language, language)
    lines = {span.line for span in article.spans}
    left_out = {span.line for span in article.spans if span.label == "boilerplate"}
    say = words.say
    return TextView(
        rows=tuple(_with_list_ends(list(_counted(article, words)))),
        source_view=(
            say("article", "source_view", lines=words.count("lines", len(lines)))
            if lines and edition.source_view and edition.text == "full"
            else None
        ),
        left_out_view=say("article", "left_out_view", number=words.number(len(left_out))) if left_out else None,
        remainder=_remainder(article, edition, words),
        notes=tuple(note.text for note in article.notes),
        attributes=attributes,
        label_attributes={"lang": language, "dir": say("form", "direction")} if attributes else {},
    )


def _remainder(article: Article, edition: Edition, words: Words) -> str | None:
    """What is said where the text, or the rest of it, is missing."""
    if edition.text == "facts":
        return words.say("article", "facts")
    if not article.body:
        return words.say("article", "no_body")
    if edition.text == "excerpt":
        return words.say("article", "shortened", words=words.count("words", edition.words))
    return None


def _counted(article: Article, words: Words) -> Iterator[TextRow]:
    """Rows with their paragraphs counted, and a mark where lines inside the body were left out."""
    number = 0
    left_out: list[int] = []
    for row in make_rows(article, words):
        block = row.block
        if block is None:
            is_left_out = row.is_left_out
            if is_left_out and row.line is not None:
                left_out.append(row.line)
            yield _plain_row(row, is_left_out=is_left_out)
            continue
        if number and left_out:
            yield _gap(left_out, words)
        left_out.clear()
        number += block.kind != "subhead"
        yield _block_row(row, block, article.language, number if block.kind != "subhead" else None)


def _gap(lines: list[int], words: Words) -> TextRow:
    return TextRow(kind="gap", pieces=(Piece(words.count("left_out_here", len(lines))),), href=f"#L{lines[0]}")


def _plain_row(row: Row, *, is_left_out: bool) -> TextRow:
    return TextRow(
        kind=row.kind,
        pieces=row.pieces,
        one_piece=row.pieces[0] if row.kind == "source" and len(row.pieces) == 1 else None,
        line=row.line,
        anchor=row.line,
        is_left_out=is_left_out,
        credit=row.credit,
    )


def _block_row(row: Row, block: Block, language: str | None, number: int | None) -> TextRow:
    differs = block.language is not None and block.language != language
    is_plain = not differs and not block.doubtful and block.html is None and row.line and number
    return TextRow(
        kind=row.kind,
        pieces=row.pieces,
        one_piece=row.pieces[0] if is_plain and len(row.pieces) == 1 else None,
        line=row.line,
        anchor=row.line if row.is_first else None,
        number=number,
        doubtful=block.doubtful,
        # the one place where text becomes HTML as it is: a person wrote it as Markdown, and extract has sanitised it
        html=None if block.html is None else Markup(block.html),  # noqa: S704
        href=web_address(block.text) if block.kind == "embed" else None,
        attributes=text_attributes(block.text, block.language, language or "") if differs else {},
    )


def _with_list_ends(rows: list[TextRow]) -> Iterator[TextRow]:
    if not any(row.kind == "list_item" for row in rows):
        yield from rows
        return
    kinds = [None, *(row.kind if row.html is None else None for row in rows), None]
    for index, row in enumerate(rows):
        if kinds[index + 1] == "list_item":
            opens, closes = (kinds[near] != "list_item" for near in (index, index + 2))
            yield row._replace(opens=opens, closes=closes)
        else:
            yield row
