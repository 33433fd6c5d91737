"""What one place states of a text: front matter, a sidecar, a row of articles.csv."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from newsarchive.model import Given, LineRule, Problem
from newsarchive.read.values import (
    FIELD_OF,
    Value,
    field_name,
    parse_hash,
    parse_line_rule,
    parse_names,
    parse_truth,
    parse_value,
)
from newsarchive.read.yaml_tree import Mapping, Node

_SHOWN = 60
_NONE = "none"  # in a sidecar; elsewhere it is what programs write who know nothing


class Place(NamedTuple):
    """Where something is stated: the file that a problem names, what that is called ("sidecar"), and how many
    lines the text has.

    A sidecar is written for this archive alone: it may say which text it is `for` and that there is `none` of a field,
    and a key that is not known is a slip in it. Elsewhere such a key is somebody else's, unless it nearly is one of
    ours.
    """

    where: str
    origin: str
    line_count: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        own = {"sidecar": ("draft", "lines", "for"), "front matter": ("draft", "lines")}
        return (*FIELD_OF, *own.get(self.origin, ("draft",)))


class Stated(NamedTuple):
    """Fields, `draft` ("true") and `for` (a hash) among them; what lines are; and what could not be followed."""

    given: tuple[Given, ...] = ()
    line_rules: tuple[LineRule, ...] = ()
    problems: tuple[Problem, ...] = ()


NOTHING = Stated()


def stated_in(mapping: Mapping, place: Place) -> Stated:
    """What a mapping states, value by value: one that cannot be followed is a problem, and the others count."""
    found: list[Given | LineRule | Problem] = []
    seen: set[str] = set()
    for key, value in mapping.pairs:
        name = field_name(key.value) if isinstance(key.value, str) else ""
        field = FIELD_OF.get(name, name)
        if name not in place.keys:
            found += unknown_field(str(key.value), place, key.line)
        elif field in seen:
            text = f"{name}: {field} is stated twice; the first counts"
            found.append(Problem("stated_twice", text, place.where, key.line))
        else:
            said = list(_entry(name, value, place))
            found += said
            seen |= {field} if any(not isinstance(each, Problem) for each in said) else set()
    return Stated(
        tuple(each for each in found if isinstance(each, Given)),
        tuple(each for each in found if isinstance(each, LineRule)),
        tuple(each for each in found if isinstance(each, Problem)),
    )


def unknown_field(written: str, place: Place, line: int) -> Iterator[Problem]:
    """The problem of a key that is not known, where it seems to be meant for us."""
    strict = place.origin == "sidecar"
    near = get_close_matches(field_name(written), place.keys, 1, 0.6 if strict else 0.8)
    if near or strict:
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(place.keys)}"
        yield Problem("unknown_field", f"unknown field {_quoted(written)}: {hint}", place.where, line)


def cell(name: str, text: str, place: Place, line: int) -> Given | Problem:
    """One field as it is written in one piece of text."""
    try:
        return Given(FIELD_OF.get(name, name), _parsed(name, text), place.origin, line)
    except ValueError as expected:
        return bad_value(name, str(expected), text, place, line)


def _parsed(name: str, text: str) -> Value:
    if name == "draft":
        return str(parse_truth(text)).lower()
    if name == "for":
        return parse_hash(text)
    return parse_value(FIELD_OF[name], text)


def _entry(name: str, node: Node, place: Place) -> Iterable[Given | LineRule | Problem]:
    value = node.value
    if value is None or value in ("", []):
        return ()
    if name == "lines":
        return _line_rules(node, place)
    if isinstance(value, str):
        if place.origin == "sidecar" and value.strip().casefold() == _NONE and name in FIELD_OF:
            return (Given(FIELD_OF[name], (), place.origin, node.line),)
        return (cell(name, value, place, node.line),)
    if isinstance(value, list) and FIELD_OF.get(name) == "authors":
        names = [each.value for each in value if isinstance(each.value, str)]
        if len(names) == len(value):
            return (Given("authors", parse_names(names), place.origin, node.line),)
    expected = "a name, or a list of names" if FIELD_OF.get(name) == "authors" else "text"
    return (bad_value(name, expected, value, place, node.line),)


def _line_rules(node: Node, place: Place) -> Iterator[LineRule | Problem]:
    if not isinstance(node.value, Mapping):
        yield bad_value(
            "lines", "lines and what they are: {17: paragraph, 40-45: removed}", node.value, place, node.line
        )
        return
    rules: list[tuple[LineRule, int]] = []
    for lines, label in node.value.pairs:
        try:
            rules.append((parse_line_rule(str(lines.value), str(label.value), place.line_count), lines.line))
        except ValueError as expected:
            yield bad_value("lines", str(expected), f"{lines.value}: {label.value}", place, lines.line)
    settled = 0
    for rule, line in sorted(rules, key=lambda each: each[0].first):
        if rule.first > settled:
            settled = rule.last
            yield rule
        else:
            text = f"lines: line {rule.first} is settled twice; {rule.label} was left out"
            yield Problem("stated_twice", text, place.where, line)


def bad_value(name: str, expected: str, value: object, place: Place, line: int) -> Problem:
    """The problem of a value that cannot be followed; it is left out and the text is still built."""
    kinds = {list: "a list", Mapping: "keys and values"}
    shown = kinds.get(type(value)) or _quoted(str(value))
    return Problem("bad_value", f"{name}: expected {expected}, found {shown}; it was left out", place.where, line)


def _quoted(text: str) -> str:
    return f'"{text[:_SHOWN]}…"' if len(text) > _SHOWN else f'"{text}"'
