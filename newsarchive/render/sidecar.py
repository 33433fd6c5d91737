"""The lines of a sidecar that would correct an article, or settle what was only inferred."""

import json
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsarchive.model import Card
from newsarchive.text.edtf import parse_edtf

_HASH = 16  # digits of the hash that say which text is meant


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The name of a sidecar, a file beside the text, and what to write into it."""

    name: str
    text: str


def sidecar_for(card: Card) -> Sidecar:
    """A sidecar with what the article says now, to be corrected; what was not found stands empty, and is ignored so."""
    lines = [
        f"headline: {_quoted(card.headline)}",
        f"authors: {_quoted(list(card.authors))}",
        f"outlet: {_quoted(card.outlet)}",
        f"published: {_date(card.published)}",
        f"for: {card.sha256[:_HASH]}",
    ]
    return Sidecar(PurePosixPath(card.source).with_suffix(".yaml").name, "\n".join(line.rstrip() for line in lines))


def _quoted(value: str | list[str] | None) -> str:
    """As YAML reads it back, whatever characters stand in it: what JSON writes is YAML."""
    return json.dumps(value, ensure_ascii=False) if value else ""


def _date(published: str | None) -> str:
    """The date as far as it is one; a bound, or one of two, stands behind a "#" for a person to decide."""
    if published is None:
        return ""
    plain = published.removesuffix("?")
    return plain if parse_edtf(plain).kind in {"day", "month", "year"} else f"# {published}"
