"""Lists of more parts than a page can name: the parts in bundles, each with a page that leads to them.

    harbour-post.html   harbour-post/parts-2022.html   harbour-post/2022-05.html   harbour-post/2022-06-2.html

Bundles go by year. A year of very many parts is counted off from its oldest, as is what has no date, so that a new
article touches the newest bundle alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from newsarchive.render.dates import heading_words
from newsarchive.render.link import Link, href
from newsarchive.render.list_view import ListView
from newsarchive.render.parts import Part, part_path, range_words
from newsarchive.render.sheet import Plan, Section, Sheet

_MOST = 200  # parts that a page leads to


class Bundle(NamedTuple):
    """Some parts of a list in a row: the path of their page, its name, and their names and paths."""

    path: str
    name: str
    ways: tuple[tuple[str, str], ...]


def bundles_by_period(plan: Plan, path: str, parts: Sequence[Part]) -> tuple[Bundle, ...]:
    """The bundles of the list at a path whose parts go by period; none where a page can name all of them."""
    if len(parts) <= _MOST:
        return ()
    years = groupby(parts, key=lambda part: "undated" if part.slug.startswith("undated") else part.slug[:4])
    names = {"undated": heading_words(None, plan.words)}
    return tuple(
        bundle
        for year, members in years
        for bundle in _count_off(
            plan,
            part_path(path, Part(f"parts-{year}", "", ())),
            names.get(year, year),
            [(part, part_path(path, part)) for part in members],
        )
    )


def bundles_by_count(plan: Plan, path: str, parts: Sequence[tuple[Part, str]]) -> tuple[Bundle, ...]:
    """The bundles of a list whose parts, each with its path, are counted off; none where a page can name them all."""
    if len(parts) <= _MOST:
        return ()
    return tuple(_count_off(plan, f"{path.removesuffix('.html')}-parts.html", "", parts))


def bundle_links(page: str, bundles: Iterable[Bundle]) -> tuple[Link, ...]:
    """The ways from a page to those of bundles."""
    return tuple(Link(bundle.name, href(page, bundle.path)) for bundle in bundles)


def bundle_sheet(
    plan: Plan, bundle: Bundle, name: str, section: Section, trail: Callable[[str], tuple[Link, ...]]
) -> Sheet:
    """The page of a bundle of the list of a name; `trail` leads up from a path."""
    heading = plan.words.say("form", "part", name=plan.words.say("nav", "parts"), part=bundle.name)
    links = tuple(Link(part, href(bundle.path, path)) for part, path in bundle.ways)
    return Sheet(
        path=bundle.path,
        template="listing.html",
        title=plan.words.say("form", "part", name=name, part=heading),
        make=partial(ListView, heading=name, part=heading, parts=links),
        section=section,
        trail=trail(bundle.path),
        entries=(),
        facts=(links,),
    )


def _count_off(plan: Plan, path: str, name: str, parts: Sequence[tuple[Part, str]]) -> Iterator[Bundle]:
    """One bundle of parts, or as many as are needed, which then say which articles of them all they hold."""
    first = 0
    for number, start in enumerate(range(0, len(parts), _MOST), 1):
        bundled = parts[start : start + _MOST]
        size = sum(len(part.entries) for part, _ in bundled)
        which = range_words(plan, first, size)
        named = plan.words.say("form", "part", name=name, part=which) if name else which
        yield Bundle(
            path=f"{path.removesuffix('.html')}-{number}.html" if number > 1 else path,
            name=named if len(parts) > _MOST or not name else name,
            ways=tuple((part.name, at) for part, at in bundled),
        )
        first += size
