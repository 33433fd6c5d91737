"""Columns: what is known of each article beside its words, and what a list of results shows of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from newsarchive.index.codes import fixed, json_octets, varint, varints
from newsarchive.index.entries import Block

COLUMN_BITS = 16
ROW_BITS = 5
_FOLDER_BITS = 14
COLUMNS = ("day", "outlet", "language", "author", "copy")

_UNDATED = 1
_DATED = {"given": 2, "stated": 2, "inferred": 3}


class Filed(NamedTuple):
    """An article as filters and lists know it. Days count from 1, 0001-01-01, as in date.toordinal(); without a date
    `first_day` is 0. `first_copy` is the number of the first of its exact copies, 0 where it is none, or that one.
    """

    number: int
    address: str
    source: str
    headline: str
    has_headline: bool
    outlet: str | None
    authors: tuple[str, ...]
    date: str
    first_day: int
    last_day: int
    certainty: str | None
    language: str | None
    first_copy: int


def column_blocks(articles: Sequence[Filed]) -> Iterator[Block]:
    """The columns of articles, which are in the order of their numbers."""
    makers: dict[str, Callable[[int, Sequence[Filed]], bytes | None]] = {
        "day": _days,
        "outlet": lambda start, own: _names(start, own, [article.outlet for article in own]),
        "language": lambda start, own: _names(start, own, [article.language for article in own]),
        "author": _authors,
        "copy": _copies,
    }
    for place, own in _parted(articles, COLUMN_BITS):
        for name, make in makers.items():
            payload = make(place << COLUMN_BITS, own)
            if payload is not None:
                yield Block(f"c/{name}/{place}", (payload,), is_text=True)


def column_list(articles: Iterable[tuple[int, bool]]) -> Block:
    """Which columns there are, of the numbers of all articles and whether they are copies."""
    places = {(number >> COLUMN_BITS, is_copy) for number, is_copy in articles}
    said = {
        "blocks": sorted({place for place, _ in places}),
        "copies": sorted(place for place, is_copy in places if is_copy),
    }
    return Block("c/all", (json_octets(said),))


def row_blocks(articles: Sequence[Filed]) -> Iterator[Block]:
    """What lists show of articles, which are in the order of their numbers."""
    for place, own in _parted(articles, ROW_BITS):
        rows: list[object] = [None] * ((own[-1].number & (1 << ROW_BITS) - 1) + 1)
        for each in own:
            row = (
                each.address,
                each.source,
                each.headline,
                int(each.has_headline),
                each.outlet,
                each.date,
                each.language,
            )
            rows[each.number & (1 << ROW_BITS) - 1] = row
        yield Block(row_name(place), (json_octets(rows),), is_text=True)


def row_name(place: int) -> str:
    """The name of a file of rows, with its folders."""
    return f"m/{place >> _FOLDER_BITS - ROW_BITS}/{place}"


def _parted(articles: Sequence[Filed], bits: int) -> Iterator[tuple[int, Sequence[Filed]]]:
    first = 0
    while first < len(articles):
        place = articles[first].number >> bits
        last = first
        while last < len(articles) and articles[last].number >> bits == place:
            last += 1
        yield place, articles[first:last]
        first = last


def _days(start: int, own: Sequence[Filed]) -> bytes:
    kinds = bytearray(own[-1].number - start + 1)
    for article in own:
        kinds[article.number - start] = _DATED[article.certainty or "inferred"] if article.first_day else _UNDATED
    days = np.array([(one.first_day, one.last_day) for one in own if one.first_day], np.int64).reshape(-1, 2)
    steps = np.diff(days[:, 0], prepend=0)
    return (
        varint(len(kinds))
        + kinds
        + varints(np.where(steps < 0, -2 * steps - 1, 2 * steps))[0]
        + varints(days[:, 1] - days[:, 0])[0]
    )


def _names(start: int, own: Sequence[Filed], names: Sequence[str | None]) -> bytes:
    known, ids = _listed(name for name in names if name is not None)
    values = [0] * (own[-1].number - start + 1)
    for article, name in zip(own, names, strict=True):
        values[article.number - start] = 1 if name is None else 2 + ids[name]
    return known + varint(len(values)) + fixed(values)


def _authors(start: int, own: Sequence[Filed]) -> bytes:
    known, ids = _listed(chain.from_iterable(article.authors for article in own))
    values = [0] * (own[-1].number - start + 1)
    for article in own:
        values[article.number - start] = 1 + len(article.authors)
    names = [ids[name] for article in own for name in article.authors]
    return known + varint(len(values)) + fixed(values) + fixed(names)


def _copies(start: int, own: Sequence[Filed]) -> bytes | None:
    copies = [article for article in own if article.first_copy]
    if not copies:
        return None
    numbers = np.array([article.number - start for article in copies])
    steps = np.diff(numbers, prepend=-1) - 1
    firsts = np.array([article.first_copy for article in copies])
    return varint(len(copies)) + varints(steps)[0] + varints(firsts)[0]


def _listed(names: Iterable[str]) -> tuple[bytes, dict[str, int]]:
    in_order = sorted(set(names))
    text = json_octets(in_order)
    return varint(len(text)) + text, {name: place for place, name in enumerate(in_order)}
