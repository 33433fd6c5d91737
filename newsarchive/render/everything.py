"""all.html: every article by date, by outlet and by headline: the ways to lists that are whole."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.render.dates import place_words
from newsarchive.render.kinds import group_path
from newsarchive.render.link import Count, Link, Sentence, href
from newsarchive.render.periods import periods, place_path
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.render.titles import INDEX as TITLES
from newsarchive.render.titles import title_counts

PATH = "all.html"

_MOST = 200  # outlets that are named here; of more the largest


class Order(NamedTuple):
    """One of the orders in which every article can be read: its name, an index, and lists with their numbers.

    `more` leads to those that are not named here.
    """

    heading: Link
    counts: tuple[Count, ...]
    more: Link | None


class EverythingView(NamedTuple):
    """The orders, and how many articles there are."""

    heading: str
    sums: tuple[Sentence, ...]
    orders: tuple[Order, ...]


def everything_sheet(plan: Plan) -> Sheet:
    """all.html."""
    title = plan.words.say("everything", "title")
    return Sheet(path=PATH, template="all.html", title=title, make=partial(_view, plan, title))


def _view(plan: Plan, title: str) -> EverythingView:
    words = plan.words
    articles = Link(words.count("articles", len(plan.archive.order)), "years/index.html")
    return EverythingView(
        heading=title,
        sums=(words.sentence("everything", "sum", articles=articles),),
        orders=(_by_date(plan), _by_outlet(plan), _by_headline(plan)),
    )


def _by_date(plan: Plan) -> Order:
    years = [(place_words(year.place, plan.words), year.place, len(year.identities)) for year in periods(plan.archive)]
    lists = [(name, place_path(place), number) for name, place, number in years]
    lists.append((plan.words.say("lists", "undated"), place_path(None), len(plan.archive.undated)))
    return Order(_heading(plan, "by_date", "years/index.html"), tuple(_counts(plan, lists)), None)


def _by_outlet(plan: Plan) -> Order:
    """Each outlet in the order of the alphabet; where they are many, the largest of them."""
    outlets = plan.archive.outlets
    index, more = "outlets/index.html", None
    if len(outlets) > _MOST:
        largest = sorted(outlets, key=lambda group: (-len(group.entries), group.slug))[:_MOST]
        chosen = {group.slug for group in largest}
        more = Link(plan.words.say("front", "all_outlets", outlets=plan.words.count("outlets", len(outlets))), index)
        outlets = tuple(group for group in outlets if group.slug in chosen)
    lists = [(group.name, group_path("outlets", group), len(group.entries)) for group in outlets]
    lists.append((plan.words.say("lists", "no_outlet"), "outlets/unknown.html", len(plan.archive.no_outlet)))
    return Order(_heading(plan, "by_outlet", index), tuple(_counts(plan, lists)), more)


def _by_headline(plan: Plan) -> Order:
    return Order(_heading(plan, "by_headline", TITLES), tuple(title_counts(plan, PATH)), None)


def _heading(plan: Plan, key: str, index: str) -> Link:
    return Link(plan.words.say("everything", key), href(PATH, index))


def _counts(plan: Plan, lists: Sequence[tuple[str, str, int]]) -> Iterator[Count]:
    """Lists with their numbers, without those that hold nothing."""
    for name, path, number in lists:
        if number:
            yield Count(Link(name, href(PATH, path)), plan.words.number(number))
