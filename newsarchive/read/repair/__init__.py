"""What is mended in a decoded text, each repair listed.

Two things in any text: mojibake, and characters that none can show. In a scraped one also what its page did not show:
entities and tags of HTML, soft hyphens, characters without width, doubled blanks. Quotation marks, ligatures, widths
and wording stay as they were written.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from newsarchive.model import Repair
from newsarchive.read.repair.edits import Edit, edited, merged
from newsarchive.read.repair.entities import entities, may_hold_entities
from newsarchive.read.repair.mojibake import broken_characters, may_be_broken
from newsarchive.read.repair.tags import may_hold_tags, tags
from newsarchive.read.repair.unseen import doubled_spaces, may_hold_doubled, may_hold_unseen, unseen_characters

__all__ = ["repair"]

Rule = Callable[[str], Iterator[Edit]]

RULES: tuple[tuple[Rule, Callable[[str], bool]], ...] = (
    (broken_characters, may_be_broken),
    (entities, may_hold_entities),
    (tags, may_hold_tags),
    (unseen_characters, may_hold_unseen),
    (doubled_spaces, may_hold_doubled),
)
"""What is mended, in this order, for what an entity stands for may be part of a tag; each with a quick look at a text
that says whether it may find something.
"""
_IN_ANY_TEXT: Sequence[Rule] = (broken_characters,)
_OF_MARKUP: Sequence[Rule] = (entities, tags)

_SPEAKS_OF_MARKUP = re.compile(
    r"(?<![\w./-])(?:X?HTML\d?|XML|SGML|CSS|BBCode|Markdown|markup|ampersand)(?![\w/])", re.IGNORECASE
)
_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def repair(text: str, *, scraped: bool = False) -> tuple[str, tuple[Repair, ...]]:
    """A text that can be read, and what was changed in it, in order: putting every `before` back undoes it.

    `scraped` is said of the text of a page; what a person wrote, such as a table or Markdown, means its marks.
    """
    rules = [rule for rule, may_find in RULES if (scraped or rule in _IN_ANY_TEXT) and may_find(text)]
    if any(rule in _OF_MARKUP for rule in rules) and _SPEAKS_OF_MARKUP.search(text):
        rules = [rule for rule in rules if rule not in _OF_MARKUP]
    if not rules:
        return text, ()
    lines = text.split("\n")
    front = _first_line(text) if scraped else 0
    repairs: list[Repair] = []
    for number in range(len(lines)):
        lines[number], edits = _repaired(lines[number], rules if number >= front else _IN_ANY_TEXT)
        repairs += (Repair(number + 1, edit.start, edit.before, edit.after, edit.rule) for edit in edits)
    return "\n".join(lines), tuple(repairs)


def _first_line(text: str) -> int:
    """The index of the line after front matter, which a person wrote."""
    opening = _FENCE.match(text)
    closing = _END.search(text, opening.end()) if opening else None
    return text.count("\n", 0, closing.end()) + 1 if closing else 0


def _repaired(line: str, rules: Sequence[Rule]) -> tuple[str, Sequence[Edit]]:
    """A line as it should read, and what was changed in it."""
    made: Sequence[Edit] = ()
    for rule in rules:
        if new := list(rule(line)):
            made = list(merged(line, made, new))
            line = edited(line, new)
    return line, made
