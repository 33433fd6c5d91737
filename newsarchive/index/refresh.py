"""An index that stands, brought up to date by the pieces of the articles that went and came."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsarchive.index.codes import payload
from newsarchive.index.entries import Held
from newsarchive.index.gather import MOST_TOGETHER, Gathered, Pieces, gather
from newsarchive.index.merge import merge
from newsarchive.index.postings import Postings, is_word, make_norms, mean_length
from newsarchive.index.reduce import Counts, least_frequent, spelling
from newsarchive.index.standing import Reader, Standing, read_spelling
from newsarchive.index.update import Root, Updated, read_root, update
from newsarchive.model import Page


class OutOfDateError(ValueError):
    """The index that stands cannot be brought up to date: what all of it is made with is another."""


class Refreshed(NamedTuple):
    """What changes in an index, and the lengths in words of all articles that it now has, by number."""

    updated: Updated
    lengths: dict[int, int]


def refresh(
    read: Reader,
    folder: str,
    pieces: tuple[Sequence[Pieces], Sequence[Pieces]],
    known: tuple[Mapping[int, int], Held],
    common: Sequence[str],
) -> Refreshed:
    """Brings the index of a folder up to date. `pieces` are those of articles that went, as they were, and that came;
    `known` are the lengths of all articles that the index has, and how many its blocks hold.

    OutOfDateError where it must be made anew; ValueError where a file of it is missing or broken.
    """
    went, came = pieces
    lengths, held = known
    root = read_root(read, folder) or Root(Counts(0, 0, tuple(common)), [])
    if root.counts.common != tuple(common) or root.counts.articles != len(lengths):
        raise OutOfDateError
    arrived = list(_gathered(came, common))
    left = {one.number for one in went}
    now = {number: length for number, length in lengths.items() if number not in left}
    now |= {
        number: length
        for numbers, one in arrived
        for number, length in zip(numbers, one.lengths, strict=True)
        if length
    }
    mean = mean_length([*now.values()])
    if lengths and now and mean != mean_length([*lengths.values()]):
        raise OutOfDateError
    counts = Counts(len(now), max(now, default=0), tuple(common))
    standing = Standing(read, folder, frozenset(word.encode() for word in common), held)
    left_with = _postings(list(_gathered(went, common)), mean)
    updated = update(standing, root.leaves, left_with, _postings(arrived, mean), counts)
    return Refreshed(updated, now)


def respelled(read: Reader, frequencies: Mapping[bytes, int], articles: tuple[int, int]) -> Page:
    """The file of frequent words, brought up to date: in how many articles words now are that were touched, and how
    many articles there were and are.
    """
    before, now = articles
    least = least_frequent(now)
    if least != least_frequent(before):
        raise OutOfDateError
    content = read("search/spelling.js")
    known = dict(read_spelling(payload(content))) if content else {}
    for term, frequency in frequencies.items():
        if is_word(term):
            known.pop(term, None)
            if frequency >= least:
                known[term] = frequency.bit_length() - 1
    return spelling(known.items())


def _gathered(pieces: Sequence[Pieces], common: Sequence[str]) -> Iterator[tuple[list[int], Gathered]]:
    in_order = sorted(pieces)
    for first in range(0, len(in_order), MOST_TOGETHER):
        some = in_order[first : first + MOST_TOGETHER]
        yield [one.number for one in some], gather(some, common, 1)


def _postings(found: Sequence[tuple[Sequence[int], Gathered]], mean: float) -> Postings:
    lengths = {number: length for numbers, one in found for number, length in zip(numbers, one.lengths, strict=True)}
    return merge(((numbers, one.segments[0]) for numbers, one in found), make_norms(lengths, mean))
