"""What would settle why an article wants a look: lines for its sidecar, to copy, and where they go."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsarchive.model import Card, Doubt, LineRule, Problem
from newsarchive.render.sheet import Plan
from newsarchive.render.sidecar import field_line, for_line, sidecar_for, sidecar_path
from newsarchive.render.strength import FIELD_OF

_FIELDS = ("published", "outlet", "authors", "headline")
_LONGEST = 2000  # characters of what is copied from a text; a headline may be a whole text on one line


class Settling(NamedTuple):
    """Lines for a sidecar, as YAML, and where they go, in words; `file` is the path of the sidecar."""

    says: str
    file: str
    text: str


def settling(plan: Plan, card: Card, reason: str, doubt: Doubt) -> Settling | None:
    """What would settle a reason, of which a doubt says in full what there is to go by; None where no sidecar does."""
    field = FIELD_OF.get(reason)
    if field == "lines":
        return _lines(plan, card, reason, doubt)
    if field:
        return _field(plan, card, field)
    mend = _MENDS.get(reason)
    beside = card.beside
    found = next((one for one in card.problems if one.reason == reason and beside and one.where == beside.path), None)
    return mend(plan, card, found) if mend and found else None


def _field(plan: Plan, card: Card, field: str) -> Settling:
    return _added(plan, card, _short(card, field))


def _lines(plan: Plan, card: Card, reason: str, doubt: Doubt) -> Settling | None:
    """What doubtful lines are taken for. A text without a paragraph may be no article, and then is a draft."""
    rules = doubt.line_rules
    if not rules:
        return _added(plan, card, "draft: true") if reason == "no_body" else None
    draft = "# draft: true\n" if reason == "no_body" else ""
    if card.beside and card.beside.line_rules:
        return _placed(plan, "instead_of_lines", card.beside.path, _of_lines((*card.beside.line_rules, *rules)))
    return _added(plan, card, f"{draft}{_of_lines(rules)}")


def _of_lines(rules: Sequence[LineRule]) -> str:
    said = (f"  {one.first}{f'-{one.last}' if one.last > one.first else ''}: {one.label}" for one in sorted(rules))
    return "\n".join(("lines:", *said))


def _added(plan: Plan, card: Card, text: str) -> Settling:
    """For a sidecar that is still to be written, or to add to the one that stands there."""
    beside = card.beside
    text = _with_hash(card, text)
    return _placed(plan, "add", beside.path, text) if beside else _placed(plan, "new", _path_of_new(plan, card), text)


def _with_hash(card: Card, text: str) -> str:
    """Lines with the one that says which text is meant, unless the sidecar says so already."""
    return text if card.beside and "for" in card.beside.states else f"{text}\n{for_line(card)}"


def _new_hash(plan: Plan, card: Card, problem: Problem) -> Settling:
    return _placed(plan, "instead", problem.where, for_line(card), problem.line)


def _readable(plan: Plan, card: Card, problem: Problem) -> Settling:
    return _placed(plan, "whole", problem.where, sidecar_for(card).text)


def _value(plan: Plan, card: Card, problem: Problem) -> Settling | None:
    """The line of a field whose value cannot be used; its problem begins with what is called so there."""
    written = problem.text.partition(":")[0]
    field = next((field for field in _FIELDS if written in (field, *_ALSO_CALLED[field])), None)
    if field is None:
        return None
    return _placed(plan, "instead", problem.where, _with_hash(card, _short(card, field)), problem.line)


_MENDS: dict[str, Callable[[Plan, Card, Problem], Settling | None]] = {
    "changed_text": _new_hash,
    "bad_yaml": _readable,
    "bad_value": _value,
}
_ALSO_CALLED = {"published": ("date",), "outlet": ("source", "site", "publication"), "headline": ("title",)}
_ALSO_CALLED |= {"authors": ("author", "byline")}


def _placed(plan: Plan, how: str, file: str, text: str, line: int | None = None) -> Settling:
    return Settling(plan.words.say("review", how, file=file, line=plan.words.number(line or 1)), file, text)


def _short(card: Card, field: str) -> str:
    line = field_line(card, field)
    return line if len(line) <= _LONGEST else f"{field}:"


def _path_of_new(plan: Plan, card: Card) -> str:
    """quay.yaml beside quay.txt; quay.txt.yaml where quay.md stands there too."""
    path = sidecar_path(card.source)
    return path if _named_alike(plan)[path] == 1 else f"{card.source}.yaml"


@lru_cache(1)
def _named_alike(plan: Plan) -> Counter[str]:
    """For how many texts each sidecar would stand by its name."""
    return Counter(sidecar_path(entry.card.source) for entry in plan.archive.entries.values())
