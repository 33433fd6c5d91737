"""What a change reaches: the articles whose related articles may be others now."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from newsarchive.link.nearness import TOO_MANY, likely, weight
from newsarchive.link.placed import Placed
from newsarchive.link.related import TermIndex, find_related


class Change(NamedTuple):
    """An article that came, went or changed, and the terms that led to it before and that lead to it now.

    None do where it is not there, or is a copy of an earlier article.
    """

    id: str
    before: tuple[str, ...]
    now: tuple[str, ...]


class TermStore(TermIndex, Protocol):
    """Which articles have which terms, those too to which no term leads."""

    def firsts(self, term: str, most: int) -> Sequence[str]:
        """The articles that a term leads to, in any order: all of them, or `most` of them where there are more."""

    def copies(self, term: str) -> Sequence[str]:
        """The others that have it: copies of earlier articles."""


def relate_again(changes: Sequence[Change], placed: Placed, index: TermStore) -> dict[str, tuple[str, ...]]:
    """The related articles of those whose lists may be others after some changes; every other list is as it was.

    `index` is as the changes left it. There is a change for each id whose article came or went, was read again or
    stands at another path, and for each that became the first of its copies or is so no more.
    """
    wanted = reached(changes, index).union(change.id for change in changes)
    return find_related(wanted.intersection(placed.ids), placed, index)


def reached(changes: Sequence[Change], index: TermStore) -> set[str]:
    """The ids of articles whose related articles may be others after some changes, the changed ones left aside.

    These have a term whose weight the changes changed, or share enough with a changed article as it was or as it is for
    it to be listed. `index` is as the changes left it.
    """
    gained = Counter(chain.from_iterable(change.now for change in changes))
    lost = Counter(chain.from_iterable(change.before for change in changes))
    uses = {term: _use(term, gained[term], lost[term], index) for term in gained | lost}
    found: set[str] = set()
    for use in uses.values():
        if use.before != use.now:
            found.update(use.articles)
    for change in changes:
        found.update(likely(change.id, ((uses[term].before, uses[term].articles) for term in change.before)))
        found.update(likely(change.id, ((uses[term].now, uses[term].articles) for term in change.now)))
    return found


class _Use(NamedTuple):
    """What a term weighed and weighs, and the articles that have it, copies among them."""

    before: int
    now: int
    articles: Sequence[str]


def _use(term: str, gained: int, lost: int, index: TermStore) -> _Use:
    firsts = index.firsts(term, TOO_MANY + gained)  # as many as that: there were too many before, too
    before, now = weight(len(firsts) - gained + lost), weight(len(firsts))
    return _Use(before, now, (*firsts, *index.copies(term)) if before or now else ())
