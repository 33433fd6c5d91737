"""Which lines of a hard-wrapped text are one paragraph."""

import re
from collections.abc import Iterator, Sequence

from newsarchive.text.dates import is_date_line
from newsarchive.text.names import parse_byline
from newsarchive.text.wrapping.width import line_end

_BULLET = re.compile(r"\s*(?:[•·∙●○◦▪▫□‣⁃➤➢✓✔★・]|[*+]\s)")
_DASH = re.compile(r"\s*[–—-]\s")
_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s")
_IN_COLUMNS = re.compile(r"\S(?:\t| {3})")
_QUOTED = re.compile(r"\s*[>|]")
_RULED = re.compile(r"[\s=_*~–—-]{3,}$")


def paragraphs(lines: Sequence[str], width: int) -> Iterator[range]:
    """The lines, by index, of each paragraph of a text that is wrapped at a width; blank lines are in none.

    What is no running text is a paragraph by itself: an item of a list, the row of a table, a line of quoted mail, a
    date, a byline.
    """
    for block in _blocks(lines):
        start = block.start
        is_list = _NUMBER.match(lines[start]) is not None
        for index in block[1:]:
            if not _runs_on(lines[index - 1], lines[index], width, is_list=is_list):
                yield range(start, index)
                start = index
                is_list = is_list or _NUMBER.match(lines[index]) is not None
        yield range(start, block.stop)


def _blocks(lines: Sequence[str]) -> Iterator[range]:
    """The runs of lines without a blank one between."""
    start = 0
    for index, line in enumerate((*lines, "")):
        if not line.strip():
            if start < index:
                yield range(start, index)
            start = index + 1


def _runs_on(above: str, below: str, width: int, *, is_list: bool) -> bool:
    """Whether a line goes on in the next: it is full, or breaks off in a sentence, and nothing parts the two."""
    end = line_end(above, below)
    if (
        not (end.is_full(width) or end.is_broken_off(width))
        or _BULLET.match(below)
        or any(map(_is_apart, (above, below)))
    ):
        return False
    if (end.is_stopped and _DASH.match(below)) or ((end.is_stopped or is_list) and _NUMBER.match(below)):
        return False
    is_indented = _indent(below) > _indent(above) and not _begins_item(above)
    return not is_indented and not _is_by_whom_or_when(below, width)


def _is_apart(line: str) -> bool:
    """The row of a table, a line of quoted mail, a rule of dashes."""
    return bool(_IN_COLUMNS.search(line) or _QUOTED.match(line) or _RULED.match(line))


def _begins_item(line: str) -> bool:
    return any(sign.match(line) for sign in (_BULLET, _DASH, _NUMBER))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_by_whom_or_when(line: str, width: int) -> bool:
    """A short line that is a date or says "By"."""
    text = line.strip()
    if 3 * len(text) > 2 * width or text.endswith("."):
        return False
    byline = parse_byline(text) if text[:1].isupper() else None
    return is_date_line(text) or (byline is not None and byline.marked and byline.start == 0)
