"""Tags of HTML that were left in a text: "Only <em>one</em>", "hat</strong>", "<p>"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsarchive.read.repair.edits import Edit

_BLOCKS = (
    "p br hr div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr td th table tbody thead blockquote pre figure figcaption"
    " section article header footer center img"
)
# Those that change what the words say, such as <del> and <q>, are not among them.
_IN_LINES = "a abbr b big cite code em font i ins kbd mark small span strong sub sup time tt u var wbr"
# A single one of the others may be a blank to be filled in: "<address>", "<time>", "<b>".
_NO_WORDS = "p br hr wbr div li ul ol h1 h2 h3 h4 h5 h6 tr td th span strong em tbody blockquote figcaption"
_PART_WORDS = frozenset(_BLOCKS.split())
_KNOWN = frozenset((*_BLOCKS.split(), *_IN_LINES.split()))
_ALONE = frozenset(_NO_WORDS.split())
_VOID = frozenset(("br", "hr", "wbr", "img"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})((?:[\s/][^<>]{0,600})?)>")
_QUOTES = "\"'`“”„‘’‚«»‹›「」"


class _Tag(NamedTuple):
    start: int
    end: int
    name: str
    closes: bool
    is_set: bool
    """Whether it has attributes, or closes itself: no placeholder does."""


def may_hold_tags(text: str) -> bool:
    """Whether a tag stands in a text, or an entity that may become one."""
    return "&lt;" in text or "&amp;lt;" in text or ("<" in text and _TAG.search(text) is not None)


def tags(line: str) -> Iterator[Edit]:
    """Each run of tags that are certainly left over; what parts words leaves a blank. Tags that are quoted all stay."""
    if "<" not in line:
        return
    found = [tag for tag in map(_tag, _TAG.finditer(line)) if tag is not None]
    if any(_is_quoted(line, tag) for tag in found):
        return
    for run in _runs(line, _left_over(line, found)):
        yield _without(line, run)


def _tag(found: re.Match[str]) -> _Tag | None:
    name, rest = found[2].lower(), found[3].strip()
    if name not in _KNOWN or (rest.strip("/") and "=" not in rest):
        return None
    return _Tag(found.start(), found.end(), name, closes=bool(found[1]), is_set=bool(rest))


def _is_quoted(line: str, tag: _Tag) -> bool:
    before, after = line[max(0, tag.start - 1) : tag.start], line[tag.end : tag.end + 1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES


def _left_over(line: str, found: Sequence[_Tag]) -> list[_Tag]:
    """Pairs that enclose words closely; of single ones those that no word is written as, where they touch one.

    Where one has attributes, as in "<a href=…>", none is a manner of speaking.
    """
    if any(tag.is_set and not tag.closes and tag.name not in _VOID for tag in found):
        return list(found)
    pairs = _pairs(found)
    paired = {index for pair in pairs for index in pair}
    certain = {index for pair in pairs if _encloses(line, found[pair[0]], found[pair[1]]) for index in pair}
    certain |= {index for index, tag in enumerate(found) if index not in paired and _is_remnant(line, tag)}
    return [tag for index, tag in enumerate(found) if index in certain]


def _pairs(found: Sequence[_Tag]) -> list[tuple[int, int]]:
    """Which tag closes which: of one name the last that is open."""
    opened: dict[str, list[int]] = {}
    pairs = []
    for index, tag in enumerate(found):
        if tag.closes and opened.get(tag.name):
            pairs.append((opened[tag.name].pop(), index))
        elif not tag.closes and tag.name not in _VOID:
            opened.setdefault(tag.name, []).append(index)
    return pairs


def _encloses(line: str, opening: _Tag, closing: _Tag) -> bool:
    """Whether no blank parts two tags from what they enclose: "<b> and </b>" speaks of them."""
    return line[opening.end] != " " and line[closing.start - 1] != " "


def _is_remnant(line: str, tag: _Tag) -> bool:
    """Whether a tag without a partner was left over: it touches a word, or a line begins with it."""
    if tag.is_set:
        return True
    touches_left = tag.start > 0 and line[tag.start - 1] != " "
    touches_right = tag.end < len(line) and line[tag.end] != " "
    if tag.name in _VOID:
        return touches_left or touches_right or tag.start == 0 or tag.end == len(line)
    if tag.closes:
        return touches_left or (tag.start == 0 and tag.name in _ALONE)
    return tag.name in _ALONE and (tag.start == 0 or line[tag.start - 1] == ">")


def _runs(line: str, found: Sequence[_Tag]) -> Iterator[list[_Tag]]:
    """Tags between which there is nothing but blanks."""
    run: list[_Tag] = []
    for tag in found:
        if run and line[run[-1].end : tag.start].strip(" "):
            yield run
            run = []
        run.append(tag)
    if run:
        yield run


def _without(line: str, run: Sequence[_Tag]) -> Edit:
    """What stands in the place of a run: a blank where there was one or where a tag parts words, else nothing."""
    start, end = run[0].start, run[-1].end
    while start and line[start - 1] == " ":
        start -= 1
    while end < len(line) and line[end] == " ":
        end += 1
    piece = line[start:end]
    blank = " " in _TAG.sub("", piece) or any(tag.name in _PART_WORDS for tag in run)
    after = " " if blank and start and end < len(line) else ""
    if after and piece.startswith(" "):
        return Edit(start + 1, piece[1:], "", "tag")
    if after and piece.endswith(" "):
        return Edit(start, piece[:-1], "", "tag")
    return Edit(start, piece, after, "tag")
