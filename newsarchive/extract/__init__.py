"""extract: Source, Spans ─▶ Article: what each piece of a text says, with evidence for every field."""

from collections.abc import Iterator, Sequence
from typing import Any

from newsarchive.extract.agency import agency, dateline
from newsarchive.extract.authors import authors
from newsarchive.extract.body import body, markdown_headline, notes, prose, removed
from newsarchive.extract.captions import captions
from newsarchive.extract.fields import Found, given, labelled
from newsarchive.extract.outlet import outlet
from newsarchive.extract.outlet_siblings import order_of_siblings
from newsarchive.extract.published import published
from newsarchive.extract.whole import rejoined, whole
from newsarchive.model import Article, Choices, Evidence, Habits, Problem, Repair, Source, Span
from newsarchive.text.language import guess_language

__all__ = ["extract"]


def extract(
    source: Source, spans: Sequence[Span], habits: Habits = Habits.none, choices: Choices = Choices.none
) -> Article:
    """The article that a text holds: its fields, each with its evidence, and what a person may want to look at.

    What people stated wins over what was found. What was not found is empty and named among the problems. A paragraph
    that is hard-wrapped is read as one. Never raises, whatever the text and the labels.
    """
    pieces, spans = tuple(spans), whole(spans)
    own = _own(spans)
    stated = given(source.given)
    found = {item.field: item for item in _found(source, spans, own, habits, choices)} | stated
    fields: dict[str, Any] = {item.field: item.value for item in found.values() if item.value}
    return Article(
        source=source.path,
        sha256=source.sha256,
        encoding=source.encoding,
        **fields,
        body=body(source, own),
        captions=captions(own),
        notes=notes(own),
        removed=removed(pieces),
        repairs=_repairs(source, pieces),
        evidence=tuple(
            item.evidence for item in found.values() if item.evidence and (item.value or item.field in stated)
        ),
        problems=(
            *source.problems,
            *(problem for item in found.values() for problem in item.problems),
            *_doubts(source, own),
        ),
        spans=pieces,
        draft=source.draft,
        beside=source.beside,
    )


def _repairs(source: Source, pieces: Sequence[Span]) -> tuple[Repair, ...]:
    """What was mended in reading, and the words that were broken at the ends of lines, in the order of the text."""
    return tuple(sorted((*source.repairs, *rejoined(pieces)), key=lambda repair: (repair.line, repair.start)))


def _own(spans: Sequence[Span]) -> Sequence[Span]:
    """The pieces that are not the site's words: on a whole page a fourth of all, and most fields ask these alone."""
    return [span for span in spans if span.label != "boilerplate"]


def _found(
    source: Source, spans: Sequence[Span], own: Sequence[Span], habits: Habits, choices: Choices
) -> Iterator[Found]:
    """Each field of the record, in its order."""
    yield language(source, own)
    yield headline(source, own)
    yield labelled("deck", own)
    yield labelled("kicker", own)
    yield labelled("section", own)
    yield authors(source, spans, choices)
    yield from published(source, spans, choices, order_of_siblings(source, spans, habits))
    yield outlet(source, spans, choices, habits)
    yield agency(source, own, choices)
    yield dateline(source, own, choices)


def headline(source: Source, spans: Sequence[Span]) -> Found:
    """The headline as it is labelled; of hand-written Markdown, the words of its heading."""
    found = labelled("headline", spans)
    if source.markdown and found.value:
        found = found._replace(value=markdown_headline(source, spans))
    if found.value:
        return found
    return Found("headline", None, problems=(Problem("no_headline", "No headline found", source.path),))


def language(source: Source, spans: Sequence[Span]) -> Found:
    """The language of the body, else of the whole text, told from its words."""
    guess = guess_language(prose(spans)) or guess_language(source.text)
    return Found(
        "language", guess, Evidence("language", (), "common_words", "inferred", "told from its script and its words")
    )


def _doubts(source: Source, spans: Sequence[Span]) -> Iterator[Problem]:
    """Lines that stayed in the body although a rule speaks against them, and a text of which no line is prose."""
    doubtful = [span.line for span in spans if span.doubtful]
    if doubtful:
        lines = ", ".join(map(str, doubtful[:5])) + (", …" if len(doubtful) > 5 else "")
        text = f"May not belong to the article: line {lines}"
        yield Problem("doubtful_lines", text, source.path, doubtful[0], tuple(dict.fromkeys(doubtful)))
    if not any(span.label == "paragraph" for span in spans):
        yield Problem("no_body", "No paragraph found", source.path)
