"""The front page: how much there is, from when to when, the latest of it, and the ways in."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.render.dates import place_words, span_words
from newsarchive.render.doubts import INDEX as REVIEW
from newsarchive.render.doubts import reason_href, reviewed
from newsarchive.render.entries import EntryGroup, groups_by_place, teaser, without_copies
from newsarchive.render.kinds import group_path
from newsarchive.render.link import Count, Link, Sentence
from newsarchive.render.method import PATH as METHOD
from newsarchive.render.periods import Period, periods, place_path
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.render.sureness import count_sureness
from newsarchive.render.tally import Bar, span_bars

PATH = "index.html"

_FEW = 60  # an archive of fewer articles is listed whole on its front page
_NEWEST = 10
_BUSIEST = 3
_OUTLETS = 12


class FrontView(NamedTuple):
    """The front page. `busiest` is empty where `groups` lists the whole archive.

    `sure` counts what is known, how well, and what is not.
    """

    description: str | None
    sum: Sentence
    bars: tuple[Bar, ...]
    list_heading: str
    groups: tuple[EntryGroup, ...]
    busiest: tuple[EntryGroup, ...]
    outlets: tuple[Count, ...]
    all_outlets: Link
    sure: tuple[Count, ...]


def front_sheet(plan: Plan) -> Sheet:
    """index.html."""
    title = plan.site.title
    return Sheet(path=PATH, template="front.html", title=title, make=partial(_view, plan), section="front")


def _view(plan: Plan) -> FrontView:
    words, archive = plan.words, plan.archive
    years = periods(archive)
    listed = without_copies(plan, archive.order)
    is_small = len(archive.order) < _FEW
    newest = _newest_first(plan, listed)
    return FrontView(
        description=plan.site.description,
        sum=_sum(plan),
        bars=span_bars(plan, PATH, years),
        list_heading=words.say("front", "all" if is_small else "newest"),
        groups=groups_by_place(plan, PATH, newest if is_small else _dated(plan, newest)[:_NEWEST]),
        busiest=() if is_small else _busiest(plan, years),
        outlets=_outlets(plan),
        all_outlets=Link(
            words.say("front", "all_outlets", outlets=words.count("outlets", len(archive.outlets))),
            "outlets/index.html",
        ),
        sure=_sure(plan),
    )


def _sum(plan: Plan) -> Sentence:
    """Such as "2,871 articles of 203 outlets, January to December 2023."."""
    words, archive = plan.words, plan.archive
    if not archive.order:
        return words.sentence("front", "empty")
    articles = Link(words.count("articles", len(archive.order)), "years/index.html")
    outlets = Link(words.count("outlets", len(archive.outlets)), "outlets/index.html")
    places = [entry.place for entry in archive.entries.values() if entry.place]
    form = "_".join(["sum", *["outlets"] * bool(archive.outlets), *["span"] * bool(places)])
    span = span_words(min(places), max(places), words) if places else ""
    return words.sentence("front", form, articles=articles, outlets=outlets, span=span)


def _newest_first(plan: Plan, identities: Sequence[str]) -> list[str]:
    entries = plan.archive.entries
    return sorted(identities, key=lambda identity: entries[identity].place or "", reverse=True)


def _dated(plan: Plan, identities: Sequence[str]) -> list[str]:
    entries = plan.archive.entries
    return [identity for identity in identities if entries[identity].place is not None]


def _busiest(plan: Plan, years: Sequence[Period]) -> tuple[EntryGroup, ...]:
    days = [day for year in years for month in year.inner for day in month.inner]
    busiest = sorted(days, key=lambda day: (-len(day.identities), day.place))[:_BUSIEST]
    return tuple(_busy_day(plan, day) for day in busiest)


def _busy_day(plan: Plan, day: Period) -> EntryGroup:
    words = plan.words
    articles = words.count("articles", len(day.identities))
    heading = words.say("front", "busy_day", day=place_words(day.place, words), articles=articles)
    return teaser(plan, PATH, Link(heading, place_path(day.place)), day.identities)


def _outlets(plan: Plan) -> tuple[Count, ...]:
    largest = sorted(plan.archive.outlets, key=lambda group: (-len(group.entries), group.slug))[:_OUTLETS]
    return tuple(
        Count(Link(group.name, group_path("outlets", group)), plan.words.number(len(group.entries)))
        for group in largest
    )


def _sure(plan: Plan) -> tuple[Count, ...]:
    """How sure dates are, what has no outlet or byline, what wants a look; what there is none of is not told."""
    archive, dates, shown = plan.archive, count_sureness(plan)["published"], reviewed(plan)
    inferred = dates["inferred"]
    numbers = {
        "dates_stated": (dates["given"] + dates["stated"], "years/index.html"),
        "dates_inferred": (inferred, reason_href(PATH, "date_inferred", inferred, shown) or f"{METHOD}#fields"),
        "no_date": (dates["none"], place_path(None)),
        "no_outlet": (len(archive.no_outlet), "outlets/unknown.html"),
        "no_author": (len(archive.no_author), "authors/none.html"),
        "look": (len({identity for identities in shown.values() for identity in identities}), REVIEW),
    }
    return tuple(
        Count(Link(plan.words.say("front", key), path), plan.words.number(number))
        for key, (number, path) in numbers.items()
        if number
    )
