"""Long lists in parts: by year, a long year by months, and a long period counted from its oldest article.

A part keeps its address while it fills up and after, so that a new article touches the newest part alone:

    harbour-post.html (all parts; shows the newest)   harbour-post/2022.html   harbour-post/2023-03.html
    harbour-post/2023-03-2.html (the second fifty of that month)               harbour-post/undated.html
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsarchive.render.dates import heading_words, place_words, span_words
from newsarchive.render.link import Link, href
from newsarchive.render.sheet import Plan


class Part(NamedTuple):
    """Some entries of a list: their ids, the last piece of the part's address, and a name by what it holds."""

    slug: str
    name: str
    entries: tuple[str, ...]


def cut_by_period(plan: Plan, identities: Sequence[str]) -> tuple[Part, ...]:
    """The parts of a list that is in the order of time; one part where the list is short enough."""
    size = plan.site.listing_size
    if len(identities) <= size:
        return (Part("", "", tuple(identities)),)
    parts: list[Part] = []
    entries = plan.archive.entries
    for year, members in groupby(identities, key=lambda identity: (entries[identity].place or "")[:4]):
        ids = tuple(members)
        if year and len(ids) <= size:
            parts.append(Part(year, year, ids))
        else:
            for place, inside in groupby(ids, key=lambda identity: (entries[identity].place or "")[:7]):
                parts += _count_off(plan, place, tuple(inside))
    return tuple(parts)


def part_path(path: str, part: Part) -> str:
    """The page of a part of the list at a path: "outlets/lamp.html" -> "outlets/lamp/2023-03.html"."""
    return f"{path.removesuffix('.html')}/{part.slug}.html"


def periods_at(plan: Plan, path: str, parts: Sequence[Part]) -> dict[str, str]:
    """Where a list holds each year and each month: {"2023-03": "outlets/lamp.html#2023-03-31"}.

    That is the heading of the newest day of it, or the page that holds nothing else; of what is cut, where it begins.
    """
    entries, found = plan.archive.entries, dict[str, str]()
    for part in parts:
        page = part_path(path, part) if part.slug else path
        newest = dict[str, str]()
        for place in dict.fromkeys(entries[identity].place or "" for identity in part.entries):
            for period in (place[:4], place[:7]):
                newest[period] = max(place, newest.get(period, ""))
        newest.pop("", None)  # of what has no date
        for period, place in newest.items():
            is_whole_page = part.slug and len(part.slug) >= len(period)
            found.setdefault(period, page if is_whole_page else f"{page}#{place}")
    return found


def part_links(path: str, parts: Sequence[Part]) -> tuple[Link, ...]:
    """The ways from the page of a list, which shows its newest part, to its parts; none where it is not cut."""
    newest = newest_part(parts)
    links = (Link(part.name, href(path, part_path(path, part)), current=part is newest) for part in parts)
    return tuple(links) if len(parts) > 1 else ()


def newest_part(parts: Sequence[Part]) -> Part:
    """The last part of which the period is known, or the last of all."""
    dated = [part for part in parts if not part.slug.startswith("undated")]
    return (dated or parts)[-1]


def cut_by_count(plan: Plan, identities: Sequence[str]) -> tuple[Part, ...]:
    """The parts of a list without a finer period, named by which articles of the list they hold: "51 to 100"."""
    return tuple(
        Part(f"-{number}" if number > 1 else "", range_words(plan, start, len(entries)), entries)
        for number, start, entries in _chunks(identities, plan.site.listing_size)
    )


def range_words(plan: Plan, start: int, number: int) -> str:
    """So many articles of a list, after the first ones: (50, 50) -> "51 to 100"."""
    say = plan.words.number
    return plan.words.say("lists", "articles_part", first=say(start + 1), last=say(start + number))


def _count_off(plan: Plan, place: str, identities: tuple[str, ...]) -> list[Part]:
    slug = {0: "undated", 4: f"{place}-unknown"}.get(len(place), place)
    chunks = list(_chunks(identities, plan.site.listing_size))
    whole = len(chunks) == 1 and len(place) == 7
    names = [place_words(place, plan.words) if whole else _name(plan, place, entries) for _, _, entries in chunks]
    if len(set(names)) < len(names):
        names = [
            plan.words.say("form", "part", name=name, part=range_words(plan, start, len(entries)))
            for name, (_, start, entries) in zip(names, chunks, strict=True)
        ]
    return [
        Part(f"{slug}-{number}" if number > 1 else slug, name, entries)
        for name, (number, _, entries) in zip(names, chunks, strict=True)
    ]


def _name(plan: Plan, place: str, identities: tuple[str, ...]) -> str:
    """A part of a month by its days: "1 to 14 March 2023"."""
    if len(place) < 7:
        return heading_words(place or None, plan.words)
    days = [day for identity in identities if len(day := plan.entry(identity).place or "") == 10]
    return span_words(days[0], days[-1], plan.words) if days else heading_words(place, plan.words)


def _chunks(identities: Sequence[str], size: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for number, start in enumerate(range(0, len(identities), size), 1):
        yield number, start, tuple(identities[start : start + size])
