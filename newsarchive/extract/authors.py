"""Who wrote a text: the byline by the headline, else a bio, else a tagline."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsarchive.extract.fields import Found
from newsarchive.model import Certainty, Choices, Evidence, Problem, Source, Span
from newsarchive.text.fold import fold
from newsarchive.text.names import (
    Byline,
    agency_named,
    bio_author,
    is_person_name,
    parse_byline,
    read_byline,
    tagline_authors,
)

_NEAR = 4  # lines from one byline to the next, and from the headline to a bio under it


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
    """The names of the bylines nearest the headline: those that stand together, one that says "by" before a bare name."""
    read = [
        (span, found)
        for span in spans
        if span.label == "byline"
        if (found := read_byline(span.text.strip())) and found.authors
    ]
    group = _nearest(read, _headline(spans))
    if not group:
        return None
    names = tuple(name for _, found in group for name in found.authors)
    lines = tuple(dict.fromkeys(span.line for span, _ in group))
    sure = all(_is_stated(span, found, spans) for span, found in group)
    how = "a byline" if any(found.marked for _, found in group) else "a name by the headline"
    return Credited(names, lines, "byline", "stated" if sure else "inferred", f"{how} ({_in_words(lines)})")


def _nearest(read: list[tuple[Span, Byline]], headline: int) -> list[tuple[Span, Byline]]:
    """The first run of bylines below the headline, or else above it; of a run that has marked ones, those alone."""
    below = [item for item in read if item[0].line >= headline] or read
    run: list[tuple[Span, Byline]] = []
    for item in below:
        if run and item[0].line - run[-1][0].line > _NEAR:
            break
        run.append(item)
    marked = [item for item in run if item[1].marked]
    return marked or run


def _is_stated(span: Span, found: Byline, spans: Sequence[Span]) -> bool:
    """True for a byline that says so, or whose names a list of given names or a bio confirms."""
    if found.marked or parse_byline(span.text.strip()) or is_person_name(span.text.strip()):
        return True
    return any(other.label == "bio" and found.authors[0] in other.text for other in spans)


def bio(spans: Sequence[Span]) -> Credited | None:
    """The writer that a bio under the headline is about, or one whose name stands alone on a line as well."""
    known = [(span, name) for span in spans if span.label == "bio" if (name := bio_author(span.text))]
    near = [(span, name) for span, name in known if 0 < span.line - _headline(spans) <= _NEAR]
    bare = {fold(span.text) for span in spans}
    chosen = near or [(span, name) for span, name in known if fold(name) in bare]
    if not chosen:
        return None
    lines = tuple(span.line for span, _ in chosen)
    return Credited(
        tuple(name for _, name in chosen), lines, "bio", "stated", f"the bio in {_in_words(lines)} names the writer"
    )


def bio_at_the_end(spans: Sequence[Span]) -> Credited | None:
    """The writer of the one bio below the text: likely, no more."""
    known = [(span.line, name) for span in spans if span.label == "bio" if (name := bio_author(span.text))]
    if len({name for _, name in known}) != 1:
        return None
    lines = tuple(line for line, _ in known)
    return Credited(
        (known[0][1],),
        lines,
        "bio",
        "inferred",
        f"the only bio beside the text is of {known[0][1]} ({_in_words(lines)})",
    )


def tagline(spans: Sequence[Span]) -> Credited | None:
    """Those who reported, as the end of the text says."""
    known = [
        (span.line, names)
        for span in spans
        if span.label in ("tagline", "byline")
        if (names := tagline_authors(span.text))
    ]
    if not known:
        return None
    lines = tuple(line for line, _ in known)
    return Credited(
        tuple(name for _, names in known for name in names),
        lines,
        "tagline",
        "stated",
        f"{_in_words(lines)} says who reported",
    )


RULES: tuple[Callable[[Sequence[Span]], Credited | None], ...] = (byline, bio, tagline, bio_at_the_end)


def _persons(names: Iterable[str], outlets: set[str]) -> tuple[str, ...]:
    """The names, each once, without outlets and agencies; "J. Roe" beside "Jane Roe" stays, "JANE ROE" does not."""
    kept: dict[str, str] = {}
    for name in names:
        if fold(name) not in outlets and agency_named(name) is None:
            kept.setdefault(fold(name), name)
    return tuple(kept.values())


def _headline(spans: Sequence[Span]) -> int:
    return next((span.line for span in spans if span.label == "headline"), 0)


def _in_words(lines: Sequence[int]) -> str:
    return f"line {lines[0]}" if len(lines) == 1 else "lines " + ", ".join(map(str, lines))
