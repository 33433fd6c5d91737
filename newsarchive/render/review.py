"""review/: the articles that want a look, by reason, each with what is wrong and what would settle it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from newsarchive.model import Entry, Problem
from newsarchive.render.clues import reason as linked_lines
from newsarchive.render.direction import text_attributes
from newsarchive.render.doubts import INDEX, has_review, reason_path, reason_words, reviewed
from newsarchive.render.entries import EntryView, entry_view, published_card
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.parts import Part, cut_by_period, newest_part, part_links, part_path
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of

# The field that a reason is about, where the page of an article tells why it says what it says.
_FIELDS = {
    "date_inferred": "published",
    "contradicting_dates": "published",
    "ambiguous_date": "published",
    "date_outside_period": "published",
    "outlet_inferred": "outlet",
    "byline_inferred": "authors",
    "headline_inferred": "headline",
}

# Of these a build has no more to say than their name.
_BARE = frozenset({"no_byline", "no_headline", "no_body", "no_date"})

# Numbers in the words of this are lines of the text, each of which stands on its page.
_OF_LINES = "doubtful_lines"
_ANY_LINE = range(1, 10**9)


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


class ReviewEntry(NamedTuple):
    """An article that wants a look: its entry, what is to be said of it, its file, and where its clues are told."""

    entry: EntryView
    remarks: tuple[Remark, ...]
    file: str
    why: Link | None


class ReasonView(NamedTuple):
    """The page of a reason, or one of its parts."""

    heading: str
    part: str | None
    remedy: str
    sums: tuple[Sentence, ...]
    parts: tuple[Link, ...]
    entries: tuple[ReviewEntry, ...]


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


def _reason_sheets(plan: Plan, reason: str, identities: Sequence[str]) -> Iterator[Sheet]:
    """The page of a reason, which shows the newest part and leads to the others, and a page for each part."""
    name, first = reason_words(plan, reason), reason_path(reason)
    parts = cut_by_period(plan, identities)
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
    for part in parts:
        path = part_path(first, part)
        yield Sheet(
            path=path,
            template="review-list.html",
            title=plan.words.say("form", "part", name=name, part=part.name),
            make=partial(_part_view, plan, reason, part),
            trail=(Link(index.text, href(path, INDEX)), Link(name, href(path, first))),
            entries=part.entries,
            facts=(reason,),
        )


def _first_view(plan: Plan, reason: str, identities: Sequence[str], parts: Sequence[Part]) -> ReasonView:
    path, newest = reason_path(reason), newest_part(parts)
    articles = Link(plan.words.count("articles", len(identities)), "#list")
    return ReasonView(
        heading=reason_words(plan, reason),
        part=newest.name or None,
        remedy=_remedy(plan, reason),
        sums=(plan.words.sentence("sums", "all", articles=articles),),
        parts=part_links(path, parts),
        entries=tuple(_entry(plan, path, identity, reason) for identity in newest.entries),
    )


def _part_view(plan: Plan, reason: str, part: Part) -> ReasonView:
    """A part says nothing of the whole, so that it stays as it is while other parts change."""
    path = part_path(reason_path(reason), part)
    return ReasonView(
        heading=reason_words(plan, reason),
        part=part.name,
        remedy=_remedy(plan, reason),
        sums=(),
        parts=(),
        entries=tuple(_entry(plan, path, identity, reason) for identity in part.entries),
    )


def _remedy(plan: Plan, reason: str) -> str:
    remedies = plan.words.table["remedies"]
    return str(remedies.get(reason, remedies["any"]))


def _entry(plan: Plan, page: str, identity: str, reason: str) -> ReviewEntry:
    entry = plan.entry(identity)
    problems = () if reason in _BARE else published_card(plan, entry).problems
    remarks = [_remark(plan, page, entry, problem) for problem in problems if problem.reason == reason]
    return ReviewEntry(
        entry=entry_view(plan, page, identity),
        remarks=tuple(remarks),
        file=entry.card.source,
        why=_why(plan, page, entry, _FIELDS.get(reason, "")),
    )


def _why(plan: Plan, page: str, entry: Entry, field: str) -> Link | None:
    if field != "published" and entry.card.certainty_of(field) is None:  # of its date a page always tells
        return None
    return Link(plan.words.say("article", "why"), href(page, f"{entry.url}#why-{field}"))


def _remark(plan: Plan, page: str, entry: Entry, problem: Problem) -> Remark:
    """The words of a problem, which are English; those of another file than the text name it."""
    if problem.where != entry.card.source:
        words: Sentence = (Link(str(problem)),)
    elif problem.reason == _OF_LINES:
        pieces, _ = linked_lines(problem.text, _ANY_LINE, _ANY_LINE)
        words = tuple(Link(piece.text, href(page, entry.url) + piece.href if piece.href else None) for piece in pieces)
    else:
        words = (Link(problem.text),)
    return Remark(words, text_attributes("", "en", plan.language))
