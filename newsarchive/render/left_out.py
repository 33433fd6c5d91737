"""about/removed.html: what was left out of the articles: each rule, how often it was followed, examples."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from newsarchive.model import Entry, LeftOut
from newsarchive.render.direction import text_attributes
from newsarchive.render.edition import shows_every_line
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


@dataclass(frozen=True, slots=True)
class _Count:
    """A rule, how many pieces it left out of how many articles, and examples: different texts, a few of each outlet."""

    pieces: int
    articles: int
    examples: "_Examples"


_Examples = Mapping[str, Mapping[str, tuple[Entry, LeftOut]]]


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
        is_withheld=_may_withhold(plan) and any(not published_card(plan, entry).left_out for entry in counted),
        rules=tuple(_view(plan, rule, counts) for rule, counts in rules.items()),
    )


def _may_withhold(plan: Plan) -> bool:
    return not all(map(shows_every_line, (plan.site.edition, *(edition for _, edition in plan.site.editions))))


def _count(plan: Plan, entries: Sequence[Entry]) -> Mapping[str, _Count]:
    """The rules by name, the most frequent first."""
    pieces, articles = defaultdict[str, int](int), defaultdict[str, int](int)
    examples: dict[str, _Examples] = {}
    full = set[str]()  # rules of which no more examples are wanted: of a large archive soon all that are frequent
    met = set[tuple[str, str, str]]()
    for entry in entries:
        slug = _slug(plan, entry)
        for rule, number, _, text in entry.card.left_out:
            pieces[rule] += number
            articles[rule] += 1
            if rule not in full and (rule, slug, text) not in met:
                met.add((rule, slug, text))
                examples[rule] = _kept(examples.get(rule, {}), plan, entry, rule)
                if [len(texts) for texts in examples[rule].values()] == [_EXAMPLES] * _EXAMPLES:
                    full.add(rule)
    in_order = sorted(pieces, key=lambda name: (-pieces[name], name))
    return {name: _Count(pieces[name], articles[name], examples.get(name, {})) for name in in_order}


def _kept(examples: _Examples, plan: Plan, entry: Entry, rule: str) -> _Examples:
    """The examples with the piece of an article, unless it is withheld, there are enough, of its outlet or of all, or
    its words are there already.
    """
    slug = _slug(plan, entry)
    own = examples.get(slug, {})
    piece = next((piece for piece in published_card(plan, entry).left_out if piece.rule == rule), None)
    if piece is None or len(own) == _EXAMPLES or (not own and len(examples) == _EXAMPLES):
        return examples
    text = fold(piece.text)
    if any(text in texts for texts in examples.values()):
        return examples
    return {**examples, slug: {**own, text: (entry, piece)}}


def _slug(plan: Plan, entry: Entry) -> str:
    outlet = plan.outlets.get(entry.id)
    return outlet.slug if outlet else ""


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
