"""What was repaired in reading, made visible, and undone where a page shows what the file says."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsarchive.model import Repair, Span

# What no page can show as it is: control characters, and code points that are no characters.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


class Change(NamedTuple):
    """The same repair wherever it was made: what stood there, what stands there now, and in which lines."""

    before: str
    after: str
    lines: tuple[int, ...]


def changes(repairs: Iterable[Repair]) -> tuple[Change, ...]:
    """Repairs put together by what they changed, in the order in which they first occur."""
    found: dict[tuple[str, str], dict[int, None]] = {}
    for repair in repairs:
        found.setdefault((visible(repair.before), visible(repair.after)), {})[repair.line] = None
    return tuple(Change(before, after, tuple(lines)) for (before, after), lines in found.items())


def visible(text: str) -> str:
    """A text with pictures of what cannot be seen: NUL -> "␀", the line separator -> "[U+2028]"."""
    return text if text.isprintable() else _UNSEEN.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"[U+{code:04X}]"


def undo(span: Span, repairs: Sequence[Repair]) -> str:
    """What the file says where a span stands: its text with the repairs of its line undone.

    `repairs` are those of its line, in order. One that does not lie whole in the span is left as it is; it is listed
    with the others.
    """
    if not repairs:
        return visible(span.text)
    text, done = span.text, 0
    parts: list[str] = []
    for repair in repairs:
        start = repair.start - span.start
        end = start + len(repair.after)
        if start >= done and end <= len(text) and text.startswith(repair.after, start):
            parts += (text[done:start], repair.before)
            done = end
    return visible("".join((*parts, text[done:])))
