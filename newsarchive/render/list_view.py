"""What a page of a list shows."""

from typing import NamedTuple

from newsarchive.render.calendar import Calendar
from newsarchive.render.entries import EntryGroup
from newsarchive.render.gaps import GapsView
from newsarchive.render.grid import Grid
from newsarchive.render.habits import HabitsView
from newsarchive.render.link import Link, Sentence
from newsarchive.render.tally import Bar


class ListView(NamedTuple):
    """A list of articles: what it is, how many there are, its bars, its parts, the articles in groups, other names.

    `part` names the part that the page shows of a list that is cut; `ways` lead to what shows the same otherwise. A
    month has a calendar, years and outlets a table; of an outlet it is said where it has gaps and what was left out.
    """

    heading: str
    part: str | None = None
    intro: str | None = None
    sums: tuple[Sentence, ...] = ()
    bars: tuple[Bar, ...] = ()
    parts: tuple[Link, ...] = ()
    groups: tuple[EntryGroup, ...] = ()
    names_heading: str | None = None
    names: Sentence = ()
    ways: tuple[Link, ...] = ()
    calendar: Calendar | None = None
    grid: Grid | None = None
    gaps: GapsView | None = None
    habits: HabitsView | None = None
