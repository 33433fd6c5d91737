"""The text of an article page: every line of the file once, as the article shows it or as the file has it.

A paragraph of the article is its own source line. Lines that the article does not show stand between, hidden until the
source view is opened, with a label that says what became of them. A paragraph that is not what its line says, because
the line was repaired or the text is Markdown, stands twice: once for each view.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from newsarchive.model import BODY_LABELS, Article, Block, Repair, Span
from newsarchive.render.repairs import undo
from newsarchive.render.words import Words
from newsarchive.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: its words, and what became of it; `label` is None for the words of the article."""

    text: str
    label: str | None = None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands in the text. `kind` is a body label, "caption", or "source": a line as the file has it.

    `line` is its number in the file, None for what the source view shows in another row; `is_first` is false for the
    second article piece of one line. `block` is the piece of the body that the row shows.
    """

    kind: str
    pieces: tuple[Piece, ...]
    line: int | None = None
    is_first: bool = True
    block: Block | None = None
    credit: str | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether nothing of the row belongs to the article."""
        return all(piece.is_left_out for piece in self.pieces)


class _Standing(Protocol):
    @property
    def line(self) -> int: ...


_T = TypeVar("_T", bound=_Standing)


def make_rows(article: Article, words: Words) -> list[Row]:
    """The rows of an article's text, in the order of its file."""
    spans, blocks = by_line(article.spans), by_line(article.body)
    repairs = by_line(sorted(article.repairs, key=lambda repair: (repair.line, repair.start)))
    captions = defaultdict(list)
    for caption in article.captions:
        row = Row(kind="caption", pieces=(Piece(caption.text),), credit=caption.credit)
        captions[caption.lines[0] if caption.lines else 0].append(row)
    rows: list[Row] = []
    for line in sorted({*spans, *blocks, *captions}):
        rows += captions.get(line, ())
        rows += _line_rows(spans.get(line, ()), blocks.get(line, ()), repairs.get(line, ()), words)
    return rows


def by_line(things: Iterable[_T]) -> dict[int, list[_T]]:
    """Spans, blocks or repairs by the line they stand in."""
    lines: dict[int, list[_T]] = {}
    for thing in things:
        lines.setdefault(thing.line, []).append(thing)
    return lines


def _line_rows(
    spans: Sequence[Span], blocks: Sequence[Block], repairs: Sequence[Repair], words: Words
) -> Iterator[Row]:
    if not repairs and _is_the_line(spans, blocks):
        yield from _shared_rows(spans, blocks, words)
        return
    for block in blocks:
        yield Row(kind=block.kind, pieces=(Piece(block.text),), block=block)
    if spans:
        pieces = tuple(
            Piece(undo(span, repairs), _label(span, words, is_repaired=bool(repairs)), span.label == "boilerplate")
            for span in spans
        )
        yield Row(kind="source", pieces=pieces, line=spans[0].line)


def _is_the_line(spans: Sequence[Span], blocks: Sequence[Block]) -> bool:
    """Whether the blocks say what their line says, so that they can stand for it."""
    kept = [span for span in spans if _is_body(span)]
    return (
        bool(blocks)
        and len(kept) == len(blocks)
        and all(
            block.html is None and block.text == squeeze(span.text) for block, span in zip(blocks, kept, strict=True)
        )
    )


def _shared_rows(spans: Sequence[Span], blocks: Sequence[Block], words: Words) -> Iterator[Row]:
    """A row for each block; what was cut from the line stands in the row before it, or in the first."""
    cut: list[list[Piece]] = []
    leading: list[Piece] = []
    for span in spans:
        if _is_body(span):
            cut.append([*leading, Piece(span.text)])
            leading = []
        else:
            piece = Piece(span.text, _label(span, words), span.label == "boilerplate")
            (cut[-1] if cut else leading).append(piece)
    for index, (block, pieces) in enumerate(zip(blocks, cut, strict=True)):
        yield Row(kind=block.kind, pieces=tuple(pieces), line=spans[0].line, is_first=index == 0, block=block)


def _is_body(span: Span) -> bool:
    return span.label in BODY_LABELS and span.copy_of is None


def _label(span: Span, words: Words, *, is_repaired: bool = False) -> str:
    """What became of a piece: "Shown as deck", "Left out: newsletter appeal", "Repeats line 5"."""
    if span.label == "boilerplate":
        return words.say("labels", "boilerplate", rule=words.rule(span.rule))
    if span.copy_of is not None:
        return words.say("labels", "copy_of", number=words.number(span.copy_of))
    label = words.say("labels", "doubtful" if span.doubtful else span.label)
    return words.say("labels", "repaired", label=label) if is_repaired else label
