"""When a text was published and updated: the clues are collected, and the dates say no more than they do.

What the text states comes first, weighed by where it stands (weighing.py); then a date without a year whose year is
told (years.py); then a day that a post and a photo agree on; then the day that it is not older than (bounds.py).
"""

from collections.abc import Iterator, Sequence
from functools import partial

from newsarchive.extract.body import prose
from newsarchive.extract.bounds import lower_bounds
from newsarchive.extract.date_clues import Clues, Dating
from newsarchive.extract.date_relative import fetched
from newsarchive.extract.date_seen import Context
from newsarchive.extract.dating import RULES, other_days, update
from newsarchive.extract.day_order import Order
from newsarchive.extract.fields import Found
from newsarchive.extract.stated import Candidate, candidates
from newsarchive.extract.weighing import rank
from newsarchive.model import Choices, Evidence, Problem, Source, Span
from newsarchive.text.language import guess_language

_REMEDY = "Put `published` in a sidecar or in articles.csv."

_Complaint = tuple[str, str, tuple[int, ...]]
"""A reason, what to do about it, and the lines that speak."""


def published(
    source: Source, spans: Sequence[Span], choices: Choices = Choices.none, order_hint: Order | None = None
) -> tuple[Found, Found]:
    """The fields `published` and `updated`, with their evidence and with what a person may want to look at.

    A day that is likely but not certain ends in "?"; "[2022-03-30..]" is that day or later. Nothing is dated after
    `choices.collected`. `order_hint` says which of day and month stands first in other texts of the outlet.
    """
    bounds = [
        bound
        for bound in lower_bounds(spans, choices.timezone)
        if not choices.collected or str(bound.day) <= choices.collected
    ]
    ranking = rank(candidates(spans, Context(partial(_language, source, spans), choices.collected, order_hint)))
    clues = Clues(spans, ranking, bounds, choices, fetched(source))
    dating = next((dating for rule in RULES if (dating := rule(clues))), None)
    told = _complaints(clues, dating)
    problems = [Problem(reason, text, source.path, lines=lines) for reason, text, lines in told]
    return _found("published", dating, problems), _found("updated", update(clues), [])


def _language(source: Source, spans: Sequence[Span]) -> str | None:
    return guess_language(prose(spans)) or guess_language(source.text)


def _complaints(clues: Clues, dating: Dating | None) -> Iterator[_Complaint]:
    """What a person may want to look at."""
    lines = dating.lines if dating else ()
    if dating is None or ".." in dating.value:
        rivals = clues.ranking.rivals
        if len(rivals) > 1:
            told = " or ".join(f"{one.day} (line {one.span.line})" for one in rivals[:3])
            yield "contradicting_dates", f"The date may be {told}, and nothing settles which. {_REMEDY}", _lines(rivals)
        else:
            yield "no_date", f"No date found{_known(clues, dating)}. {_REMEDY}", lines or _lines(rivals)
    elif dating.value.startswith("[") and dating.rule == "counted_from_retrieval":
        yield "ambiguous_date", f"The day is one of two: {dating.why}. {_REMEDY}", lines
    elif dating.rule == "ambiguous_date":
        yield "ambiguous_date", f"The date can be read in two ways: {dating.why}. {_REMEDY}", lines
    elif dating.rule == "contradicting_dates":
        told = f"The dates contradict each other: {dating.why}, and nothing settles which."
        yield "contradicting_dates", f"{told} {_REMEDY}", lines
    else:
        if dating.rule == "likely_date":
            yield from _other_days(clues, dating)
        yield from _out_of_bounds(clues, dating)


def _known(clues: Clues, dating: Dating | None) -> str:
    """What is known where no day is: "; the text is of 2023-05-29 or later", "; it was updated on 2023-05-30"."""
    later = f"; the text is of {dating.value[1:11]} or later" if dating else ""
    updated = update(clues)
    return f"{later}; it was updated on {updated.value}" if updated else later


def _lines(rivals: Sequence[Candidate]) -> tuple[int, ...]:
    return tuple(sorted({one.span.line for one in rivals}))


def _other_days(clues: Clues, dating: Dating) -> Iterator[_Complaint]:
    for one in other_days(clues)[:1]:
        text = f"The date found is {dating.value[:10]}, but line {one.span.line} says {one.words}. {_REMEDY}"
        yield "contradicting_dates", text, (*dating.lines, one.span.line)


def _out_of_bounds(clues: Clues, dating: Dating) -> Iterator[_Complaint]:
    day = dating.value[:10]
    for bound in clues.bounds:
        if str(bound.day) > day:
            text = f"The date found is {day}, but {bound.why}. {_REMEDY}"
            yield "contradicting_dates", text, (*dating.lines, bound.line)
            break
    period = clues.choices.period
    if period and not period[0] <= day <= period[1]:
        text = f"The date found, {day}, lies outside the archive's period, {period[0]} to {period[1]}."
        yield "date_outside_period", text, dating.lines


def _found(field: str, dating: Dating | None, problems: Sequence[Problem]) -> Found:
    if dating is None:
        return Found(field, None, None, tuple(problems))
    evidence = Evidence(field, dating.lines, dating.rule, dating.certainty, dating.why, dating.lead)
    return Found(field, dating.value, evidence, tuple(problems))
