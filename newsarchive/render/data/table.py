"""articles.csv: one row an article, for spreadsheets and statistics. What is known of a text, never the text."""

import csv
import io
import re
from collections.abc import Iterator

from newsarchive.model import Card
from newsarchive.render.data.paths import is_in_data
from newsarchive.render.entries import published_card
from newsarchive.render.sheet import Plan
from newsarchive.text.edtf import parse_edtf

COLUMNS = (
    "id",
    "url",
    "headline",
    "deck",
    "authors",
    "outlet",
    "agency",
    "section",
    "published",
    "published_from",
    "published_to",
    "published_certainty",
    "updated",
    "language",
    "words",
    "first_copy",
    "original_url",
    "retrieved",
    "rights",
    "source",
    "sha256",
)

_AS_STATED = (
    *("headline", "deck", "outlet", "agency", "section", "published", "published_certainty", "updated", "language"),
    *("original_url", "retrieved", "rights", "source", "sha256"),
)
_BOM = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8

# Where a spreadsheet would read a formula (OWASP, "CSV Injection"): "=1+1", " @SUM(A1)", and "A; =1+1" in the many
# countries where a semicolon parts cells. An apostrophe that stands there is marked too, so that undoing is exact.
_FORMULA = re.compile(r"(?:\A|(?<=[;\t\r\n]))(?='|[^\S\t\r\n]*[=+\-@\t\r\n＝＋－＠])")


def articles_csv(plan: Plan) -> bytes:
    """The table as RFC 4180 has it: UTF-8 with a byte order mark, commas, CRLF; formulas defused."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows(_rows(plan))
    return _BOM + text.getvalue().encode("utf-8", "replace")


def defuse(cell: str) -> str:
    """A cell that no spreadsheet runs: "=1+1" -> "'=1+1", "'n'" -> "''n'". README.txt says how to undo it."""
    return _FORMULA.sub("'", cell)


def _rows(plan: Plan) -> Iterator[list[str]]:
    """The rows in the order of the archive."""
    firsts: dict[str, str] = {}
    for identity in plan.archive.order:
        if is_in_data(plan, identity):
            entry = plan.entry(identity)
            first = firsts.setdefault(entry.card.body_hash, identity) if entry.copies else identity
            facts = {"id": identity, "url": entry.url, "first_copy": "" if first == identity else first}
            facts |= _facts(published_card(plan, entry))
            yield [defuse(facts[column]) for column in COLUMNS]


def _facts(card: Card) -> dict[str, str]:
    """The cells that a card gives, by column; empty where nothing was found."""
    first, last = _bounds(card.published)
    return {column: getattr(card, column) or "" for column in _AS_STATED} | {
        "authors": "; ".join(card.authors),
        "published_from": first,
        "published_to": last,
        "words": str(card.words),
    }


def _bounds(published: str | None) -> tuple[str, str]:
    """The first and the last day that a date allows: "2023-03" -> ("2023-03-01", "2023-03-31")."""
    if published is None:
        return "", ""
    known = parse_edtf(published)
    return known.first.isoformat(), known.last.isoformat() if known.last else ""
