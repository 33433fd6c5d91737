"""A bare name that the text itself speaks of is a person in it, not its writer."""

from collections.abc import Sequence

from newsarchive.model import Span

_LAST = 2  # paragraphs at the end that may be the writer's bio
_SHORTEST = 4  # letters of a family name: shorter ones stand in other words


def is_subject(name: str, spans: Sequence[Span]) -> bool:
    """True where a paragraph before the last two holds the name, or its family name ("Roe said …"), and is no bio."""
    family = name.rpartition(" ")[2]
    if len(family) < _SHORTEST:
        family = name
    paragraphs = [span for span in spans if span.label == "paragraph"]
    return any(family in span.text and not span.text.startswith(name) for span in paragraphs[:-_LAST])


def is_of_a_picture(name: str, spans: Sequence[Span]) -> bool:
    """True where a caption or a credit names it: a person shown there, or the one who took the picture."""
    captions = (span.text for span in spans if span.label in ("caption", "credit"))
    return any(name in caption for caption in captions)
