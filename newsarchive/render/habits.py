"""What was left out of the articles of an outlet: how often, and by which rule. Numbers alone, in every edition."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.render.left_out import PATH, rule_anchor, rule_name
from newsarchive.render.link import Count, Link, Sentence, href
from newsarchive.render.sheet import Plan


class HabitsView(NamedTuple):
    """What was left out of an outlet's articles: a sentence of numbers, and each rule, the most frequent first."""

    sum: Sentence
    rules: tuple[Count, ...]


def habits_view(plan: Plan, page: str, identities: Sequence[str]) -> HabitsView:
    """What the page of an outlet says of its articles."""
    words = plan.words
    pieces, articles = Counter[str](), Counter[str]()
    touched = 0
    for identity in identities:
        left_out = plan.archive.entries[identity].card.left_out
        touched += bool(left_out)
        for one in left_out:
            pieces[one.rule] += one.pieces
            articles[one.rule] += 1
    if not pieces:
        return HabitsView(words.sentence("left_out", "own_nothing"), ())
    return HabitsView(
        words.sentence(
            "left_out",
            "own",
            pieces=words.count("pieces", pieces.total()),
            articles=words.count("articles", touched),
            all=Link(words.count("articles", len(identities)), "#list"),
        ),
        tuple(
            Count(
                Link(rule_name(plan, rule), href(page, f"{PATH}#{rule_anchor(rule)}")),
                words.say(
                    "left_out",
                    "number",
                    pieces=words.count("pieces", pieces[rule]),
                    articles=words.count("articles", articles[rule]),
                ),
            )
            for rule in sorted(pieces, key=lambda rule: (-pieces[rule], rule))
        ),
    )
