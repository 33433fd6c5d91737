"""The index brought up to date by what came and went, which needs nothing of the archive: any process may do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsarchive import index
from newsarchive.index import Held
from newsarchive.model import Page
from newsarchive.pipeline.gathering import FOLDERS, Numbered, pieces_of
from newsarchive.publish import read_file

Pressed = tuple[tuple[Numbered, bytes], ...]


@dataclass(frozen=True, slots=True)
class Refreshing:
    """What brings an index up to date: the folder of the site, the articles that went, as they were, and that came;
    for each of `FOLDERS` the lengths in words of all articles it has, by number, and how many its blocks hold; and the
    common words.
    """

    output: Path
    went: Pressed
    came: Pressed
    lengths: tuple[Mapping[int, int], ...]
    held: tuple[Held, ...]
    common: tuple[str, ...]


class Refreshed(NamedTuple):
    """The files to write and the paths of those that are gone; for each of `FOLDERS` the lengths of the articles that
    came, and how many the blocks of changed terms hold.
    """

    pages: list[Page]
    gone: set[str]
    lengths: list[Mapping[int, int]]
    held: list[Mapping[bytes, tuple[int, ...]]]


def refresh_index(job: Refreshing) -> Refreshed:
    """Brings the indexes of words and of what was left out up to date. ValueError where they are to be made anew."""
    read = partial(read_file, job.output)
    pieces: Sequence[tuple[list[index.Pieces], list[index.Pieces]]] = list(
        zip(pieces_of(job.went), pieces_of(job.came), strict=True)
    )
    done = [
        index.refresh(read, folder, changed, known, job.common)
        for folder, changed, known in zip(FOLDERS, pieces, zip(job.lengths, job.held, strict=True), strict=True)
    ]
    words = done[0]
    spelling = index.respelled(read, words.updated.frequencies, (len(job.lengths[0]), len(words.lengths)))
    numbers = [number for (number, _, _), _ in job.came]
    return Refreshed(
        [*(page for one in done for page in one.updated.pages), spelling],
        {path for one in done for path in one.updated.gone},
        [{number: one.lengths[number] for number in numbers if number in one.lengths} for one in done],
        [one.updated.held for one in done],
    )
