"""data/: each record names a page that is there, and the table says of it what the record says."""

import csv
import io
import json
import re
import sys
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

import xxhash

from newsarchive.check.site import AGAIN, Row, Site
from newsarchive.model import Finding
from newsarchive.model.record import FIELDS

RECORDS = "data/records/"
TABLE = "data/articles.csv"

COMPARED = (
    *("id", "url", "headline", "deck", "authors", "outlet", "agency", "section", "published", "published_certainty"),
    *("updated", "language", "original_url", "retrieved", "rights", "source", "sha256"),
)
"""The columns of the table that are told by the record alone."""

_HASH = 4  # bytes of the hash of a field
_MARK = re.compile(r"(?:\A|(?<=[;\t\r\n]))'")  # what keeps a spreadsheet from running a cell (docs/record.md)


def read_records(path: str, content: bytes, site: Site) -> Iterator[tuple[Row, Mapping[str, Any]] | Finding]:
    """Each record of a file whose page is there, with what it says, hashed; what is wrong with the others."""
    for line, text in enumerate(content.split(b"\n"), start=1):
        if text:
            yield _record(path, line, text, site)


def _record(path: str, line: int, text: bytes, site: Site) -> tuple[Row, Mapping[str, Any]] | Finding:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Finding("records", path, line, f"this record is no JSON: {error}", AGAIN)
    if fault := _record_fault(record, site):
        return Finding("records", path, line, f"this record {fault}", AGAIN)
    fields = hashed(map(_cell, map(_told(record).get, COMPARED)))
    return Row(site.numbers[record["url"]], record["id"], line, fields), record


def _record_fault(record: object, site: Site) -> str | None:
    if not isinstance(record, dict):
        return "is no object"
    if missing := [key for key in ("id", "url", "evidence", "body", *FIELDS) if key not in record]:
        return f"has no {', '.join(missing)}"
    if not (isinstance(record["id"], str) and isinstance(record["url"], str) and isinstance(record["evidence"], dict)):
        return "has an id, url or evidence of another kind than docs/record.md says"
    if record["url"] not in site.numbers:
        return f"is of the page {record['url']!r}, which is not there"
    return None if record["url"].endswith(f"{record['id']}.html") else f"has the id {record['id']!r}, its page another"


def _told(record: Mapping[str, Any]) -> Mapping[str, Any]:
    published = record["evidence"].get("published")
    certainty = published.get("certainty") if isinstance(published, dict) and record["published"] else None
    return {**record, "published_certainty": certainty}


def _cell(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def read_table(content: bytes, site: Site) -> Iterator[Row | Finding]:
    """Each row of the table whose page is there, hashed; what is wrong with the others."""
    csv.field_size_limit(sys.maxsize)  # a headline may be a whole text
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Finding("table", TABLE, None, f"it is no UTF-8 (byte {error.start})", AGAIN)
        return
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = next(rows, [])
        if missing := [name for name in COMPARED if name not in names]:
            yield Finding("table", TABLE, 1, f"it has no column {', '.join(missing)}", AGAIN)
            return
        places = [names.index(name) for name in COMPARED]
        line = rows.line_num + 1
        for cells in rows:
            yield _row(cells, line, places, site) if len(cells) == len(names) else _uneven(line, cells, names)
            line = rows.line_num + 1
    except csv.Error as error:
        yield Finding("table", TABLE, rows.line_num, f"it cannot be read as CSV: {error}", AGAIN)


def rows_of(site: Site, urls: Container[str]) -> dict[str, dict[str, str]]:
    """What the table says of some pages, by column; nothing of those that it does not have, or where it is none."""
    csv.field_size_limit(sys.maxsize)
    try:
        with (site.output / TABLE).open(encoding="utf-8-sig", newline="") as table:
            return {row["url"]: row for row in csv.DictReader(table) if row.get("url") in urls}
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}  # which is said of the table itself


def _row(cells: Sequence[str], line: int, places: Sequence[int], site: Site) -> Row | Finding:
    told = [unmarked(cells[place]) for place in places]
    identity, url = told[:2]
    if url not in site.numbers:
        return Finding("table", TABLE, line, f"this row is of the page {url!r}, which is not there", AGAIN)
    return Row(site.numbers[url], identity, line, hashed(iter(told)))


def unmarked(cell: str) -> str:
    """A cell without what keeps a spreadsheet from running it."""
    return _MARK.sub("", cell) if "'" in cell else cell


def _uneven(line: int, cells: Sequence[str], names: Sequence[str]) -> Finding:
    return Finding("table", TABLE, line, f"this row has {len(cells)} cells instead of {len(names)}", AGAIN)


def hashed(cells: Iterator[str]) -> bytes:
    """A short hash of each cell, one after another."""
    return b"".join(xxhash.xxh32_digest(cell.encode("utf-8", "replace")) for cell in cells)


def differing(one: bytes, other: bytes) -> list[str]:
    """The columns in which two articles differ."""
    steps = range(0, len(COMPARED) * _HASH, _HASH)
    pairs = zip(COMPARED, steps, strict=True)
    return [name for name, step in pairs if one[step : step + _HASH] != other[step : step + _HASH]]
