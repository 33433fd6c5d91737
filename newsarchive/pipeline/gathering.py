"""The index made anew: the words of all articles gathered in batches, put together by parts of the alphabet."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from typing import NamedTuple

from newsarchive import index
from newsarchive.index import Counts, Norms, Pieces, Reduced
from newsarchive.model import Article, Edition, Page
from newsarchive.pipeline.aside import aside, laying_aside
from newsarchive.pipeline.batches import Batch, batches
from newsarchive.pipeline.crew import Hands
from newsarchive.render import shown
from newsarchive.store import Store, unpress

FOLDERS = ("", "removed/")
_A_PARTITION = 1500  # articles
_MOST_PARTITIONS = 256
_WORTH_RENEWAL = 20_000  # articles: fewer take less memory to put together than fresh processes take time to start


class Numbered(NamedTuple):
    """An article by the path of its text, with its number and its edition."""

    number: int
    path: str
    edition: Edition


class Known(NamedTuple):
    """What is known of an index beside its files: how many words its articles have, by number, of those that have any;
    how many articles the blocks of its terms hold.
    """

    lengths: dict[int, int]
    held: dict[bytes, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Gathering:
    """What gathering takes beside articles: the common words, how many partitions, and the folder to write to."""

    common: tuple[str, ...]
    partitions: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Spill:
    """A file of gathered segments: the numbers of its articles, their lengths in words, where each segment begins."""

    file: Path
    numbers: tuple[int, ...]
    lengths: tuple[int, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reducing:
    """What putting partitions together takes."""

    spills: tuple[Spill, ...]
    norms: Norms
    counts: Counts
    folder: str


def gathered_index(
    articles: Sequence[Numbered], common: Sequence[str], store: Store, hands: Hands, known: Sequence[Known]
) -> Iterator[Page]:
    """All files of the indexes of words and of what was left out, of articles in the order of their numbers.

    What is `known` of each folder's is filled. InputError where there is no room for what is gathered.
    """
    partitions = min(1 + len(articles) // _A_PARTITION, _MOST_PARTITIONS)
    with aside() as folder:
        gathering = Gathering(tuple(common), partitions, Path(folder))
        jobs = _jobs(articles, store)
        _begin_afresh(hands, len(articles))
        spilled = list(hands.crew.each(gather_articles, gathering, jobs, size=len(articles)))
        for place, name in enumerate(FOLDERS):
            spills = tuple(spills[place] for spills in spilled)
            for spill in spills:
                pairs = zip(spill.numbers, spill.lengths, strict=True)
                known[place].lengths.update((number, length) for number, length in pairs if length)
            _begin_afresh(hands, len(known[place].lengths))
            if known[place].lengths or not name:
                yield from _put_together(spills, gathering, known[place], name, hands)


def _begin_afresh(hands: Hands, articles: int) -> None:
    if articles > _WORTH_RENEWAL:
        hands.crew.renew()


def _put_together(
    spills: tuple[Spill, ...], gathering: Gathering, known: Known, folder: str, hands: Hands
) -> Iterator[Page]:
    lengths = known.lengths
    counts = Counts(len(lengths), max(lengths, default=0), gathering.common)
    norms = index.make_norms(lengths, index.mean_length([*lengths.values()]))
    reducing = Reducing(spills, norms, counts, folder)
    parts = ((f"part {part} of the index", part) for part in range(gathering.partitions))
    buckets, frequent = [], []
    for reduced in hands.crew.each(reduce_parts, reducing, batches(parts, 1), size=len(lengths)):
        yield from reduced.pages
        buckets += reduced.buckets
        frequent += reduced.frequent
        known.held.update(reduced.held)
    yield from index.join_partitions(buckets, counts, folder)
    if not folder:
        yield index.spelling(frequent)


def _jobs(articles: Iterable[Numbered], store: Store) -> Iterator[Batch[tuple[Numbered, bytes]]]:
    rest = iter(articles)
    while some := tuple(islice(rest, index.MOST_TOGETHER)):
        pressed = store.texts.articles([one.path for one in some])
        yield Batch(f"the words of {some[0].path} to {some[-1].path}", tuple(zip(some, pressed, strict=True)))


def gather_articles(gathering: Gathering, articles: Batch[tuple[Numbered, bytes]]) -> tuple[Spill, ...]:
    """The words of some articles, and of what was left out of them, in files."""
    return tuple(_spilled(some, gathering) for some in pieces_of(articles.items))


def pieces_of(articles: Iterable[tuple[Numbered, bytes]]) -> tuple[list[Pieces], list[Pieces]]:
    """What can be searched of some pressed articles, and of what was left out of them: as their editions show them."""
    reduced = [(one.number, shown(unpress(Article, pressed), one.edition)) for one, pressed in articles]
    return (
        [index.searched_pieces(number, article) for number, article in reduced],
        [index.removed_pieces(number, article) for number, article in reduced if article.removed],
    )


def reduce_parts(reducing: Reducing, parts: Batch[int]) -> Reduced:
    """The files of a partition."""
    (part,) = parts.items
    segments = ((spill.numbers, _segment(spill, part)) for spill in reducing.spills)
    return index.reduce_partition(segments, reducing.norms, reducing.counts, reducing.folder)


def _spilled(pieces: Sequence[Pieces], gathering: Gathering) -> Spill:
    gathered = index.gather(pieces, gathering.common, gathering.partitions)
    with (
        laying_aside(str(gathering.folder.parent)),
        tempfile.NamedTemporaryFile(dir=gathering.folder, delete=False) as file,
    ):
        file.writelines(gathered.segments)
    places = tuple(accumulate(map(len, gathered.segments), initial=0))
    return Spill(Path(file.name), tuple(one.number for one in pieces), gathered.lengths, places)


def _segment(spill: Spill, part: int) -> bytes:
    start, end = spill.places[part : part + 2]
    if start == end:
        return b""
    with spill.file.open("rb") as file:
        file.seek(start)
        return file.read(end - start)
