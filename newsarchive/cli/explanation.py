"""What `explain` prints: each piece of a text with what it was taken for and why, then each field with its evidence."""

from collections.abc import Iterator, Sequence
from textwrap import fill

import click

from newsarchive.label.explanation import Explained
from newsarchive.model import Article

_WIDTH = 100
_INDENT = " " * 7


def explanation(article: Article, pieces: Sequence[Explained]) -> None:
    """Print the pieces of a text, the fields that were found in it, and what wants a look."""
    for piece in pieces:
        for line in _piece(piece):
            click.echo(line)
    click.echo()
    for evidence in article.evidence:
        lines = ", ".join(map(str, evidence.lines)) or "-"
        value = _short(str(getattr(article, evidence.field)))
        click.echo(
            f"{evidence.field}: {value}\n       {evidence.certainty}, {evidence.rule}, lines {lines}: {evidence.why}"
        )
    for problem in article.problems:
        click.echo(f"look: {problem.text}")


def _piece(piece: Explained) -> Iterator[str]:
    """One line of its number, label, chance, rule and text; below it what the learned look went by.

    4  paragraph    .97  likely_body            The ferry will not sail again before the summer, sa…
                         ends like a sentence (+0.7); right around: much prose (+0.5)
    """
    span = piece.span
    name = f"{span.label}?" if span.doubtful else span.label
    rule = f"{span.rule} (line {span.copy_of} again)" if span.copy_of else span.rule
    start = f"{span.line:>5}  {name:<12} {_chance(piece.chance):>3}  {rule:<22} "
    yield start + _short(span.text, max(_WIDTH - len(start), _WIDTH // 3))
    if piece.reasons:
        reasons = "; ".join(f"{reason.words} ({reason.weight / 1000:+.1f})" for reason in piece.reasons)
        yield fill(reasons, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _chance(chance: int | None) -> str:
    """970 -> ".97": two digits, never none and never all."""
    return "" if chance is None else f".{min(max((chance + 5) // 10, 1), 99):02}"


def _short(text: str, width: int = _WIDTH) -> str:
    text = " ".join(text[: 4 * width].split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
