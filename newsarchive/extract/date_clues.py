"""What the rules of dating start from, and what they end with."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from newsarchive.extract.bounds import Bound
from newsarchive.extract.weighing import Ranking
from newsarchive.model import Certainty, Choices, Span


class Clues(NamedTuple):
    """All that a text tells of its date; `retrieved`: the day on which it was fetched, where a person stated it."""

    spans: Sequence[Span]
    ranking: Ranking
    bounds: Sequence[Bound]
    choices: Choices
    retrieved: dt.date | None = None


class Dating(NamedTuple):
    """A date as EDTF text, and what speaks for it; `lead`: by how many points, where they were counted."""

    value: str
    rule: str
    certainty: Certainty
    lines: tuple[int, ...]
    why: str
    lead: int | None = None
