"""The rules by which a date is inferred where the text states none in full: from clues and from bounds."""

import datetime as dt
from collections.abc import Sequence

from newsarchive.extract.bounds import POSTS, Bound
from newsarchive.extract.date_clues import Clues, Dating
from newsarchive.extract.date_relative import counted_back, named_beside
from newsarchive.extract.stated import Candidate
from newsarchive.extract.undated import days_named, yearless_dates
from newsarchive.extract.years import Limits, infer_year


def not_after_update(clues: Clues) -> Dating | None:
    """Where no date but that of an update is stated: a day from the latest photo or post to that update."""
    best, bound = clues.ranking.best, _latest(clues.bounds)
    if best is None or bound is None or not _is_of_update(best) or not clues.ranking.is_likely or bound.day > best.day:
        return None
    lines = tuple(sorted((bound.line, best.span.line)))
    why = f"{bound.why}, and line {best.span.line} says {best.words}"
    if bound.day == best.day:
        return Dating(f"{best.day}?", "photo_and_update", "inferred", lines, why)
    return Dating(f"[{bound.day}..{best.day}]", "not_after_update", "inferred", lines, f"in between: {why}")


def _is_of_update(one: Candidate) -> bool:
    return one.mention.role == "updated" and not one.either


def _latest(bounds: Sequence[Bound]) -> Bound | None:
    return max(bounds, key=lambda bound: (bound.day, -bound.line), default=None)


def date_without_year(clues: Clues) -> Dating | None:
    """A day and a month beside the headline or before the first sentence, whose year the rest of the text tells."""
    updates = [(one.day, one.span.line) for one in clues.ranking.updates if not one.either]
    limits = Limits(clues.bounds, updates, clues.choices)
    for line, mention in yearless_dates(clues.spans):
        if inferred := infer_year(mention, line, clues.spans, limits):
            return Dating(f"{inferred.day}?", "date_without_year", "inferred", inferred.lines, inferred.why)
    return None


def counted_from_retrieval(clues: Clues) -> Dating | None:
    """A date line that counts back from the day on which the text was retrieved: "3 hours ago", "yesterday"."""
    if clues.retrieved is None:
        return None
    for span, first, last in counted_back(clues.spans, clues.retrieved):
        why = f'line {span.line} says "{span.text.strip()}", and the text was retrieved on {clues.retrieved}'
        if first == last:
            return Dating(f"{last}?", "counted_from_retrieval", "inferred", (span.line,), why)
        return Dating(f"[{first},{last}]", "counted_from_retrieval", "inferred", (span.line,), why)
    return None


def day_beside(clues: Clues) -> Dating | None:
    """The first paragraphs say "yesterday" or "today" of a day that they name in full."""
    for span, day, said in named_beside(clues.spans):
        if all(bound.day <= day for bound in clues.bounds) and not _is_collected_before(clues, day):
            return Dating(f"{day}?", "day_beside", "inferred", (span.line,), f'line {span.line} says "{said}"')
    return None


def _is_collected_before(clues: Clues, day: dt.date) -> bool:
    return bool(clues.choices.collected) and day.isoformat() > (clues.choices.collected or "")


def photo_and_post(clues: Clues) -> Dating | None:
    """A post of a day that a photo or a sentence names too, where nothing else is later: the report of that day."""
    days = days_named(clues.spans) if any(bound.rule in POSTS for bound in clues.bounds) else {}
    latest = max(days, default=None)
    if latest is None or any(bound.day > latest for bound in clues.bounds):
        return None
    for post in clues.bounds:
        other_lines = [line for line in days[latest] if line != post.line]
        if post.rule in POSTS and other_lines and latest in post.days:
            why = f"{post.why}; line {other_lines[0]} names the same day, and nothing in the text is later"
            return Dating(f"{latest}?", "photo_and_post", "inferred", tuple(sorted((other_lines[0], post.line))), why)
    return None


def not_before(clues: Clues) -> Dating | None:
    """The latest day of its photos and posts: the text is of that day or later."""
    bound = _latest(clues.bounds)
    if bound is None or any(rival.day < bound.day for rival in clues.ranking.rivals):
        return None
    return Dating(f"[{bound.day}..]", bound.rule, "inferred", (bound.line,), f"of that day or later: {bound.why}")
