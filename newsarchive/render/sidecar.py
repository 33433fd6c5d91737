"""The lines of a sidecar that would correct an article, or settle what was only inferred."""

import json
from typing import NamedTuple

from newsarchive.model import Card
from newsarchive.text.edtf import parse_edtf

_JSON = json.JSONEncoder(ensure_ascii=False)
_HASH = 16  # digits of the hash that say which text is meant


class Sidecar(NamedTuple):
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
    return Sidecar(f"{_stem(card.source)}.yaml", "\n".join(line.rstrip() for line in lines))


def _stem(path: str) -> str:
    """The name of a file without its ending: "lamp/bridge.v2.txt" -> "bridge.v2", ".txt" -> ".txt"."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.rpartition(".")
    return stem if stem and ending else name


def _quoted(value: str | list[str] | None) -> str:
    """As YAML reads it back, whatever characters stand in it: what JSON writes is YAML."""
    return _JSON.encode(value) if value else ""


def _date(published: str | None) -> str:
    """The date as far as it is one; a bound, or one of two, stands behind a "#" for a person to decide."""
    if published is None:
        return ""
    plain = published.removesuffix("?")
    return plain if parse_edtf(plain).kind in {"day", "month", "year"} else f"# {published}"
