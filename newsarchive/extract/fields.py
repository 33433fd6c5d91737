"""Fields that a label alone gives, and fields that people stated."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsarchive.model import Evidence, Given, Problem, Span


class Found(NamedTuple):
    """The value of one field of the record, why it says so, and what a person may want to look at."""

    field: str
    value: str | tuple[str, ...] | None
    evidence: Evidence | None = None
    problems: tuple[Problem, ...] = ()


def labelled(field: str, spans: Sequence[Span]) -> Found:
    """The text of the pieces with the label of that name: headline, deck, kicker, section."""
    pieces = [span for span in spans if span.label == field and span.copy_of is None]
    if not pieces:
        return Found(field, None)
    lines = tuple(dict.fromkeys(span.line for span in spans if span.label == field))
    text = " ".join(" ".join(span.text for span in pieces).split())
    return Found(
        field, text, Evidence(field, lines, pieces[0].rule, "stated", f"line {pieces[0].line} stands as the {field}")
    )


def given(fields: Iterable[Given]) -> dict[str, Found]:
    """What people stated, by field, with no problem of having found it otherwise; that there is none among it."""
    return {
        item.field: Found(
            item.field,
            item.value,
            Evidence(
                item.field,
                _lines(item),
                "given",
                "given",
                f"stated in {item.origin}" if item.value else f"the {item.origin} says that there is none",
            ),
        )
        for item in fields
    }


def _lines(item: Given) -> tuple[int, ...]:
    """Lines of evidence are lines of the text: those of front matter are, those of a sidecar or a table are not."""
    return (item.line,) if item.line is not None and item.origin == "front matter" else ()
