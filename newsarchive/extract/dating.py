"""The rules by which clues become a date: the first that says anything is believed."""

from collections.abc import Callable

from newsarchive.extract.date_clues import Clues, Dating
from newsarchive.extract.date_inferred import (
    counted_from_retrieval,
    date_without_year,
    day_beside,
    not_after_update,
    not_before,
    photo_and_post,
)
from newsarchive.extract.stated import Candidate

_NEAR = 3  # lines between a date of publication and that of its update
_BESIDE = 4  # pieces above the headline in which a date is the article's; below it twice as many


def stated_date(clues: Clues) -> Dating | None:
    """The day that outweighs all others clearly, where it is not said to be of an update."""
    best = clues.ranking.best
    if best is None or not clues.ranking.is_likely or best.mention.role == "updated":
        return None
    line, says = best.span.line, f"line {best.span.line} says {best.words}"
    says += f", {best.order.why}" if best.order.why else ""
    if best.either:
        first, last = sorted((best.day, best.either))
        return Dating(f"[{first},{last}]", "ambiguous_date", "stated", (line,), says)
    if clues.ranking.is_sure and best.order.sure:
        return Dating(f"{best.day}", "stated_date", "stated", (line,), says)
    doubt = "" if clues.ranking.is_sure else f", but its place leaves a doubt ({clues.ranking.doubt})"
    return Dating(f"{best.day}?", "likely_date", "inferred", (line,), says + doubt, clues.ranking.lead)


def contradicting_dates(clues: Clues) -> Dating | None:
    """Two days by the headline of which both may be its own: the lesser says "published", or neither leads."""
    best, others = clues.ranking.best, other_days(clues)
    if best is None or len(others) != 1:
        return None
    leads = best.mention.role is None or clues.ranking.is_likely
    if leads and others[0].mention.role != "published":
        return None
    first, last = sorted((best, others[0]), key=lambda one: one.day)
    lines = tuple(sorted((first.span.line, last.span.line)))
    says = " and ".join(f"line {one.span.line} says {one.words}" for one in (first, last))
    return Dating(f"[{first.day},{last.day}]", "contradicting_dates", "stated", lines, says)


def other_days(clues: Clues) -> list[Candidate]:
    """The days of other lines by the headline that may be the article's own as well as the best."""
    best = clues.ranking.best
    if best is None or not _is_by_the_headline(best):
        return []
    return [one for _, one in clues.ranking.days[1:] if _is_by_the_headline(one) and one.span.line != best.span.line]


def _is_by_the_headline(one: Candidate) -> bool:
    """A date line that may be the article's own."""
    own = (
        one.span.label == "date" and one.mention.role in (None, "published") and not one.either and not one.where.signed
    )
    near = one.where.below_headline is not None and -_BESIDE <= one.where.below_headline <= 2 * _BESIDE
    return own and near and one.where.before_body > 0


RULES: tuple[Callable[[Clues], Dating | None], ...] = (
    contradicting_dates,
    stated_date,
    date_without_year,
    counted_from_retrieval,
    day_beside,
    not_after_update,
    photo_and_post,
    not_before,
)
"""Most certain first: the first that says anything is believed."""


def update(clues: Clues) -> Dating | None:
    """The day of the last update that is stated beside the date of publication, or in its stead."""
    best = clues.ranking.best
    if best is None or not clues.ranking.is_likely:
        return None
    for one in clues.ranking.updates:
        near = abs(one.span.line - best.span.line) <= _NEAR
        if near and one.day >= best.day and not one.either:
            return Dating(
                f"{one.day}", "stated_update", "stated", (one.span.line,), f"line {one.span.line} says {one.words}"
            )
    return None
