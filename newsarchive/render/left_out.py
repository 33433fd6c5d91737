"""about/removed.html: what was left out of the articles: each rule, how often it was followed, examples."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from newsarchive.model import Entry, Group, LeftOut
from newsarchive.render.direction import text_attributes
from newsarchive.render.entries import published_card, shorten
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.text.fold import fold

PATH = "about/removed.html"

_EXAMPLES = 3
_TEXT = 90  # characters of an example


class Example(NamedTuple):
    """A piece that was left out, where it stands, and whose it is."""

    text: str
    attributes: Mapping[str, str]
    link: Link
    outlet: str


class RuleView(NamedTuple):
    """A rule in words, how many pieces it left out of how many articles, and some of them; `anchor` is its id."""

    name: str
    anchor: str
    number: str
    examples: tuple[Example, ...]


class LeftOutView(NamedTuple):
    """Every rule, the most frequent first. `is_withheld`: some articles do not show what was left out of them."""

    sums: tuple[Sentence, ...]
    is_withheld: bool
    rules: tuple[RuleView, ...]


@dataclass(slots=True)
class _Count:
    """A rule while its pieces are counted; `examples` are different texts, a few of each outlet, in order, and it
    `is_full` when no more are wanted.
    """

    pieces: int = 0
    articles: int = 0
    is_full: bool = False
    examples: dict[str, dict[str, tuple[Entry, LeftOut]]] = field(default_factory=dict)


def left_out_sheet(plan: Plan) -> Sheet:
    """The page. Its size goes with the number of rules, not with that of articles."""
    title = plan.words.say("left_out", "title")
    trail = (Link(plan.words.say("nav", "about"), href(PATH, "about.html")),)
    make = partial(_whole_view, plan)
    return Sheet(path=PATH, template="removed.html", title=title, make=make, section="about", trail=trail)


def rule_name(plan: Plan, rule: str) -> str:
    """A rule in words, as it stands at the head of a line: "newsletter_prompt" -> "Newsletter appeal"."""
    name = plan.words.rule(rule)
    return f"{name[:1].upper()}{name[1:]}"


def rule_anchor(rule: str) -> str:
    """The id of a rule on the page: "newsletter_prompt" -> "rule-newsletter-prompt"."""
    return f"rule-{rule.replace('_', '-')}"


def _whole_view(plan: Plan) -> LeftOutView:
    words = plan.words
    entries = [plan.entry(identity) for identity in plan.archive.order]
    counted = [entry for entry in entries if entry.card.left_out]
    rules = _count(plan, entries)
    sums = words.sentence(
        "left_out",
        "sum",
        pieces=words.count("pieces", sum(rule.pieces for rule in rules.values())),
        articles=Link(words.count("articles", len(counted))),
        all=Link(words.count("articles", len(entries)), href(PATH, "years/index.html")),
    )
    return LeftOutView(
        sums=(sums,) if counted else (),
        is_withheld=any(not published_card(plan, entry).left_out for entry in counted),
        rules=tuple(_view(plan, rule, counts) for rule, counts in rules.items()),
    )


def _count(plan: Plan, entries: Sequence[Entry]) -> Mapping[str, _Count]:
    """The rules by name, the most frequent first."""
    rules: dict[str, _Count] = {}
    for entry in entries:
        for piece in entry.card.left_out:
            count = rules.get(piece.rule) or rules.setdefault(piece.rule, _Count())
            count.pieces += piece.pieces
            count.articles += 1
        for piece in published_card(plan, entry).left_out:
            if not (count := rules[piece.rule]).is_full:
                _keep(count, plan.outlets.get(entry.id), entry, piece)
    return {name: rules[name] for name in sorted(rules, key=lambda name: (-rules[name].pieces, name))}


def _keep(count: _Count, outlet: Group | None, entry: Entry, piece: LeftOut) -> None:
    """Remember an example, unless there are enough, of its outlet or of all, or its words are there already."""
    slug = outlet.slug if outlet else ""
    own = count.examples.get(slug, {})
    if len(own) == _EXAMPLES or (not own and len(count.examples) == _EXAMPLES):
        return
    text = fold(piece.text)
    if not any(text in texts for texts in count.examples.values()):
        count.examples[slug] = own | {text: (entry, piece)}
        count.is_full = [len(texts) for texts in count.examples.values()] == [_EXAMPLES] * _EXAMPLES


def _chosen(count: _Count) -> list[tuple[Entry, LeftOut]]:
    """The first example of each outlet, then the second ones, until there are enough."""
    rounds = zip_longest(*(texts.values() for texts in count.examples.values()))
    return [example for turn in rounds for example in turn if example][:_EXAMPLES]


def _view(plan: Plan, rule: str, count: _Count) -> RuleView:
    words = plan.words
    number = words.say(
        "left_out",
        "number",
        pieces=words.count("pieces", count.pieces),
        articles=words.count("articles", count.articles),
    )
    examples = tuple(_example(plan, entry, piece) for entry, piece in _chosen(count))
    return RuleView(rule_name(plan, rule), rule_anchor(rule), number, examples)


def _example(plan: Plan, entry: Entry, piece: LeftOut) -> Example:
    outlet = plan.outlets.get(entry.id)
    text = shorten(" ".join(piece.text.split()), _TEXT)
    return Example(
        text,
        text_attributes(text, entry.card.language, plan.language),
        Link(
            plan.words.say("about_text", "line", number=plan.words.number(piece.line)),
            href(PATH, f"{entry.url}#L{piece.line}"),
        ),
        outlet.name if outlet else plan.words.say("lists", "no_outlet"),
    )
