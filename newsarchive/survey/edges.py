"""The lines that recur at the edges of articles, and those of which it cannot be told whether they are the site's."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from newsarchive.survey.layout import Place, places
from newsarchive.survey.reading import Seen, Wording
from newsarchive.text.credits import find_credit

RECURS = 5
"""A line is a habit when it stands at the edge of this many different articles."""

_NOTICE = 20
"""A sentence next to the body is the site's where it stands there this often, and in most articles of its kind."""
_FEW = 20
"""The articles of its folders for one that a notice stands in, where no other line tells its kind."""
_SIGNS = ("@", "http", "www.", "©")
"""A sentence with one of these is no refrain."""

Article = Sequence[Seen]


@dataclass(slots=True)
class Count:
    """In how many articles a line stands: at all, inside the body, as a sentence beside it; and what stands with it."""

    articles: int = 0
    inside: int = 0
    beside: int = 0
    varied: int = 0
    folders: set[str] = field(default_factory=set)
    companions: Counter[int] = field(default_factory=Counter)

    @property
    def is_at_edges(self) -> bool:
        """At an edge in five articles, and in nine of ten."""
        return self.articles - self.inside >= RECURS and 10 * self.inside <= self.articles

    @property
    def is_beside(self) -> bool:
        """As often as not a sentence next to the body."""
        return 2 * self.beside >= self.articles - self.inside


@dataclass(frozen=True, slots=True)
class Edges:
    """The keys of lines and forms that are the site's, and of sentences that may be the site's or the authors'."""

    sure: frozenset[int]
    doubtful: frozenset[int]


def edges(articles: Sequence[Article], wordings: Mapping[int, Wording]) -> Edges:
    """What recurs at the edges of different articles, among the lines and forms whose wording is known."""
    keys = _recurring(articles, frozenset(wordings))
    counts = _counted(articles, keys)
    at_edges = {key for key, count in counts.items() if count.is_at_edges}
    lines = {key for key in at_edges if _is_the_sites(counts[key], wordings[key])}
    undecided = at_edges - lines
    open_articles = [article for article in articles if _holds(article, undecided)]
    _add_companions(open_articles, keys, lines, counts)
    sizes = Counter(article[0].folder for article in articles)
    templates = {key for key in at_edges if _is_template(counts[key], counts, wordings[key])}
    notices = {key for key in at_edges - lines if _is_notice(counts[key], counts, sizes)}
    sure = lines | templates | notices
    doubtful = {key for key in at_edges - sure if wordings[key].is_sentence and not wordings[key].is_form}
    return Edges(frozenset(sure), frozenset(doubtful))


def _is_the_sites(count: Count, wording: Wording) -> bool:
    """A line at edges that is no sentence next to the body, or has what no refrain has."""
    return not wording.is_form and (not count.is_beside or any(sign in wording.folded for sign in _SIGNS))


def _recurring(articles: Sequence[Article], known: frozenset[int]) -> set[int]:
    """The keys, among the known ones, that stand in five different articles."""
    times: Counter[int] = Counter()
    for article in articles:
        times.update(known.intersection(chain.from_iterable((*text.keys, *text.forms) for text in article)))
    return {key for key, often in times.items() if often >= RECURS}


def _holds(article: Article, keys: Collection[int]) -> bool:
    return any(key in keys for text in article for key in chain(text.keys, text.forms))


def _counted(articles: Sequence[Article], keys: Collection[int]) -> dict[int, Count]:
    counts: dict[int, Count] = defaultdict(Count)
    for article in articles:
        for place in places(article, keys).values():
            count = counts[place.key]
            count.articles += 1
            count.inside += place.where == "inside"
            count.beside += place.where == "beside"
    return counts


def _add_companions(
    articles: Sequence[Article], keys: Collection[int], lines: Collection[int], counts: Mapping[int, Count]
) -> None:
    """Adds to the count of each form the site's lines right above and below it, to that of any other line all of them.

    A form counts where its line is not one of the site's lines already.
    """
    for article in articles:
        found = places(article, keys)
        own = [key for key in found if key in lines]
        for place in found.values():
            count, here = counts[place.key], place.text.keys[place.line]
            if place.key in lines or here in lines:
                continue
            count.varied += 1
            count.folders.add(place.text.folder)
            count.companions.update(own if here == place.key else _neighbours(place, lines))


def _neighbours(place: Place, lines: Collection[int]) -> set[int]:
    around = place.text.keys[max(0, place.line - 1) : place.line + 2]
    return {key for key in around if key in lines}


def _is_template(count: Count, counts: Mapping[int, Count], wording: Wording) -> bool:
    """A form beside one of the site's lines, in five articles and in half of all that have this line; no credit."""
    if not wording.is_form or find_credit(wording.printed):
        return False
    return any(
        often >= RECURS and 2 * often >= max(count.varied, counts[key].articles)
        for key, often in count.companions.items()
    )


def _is_notice(count: Count, counts: Mapping[int, Count], sizes: Mapping[str, int]) -> bool:
    """A sentence next to the body in most articles that have the line which is always with it, in twenty at least.

    Where no line is always with it, it must stand in one of twenty articles of its folders.
    """
    if count.articles < _NOTICE or not count.is_beside:
        return False
    always = [key for key, often in count.companions.items() if 10 * often >= 9 * count.articles]
    if always:
        return 2 * count.articles >= max(counts[key].articles for key in always)
    return _FEW * count.articles >= sum(sizes[folder] for folder in count.folders)
