"""Related articles: those that share the most of what few others say."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Protocol

from newsarchive.link.nearness import days_of, likely, nearness, weight
from newsarchive.link.placed import Placed

_MOST = 4

Relate = Callable[[Placed], Mapping[str, tuple[str, ...]]]
"""The ids of the related articles of each article, by its id; an article that is not there has none."""


class TermIndex(Protocol):
    """Which articles have which terms. Of exact copies the first alone stands for the terms of all."""

    def terms(self, identity: str) -> Sequence[str]:
        """The terms of an article, be it a copy or not."""

    def articles(self, term: str) -> Sequence[str]:
        """The articles that a term leads to, no copies among them, in any order; where they are as many that the term
        says nothing (`TOO_MANY`), as many of them, or none.
        """


def find_related(wanted: Iterable[str], placed: Placed, index: TermIndex) -> dict[str, tuple[str, ...]]:
    """For each of the wanted ids those of at most four articles about the same, the nearest first.

    Articles are near that share terms, the rarer the better (Spärck Jones 1972), and nearer if they are of the same
    days. How rare a term is goes by steps that do not depend on the size of the archive, so another article changes
    only lists of articles that share a term with it whose step it changed, or with which it is near itself (`reached`).
    What is common is not used at all, so the cost grows with the number of articles alone.

    Of copies of one text the first alone is listed, and never by its copies.
    """
    at = {identity: here for here, identity in enumerate(placed.ids)}
    return {identity: _nearest(at[identity], _candidates(identity, index, at), placed) for identity in wanted}


def relate_all(placed: Placed, terms: Mapping[str, Sequence[str]] | None = None) -> dict[str, tuple[str, ...]]:
    """The related articles of every article, by their terms, which go by id; without these, by those on the cards."""
    if terms is None:
        terms = {identity: card.terms for identity, card in zip(placed.ids, placed.cards, strict=True)}
    return find_related(placed.ids, placed, _AllTerms(placed, terms))


def _candidates(identity: str, index: TermIndex, at: Mapping[str, int]) -> list[tuple[int, int]]:
    """The articles that may be near, by their place in the order of time, each with the weight of what is shared."""
    sharing = filter(None, map(index.articles, index.terms(identity)))
    found = likely(identity, ((gain, others) for others in sharing if (gain := weight(len(others)))))
    return [(at[other], shared) for other, shared in found.items()]


def _nearest(here: int, candidates: Iterable[tuple[int, int]], placed: Placed) -> tuple[str, ...]:
    """The nearest of them; of equals those that come first in the order of time."""
    card = placed.cards[here]
    days = days_of(card.published)
    near = []
    for there, shared in candidates:
        other = placed.cards[there]
        is_copy = card.body_hash and card.body_hash == other.body_hash
        if not is_copy and (found := nearness(shared, days, days_of(other.published))):
            near.append((-found, there))
    return tuple(placed.ids[there] for _, there in sorted(near)[:_MOST])


class _AllTerms:
    """An index made from the terms of all articles."""

    def __init__(self, placed: Placed, terms: Mapping[str, Sequence[str]]) -> None:
        firsts = [(identity, terms[identity]) for identity in placed.ids if placed.is_first(identity)]
        counts = Counter(chain.from_iterable(said for _, said in firsts))
        self._terms = terms
        self._articles: dict[str, list[str]] = {term: [] for term, count in counts.items() if weight(count)}
        for identity, said in firsts:
            for articles in map(self._articles.get, said):
                if articles is not None:
                    articles.append(identity)

    def terms(self, identity: str) -> Sequence[str]:
        return self._terms[identity]

    def articles(self, term: str) -> Sequence[str]:
        return self._articles.get(term, ())
