"""When a text was published and updated: the clues are collected, and the dates say no more than they do.

What the text states comes first, weighed by where it stands (weighing.py); then a date without a year whose year is
told (years.py); then a day that a post and a photo agree on; then the day that it is not older than (bounds.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.extract.bounds import Bound, lower_bounds
from newsarchive.extract.fields import Found
from newsarchive.extract.stated import candidates
from newsarchive.extract.undated import days_named, yearless_dates
from newsarchive.extract.weighing import Ranking, rank
from newsarchive.extract.years import Limits, infer_year
from newsarchive.model import Certainty, Choices, Evidence, Problem, Source, Span
from newsarchive.text.language import guess_language

_NEAR = 3  # lines between a date of publication and that of its update
_REMEDY = "Put `published` in a sidecar or in articles.csv."


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


def published(source: Source, spans: Sequence[Span], choices: Choices = Choices.none) -> tuple[Found, Found]:
    """The fields `published` and `updated`, with their evidence and with what a person may want to look at.

    A day that is likely but not certain ends in "?"; "[2022-03-30..]" is that day or later. Nothing is dated after
    `choices.collected`.
    """
    prose = "\n".join(span.text for span in spans if span.label == "paragraph")
    ranking = rank(candidates(spans, guess_language(prose), choices.collected))
    bounds = [bound for bound in lower_bounds(spans) if not choices.collected or str(bound.day) <= choices.collected]
    clues = Clues(spans, ranking, bounds, choices)
    dating = next((dating for rule in RULES if (dating := rule(clues))), None)
    problems = [Problem(reason, text, source.path) for reason, text in _complaints(clues, dating)]
    return _found("published", dating, problems), _found("updated", update(clues), [])


def stated_date(clues: Clues) -> Dating | None:
    """The day that outweighs all others clearly."""
    best = clues.ranking.best
    if best is None or not clues.ranking.is_likely:
        return None
    line, says = best.span.line, f"line {best.span.line} says {best.words}"
    order = f", {best.order.why}" if best.order.why else ""
    if best.either:
        first, last = sorted((best.day, best.either))
        return Dating(f"[{first},{last}]", "ambiguous_date", "stated", (line,), says + order)
    if best.mention.role == "updated":
        why = f"{says}: no other date is stated, and most updates are of the same day"
        return Dating(f"{best.day}?", "date_of_update", "inferred", (line,), why)
    if clues.ranking.is_sure and best.order.sure:
        return Dating(f"{best.day}", "stated_date", "stated", (line,), says + order)
    doubt = "" if clues.ranking.is_sure else f", but its place leaves a doubt ({clues.ranking.doubt})"
    return Dating(f"{best.day}?", "likely_date", "inferred", (line,), says + order + doubt)


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


RULES: tuple[Callable[[Clues], Dating | None], ...] = (stated_date, date_without_year, photo_and_post, not_before)
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


def _complaints(clues: Clues, dating: Dating | None) -> Iterator[tuple[str, str]]:
    """What a person may want to look at: a reason and what to do about it."""
    if dating is None or dating.value.endswith("..]"):
        rivals = clues.ranking.rivals
        if len(rivals) > 1:
            told = " or ".join(f"{one.day} (line {one.span.line})" for one in rivals[:3])
            yield "contradicting_dates", f"The date may be {told}, and nothing settles which. {_REMEDY}"
        else:
            known = f" but a day that it is not older than, {dating.value[1:11]}" if dating else ""
            yield "no_date", f"No date found{known}. {_REMEDY}"
    elif dating.rule == "ambiguous_date":
        yield "ambiguous_date", f"The date can be read in two ways: {dating.why}. {_REMEDY}"
    else:
        yield from _out_of_bounds(clues, dating.value[:10])


def _out_of_bounds(clues: Clues, day: str) -> Iterator[tuple[str, str]]:
    for bound in clues.bounds:
        if str(bound.day) > day:
            yield "contradicting_dates", f"The date found is {day}, but {bound.why}. {_REMEDY}"
            break
    period = clues.choices.period
    if period and not period[0] <= day <= period[1]:
        yield (
            "date_outside_period",
            f"The date found, {day}, lies outside the archive's period, {period[0]} to {period[1]}.",
        )


def _found(field: str, dating: Dating | None, problems: Sequence[Problem]) -> Found:
    if dating is None:
        return Found(field, None, None, tuple(problems))
    evidence = Evidence(field, dating.lines, dating.rule, dating.certainty, dating.why)
    return Found(field, dating.value, evidence, tuple(problems))
