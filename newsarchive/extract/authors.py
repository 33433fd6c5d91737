"""Who wrote a text: the byline by the headline, else a bio, a tagline or the words of the report itself."""

from collections.abc import Callable, Iterable, Sequence

from newsarchive.extract.authors_beside import bio, bio_at_the_end, desk, tagline
from newsarchive.extract.byline_outside import outside
from newsarchive.extract.byline_ranks import RankedByline, is_whole, ranked_bylines
from newsarchive.extract.byline_run import best_run
from newsarchive.extract.credited import Credited, headline_line, in_words
from newsarchive.extract.fields import Found
from newsarchive.model import Certainty, Choices, Evidence, Problem, Source, Span
from newsarchive.text.fold import fold
from newsarchive.text.names import agency_named


def authors(source: Source, spans: Sequence[Span], choices: Choices = Choices.none) -> Found:
    """The persons who wrote a text, in the order of their byline, each once; never an outlet or an agency."""
    outlets = {fold(name) for outlet in choices.outlets for name in (outlet.name, *outlet.aliases)}
    for rule in RULES:
        credited = rule(spans)
        names = _persons(credited.names, outlets) if credited else ()
        if credited and names:
            evidence = Evidence("authors", credited.lines, credited.rule, credited.certainty, credited.why)
            return Found("authors", names, evidence)
    return Found("authors", None, problems=(Problem("no_byline", "No byline found", source.path),))


def byline(spans: Sequence[Span]) -> Credited | None:
    """The names of the bylines that most speaks for: "By", then a role or a date, then a bare name by the headline."""
    group = best_run(ranked_bylines(spans), headline_line(spans))
    if not group:
        return None
    lines = tuple(dict.fromkeys(item.line for item in group))
    how = "a byline" if group[0].rank > 1 else "a name by the headline"
    names = tuple(name for item in group for name in item.found.authors)
    return Credited(names, lines, "byline", _certainty(group), f"{how} ({in_words(lines)})")


RULES: tuple[Callable[[Sequence[Span]], Credited | None], ...] = (byline, bio, tagline, desk, outside, bio_at_the_end)


def _certainty(group: list[RankedByline]) -> Certainty:
    return "stated" if all(item.rank and is_whole(item.found) for item in group) else "inferred"


def _persons(names: Iterable[str], outlets: set[str]) -> tuple[str, ...]:
    """The names, each once, without outlets and agencies."""
    kept: dict[str, str] = {}
    for name in names:
        if fold(name) not in outlets and agency_named(name) is None:
            kept.setdefault(fold(name), name)
    return tuple(kept.values())
