"""review/: the articles that want a look, by reason, each with what is wrong and what would settle it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from newsarchive.render.doubts import INDEX, MISSING, has_review, reason_path, reason_words, reviewed
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.parts import Part, part_path
from newsarchive.render.review_entries import ReviewEntry, review_entry
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.strength import FIELD_OF, band_words, bundle, cut_by_strength, weakest_first

_MOST = 200  # parts that a page leads to; of more it leads to pages that do

# How many articles there are, and where there is an order of strength, which.
_SUM = {False: ("sums", "all"), True: ("review", "weakest_first")}


class Reason(NamedTuple):
    """A reason to look, in how many articles, and what to do about it."""

    link: Link
    number: str
    remedy: str


class ReviewView(NamedTuple):
    """review/index.html: the reasons, those with most articles first."""

    sums: tuple[Sentence, ...]
    reasons: tuple[Reason, ...]


class Band(NamedTuple):
    """The parts of a long list that hold articles of one strength: it in words, and links by their first files.

    Of a list of very many parts the links lead to pages that lead to some of them.
    """

    heading: str | None
    links: tuple[Link, ...]


class ReasonView(NamedTuple):
    """The page of a reason, one of its parts, or a page that leads to some of very many parts."""

    heading: str
    part: str | None
    remedy: str
    sums: tuple[Sentence, ...] = ()
    bands: tuple[Band, ...] = ()
    entries: tuple[ReviewEntry, ...] = ()


def review_lots(plan: Plan) -> Iterator[Lot]:
    """The index and the pages of each reason, where anybody may see them."""
    if not has_review(plan):
        return
    reasons = reviewed(plan)
    yield lot_of(_index(plan, reasons))
    for reason, identities in reasons.items():
        yield Lot(reason_path(reason), partial(_reason_sheets, plan, reason, identities), identities)


def _index(plan: Plan, reasons: Mapping[str, Sequence[str]]) -> Sheet:
    title = plan.words.say("review", "title")
    return Sheet(path=INDEX, template="review.html", title=title, make=partial(_index_view, plan, reasons))


def _index_view(plan: Plan, reasons: Mapping[str, Sequence[str]]) -> ReviewView:
    words = plan.words
    number = len({identity for identities in reasons.values() for identity in identities})
    articles = Link(words.count("articles", len(plan.archive.order)), href(INDEX, "years/index.html"))
    sums = words.sentence("review", "sum", number=Link(words.number(number), "#list"), articles=articles)
    return ReviewView(
        sums=(sums,) if reasons else (),
        reasons=tuple(
            Reason(
                Link(reason_words(plan, reason), href(INDEX, reason_path(reason))),
                words.number(len(identities)),
                _remedy(plan, reason),
            )
            for reason, identities in reasons.items()
        ),
    )


def _reason_sheets(plan: Plan, reason: str, in_time: Sequence[str]) -> Iterator[Sheet]:
    """The page of a reason, which shows the weakest and leads to the other parts, and a page for each part."""
    name, first, identities = reason_words(plan, reason), reason_path(reason), weakest_first(plan, reason, in_time)
    parts = cut_by_strength(plan, reason, identities)
    bundles = bundle(plan, reason, parts, _MOST) if len(parts) > _MOST else ()
    yield Sheet(
        path=first,
        template="review-list.html",
        title=name,
        make=partial(_first_view, plan, reason, identities, _ways(reason, parts, bundles)),
        trail=_trail(plan, reason, first)[:1],
        entries=identities,
        facts=(reason,),
    )
    if len(parts) == 1:
        return
    for bundled in bundles:
        yield _bundle_sheet(plan, reason, bundled)
    for part, (before, after) in with_neighbours(parts):
        path = part_path(first, part)
        yield Sheet(
            path=path,
            template="review-list.html",
            title=plan.words.say("form", "part", name=name, part=_part_words(plan, reason, part)),
            make=partial(_part_view, plan, reason, part),
            trail=_trail(plan, reason, path),
            before=Link(before.name, href(path, part_path(first, before))) if before else None,
            after=Link(after.name, href(path, part_path(first, after))) if after else None,
            entries=part.entries,
            facts=(reason,),
        )


def _bundle_sheet(plan: Plan, reason: str, parts: Sequence[Part]) -> Sheet:
    """A page that leads to some parts of a list of very many."""
    path = _bundle_path(reason, parts)
    heading, part = reason_words(plan, reason), _bundle_words(plan, parts)
    bands = tuple(_bands(plan, reason, path, [(one, part_path(reason_path(reason), one)) for one in parts]))
    return Sheet(
        path=path,
        template="review-list.html",
        title=plan.words.say("form", "part", name=heading, part=part),
        make=lambda: ReasonView(heading, part, _remedy(plan, reason), bands=bands),
        trail=_trail(plan, reason, path),
        entries=(),
        facts=(reason, bands),
    )


def _trail(plan: Plan, reason: str, page: str) -> tuple[Link, ...]:
    index = Link(plan.words.say("review", "title"), href(page, INDEX))
    return index, Link(reason_words(plan, reason), href(page, reason_path(reason)))


def _first_view(plan: Plan, reason: str, identities: Sequence[str], ways: Sequence[tuple[Part, str]]) -> ReasonView:
    path, weakest = reason_path(reason), ways[0][0]
    articles = Link(plan.words.count("articles", len(identities)), "#list")
    return ReasonView(
        heading=reason_words(plan, reason),
        part=_part_words(plan, reason, weakest) if len(ways) > 1 else None,
        remedy=_remedy(plan, reason),
        sums=(plan.words.sentence(*_SUM[reason in FIELD_OF and len(identities) > 1], articles=articles),),
        bands=tuple(_bands(plan, reason, path, ways, weakest)) if len(ways) > 1 else (),
        entries=tuple(review_entry(plan, path, identity, reason) for identity in weakest.entries),
    )


def _ways(reason: str, parts: Sequence[Part], bundles: Sequence[Sequence[Part]]) -> list[tuple[Part, str]]:
    """Where the first page leads to: the pages of all parts, or those that lead to some of very many, by the first."""
    if bundles:
        return [(bundled[0], _bundle_path(reason, bundled)) for bundled in bundles]
    return [(part, part_path(reason_path(reason), part)) for part in parts]


def _bands(
    plan: Plan, reason: str, page: str, ways: Sequence[tuple[Part, str]], shown: Part | None = None
) -> Iterator[Band]:
    """Ways to parts by how much speaks for what they hold; that to the part that is `shown` on the page is marked."""
    current = part_path(reason_path(reason), shown) if shown else None
    for heading, members in groupby(ways, key=lambda way: band_words(plan, reason, way[0])):
        yield Band(heading, tuple(Link(part.name, href(page, path), current=path == current) for part, path in members))


def _bundle_path(reason: str, parts: Sequence[Part]) -> str:
    return part_path(reason_path(reason), parts[0]._replace(slug=f"parts-{parts[0].slug}"))


def _bundle_words(plan: Plan, parts: Sequence[Part]) -> str:
    """Some parts by the first file of them: "Parts of this list, from lamp/0012.txt"."""
    start = plan.words.say("review", "from", file=parts[0].name)
    return plan.words.say("form", "part", name=plan.words.say("nav", "parts"), part=start)


def _part_words(plan: Plan, reason: str, part: Part) -> str:
    """A part by how much speaks for what it holds, and its first file: "Weak evidence, from lamp/0012.txt"."""
    start, band = plan.words.say("review", "from", file=part.name), band_words(plan, reason, part)
    return plan.words.say("form", "part", name=band, part=start) if band else start


def _part_view(plan: Plan, reason: str, part: Part) -> ReasonView:
    """A part says nothing of the whole, so that it stays as it is while other parts change."""
    path = part_path(reason_path(reason), part)
    return ReasonView(
        heading=reason_words(plan, reason),
        part=_part_words(plan, reason, part),
        remedy=_remedy(plan, reason),
        entries=tuple(review_entry(plan, path, identity, reason) for identity in part.entries),
    )


def _remedy(plan: Plan, reason: str) -> str:
    words, remedies = plan.words, plan.words.table["remedies"]
    remedy = str(remedies.get(reason, remedies["any"]))
    if reason not in MISSING:
        return remedy
    return f"{remedy} {words.say('review', 'or_none', line=f'{FIELD_OF[reason]}: none')}"
