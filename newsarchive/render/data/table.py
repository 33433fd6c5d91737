"""articles.csv: one row an article, for spreadsheets and statistics. What is known of a text, never the text."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from newsarchive.model import Card, Entry
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

_BOM = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8

# Where a spreadsheet would read a formula (OWASP, "CSV Injection"): "=1+1", " @SUM(A1)", and "A; =1+1" in the many
# countries where a semicolon parts cells. An apostrophe that stands there is marked too, so that undoing is exact.
_FORMULA = re.compile(r"(?:\A|(?<=[;\t\r\n]))(?='|[^\S\t\r\n]*[=+\-@\t\r\n＝＋－＠])")


def articles_csv(plan: Plan, rows: Mapping[str, bytes]) -> bytes:
    """The table as RFC 4180 has it: UTF-8 with a byte order mark, commas, CRLF; `rows` go by id."""
    return b"".join((_BOM, _written(COLUMNS), *(rows[identity] for identity in plan.archive.order)))


def table_row(plan: Plan, identity: str) -> bytes:
    """The row of an article, formulas defused; nothing where it is not in the data files."""
    if not is_in_data(plan, identity):
        return b""
    entry = plan.entry(identity)
    return _written(_row(published_card(plan, entry), entry, _first_copy(plan, entry)))


def defuse(cell: str) -> str:
    """A cell that no spreadsheet runs: "=1+1" -> "'=1+1", "'n'" -> "''n'". README.txt says how to undo it."""
    if cell[:1].isalnum() and ";" not in cell and cell.isprintable():  # as most cells are: no formula begins in it
        return cell
    return _FORMULA.sub("'", cell)


def _written(cells: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


def _first_copy(plan: Plan, entry: Entry) -> str:
    """The first of the copies of an article in the table; "" where it is the first itself."""
    if not entry.is_copy:
        return ""
    first = plan.entry(entry.copies[0])  # of a copy, the first of all of them
    before = first.copies[: first.copies.index(entry.id)]
    return next((copy for copy in (first.id, *before) if is_in_data(plan, copy)), "")


def _row(card: Card, entry: Entry, first_copy: str) -> list[str]:
    """The cells of an article, by column; empty where nothing was found."""
    first, last = _bounds(card.published)
    return [
        entry.id,
        entry.url,
        _cell(card.headline),
        _cell(card.deck),
        defuse("; ".join(card.authors)),
        _cell(card.outlet),
        _cell(card.agency),
        _cell(card.section),
        _cell(card.published),
        first,
        last,
        card.published_certainty or "",
        _cell(card.updated),
        _cell(card.language),
        str(card.words),
        first_copy,
        _cell(card.original_url),
        _cell(card.retrieved),
        _cell(card.rights),
        _cell(card.source),
        card.sha256,
    ]


def _cell(text: str | None) -> str:
    return defuse(text) if text else ""


@lru_cache(4096)
def _bounds(published: str | None) -> tuple[str, str]:
    """The first and the last day that a date allows: "2023-03" -> ("2023-03-01", "2023-03-31")."""
    if published is None:
        return "", ""
    known = parse_edtf(published)
    return known.first.isoformat(), known.last.isoformat() if known.last else ""
