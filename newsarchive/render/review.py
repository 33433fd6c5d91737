"""review/: the articles that want a look, by reason, each with what is wrong and what would settle it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from newsarchive.model import Doubt, Entry, Problem
from newsarchive.render.clues import reason as linked_lines
from newsarchive.render.direction import text_attributes
from newsarchive.render.doubts import INDEX, has_review, reason_path, reason_words, reviewed
from newsarchive.render.entries import EntryView, entry_view, published_card
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.parts import Part, part_path
from newsarchive.render.settling import Settling, settling
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of
from newsarchive.render.strength import FIELD_OF, band_words, cut_by_strength, doubt_of, weakest_first

# Of these a build has no more to say than their name.
_BARE = frozenset({"no_byline", "no_headline", "no_body"})

# The words of a problem name lines of the text only here; elsewhere they quote it.
_OF_LINES = "doubtful_lines"
_ANY_LINE = range(1, 10**9)


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


class Remark(NamedTuple):
    """What is wrong with an article, its lines as links to them; the attributes of the words."""

    words: Sentence
    attributes: Mapping[str, str]


class SpokenLine(NamedTuple):
    """A line of a text: a link to it, how it begins, the attributes of these words."""

    link: Link
    text: str
    attributes: Mapping[str, str]


class ReviewEntry(NamedTuple):
    """An article that wants a look: its entry, what is to be said of it, its lines, its file, where its clues are told.

    `heading` says what the lines are; `settling` is what would settle the reason, None where no sidecar does.
    """

    entry: EntryView
    remarks: tuple[Remark, ...]
    heading: str
    lines: tuple[SpokenLine, ...]
    file: str
    why: Link | None
    settling: Settling | None


class Band(NamedTuple):
    """The parts of a long list that hold articles of one strength: it in words, and links by their first files."""

    heading: str | None
    links: tuple[Link, ...]


class ReasonView(NamedTuple):
    """The page of a reason, or one of its parts."""

    heading: str
    part: str | None
    remedy: str
    sums: tuple[Sentence, ...]
    bands: tuple[Band, ...]
    entries: tuple[ReviewEntry, ...]


def review_lots(plan: Plan) -> Iterator[Lot]:
    """The index and the pages of each reason, where anybody may see them."""
    if not has_review(plan):
        return
    reasons = reviewed(plan)
    yield lot_of(_index(plan, reasons))
    for reason, identities in reasons.items():
        ordered = weakest_first(plan, reason, identities)
        yield Lot(reason_path(reason), partial(_reason_sheets, plan, reason, ordered), ordered)


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


def _reason_sheets(plan: Plan, reason: str, identities: Sequence[str]) -> Iterator[Sheet]:
    """The page of a reason, which shows the weakest and leads to the other parts, and a page for each part."""
    name, first = reason_words(plan, reason), reason_path(reason)
    parts = cut_by_strength(plan, reason, identities)
    index = Link(plan.words.say("review", "title"), href(first, INDEX))
    yield Sheet(
        path=first,
        template="review-list.html",
        title=name,
        make=partial(_first_view, plan, reason, identities, parts),
        trail=(index,),
        entries=tuple(identities),
        facts=(reason,),
    )
    if len(parts) == 1:
        return
    for part, (before, after) in with_neighbours(parts):
        path = part_path(first, part)
        yield Sheet(
            path=path,
            template="review-list.html",
            title=plan.words.say("form", "part", name=name, part=_part_words(plan, reason, part)),
            make=partial(_part_view, plan, reason, part),
            trail=(Link(index.text, href(path, INDEX)), Link(name, href(path, first))),
            before=Link(before.name, href(path, part_path(first, before))) if before else None,
            after=Link(after.name, href(path, part_path(first, after))) if after else None,
            entries=part.entries,
            facts=(reason,),
        )


def _first_view(plan: Plan, reason: str, identities: Sequence[str], parts: Sequence[Part]) -> ReasonView:
    path, weakest = reason_path(reason), parts[0]
    articles = Link(plan.words.count("articles", len(identities)), "#list")
    return ReasonView(
        heading=reason_words(plan, reason),
        part=_part_words(plan, reason, weakest) if len(parts) > 1 else None,
        remedy=_remedy(plan, reason),
        sums=(plan.words.sentence(*_SUM[reason in FIELD_OF and len(identities) > 1], articles=articles),),
        bands=tuple(_bands(plan, reason, parts)) if len(parts) > 1 else (),
        entries=tuple(_entry(plan, path, identity, reason) for identity in weakest.entries),
    )


def _bands(plan: Plan, reason: str, parts: Sequence[Part]) -> Iterator[Band]:
    path = reason_path(reason)
    for heading, members in groupby(parts, key=partial(band_words, plan, reason)):
        yield Band(
            heading,
            tuple(Link(part.name, href(path, part_path(path, part)), current=part is parts[0]) for part in members),
        )


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
        sums=(),
        bands=(),
        entries=tuple(_entry(plan, path, identity, reason) for identity in part.entries),
    )


def _remedy(plan: Plan, reason: str) -> str:
    remedies = plan.words.table["remedies"]
    return str(remedies.get(reason, remedies["any"]))


def _entry(plan: Plan, page: str, identity: str, reason: str) -> ReviewEntry:
    entry = plan.entry(identity)
    card = published_card(plan, entry)
    doubt = doubt_of(card, reason)
    problems = () if reason in _BARE else tuple(problem for problem in card.problems if problem.reason == reason)
    told = tuple(_remark(plan, page, entry, problem) for problem in problems)
    return ReviewEntry(
        entry=entry_view(plan, page, identity, "no_dates"),
        remarks=told or _inferred(plan, page, entry, reason, doubt),
        heading=plan.words.say("review", "speak" if doubt.weight else "stand"),
        lines=tuple(_spoken(plan, page, entry, line, text) for line, text in doubt.lines),
        file=card.source,
        why=_why(plan, page, entry, FIELD_OF.get(reason, "")),
        settling=settling(plan, card, reason),
    )


def _spoken(plan: Plan, page: str, entry: Entry, line: int, text: str) -> SpokenLine:
    number = plan.words.say("about_text", "line", number=plan.words.number(line))
    attributes = text_attributes(text, entry.card.language, plan.language)
    return SpokenLine(Link(number, href(page, f"{entry.url}#L{line}")), text, attributes)


def _inferred(plan: Plan, page: str, entry: Entry, reason: str, doubt: Doubt) -> tuple[Remark, ...]:
    """How the field of a reason was inferred; nothing where it was not."""
    if not (reason.endswith("_inferred") and doubt.why):
        return ()
    numbers = [line for line, _ in doubt.lines]
    return (_english(plan, _with_links(doubt.why, page, entry, numbers)),)


def _why(plan: Plan, page: str, entry: Entry, field: str) -> Link | None:
    if field != "published" and entry.card.certainty_of(field) is None:  # of its date a page always tells
        return None
    return Link(plan.words.say("article", "why"), href(page, f"{entry.url}#why-{field}"))


def _remark(plan: Plan, page: str, entry: Entry, problem: Problem) -> Remark:
    """The words of a problem; those of another file than the text name it."""
    if problem.where != entry.card.source:
        return _english(plan, (Link(str(problem)),))
    if problem.reason == _OF_LINES:
        return _english(plan, _with_links(problem.text, page, entry, _ANY_LINE))
    return _english(plan, (Link(problem.text),))


def _with_links(text: str, page: str, entry: Entry, lines: Collection[int]) -> Sentence:
    pieces, _ = linked_lines(text, lines, lines)
    return tuple(Link(piece.text, href(page, entry.url) + piece.href if piece.href else None) for piece in pieces)


def _english(plan: Plan, words: Sentence) -> Remark:
    """What the program says of what it found is English on any page."""
    return Remark(words, text_attributes("", "en", plan.language))
