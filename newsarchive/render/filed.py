"""What filters and lists of search.html know of an article."""

from collections.abc import Mapping
from functools import lru_cache

from newsarchive.model import Entry
from newsarchive.render.dates import short_date
from newsarchive.render.entries import headline_of, published_card
from newsarchive.render.sheet import Plan
from newsarchive.text.edtf import parse_edtf

Known = tuple[str, str, str, bool, str | None, tuple[str, ...], str, int, int, str | None, str | None, int]


def filed(plan: Plan, entry: Entry, numbers: Mapping[str, int]) -> Known:
    """The fields of an article after its number, as the index takes them. `numbers` go by id."""
    card = published_card(plan, entry)
    outlet = plan.outlets.get(entry.id)
    first_day, last_day = _days(card.published) if entry.place else (0, 0)
    return (
        entry.url.removeprefix("articles/").removesuffix(".html"),
        card.source,
        headline_of(card),
        card.headline is not None,
        outlet.name if outlet else None,
        tuple(group.name for group in plan.authors(entry.id)),
        short_date(card.published, card.published_certainty, plan.words),
        first_day,
        last_day,
        card.published_certainty,
        card.language,
        numbers[_first_copy(plan, entry)] if entry.is_copy else 0,
    )


@lru_cache(maxsize=16384)  # an archive has many articles of a day
def _days(published: str | None) -> tuple[int, int]:
    date = parse_edtf(published or "")
    return date.first.toordinal(), (date.last or date.first).toordinal()


def _first_copy(plan: Plan, entry: Entry) -> str:
    return next(copy for copy in entry.copies if not plan.entry(copy).is_copy)
