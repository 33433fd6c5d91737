"""Texts written by hand as Markdown: nothing is removed; the first heading is the headline."""

from newsarchive.model import Source, Span
from newsarchive.text.markdown import MarkdownBlock, markdown_blocks


def label_markdown(source: Source) -> tuple[Span, ...]:
    """One span for each line that is not blank, with the label of its block."""
    lines = source.lines
    spans = [_span(number, lines, "front_matter", "front_matter") for number in range(1, source.front_matter + 1)]
    headline = source.given_field("headline") is not None
    for block in markdown_blocks(lines[source.front_matter :], source.front_matter + 1):
        label = _label(block, headline)
        headline = headline or label == "headline"
        spans += [
            _span(number, lines, label, f"markdown_{block.kind}") for number in range(block.first, block.last + 1)
        ]
    return tuple(span for span in spans if span.text)


def _label(block: MarkdownBlock, has_headline: bool) -> str:
    if block.kind != "heading":
        return block.kind
    return "subhead" if has_headline else "headline"


def _span(number: int, lines: list[str], label: str, rule: str) -> Span:
    line = lines[number - 1]
    text = line.strip()
    start = len(line) - len(line.lstrip())
    return Span(number, start, start + len(text), text, label, rule)
