"""How sure the fields of articles are; "none" where nothing was found, or the date leaves an article undated."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from newsarchive.model import Certainty, Entry
from newsarchive.render.sheet import Plan

Sureness = Certainty | Literal["none"]

FIELDS = (
    *("published", "outlet", "authors", "headline", "deck", "kicker", "section", "agency", "updated"),
    *("language", "original_url", "retrieved", "rights"),
)
_found = attrgetter(*FIELDS[1:])

SURENESSES: tuple[Sureness, ...] = ("given", "stated", "inferred", "none")


@lru_cache(1)
def count_sureness(plan: Plan) -> Mapping[str, Counter[Sureness]]:
    """In how many articles each field is given, stated, inferred and missing."""
    kinds = Counter(map(_kind, plan.archive.entries.values()))
    counts: dict[str, Counter[Sureness]] = {field: Counter() for field in FIELDS}
    for (certainties, known), number in kinds.items():
        sure = dict(reversed(certainties))
        for field, is_known in zip(FIELDS, known, strict=True):
            # what nobody vouches for is not dressed up
            counts[field][sure.get(field, "inferred") if is_known else "none"] += number
    return counts


def _kind(entry: Entry) -> tuple[tuple[tuple[str, Certainty], ...], tuple[bool, ...]]:
    """All that tells how sure the fields of an article are, which is the same of many articles."""
    return entry.card.certainties, (bool(entry.place), *map(bool, _found(entry.card)))
