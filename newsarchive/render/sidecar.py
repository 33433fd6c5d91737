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
    lines = (*(field_line(card, field) for field in ("headline", "authors", "outlet", "published")), for_line(card))
    return Sidecar(sidecar_path(card.source).rpartition("/")[2], "\n".join(lines))


def sidecar_path(path: str) -> str:
    """Where the sidecar of a text is put: "lamp/bridge.v2.txt" -> "lamp/bridge.v2.yaml", ".txt" -> ".txt.yaml"."""
    folder, slash, name = path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    return f"{folder}{slash}{stem if stem and ending else name}.yaml"


def field_line(card: Card, field: str) -> str:
    """A line that states what the article says, or an empty place to fill."""
    if field == "published":
        value = _date(card.published)
    elif field == "authors":
        value = _quoted(list(card.authors))
    else:
        value = _quoted(card.headline if field == "headline" else card.outlet)
    return f"{field}: {value}".rstrip()


def for_line(card: Card) -> str:
    """The line that says which text is meant, by its hash."""
    return f"for: {card.sha256[:_HASH]}"


def _quoted(value: str | list[str] | None) -> str:
    """As YAML reads it back: what JSON writes is YAML, once characters that cannot be seen are escaped."""
    if not value:
        return ""
    written = _JSON.encode(value)
    return written if written.isprintable() else "".join(map(_visible, written))


def _visible(character: str) -> str:
    """A character as it stands between the quotes of YAML; YAML forbids some of those that cannot be seen."""
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def _date(published: str | None) -> str:
    """The date as far as it is one; a bound, or one of two, stands behind a "#" for a person to decide."""
    if published is None:
        return ""
    plain = published.removesuffix("?")
    return plain if parse_edtf(plain).kind in {"day", "month", "year"} else f"# {published}"
