"""What label gives: the pieces of a text, each with what it is and the rule that said so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple

Certainty = Literal["given", "stated", "inferred"]

BODY_LABELS = ("paragraph", "subhead", "quote", "embed", "list_item")
NOTE_LABELS = ("bio", "disclaimer", "correction", "tagline")
LABELS = (
    "headline",
    "kicker",
    "deck",
    "section",
    "byline",
    "date",
    "dateline",
    "caption",
    "credit",
    *BODY_LABELS,
    *NOTE_LABELS,
    "boilerplate",
    "front_matter",
)


class Span(NamedTuple):
    """A piece of one line: `text` is `line[start:end]`, columns in characters from 0, `line` counted from 1.

    `label` is one of LABELS and `rule` names the rule that gave it; for `boilerplate` the rule is its kind
    ("newsletter_prompt"). A `doubtful` piece stays in the body and is shown as "may not belong to the article".
    A duplicate points with `copy_of` at the line of the copy that was kept. A piece that `continues` is one with the
    piece before it: the text is hard-wrapped, and the piece runs over several lines.
    """

    line: int
    start: int
    end: int
    text: str
    label: str
    rule: str
    doubtful: bool = False
    copy_of: int | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Habits:
    """What only the archive knows, as yes/no facts.

    `edge_lines`: this line recurs at the edge of five or more different articles; folded (text.fold), or what lines of
    one template share (text.recurrence).
    `doubtful_lines`: this sentence does too, next to the body, and may be a refrain; or this line recurs inside the
    bodies of most articles of an outlet, and may be a prompt. It stays, as doubtful.
    `outlets` and `orders`: texts of this folder ("courier/"), and texts that hold this edge line, are of this outlet,
    and put the day or the month first in dates.
    """

    edge_lines: frozenset[str] = field(default=frozenset())
    doubtful_lines: frozenset[str] = field(default=frozenset())
    outlets: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Literal["day", "month"]] = field(default_factory=dict)
    none: ClassVar["Habits"]


Habits.none = Habits()
