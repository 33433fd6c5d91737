"""In how many different articles lines stand, and where, and which lines of the site are with them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from newsarchive.survey.layout import Place, places
from newsarchive.survey.reading import Seen

RECURS = 5
"""A line is a habit when it stands at the edge of this many different articles."""

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


def recurring(articles: Sequence[Article], known: frozenset[int]) -> set[int]:
    """The keys, among the known ones, that stand in five different articles."""
    times: Counter[int] = Counter()
    for article in articles:
        times.update(known.intersection(chain.from_iterable((*text.keys, *text.forms) for text in article)))
    return {key for key, often in times.items() if often >= RECURS}


def holding(articles: Sequence[Article], keys: Collection[int]) -> list[Article]:
    """The articles in which one of these stands."""
    return [article for article in articles if _holds(article, keys)]


def _holds(article: Article, keys: Collection[int]) -> bool:
    return any(key in keys for text in article for key in chain(text.keys, text.forms))


def counted(articles: Sequence[Article], keys: Collection[int]) -> dict[int, Count]:
    """How often each of these stands where, in articles that have a body."""
    counts: dict[int, Count] = defaultdict(Count)
    for article in articles:
        for place in places(article, keys).values():
            count = counts[place.key]
            count.articles += 1
            count.inside += place.where == "inside"
            count.beside += place.where == "beside"
    return counts


def add_companions(
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
