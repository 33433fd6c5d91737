"""Why an article wants a look: what is wrong with it, missing from it, or only inferred."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from newsarchive.model import Certainty, Entry
from newsarchive.render.link import href
from newsarchive.render.sheet import Plan

Reasons = Mapping[str, tuple[str, ...]]

INDEX = "review/index.html"

_NAMES = {"published": "date", "outlet": "outlet", "authors": "byline", "headline": "headline"}

MISSING = frozenset(f"no_{name}" for name in _NAMES.values())
"""Reasons that are settled, too, by saying that there is none."""

# Each says already why an article has no date.
_NO_DATE = frozenset({"no_date", "contradicting_dates", "ambiguous_date"})


def reasons_of(entry: Entry) -> tuple[str, ...]:
    """The reasons to look at an article, each once: those of its problems, then those of its fields."""
    card = entry.card
    problems = tuple(problem.reason for problem in card.problems) if card.problems else ()
    known = (bool(entry.place), bool(card.outlet), bool(card.authors), bool(card.headline))
    return _reasons(problems, card.certainties, known, bool(card.words))


@lru_cache(1)
def by_reason(plan: Plan) -> Reasons:
    """The ids that each reason is true of, in the order of the archive; the reasons with most articles first."""
    return _by_reason(plan, plan.archive.order)


@lru_cache(1)
def reviewed(plan: Plan) -> Reasons:
    """The same of the articles that review/ shows."""
    if plan.site.is_working_copy:
        return by_reason(plan)
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
    entries = plan.archive.entries
    for identity in identities:
        for reason in reasons_of(entries[identity]):
            found.setdefault(reason, []).append(identity)
    return {reason: tuple(found[reason]) for reason in sorted(found, key=lambda reason: (-len(found[reason]), reason))}


@lru_cache(4096)
def _reasons(
    problems: tuple[str, ...],
    certainties: tuple[tuple[str, Certainty], ...],
    known: tuple[bool, ...],
    has_body: bool,
) -> tuple[str, ...]:
    """The reasons by what is the same of many articles: problems, how sure fields are, which of them there are."""
    sure = dict(reversed(certainties))
    reasons = dict.fromkeys(problems)
    # a person may say that there is none, or give a date that leaves the article among the undated
    settled = {field for field, certainty in certainties if certainty == "given"}
    settled |= set() if _NO_DATE.isdisjoint(problems) else {"published"}
    for (field, name), is_known in zip(_NAMES.items(), known, strict=True):
        if is_known and sure.get(field, "inferred") == "inferred":  # what nobody vouches for
            reasons[f"{name}_inferred"] = None
        elif not is_known and field not in settled:
            reasons[f"no_{name}"] = None
    return tuple(reasons if has_body else reasons | {"no_body": None})
