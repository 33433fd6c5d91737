"""In how many different articles lines stand, and where, and which lines of the site are with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newsarchive.survey.layout import BESIDE, INSIDE, Places, line_of
from newsarchive.survey.numbers import Pairs, spread, tally
from newsarchive.survey.recurring import RECURS
from newsarchive.survey.table import Flags, Ints, Table

_AT_ONCE = 1 << 16
"""So many places are looked around at once: each may have all lines of a site for company."""


@dataclass(frozen=True, slots=True)
class Counts:
    """By the number of a line: in how many articles it stands at all, inside the body, as a sentence beside it."""

    articles: Ints
    inside: Ints
    beside: Ints

    @property
    def at_edges(self) -> Flags:
        """Those at an edge in five articles, and in nine of ten."""
        return (self.articles - self.inside >= RECURS) & (10 * self.inside <= self.articles)

    @property
    def is_beside(self) -> Flags:
        """Those that are as often as not a sentence next to the body."""
        return 2 * self.beside >= self.articles - self.inside


def count(places: Places, lines: int) -> Counts:
    """The counts of so many lines."""
    return Counts(
        np.bincount(places.lines, minlength=lines),
        np.bincount(places.lines[places.where == INSIDE], minlength=lines),
        np.bincount(places.lines[places.where == BESIDE], minlength=lines),
    )


@dataclass(frozen=True, slots=True)
class Company:
    """What stands with lines: by the number of a line in how many articles that was looked at, and in pairs with it the
    lines of the site, and the folders.
    """

    varied: Ints
    lines: Pairs
    folders: Pairs


def company(table: Table, numbers: Ints, places: Places, wanted: Flags, sites: Flags) -> Company:
    """What stands with the wanted lines: of a form the site's lines right above and below it, of any other all of them.

    A place counts where its line is none of the site's. `numbers`: of each word of the table what it is, or -1.
    """
    is_sites = np.append(sites, False)[numbers]  # -1, the number of what does not recur, is the last place
    at = np.flatnonzero(wanted[places.lines])
    here = line_of(table.codes, places.words[at])
    at, here = at[~is_sites[here]], here[~is_sites[here]]
    lines = places.lines[at]
    is_form = numbers[here] != lines
    return Company(
        np.bincount(lines, minlength=len(sites)),
        tally(
            chain(_around(table, numbers, is_sites, here[is_form], lines[is_form]), _with(places, sites, at[~is_form]))
        ),
        tally([(lines, table.folders[table.texts_of(here)])]),
    )


def _around(table: Table, numbers: Ints, is_sites: Flags, here: Ints, forms: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Forms with the lines of the site right above and below their lines, which are `here`; one in both places once."""
    above, below = line_of(table.codes, here - 1, -1), line_of(table.codes, here + 1)
    yield forms[is_sites[above]], numbers[above[is_sites[above]]]
    is_other = is_sites[below] & (numbers[below] != numbers[above])
    yield forms[is_other], numbers[below[is_other]]


def _with(places: Places, sites: Flags, at: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Lines, by their places, with all lines of the site in the articles that they stand in."""
    own = np.flatnonzero(sites[places.lines])
    articles = places.articles[own]
    for part in np.array_split(at, len(at) // _AT_ONCE + 1):
        start = np.searchsorted(articles, places.articles[part])
        sizes = np.searchsorted(articles, places.articles[part], "right") - start
        yield np.repeat(places.lines[part], sizes), places.lines[own[spread(start, sizes)]]
