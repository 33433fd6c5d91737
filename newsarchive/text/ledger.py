"""The ledger: every non-blank character of a text lies in exactly one span."""

from collections.abc import Iterable, Iterator

from newsarchive.model import Source, Span


def imbalances(source: Source, spans: Iterable[Span]) -> Iterator[str]:
    """Where a ledger does not balance, in words: characters in no span or in two, spans that are not the text's."""
    lines = source.lines
    reached, column = 0, 0
    for span in spans:
        if not 1 <= span.line <= len(lines) or lines[span.line - 1][span.start : span.end] != span.text:
            yield f"line {span.line}: a piece is not what stands there"
            return
        if (span.line, span.start) < (reached, column):
            yield f"line {span.line}: a character lies in two pieces"
        is_cut = span.start > 0 or (reached > 0 and column < len(lines[reached - 1]))
        if is_cut or any(lines[reached : span.line - 1]):
            yield from _skipped(lines, (reached, column), (span.line, span.start))
        reached, column = span.line, span.end
    yield from _skipped(lines, (reached, column), (len(lines) + 1, 0))


def _skipped(lines: list[str], start: tuple[int, int], stop: tuple[int, int]) -> Iterator[str]:
    for number in range(max(start[0], 1), min(stop[0], len(lines)) + 1):
        left = start[1] if number == start[0] else 0
        right = stop[1] if number == stop[0] else None
        if lines[number - 1][left:right].strip():
            yield f"line {number}: a character lies in no piece"
