"""The text of an article page: every line of the file once, as the article shows it or as the file has it.

A paragraph of the article is its own source line; one that is hard-wrapped, its own source lines. Lines that the
article does not show stand between, hidden until the source view is opened, with a label that says what became of them.
A paragraph that is not what its line says, because the line was repaired or the text is Markdown, stands twice: once
for each view.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol, TypeVar

from newsarchive.model import BODY_LABELS, Article, Block, Repair, Span
from newsarchive.render.repairs import undo, visible
from newsarchive.render.words import Words
from newsarchive.text.fold import squeeze


class Piece(NamedTuple):
    """A piece of a line: its words, and what became of it.

    `label` is None for the words of the article, and empty where the piece goes on from the line above. `line` is the
    line of the file that begins with the piece, None in the line where the row begins.
    """

    text: str
    label: str | None = None
    is_left_out: bool = False
    line: int | None = None


class Row(NamedTuple):
    """What stands in the text. `kind` is a body label, "caption", or "source": a line as the file has it.

    `line` is its number in the file, the first of several, None for what the source view shows in another row;
    `is_first` is false for the second article piece of one line. `block` is the piece of the body that the row shows.
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
        titled = Row(kind="caption", pieces=(Piece(caption.text),), credit=caption.credit)
        captions[caption.lines[0] if caption.lines else 0].append(titled)
    rows: list[Row] = []
    for lines in _runs(sorted({*spans, *blocks, *captions}), spans):
        if captions:
            rows += (caption for line in lines for caption in captions.get(line, ()))
        if len(lines) == 1:
            standing, shown = spans.get(lines[0], []), blocks.get(lines[0], [])
        else:
            standing = [span for line in lines for span in spans.get(line, ())]
            shown = [block for line in lines for block in blocks.get(line, ())]
        mended = {line: repairs[line] for line in lines if line in repairs} if repairs else {}
        row = None if mended or len(standing) != 1 else _only_row(standing[0], shown, words)
        rows += (row,) if row else _rows(standing, shown, mended, words)
    return rows


def by_line(things: Iterable[_T]) -> dict[int, list[_T]]:
    """Spans, blocks or repairs by the line they stand in."""
    lines: dict[int, list[_T]] = {}
    for thing in things:
        lines.setdefault(thing.line, []).append(thing)
    return lines


def _runs(lines: Sequence[int], spans: Mapping[int, Sequence[Span]]) -> list[list[int]]:
    """The lines, those together that a paragraph runs over."""
    runs: list[list[int]] = []
    for line in lines:
        first = spans[line][0] if line in spans else None
        if runs and first is not None and first.continues and _is_body(first):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _only_row(span: Span, blocks: Sequence[Block], words: Words) -> Row | None:
    """The row of a line that is one piece, as most lines are; None where it may be more than one row."""
    if not blocks:
        return Row("source", (Piece(visible(span.text), _label(span, words), span.label == "boilerplate"),), span.line)
    block = blocks[0]
    if len(blocks) > 1 or block.html is not None or not _is_body(span) or block.text != squeeze(span.text):
        return None
    return Row(block.kind, (Piece(span.text),), block.line, block=block)


def _rows(
    spans: Sequence[Span], blocks: Sequence[Block], repairs: Mapping[int, Sequence[Repair]], words: Words
) -> Iterator[Row]:
    if not repairs and _is_the_lines(spans, blocks):
        yield from _shared_rows(spans, blocks, words)
        return
    for block in blocks:
        yield Row(kind=block.kind, pieces=(Piece(block.text),), block=block)
    for line, pieces in by_line(spans).items():
        mended = repairs.get(line, ())
        yield Row(
            kind="source",
            pieces=tuple(
                Piece(undo(span, mended), _label(span, words, is_repaired=bool(mended)), span.label == "boilerplate")
                for span in pieces
            ),
            line=line,
        )


def _is_the_lines(spans: Sequence[Span], blocks: Sequence[Block]) -> bool:
    """Whether the blocks say what their lines say, so that they can stand for them."""
    kept: list[list[str]] = []
    for span in filter(_is_body, spans):
        if span.continues and kept:
            kept[-1].append(span.text)
        else:
            kept.append([span.text])
    return (
        bool(blocks)
        and all(block.html is None for block in blocks)
        and [block.text for block in blocks] == [squeeze(" ".join(texts)) for texts in kept]
    )


def _shared_rows(spans: Sequence[Span], blocks: Sequence[Block], words: Words) -> Iterator[Row]:
    """A row for each block; what was cut from its lines stands in the row before it, or in the first."""
    cut: list[list[Piece]] = []
    leading: list[Piece] = []
    line = spans[0].line
    for span in spans:
        begun = None if span.line == line else span.line
        line = span.line
        if not _is_body(span):
            piece = Piece(span.text, _label(span, words), span.label == "boilerplate", begun)
            (cut[-1] if cut else leading).append(piece)
        elif span.continues and cut:
            cut[-1].append(Piece(span.text, line=begun))
        else:
            cut.append([*leading, Piece(span.text, line=begun)])
            leading = []
    for index, (block, pieces) in enumerate(zip(blocks, cut, strict=True)):
        yield Row(kind=block.kind, pieces=tuple(pieces), line=block.line, is_first=index == 0, block=block)


def _is_body(span: Span) -> bool:
    return span.label in BODY_LABELS and span.copy_of is None


def _label(span: Span, words: Words, *, is_repaired: bool = False) -> str:
    """What became of a piece: "Shown as deck", "Left out: newsletter appeal", "Repeats line 5"."""
    if span.continues and not is_repaired:
        return ""
    if span.label == "boilerplate":
        return _left_out(words, span.rule)
    if span.copy_of is not None:
        return words.say("labels", "copy_of", number=words.number(span.copy_of))
    return _shown_as(words, "doubtful" if span.doubtful else span.label, is_repaired=is_repaired)


@lru_cache(1024)
def _left_out(words: Words, rule: str) -> str:
    return words.say("labels", "boilerplate", rule=words.rule(rule))


@lru_cache
def _shown_as(words: Words, label: str, *, is_repaired: bool) -> str:
    said = words.say("labels", label)
    return words.say("labels", "repaired", label=said) if is_repaired else said
