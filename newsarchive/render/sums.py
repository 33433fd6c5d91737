"""Sentences of numbers above a list, each number a link to what it counts; nothing is said where nothing is counted."""

from collections.abc import Sequence
from functools import lru_cache

from newsarchive.render.dates import heading_words, is_probable, span_words
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.sheet import Plan

LIST = "#list"  # the list that follows on the page


def articles_sum(plan: Plan, identities: Sequence[str]) -> tuple[Sentence, ...]:
    """Such as "211 articles, 3 January to 30 December 2023."."""
    words = plan.words
    articles = Link(words.count("articles", len(identities)), LIST)
    entries = plan.archive.entries
    places = [place for identity in identities if (place := entries[identity].place)]
    if not places:
        return (words.sentence("sums", "all", articles=articles),)
    return (words.sentence("sums", "spanned", articles=articles, span=span_words(min(places), max(places), words)),)


def ends_sum(plan: Plan, page: str, identities: Sequence[str]) -> tuple[Sentence, ...]:
    """Such as "211 articles. First article: 3 January 2023. Last: 30 December 2023.", the dates links to the two.

    Where all are of one period, or of none, it is the sum without them.
    """
    words, entries = plan.words, plan.archive.entries
    dated = [entry for identity in identities if (entry := entries[identity]).place]
    if not dated or dated[0].place == dated[-1].place:
        return articles_sum(plan, identities)
    articles = Link(words.count("articles", len(identities)), LIST)
    first, last = (Link(heading_words(entry.place, words), href(page, entry.url)) for entry in (dated[0], dated[-1]))
    return (words.sentence("sums", "all", articles=articles), words.sentence("sums", "ends", first=first, last=last))


def day_sum(plan: Plan, identities: Sequence[str]) -> tuple[Sentence, ...]:
    """Such as "96 articles of 61 outlets."."""
    words = plan.words
    outlets = {plan.outlets[identity].slug for identity in identities if identity in plan.outlets}
    articles = Link(words.count("articles", len(identities)), LIST)
    if not outlets:
        return (words.sentence("sums", "all", articles=articles),)
    return (words.sentence("sums", "of_outlets", articles=articles, outlets=words.count("outlets", len(outlets))),)


def probable_sum(plan: Plan, identities: Sequence[str]) -> tuple[Sentence, ...]:
    """Such as "12 with a probable date."."""
    return number_sum(plan, "probable", count_probable(plan, identities), LIST)


def count_probable(plan: Plan, identities: Sequence[str]) -> int:
    """How many articles have a date that is only probable."""
    return sum(map(_probable(plan).__contains__, identities))


@lru_cache(1)
def _probable(plan: Plan) -> frozenset[str]:
    """The ids of all articles of such a date, which lists of many periods ask for."""
    cards = ((identity, entry.card) for identity, entry in plan.archive.entries.items())
    return frozenset(identity for identity, card in cards if is_probable(card.published, card.published_certainty))


def copies_sum(plan: Plan, identities: Sequence[str], listed: Sequence[str]) -> tuple[Sentence, ...]:
    """Such as "Without exact copies: 90." where a list has any."""
    return number_sum(plan, "copies", len(listed) if len(listed) < len(identities) else 0, LIST)


def undated_sum(plan: Plan, identities: Sequence[str], target: str) -> tuple[Sentence, ...]:
    """Such as "40 without a date."."""
    return number_sum(
        plan, "undated", sum(plan.archive.entries[identity].place is None for identity in identities), target
    )


def number_sum(plan: Plan, key: str, number: int, target: str) -> tuple[Sentence, ...]:
    """A number of some of the articles, such as "5 without a day." in a month: its `key` is that of the phrase."""
    if not number:
        return ()
    return (plan.words.sentence("sums", key, number=Link(plan.words.number(number), target)),)
