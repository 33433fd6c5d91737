"""An article that wants a look, as a list in review/ shows it: what is wrong, the lines that speak, what settles it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from newsarchive.model import Doubt, Entry, Problem
from newsarchive.render.clues import reason as linked_lines
from newsarchive.render.direction import text_attributes
from newsarchive.render.entries import EntryView, entry_view, published_card
from newsarchive.render.link import Link, Sentence, href
from newsarchive.render.settling import Settling, settling
from newsarchive.render.sheet import Plan
from newsarchive.render.strength import FIELD_OF, doubt_of

# Of these a build has no more to say than their name.
_BARE = frozenset({"no_byline", "no_headline", "no_body"})

# The words of a problem name lines of the text only here; elsewhere they quote it.
_OF_LINES = "doubtful_lines"
_ANY_LINE = range(1, 10**9)


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


def review_entry(plan: Plan, page: str, identity: str, reason: str) -> ReviewEntry:
    """An article on a page of a reason."""
    entry = plan.entry(identity)
    card = published_card(plan, entry)
    doubt = doubt_of(plan, card, reason)
    problems = () if reason in _BARE else tuple(problem for problem in card.problems if problem.reason == reason)
    told = tuple(_remark(plan, page, entry, problem) for problem in problems)
    return ReviewEntry(
        entry=entry_view(plan, page, identity, "no_dates"),
        remarks=told or _inferred(plan, page, entry, reason, doubt),
        heading=plan.words.say("review", "speak" if doubt.weight else "stand"),
        lines=tuple(_spoken(plan, page, entry, line, text) for line, text in doubt.lines),
        file=card.source,
        why=_why(plan, page, entry, FIELD_OF.get(reason, "")),
        settling=settling(plan, card, reason, doubt),
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
