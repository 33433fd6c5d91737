"""Why an article wants a look: what is wrong with it, missing from it, or only inferred."""

from collections.abc import Iterable, Iterator, Mapping

from newsarchive.model import Entry
from newsarchive.render.link import href
from newsarchive.render.sheet import Plan
from newsarchive.render.sureness import how_sure

Reasons = Mapping[str, tuple[str, ...]]

INDEX = "review/index.html"

_NAMES = {"published": "date", "outlet": "outlet", "authors": "byline", "headline": "headline"}

# Each says already why an article has no date.
_NO_DATE = frozenset({"no_date", "contradicting_dates", "ambiguous_date"})


def reasons_of(entry: Entry) -> tuple[str, ...]:
    """The reasons to look at an article, each once: those of its problems, then those of its fields."""
    found = dict.fromkeys(problem.reason for problem in entry.card.problems)
    return tuple(found | dict.fromkeys(_of_fields(entry, frozenset(found))))


def by_reason(plan: Plan) -> Reasons:
    """The ids that each reason is true of, in the order of the archive; the reasons with most articles first."""
    return _by_reason(plan, plan.archive.order)


def reviewed(plan: Plan) -> Reasons:
    """The same of the articles that review/ shows."""
    return _by_reason(plan, filter(plan.is_reviewed, plan.archive.order)) if has_review(plan) else {}


def has_review(plan: Plan) -> bool:
    """Whether there is a review/ at all."""
    editions = (plan.site.edition, *(edition for _, edition in plan.site.editions))
    return plan.site.is_working_copy or any(edition.review_pages for edition in editions)


def reason_path(reason: str) -> str:
    """The page of a reason: "no_date" -> "review/no-date.html"."""
    return f"review/{reason.replace('_', '-')}.html"


def reason_href(page: str, reason: str, number: int, shown: Reasons) -> str | None:
    """The way to the page of a reason, where it shows as many articles as are counted."""
    return href(page, reason_path(reason)) if number and len(shown.get(reason, ())) == number else None


def reason_words(plan: Plan, reason: str) -> str:
    """A reason in words: "no_date" -> "No date"; one that nobody has written words for says its name."""
    return str(plan.words.table["problems"].get(reason, reason.replace("_", " ").capitalize()))


def _by_reason(plan: Plan, identities: Iterable[str]) -> Reasons:
    found: dict[str, list[str]] = {}
    for identity in identities:
        for reason in reasons_of(plan.entry(identity)):
            found.setdefault(reason, []).append(identity)
    return {reason: tuple(found[reason]) for reason in sorted(found, key=lambda reason: (-len(found[reason]), reason))}


def _of_fields(entry: Entry, found: frozenset[str]) -> Iterator[str]:
    for field, name in _NAMES.items():
        match how_sure(entry, field):
            case "inferred":
                yield f"{name}_inferred"
            case "none" if field != "published" or not (_NO_DATE & found or _is_settled(entry)):
                yield f"no_{name}"
    if not entry.card.words:
        yield "no_body"


def _is_settled(entry: Entry) -> bool:
    """Whether a person gave a date, be it one that leaves the article among the undated."""
    return entry.card.certainty_of("published") == "given"
