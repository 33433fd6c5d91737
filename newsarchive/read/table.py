"""articles.csv: what people know of many texts, one row a text.

A row names its text in a column path, file or filename, or by the sha256 of its bytes. Commas, semicolons or tabs part
the columns, whichever the first line has most of. Columns that are no fields are left alone.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsarchive.model import Given, Problem, Repair
from newsarchive.read.decode import decode_bytes
from newsarchive.read.finder import text_finder
from newsarchive.read.repair import repair
from newsarchive.read.stated import Place, Stated, cell, unknown_field
from newsarchive.read.values import FIELD_OF, field_name

NAME = "articles.csv"
LONGEST_CELL = 1 << 24
_PATHS = ("path", "file", "filename")
_PLACE = Place(NAME, NAME)


class Row(NamedTuple):
    """A row as it is written: the line it begins in, its text by path or by hash, and its cells by field."""

    line: int
    path: str
    sha256: str
    cells: tuple[tuple[str, str], ...]


class Table(NamedTuple):
    """What the rows state, by path of the text; and what is wrong with the table as a whole."""

    rows: Mapping[str, Stated]
    problems: tuple[Problem, ...] = ()


def read_table(raw: bytes, paths: Sequence[str], hash_of: Callable[[str], str]) -> Table:
    """The rows of a table, each with its text among `paths`; `hash_of` gives the sha256 of one, where rows need it."""
    text, repairs = repair(decode_bytes(raw).text)
    problems = [_repaired(repairs)] if repairs else []
    find = text_finder(paths, hash_of)
    found: dict[str, Stated] = {}
    for row in _rows(text, problems):
        path, complaint = find(row.path, row.sha256)
        if path is None:
            problems.append(_problem("row_without_text", complaint, row.line))
        elif path in found:
            problems.append(_problem("text_named_twice", f"{path} has a row above; this one was left out", row.line))
        else:
            found[path] = _stated(row)
    return Table(found, tuple(problems))


def _repaired(repairs: Sequence[Repair]) -> Problem:
    first = repairs[0]
    text = f"{len(repairs)} pieces were mended in reading, the first from {first.before!r} to {first.after!r}"
    return _problem("repaired_table", text, first.line)


def _stated(row: Row) -> Stated:
    cells = [cell(name, text, _PLACE, row.line) for name, text in row.cells if text.strip()]
    if row.sha256 and row.path:
        cells.append(Given("for", row.sha256, NAME, row.line))
    return Stated(
        given=tuple(each for each in cells if isinstance(each, Given)),
        problems=tuple(each for each in cells if isinstance(each, Problem)),
    )


def _rows(text: str, problems: list[Problem]) -> Iterator[Row]:
    records = _records(text, problems)
    header = next(records, (1, []))[1]
    names = [field_name(name) for name in header]
    texts = [names.index(name) for name in _PATHS if name in names]
    hashes = [names.index(name) for name in ("sha256",) if name in names]
    if not texts and not hashes:
        text = "its first line names no column path, file, filename or sha256, so no row can be told to a text"
        problems.append(_problem("bad_table", text, 1))
        return
    columns = _columns(names, problems)
    for line, record in records:
        path = next((record[at].strip() for at in texts if at < len(record) and record[at].strip()), "")
        sha256 = next((record[at].strip().casefold() for at in hashes if at < len(record)), "")
        yield Row(line, path, sha256, tuple((name, record[at]) for at, name in columns if at < len(record)))


def _columns(names: Sequence[str], problems: list[Problem]) -> list[tuple[int, str]]:
    """Which columns are fields: one a field, by its own name before its other names."""
    chosen: dict[str, tuple[int, str]] = {}
    for at, name in enumerate(names):
        field = FIELD_OF.get(name, name)
        if field not in (*FIELD_OF, "draft"):
            if name not in (*_PATHS, "sha256", ""):
                problems.extend(unknown_field(name, _PLACE, 1))
        elif field not in chosen or name == field != chosen[field][1]:
            chosen[field] = (at, name)
    return sorted(chosen.values())


def _records(text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, each with the line it begins in. One that cannot be read is a problem."""
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count), strict=True)
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        while True:
            begins = reader.line_num + 1
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                problems.append(_unreadable(error, begins, reader.line_num))
                continue
            if any(record):
                yield begins, record
    finally:
        csv.field_size_limit(limit)


def _unreadable(error: csv.Error, begins: int, ends: int) -> Problem:
    rows = "this row was" if begins == ends else f"lines {begins} to {ends} were"
    return _problem("bad_table", f"{rows} left out ({error}): is a quotation mark missing, or one too many?", begins)


def _problem(reason: str, text: str, line: int) -> Problem:
    return Problem(reason, text, NAME, line)
