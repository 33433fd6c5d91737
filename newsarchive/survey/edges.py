"""The lines that recur at the edges of articles, and those of which it cannot be told whether they are the site's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsarchive.survey.counts import RECURS, Article, Count, add_companions, counted, holding, recurring
from newsarchive.survey.reading import Wording
from newsarchive.text.credits import find_credit
from newsarchive.text.dates import is_date_line

_NOTICE = 20
"""A sentence next to the body is the site's where it stands there this often, and in most articles of its kind."""
_FEW = 20
"""The articles of its folders for one that a notice stands in, where no other line tells its kind."""
_FEWEST_LETTERS = 3
_SIGNS = ("@", "http", "www.", "©")
"""A sentence with one of these is no refrain."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The keys of lines and forms that are the site's, and of lines that may be the site's or the authors'."""

    sure: frozenset[int]
    doubtful: frozenset[int]


def edges(articles: Sequence[Article], wordings: Mapping[int, Wording]) -> Edges:
    """What recurs at the edges of different articles, among the lines and forms whose wording is known."""
    keys = recurring(articles, frozenset(wordings))
    counts = counted(articles, keys)
    at_edges = {key for key, count in counts.items() if count.is_at_edges and _is_worded(wordings[key])}
    lines = {key for key in at_edges if _is_the_sites(counts[key], wordings[key])}
    inside = {key for key, count in counts.items() if count.inside >= RECURS and not wordings[key].is_form} - at_edges
    add_companions(holding(articles, (at_edges - lines) | inside), keys, lines, counts)
    sizes = Counter(article[0].folder for article in articles)
    templates = {key for key in at_edges if _is_template(counts[key], counts, wordings[key])}
    notices = {key for key in at_edges - lines if _is_notice(counts[key], counts, sizes)}
    sure = lines | templates | notices
    prompts = {key for key in inside if _is_worded(wordings[key]) and _is_of_most(counts[key], counts)}
    refrains = {key for key in at_edges - sure if wordings[key].is_sentence and not wordings[key].is_form}
    return Edges(frozenset(sure), frozenset(prompts | refrains))


def _is_the_sites(count: Count, wording: Wording) -> bool:
    """A line at edges that is no sentence next to the body, or has what no refrain has."""
    return not wording.is_form and (not count.is_beside or any(sign in wording.folded for sign in _SIGNS))


def _is_worded(wording: Wording) -> bool:
    """False for a line of numbers, which may stand in any table, and for a date."""
    if "0" not in wording.folded:
        return True
    return sum(map(str.isalpha, wording.folded)) >= _FEWEST_LETTERS and not is_date_line(wording.printed)


def _is_template(count: Count, counts: Mapping[int, Count], wording: Wording) -> bool:
    """A form beside one of the site's lines, in five articles and in half of all that have this line; no credit."""
    if not wording.is_form or find_credit(wording.printed):
        return False
    return any(
        often >= RECURS and 2 * often >= max(count.varied, counts[key].articles)
        for key, often in count.companions.items()
    )


def _is_notice(count: Count, counts: Mapping[int, Count], sizes: Mapping[str, int]) -> bool:
    """A sentence next to the body in most articles of its kind, and in twenty at least.

    Where no line of the site tells its kind, it must stand in one of twenty articles of its folders.
    """
    if count.articles < _NOTICE or not count.is_beside:
        return False
    if _always_with(count):
        return _is_of_most(count, counts)
    return _FEW * count.articles >= sum(sizes[folder] for folder in count.folders)


def _is_of_most(count: Count, counts: Mapping[int, Count]) -> bool:
    """A line in half of the articles that have the lines of the site which are always with it."""
    always = _always_with(count)
    return bool(always) and 2 * count.articles >= max(counts[key].articles for key in always)


def _always_with(count: Count) -> list[int]:
    return [key for key, often in count.companions.items() if 10 * often >= 9 * count.articles]
