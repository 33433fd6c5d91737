"""Markdown that people wrote by hand: cut into its blocks, each to be had as sanitised HTML and as plain text."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import nh3

from newsarchive.text.fold import fold

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])\s")
_REFERENCE = re.compile(r" {0,3}\[([^\]]+)\]:\s")
_NAMED = re.compile(r"\[([^\[\]]+)\]")
_MOST_MARKS, _LONGEST = 400, 20_000
"""Brackets and characters of a block: of more Markdown would take minutes, and nobody writes them."""
_TAG = re.compile(r"<[^>]*>")
_EMBED = re.compile(r"<?https?://\S+>?$")
_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "li", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "u", "ul",
}  # fmt: skip


class MarkdownBlock(NamedTuple):
    """A block of a Markdown text, with the references it names. `kind` is a body label or "heading"; `first` and
    `last` are its lines, from 1.
    """

    kind: str
    source: str
    first: int
    last: int

    @property
    def html(self) -> str:
        """The block as sanitised HTML, made anew at each call; one that is beyond any writer's is shown as written."""
        if len(self.source) > _LONGEST or self.source.count("[") + self.source.count("<") > _MOST_MARKS:
            return f"<p>{html.escape(self.source.strip(), quote=False)}</p>"
        return to_html(self.source)


def sanitise(fragment: str) -> str:
    """HTML with nothing in it that runs, loads or styles; links lead out without a referrer.

    The rules are those of nh3 (ammonia): a list of harmless elements, links to http, https and mailto alone.
    """
    return nh3.clean(
        fragment,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "abbr": {"title"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noreferrer",
    )


def to_html(text: str) -> str:
    """A hand-written Markdown text as sanitised HTML."""
    import markdown  # noqa: PLC0415 - slow to load, and most texts are none

    return sanitise(markdown.markdown(text, extensions=["tables", "sane_lists", "fenced_code"]))


def markdown_blocks(lines: list[str], first: int = 1) -> tuple[MarkdownBlock, ...]:
    """The blocks of a Markdown text in order; every line that is not blank lies in one. `first` numbers the first."""
    references: dict[str, list[str]] = {}
    for line in lines:
        if found := _REFERENCE.match(line):
            references.setdefault(fold(found[1]), []).append(line)
    return tuple(
        _block(lines[start:stop], first + start, references)
        for start, stop in _cut(lines)
        if any(map(str.strip, lines[start:stop]))
    )


def plain_text(fragment: str) -> str:
    """The words of some sanitised HTML."""
    return " ".join(html.unescape(_TAG.sub(" ", fragment)).split())


def _block(lines: list[str], number: int, references: Mapping[str, Sequence[str]]) -> MarkdownBlock:
    source = "\n".join(lines)
    named = dict.fromkeys(map(fold, _NAMED.findall(source)))
    noted = "\n".join(line for name in named for line in references.get(name, ()))
    return MarkdownBlock(_kind(lines), f"{source}\n\n{noted}", number, number + len(lines) - 1)


def _kind(lines: list[str]) -> str:
    head = lines[0].strip()
    if _HEADING.match(lines[0]) or (len(lines) > 1 and _UNDERLINE.match(lines[1])):
        return "heading"
    if head.startswith(">"):
        return "quote"
    if _ITEM.match(lines[0]):
        return "list_item"
    return "embed" if _EMBED.match(head) and len(lines) == 1 else "paragraph"


def _cut(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where blocks begin and end: at blank lines outside a fence, at headings, and at each item of a list."""
    start, fence = 0, ""
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1] == fence else fence
            continue
        begins = (
            not line.strip()
            or _HEADING.match(line)
            or _ITEM.match(line)
            or (index and _HEADING.match(lines[index - 1]))
        )
        if begins and index > start:
            yield start, index
            start = index
        if not line.strip():
            start = index + 1
        fence = mark[1] if mark else ""
    if start < len(lines):
        yield start, len(lines)
