"""The agency that a report comes from, and the place where it was filed."""

import re
from collections.abc import Callable, Iterator, Sequence

from newsarchive.extract.fields import Found
from newsarchive.model import Choices, Evidence, Source, Span
from newsarchive.text.dateline import Dateline, parse_dateline
from newsarchive.text.names import agency_named, read_byline

_FIRST_PARAGRAPHS = 2
_LAST_PARAGRAPHS = 2
_SEVERAL = "agencies"  # what a byline says where it names none of them
_LAST_WORDS = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]\.?\s*$")
_FIRST_WORDS = re.compile(r"\s*[【〔]([^【】〔〕]{2,30})[】〕]")
_SOURCE_MARKS = " .:;()[]©|/-–—"
Clue = tuple[str, int, str, str]  # agency, line, rule, why


def agency(_source: Source, spans: Sequence[Span], _choices: Choices = Choices.none) -> Found:
    """The agency that the dateline, the byline or a line below the text names, as we name it."""
    clue = next((clue for rule in RULES for clue in rule(spans) if clue[0] != _SEVERAL), None)
    if clue is None:
        return Found("agency", None)
    name, line, rule, why = clue
    return Found("agency", name, Evidence("agency", (line,), rule, "stated", why))


def dateline(_source: Source, spans: Sequence[Span], _choices: Choices = Choices.none) -> Found:
    """The place where the report was filed, as it is printed."""
    line, place = next(((line, found.place) for line, found in _datelines(spans) if found.place), (0, None))
    if place is None:
        return Found("dateline", None)
    why = f"line {line} begins with the place"
    return Found("dateline", place, Evidence("dateline", (line,), "dateline", "stated", why))


def from_dateline(spans: Sequence[Span]) -> Iterator[Clue]:
    """ "(AP)" in the dateline."""
    for line, found in _datelines(spans):
        if found.agency:
            yield found.agency, line, "dateline", f"the dateline in line {line} names {found.agency}"
    for span in [span for span in spans if span.label == "paragraph"][:_FIRST_PARAGRAPHS]:
        if (words := _FIRST_WORDS.match(span.text)) and (name := agency_named(words[1].split()[-1])):
            yield name, span.line, "dateline", f"line {span.line} begins with {name} in brackets"


def from_byline(spans: Sequence[Span]) -> Iterator[Clue]:
    """A byline that names an agency, alone or beside a writer."""
    for span in spans:
        found = read_byline(span.text.strip()) if span.label == "byline" else None
        if found and found.agency:
            yield found.agency, span.line, "byline", f"the byline in line {span.line} names {found.agency}"


def from_tagline(spans: Sequence[Span]) -> Iterator[Clue]:
    """A line below the text that is an agency and its mark: "© Reuters", "Source: dpa", "jro/PAP"."""
    for span in spans:
        if span.label not in ("tagline", "dateline"):
            continue
        said = span.text.rpartition(":")[2].strip(_SOURCE_MARKS)
        name = next(filter(None, map(agency_named, (said, *_around(said)))), None)
        if name and (len(said) > 2 or said != span.text.strip()):
            yield name, span.line, "tagline", f"line {span.line} names {name} as the source"


def from_the_end(spans: Sequence[Span]) -> Iterator[Clue]:
    """The last words of the report: "… in the harbour. (ANSA)"."""
    for span in [span for span in spans if span.label == "paragraph"][-_LAST_PARAGRAPHS:]:
        found = _LAST_WORDS.search(span.text[-40:])
        name = next(filter(None, map(agency_named, (found[1], *_around(found[1])))), None) if found else None
        if name:
            yield name, span.line, "last_words", f"line {span.line} ends with {name} in brackets"


def _around(said: str) -> tuple[str, str, str]:
    """What stands before and behind the bar, and before the comma: "dpa/jro", "jro/PAP", "Reuters, London"."""
    before, _, behind = said.partition("/")
    return before.strip(_SOURCE_MARKS), behind.strip(_SOURCE_MARKS), said.partition(",")[0].strip(_SOURCE_MARKS)


RULES: tuple[Callable[[Sequence[Span]], Iterator[Clue]], ...] = (from_dateline, from_byline, from_tagline, from_the_end)


def _datelines(spans: Sequence[Span]) -> Iterator[tuple[int, Dateline]]:
    """The datelines on lines of their own, then those that the first paragraphs begin with."""
    paragraphs = [span for span in spans if span.label == "paragraph"][:_FIRST_PARAGRAPHS]
    for span in [span for span in spans if span.label == "dateline"] + paragraphs:
        text = span.text
        if found := parse_dateline(text) or _bare_place(span):
            yield span.line, found


def _bare_place(span: Span) -> Dateline | None:
    """A line that label knows for a dateline and that has no dash: what it says is the place."""
    if span.label != "dateline":
        return None
    text = span.text.strip(" \t.-–—:")
    agency = agency_named(text)
    return Dateline(None if agency else text, agency, 0, len(span.text)) if text and len(text) < 60 else None
