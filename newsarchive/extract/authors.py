"""Who wrote a text: the byline by the headline, else a bio, else a tagline."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsarchive.extract.byline_ranks import best_run, ranked
from newsarchive.extract.fields import Found
from newsarchive.model import Certainty, Choices, Evidence, Problem, Source, Span
from newsarchive.text.fold import fold
from newsarchive.text.names import (
    Byline,
    agency_named,
    bio_author,
    is_given,
    parse_byline,
    read_byline,
    tagline_authors,
)

_NEAR = 4  # lines from the headline to a bio under it
_EDGE = 8  # lines from the headline or an end of the body in which a single name is believed
_LEFT_OUT = ("before_the_article", "after_the_article", "interruption", "dated_line")


@dataclass(frozen=True, slots=True)
class Credited:
    """Names, the lines that give them, the rule that read them, and how sure it is."""

    names: tuple[str, ...]
    lines: tuple[int, ...]
    rule: str
    certainty: Certainty
    why: str


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
    read = [item for span in spans if span.label == "byline" and (item := ranked(span, spans))]
    group = best_run(read, _headline(spans))
    if not group:
        return None
    lines = tuple(dict.fromkeys(item.line for item in group))
    how = "a byline" if group[0].rank > 1 else "a name by the headline"
    certainty: Certainty = "stated" if all(item.rank for item in group) else "inferred"
    names = tuple(name for item in group for name in item.found.authors)
    return Credited(names, lines, "byline", certainty, f"{how} ({_in_words(lines)})")


def bio(spans: Sequence[Span]) -> Credited | None:
    """The writer that a bio under the headline is about, or one whose name stands alone on a line as well."""
    known = list(_bios(spans))
    near = [(line, name) for line, name in known if 0 < line - _headline(spans) <= _NEAR]
    bare = {fold(span.text) for span in spans}
    chosen = near or [(line, name) for line, name in known if fold(name) in bare]
    if not chosen:
        return None
    lines = tuple(line for line, _ in chosen)
    why = f"the bio in {_in_words(lines)} names the writer"
    return Credited(tuple(name for _, name in chosen), lines, "bio", "stated", why)


def tagline(spans: Sequence[Span]) -> Credited | None:
    """Those who reported, as the end of the text says."""
    known = [(span.line, names) for span in spans if span.label == "tagline" and (names := tagline_authors(span.text))]
    if not known:
        return None
    lines = tuple(line for line, _ in known)
    names = tuple(name for _, names in known for name in names)
    return Credited(names, lines, "tagline", "stated", f"{_in_words(lines)} says who reported")


def left_out(spans: Sequence[Span]) -> Credited | None:
    """A line that says "by", or a name with a date, among those left out because of their place; a full name first."""
    body = [span.line for span in spans if span.label == "paragraph"]
    edges = (_headline(spans), *body[:1], *body[-1:])
    read = [(span.line, found) for span in spans if (found := _read_left_out(span))]
    whole = [item for item in read if all(" " in name for name in item[1].authors)]
    near = [
        item for item in read if any(abs(item[0] - edge) <= _EDGE for edge in edges) and is_given(item[1].authors[0])
    ]
    line, found = next(iter((*whole, *near)), (0, None))
    if found is None:
        return None
    why = f"line {line}, which stands outside the article, names a writer"
    return Credited(found.authors, (line,), "byline_outside", "inferred", why)


def _read_left_out(span: Span) -> Byline | None:
    if span.rule not in _LEFT_OUT or span.label not in ("boilerplate", "date"):
        return None
    dated = span.label == "date"
    found = read_byline(span.text.strip()) if dated else parse_byline(span.text.strip())
    return found if found and found.authors and (found.marked or dated) else None


def bio_at_the_end(spans: Sequence[Span]) -> Credited | None:
    """The writer of the one bio below the text: likely, no more."""
    known = list(_bios(spans))
    if len({name for _, name in known}) != 1:
        return None
    lines = tuple(line for line, _ in known)
    why = f"the only bio beside the text is of {known[0][1]} ({_in_words(lines)})"
    return Credited((known[0][1],), lines, "bio", "inferred", why)


RULES: tuple[Callable[[Sequence[Span]], Credited | None], ...] = (byline, bio, tagline, left_out, bio_at_the_end)


def _bios(spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    return ((span.line, name) for span in spans if span.label == "bio" if (name := bio_author(span.text)))


def _persons(names: Iterable[str], outlets: set[str]) -> tuple[str, ...]:
    """The names, each once, without outlets and agencies."""
    kept: dict[str, str] = {}
    for name in names:
        if fold(name) not in outlets and agency_named(name) is None:
            kept.setdefault(fold(name), name)
    return tuple(kept.values())


def _headline(spans: Sequence[Span]) -> int:
    return next((span.line for span in spans if span.label == "headline"), 0)


def _in_words(lines: Sequence[int]) -> str:
    return f"line {lines[0]}" if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
