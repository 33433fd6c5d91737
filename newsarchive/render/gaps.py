"""Gaps in what an archive has of an outlet: longer than is usual for it, and than a month."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from newsarchive.render.dates import place_words
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.periods import place_path
from newsarchive.render.sheet import Plan

FEWEST = 20  # dated articles below which nothing can be said of an outlet's habits
TIMES, DAYS = 3, 30  # how many times its usual interval, and how many days, a gap is longer than

_SHOWN = 12


class Gap(NamedTuple):
    """The last day with articles before a gap, and the first one after it."""

    before: date
    after: date

    @property
    def days(self) -> int:
        """How many days there are none of."""
        return (self.after - self.before).days - 1


class GapsView(NamedTuple):
    """What is said of an outlet's gaps: how they are found, each of them, and what could be of them."""

    intro: str
    gaps: tuple[Sentence, ...]
    more: str | None
    undated: str | None


def gaps_view(plan: Plan, page: str, identities: Sequence[str]) -> GapsView | None:
    """The gaps of an outlet on its page, the longest of many in the order of time; None where there are none."""
    places = [plan.archive.entries[identity].place for identity in identities]
    days = [date.fromisoformat(place) for place in places if place and len(place) == 10]
    usual, found = find_gaps(days, [place for place in places if place and len(place) < 10])
    if not found:
        return None
    words, longest = plan.words, sorted(found, key=lambda gap: (-gap.days, gap.before))[:_SHOWN]
    shorter, undated = len(found) - len(longest), places.count(None)
    return GapsView(
        intro=words.say("gaps", "intro", usual=words.count("days", usual), most=words.count("days", DAYS)),
        gaps=tuple(_sentence(plan, page, gap) for gap in sorted(longest)),
        more=words.count("shorter_gaps", shorter) if shorter else None,
        undated=words.say("gaps", "undated", articles=words.count("articles", undated)) if undated else None,
    )


def find_gaps(days: Sequence[date], periods: Sequence[str]) -> tuple[int, tuple[Gap, ...]]:
    """How far days with articles usually are apart, and the gaps between them.

    Usually is the median of the intervals between different days. `days` are those of all articles of a known day;
    `periods` the months and years of others: where one of these may fall into a gap, there is none.
    """
    if len(days) + len(periods) < FEWEST:
        return 0, ()
    pairs = [Gap(*pair) for pair in pairwise(sorted(set(days)))]
    if not pairs:
        return 0, ()
    usual = median_low([(after - before).days for before, after in pairs])
    long = (gap for gap in pairs if gap.days > DAYS and (gap.after - gap.before).days > TIMES * usual)
    return usual, tuple(gap for gap in long if not any(_may_fall_into(gap, period) for period in periods))


def _may_fall_into(gap: Gap, period: str) -> bool:
    """Whether some day of a month or year may lie in a gap."""
    before, after = (day.isoformat()[: len(period)] for day in gap)
    return before <= period <= after


def _sentence(plan: Plan, page: str, gap: Gap) -> Sentence:
    """Such as "None in this archive between 15 April and 20 June 2023: 65 days."."""
    words = plan.words
    first, last = (
        Link(place_words(day.isoformat(), words), href(page, place_path(day.isoformat())))
        for day in (gap.before, gap.after)
    )
    return words.sentence("gaps", "gap", first=first, last=last, days=words.count("days", gap.days))
