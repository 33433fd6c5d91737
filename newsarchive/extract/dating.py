"""The rules by which clues become a date: the first that says anything is believed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsarchive.extract.bounds import Bound
from newsarchive.extract.stated import Candidate
from newsarchive.extract.undated import days_named, yearless_dates
from newsarchive.extract.weighing import Ranking
from newsarchive.extract.years import Limits, infer_year
from newsarchive.model import Certainty, Choices, Span

_NEAR = 3  # lines between a date of publication and that of its update
_BESIDE = 4  # pieces above the headline in which a date is the article's; below it twice as many


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a text tells of its date."""

    spans: Sequence[Span]
    ranking: Ranking
    bounds: Sequence[Bound]
    choices: Choices


@dataclass(frozen=True, slots=True)
class Dating:
    """A date as EDTF text, and what speaks for it."""

    value: str
    rule: str
    certainty: Certainty
    lines: tuple[int, ...]
    why: str


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
    return Dating(f"{best.day}?", "likely_date", "inferred", (line,), says + doubt)


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
    own = one.span.label == "date" and one.mention.role in (None, "published") and not one.either and not one.signed
    near = one.below_headline is not None and -_BESIDE <= one.below_headline <= 2 * _BESIDE
    return own and near and one.before_body > 0


def date_of_update(clues: Clues) -> Dating | None:
    """The day of an update that is the only date stated: nine times in ten the text was published on that day."""
    best = clues.ranking.best
    if best is None or not clues.ranking.is_likely or best.mention.role != "updated" or best.either:
        return None
    why = f"line {best.span.line} says {best.words}: no other date is stated, and most updates are of the same day"
    return Dating(f"{best.day}?", "date_of_update", "inferred", (best.span.line,), why)


def date_without_year(clues: Clues) -> Dating | None:
    """A day and a month beside the headline or before the first sentence, whose year the rest of the text tells."""
    limits = Limits(clues.bounds, clues.choices)
    for line, mention in yearless_dates(clues.spans):
        if inferred := infer_year(mention, line, clues.spans, limits):
            return Dating(f"{inferred.day}?", "date_without_year", "inferred", inferred.lines, inferred.why)
    return None


def photo_and_post(clues: Clues) -> Dating | None:
    """A post of a day that a photo or a sentence names too, where nothing else is later: the report of that day."""
    days = days_named(clues.spans)
    latest = max(days, default=None)
    if latest is None or any(bound.day > latest for bound in clues.bounds):
        return None
    for post in clues.bounds:
        other_lines = [line for line in days[latest] if line != post.line]
        if post.rule != "dated_photo" and other_lines and latest in post.days:
            why = f"{post.why}; line {other_lines[0]} names the same day, and nothing in the text is later"
            return Dating(f"{latest}?", "photo_and_post", "inferred", tuple(sorted((other_lines[0], post.line))), why)
    return None


def not_before(clues: Clues) -> Dating | None:
    """The latest day of its photos and posts: the text is of that day or later."""
    bound = max(clues.bounds, key=lambda bound: (bound.day, -bound.line), default=None)
    if bound is None or any(rival.day < bound.day for rival in clues.ranking.rivals):
        return None
    return Dating(f"[{bound.day}..]", bound.rule, "inferred", (bound.line,), f"of that day or later: {bound.why}")


RULES: tuple[Callable[[Clues], Dating | None], ...] = (
    contradicting_dates,
    stated_date,
    date_of_update,
    date_without_year,
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
