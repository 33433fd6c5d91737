"""addresses.csv: id, address, path, sha256 and number of every text that ever had a page, in order of number."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, methodcaller
from pathlib import Path

from newsarchive.errors import ConfigError, PublishError
from newsarchive.model import Address

_HEADER = ["id", "address", "path", "sha256", "number"]
_COLUMNS = ",".join(_HEADER)
# What a row may say: above all no address outside the folder of articles.
_SHAPES = (
    ("id", re.compile(r"[0-9a-z]{8,40}"), "eight or more letters and digits"),
    ("address", re.compile(r"articles/[^/\\\x00-\x1f]+\.html"), "articles/<name>.html"),
    ("path", re.compile(r".+", re.DOTALL), "the path of a text"),
    ("sha256", re.compile(r"[0-9a-f]{64}"), "64 digits and letters a to f"),
    ("number", re.compile(r"[1-9][0-9]{0,14}"), "a whole number above 0"),
)
_split = methodcaller("split", ",")
_NEEDS_QUOTES = re.compile('[",\r\n]')
_ONCE = ("id", "address", "number")


def load_addresses(file: Path, *, is_ours: bool = False) -> tuple[Address, ...]:
    """The addresses of a file in order of number, none where there is no file.

    ConfigError with every line that cannot be followed: to lose an address is worse than to stop. A file that `is_ours`
    holds what `save_addresses` wrote, and is believed.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file.name}: is not UTF-8 (byte {error.start}); take it back from a copy") from None
    addresses = _believed(text) if is_ours else _all_sound(text) or _line_by_line(text, file.name)
    return tuple(sorted(addresses, key=attrgetter("number")))


def save_addresses(file: Path, addresses: Iterable[Address]) -> None:
    """Writes the addresses, the file being whole at every moment; nothing is written where it says so already.

    PublishError where it cannot be written.
    """
    content = addresses_csv(addresses)
    new = file.with_name(f"{file.name}.new")
    try:
        if file.is_file() and file.read_bytes() == content:
            return
        with new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)
    except OSError as error:
        raise PublishError(f"{file}: cannot be written ({error.strerror}): is it open in another program?") from None


def addresses_csv(addresses: Iterable[Address]) -> bytes:
    """The addresses as the bytes of addresses.csv: UTF-8, lines ended by LF."""
    in_order = sorted(addresses, key=attrgetter("number"))
    rows = [
        f"{identity},{address},{_cell(path) if _NEEDS_QUOTES.search(path) else path},{sha256},{number}\n"
        for identity, address, path, sha256, number in in_order  # a path alone may hold any mark
    ]
    return "".join((_COLUMNS, "\n", *rows)).encode()


def _cell(text: str) -> str:
    """A cell in quotation marks; the csv module leaves a lone CR without."""
    return '"' + text.replace('"', '""') + '"'


def _all_sound(text: str) -> list[Address]:
    """The rows of a file with which nothing is wrong, or none: told column by column, which costs a third."""
    header, _, body = text.partition("\n")
    try:
        rows = list(filter(None, _cells(body)))
    except csv.Error:
        return []
    if header.rstrip("\r") != _COLUMNS or set(map(len, rows)) != {len(_HEADER)}:
        return []
    columns = list(zip(*rows, strict=True))
    is_sound = all(all(map(shape.fullmatch, column)) for (_, shape, _), column in zip(_SHAPES, columns, strict=True))
    different = (set(map(str.casefold, columns[_HEADER.index(name)])) for name in _ONCE)
    if not is_sound or any(len(values) < len(rows) for values in different):
        return []
    return list(map(Address, *columns[:-1], map(int, columns[-1])))


def _believed(text: str) -> list[Address]:
    rows = filter(None, _cells(text.partition("\n")[2]))
    return [Address(identity, address, path, sha256, int(number)) for identity, address, path, sha256, number in rows]


def _cells(body: str) -> Iterable[list[str]]:
    """The cells of each row. csv.Error, as they come, where they cannot be told."""
    if '"' in body or "\r" in body:
        return csv.reader(io.StringIO(body, newline=""), strict=True)
    return map(_split, filter(None, body.split("\n")))


def _line_by_line(text: str, name: str) -> list[Address]:
    """The rows of a file; ConfigError with every line that cannot be followed."""
    complaints: list[str] = []
    rows = list(_rows(text, complaints))
    complaints += _twice(rows)
    if complaints:
        advice = "mend these lines, or take the file back from a copy: addresses must not be lost"
        raise ConfigError(*(f"{name}{complaint}" for complaint in complaints), f"{name}: {advice}")
    return [address for _, address in rows]


def _rows(text: str, complaints: list[str]) -> Iterator[tuple[int, Address]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if begins == 1 and cells != _HEADER:
                complaints.append(f":1: expected the columns {_COLUMNS}, found {','.join(cells)[:80]}")
            elif begins > 1 and cells:
                yield from _row(cells, begins, complaints)
            begins = reader.line_num + 1
    except csv.Error as error:
        complaints.append(f":{begins}: cannot be read from here on ({error})")
    if begins == 1 and not complaints:
        complaints.append(f": is empty; expected the columns {_COLUMNS}")


def _row(cells: Sequence[str], line: int, complaints: list[str]) -> Iterator[tuple[int, Address]]:
    if len(cells) != len(_HEADER):
        complaints.append(f":{line}: expected {len(_HEADER)} cells, found {len(cells)}: {','.join(cells)[:80]}")
        return
    wrong = [
        f":{line}: {name}: expected {expected}, found {cell[:80]!r}"
        for (name, shape, expected), cell in zip(_SHAPES, cells, strict=True)
        if not shape.fullmatch(cell)
    ]
    complaints.extend(wrong)
    if not wrong:
        yield line, Address(cells[0], cells[1], cells[2], cells[3], int(cells[4]))


def _twice(rows: Sequence[tuple[int, Address]]) -> Iterator[str]:
    """What no two texts may share, as disks see it that do not tell capitals apart."""
    for field in _ONCE:
        first: dict[str, int] = {}
        for line, address in rows:
            value = str(getattr(address, field))
            if first.setdefault(value.casefold(), line) != line:
                yield f":{line}: {field} {value} stands in line {first[value.casefold()]} too"
