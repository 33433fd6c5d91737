"""about/method.html: how this archive was made, in words and in figures."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import newsarchive
from newsarchive.model import Certainty, Edition
from newsarchive.render.data import ARTICLES, README, SCHEMA, has_data
from newsarchive.render.dates import long_date, place_words
from newsarchive.render.doubts import INDEX as REVIEW
from newsarchive.render.doubts import Reasons, by_reason, has_review, reason_href, reason_words, reviewed
from newsarchive.render.left_out import PATH as LEFT_OUT
from newsarchive.render.link import Count, Link, Sentence, href
from newsarchive.render.periods import place_path
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.render.sureness import FIELDS, SURENESSES, count_sureness

PATH = "about/method.html"

# The lists of what a field leaves out, and the reasons under which review/ lists what was inferred.
_WITHOUT = {"published": place_path(None), "outlet": "outlets/unknown.html", "authors": "authors/none.html"}
_REASONS = {
    ("published", "inferred"): "date_inferred",
    ("outlet", "inferred"): "outlet_inferred",
    ("authors", "inferred"): "byline_inferred",
    ("headline", "inferred"): "headline_inferred",
    ("headline", "none"): "no_headline",
}

# How a date is to be read, by examples: what it says, how sure it is, the key of what that means.
_DATES: tuple[tuple[str | None, Certainty | None, str], ...] = (
    ("2023-03-29", "stated", "stated"),
    ("2023-03-29?", "inferred", "probably"),
    ("2023-03", "stated", "month"),
    ("[2023-03-29..]", "inferred", "later"),
    ("[2023-03-29..2023-04-02]", "inferred", "between"),
    ("[2023-03-29,2023-03-30]", "inferred", "one_of"),
    (None, None, "none"),
)


class FieldRow(NamedTuple):
    """A field of the record, and in how many articles it is given, stated, inferred and missing."""

    name: str
    numbers: tuple[Link, ...]


class Term(NamedTuple):
    """Words, and what they mean here."""

    name: str
    text: str


class MethodView(NamedTuple):
    """What was done, in sentences and numbers; how dates are to be read; what is shown; where the data are."""

    program: str
    account: tuple[str, ...]
    figures: tuple[Count, ...]
    sureness: tuple[str, ...]
    fields: tuple[FieldRow, ...]
    reasons: tuple[Count, ...]
    dates: tuple[Term, ...]
    shown: tuple[Term, ...]
    left_out: Link
    data: Sentence
    review: Link | None


def method_sheet(plan: Plan) -> Sheet:
    """The page. It names the program and its version, but no clock and no machine."""
    trail = (Link(plan.words.say("nav", "about"), href(PATH, "about.html")),)
    title = plan.words.say("method", "title")
    make = partial(_view, plan)
    return Sheet(path=PATH, template="method.html", title=title, make=make, section="about", trail=trail)


def _view(plan: Plan) -> MethodView:
    words, shown = plan.words, reviewed(plan)
    return MethodView(
        program=words.say("method", "program", name="newsarchive", version=newsarchive.__version__),
        account=tuple(_account(plan)),
        figures=_figures(plan),
        sureness=tuple(words.say("method", sureness) for sureness in SURENESSES),
        fields=tuple(_field(plan, field, shown) for field in FIELDS),
        reasons=_reasons(plan, shown),
        dates=tuple(
            Term(long_date(edtf, certainty, words), words.say("method", f"date_{key}"))
            for edtf, certainty, key in _DATES
        ),
        shown=tuple(_shown(plan)),
        left_out=Link(words.say("left_out", "title"), href(PATH, LEFT_OUT)),
        data=_data(plan),
        review=Link(words.say("method", "review"), href(PATH, REVIEW)) if has_review(plan) else None,
    )


def _account(plan: Plan) -> Iterator[str]:
    """What the program did, a paragraph each."""
    say, site = plan.words.say, plan.site
    for key in ("read", "parted", "kept", "named"):
        yield say("method", key)
    if site.collected:
        yield say("method", "collected", day=place_words(site.collected, plan.words))


def _figures(plan: Plan) -> tuple[Count, ...]:
    """How much there is: texts, copies, lines, what was left out and repaired."""
    words = plan.words
    cards = [entry.card for entry in plan.archive.entries.values()]
    copies = sum(entry.is_copy for entry in plan.archive.entries.values())
    numbers = (
        ("articles", len(cards), "years/index.html"),
        ("copies", copies, None),
        ("lines", sum(card.lines for card in cards), None),
        ("left_out", sum(piece.pieces for card in cards for piece in card.left_out), LEFT_OUT),
        ("repairs", sum(card.repairs for card in cards), None),
    )
    return tuple(
        Count(Link(words.say("method", f"sum_{key}"), href(PATH, path) if path else None), words.number(number))
        for key, number, path in numbers
    )


def _field(plan: Plan, field: str, shown: Reasons) -> FieldRow:
    numbers = count_sureness(plan)[field]
    cells = []
    for sureness in SURENESSES:
        number = numbers[sureness]
        reason = _REASONS.get((field, sureness), "")
        target = reason_href(PATH, reason, number, shown)
        if sureness == "none" and number and field in _WITHOUT:
            target = href(PATH, _WITHOUT[field])
        cells.append(Link(plan.words.number(number), target))
    return FieldRow(plan.words.say("fields", field), tuple(cells))


def _reasons(plan: Plan, shown: Reasons) -> tuple[Count, ...]:
    """What wants a look, by reason; a reason whose articles are all in review/ leads there."""
    return tuple(
        Count(
            Link(reason_words(plan, reason), reason_href(PATH, reason, len(identities), shown)),
            plan.words.number(len(identities)),
        )
        for reason, identities in by_reason(plan).items()
    )


def _shown(plan: Plan) -> Iterator[Term]:
    """What readers see of an article, for all outlets and for those with a choice of their own."""
    site, words = plan.site, plan.words
    yield Term(words.say("method", "shown_others" if site.editions else "shown_all"), _edition(plan, site.edition))
    for outlet, edition in site.editions:
        yield Term(outlet, _edition(plan, edition))


def _edition(plan: Plan, edition: Edition) -> str:
    words, is_full = plan.words, edition.text == "full"
    shown = {
        "source_view": is_full and edition.source_view,
        "left_out_view": is_full and edition.left_out_view,
        "data_files": edition.data_files,
    }
    text = words.say("method", f"text_{edition.text}", words=words.count("words", edition.words))
    return " ".join((text, *(words.say("method", key) for key, is_shown in shown.items() if is_shown)))


def _data(plan: Plan) -> Sentence:
    """Where the same is for other programs; nothing where it is not."""
    if not has_data(plan):
        return ()
    paths = {"table": ARTICLES, "schema": SCHEMA, "readme": README}
    links = {name: Link(path.rpartition("/")[2], href(PATH, path)) for name, path in paths.items()}
    return plan.words.sentence("method", "data", **links)
