"""How sure a field is, for one article and for all of them."""

from collections import Counter
from typing import Literal

from newsarchive.model import Certainty, Entry
from newsarchive.render.sheet import Plan

Sureness = Certainty | Literal["none"]

SURENESSES: tuple[Sureness, ...] = ("given", "stated", "inferred", "none")


def how_sure(entry: Entry, field: str) -> Sureness:
    """How sure a field is: "none" where nothing was found, or where a date leaves the article among the undated."""
    known = entry.place if field == "published" else getattr(entry.card, field)
    if not known:
        return "none"
    return entry.card.certainty_of(field) or "inferred"  # what nobody vouches for is not dressed up


def count_sureness(plan: Plan, field: str) -> Counter[Sureness]:
    """In how many articles a field is given, stated, inferred and missing."""
    return Counter(how_sure(entry, field) for entry in plan.archive.entries.values())
