"""The index of search.html: gathered from articles in batches, put together by parts of the alphabet."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path

from newsarchive import index
from newsarchive.index import Counts, Filed, Norms, Pieces, Reduced
from newsarchive.model import Article, Edition, Page
from newsarchive.pipeline.batches import Batch, batches
from newsarchive.pipeline.crew import Hands
from newsarchive.render import Plan, filed, shown
from newsarchive.store import Store, unpress

_FOLDERS = ("", "removed/")
_A_PARTITION = 1500  # articles


@dataclass(frozen=True, slots=True)
class Gathering:
    """What gathering takes beside articles: the common words, how many partitions, and the folder to write to."""

    common: tuple[str, ...]
    partitions: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article, pressed, with its number and its edition."""

    number: int
    pressed: bytes
    edition: Edition


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


def index_pages(plan: Plan, store: Store, hands: Hands) -> Iterator[Page]:
    """All files of the index."""
    known = filed_articles(plan)
    yield from (index.page(block) for block in chain(index.column_blocks(known), index.row_blocks(known)))
    common = index.common_words(Counter(article.language for article in known if article.language))
    partitions = min(1 + len(known) // _A_PARTITION, 256)
    with tempfile.TemporaryDirectory(prefix="newsarchive-") as folder:
        gathering = Gathering(common, partitions, Path(folder))
        jobs = _jobs(plan, store, known)
        spilled = list(hands.crew.each(gather_articles, gathering, jobs, size=len(known)))
        for place, name in enumerate(_FOLDERS):
            spills = tuple(spills[place] for spills in spilled if spills[place].numbers)
            if spills or not name:
                yield from _put_together(spills, gathering, name, hands)


def filed_articles(plan: Plan) -> list[Filed]:
    """What filters and lists know of each article, in the order of numbers."""
    numbers = {row.id: row.number for row in plan.archive.addresses}
    entries = plan.archive.entries.values()
    return sorted(Filed(numbers[entry.id], *filed(plan, entry, numbers)) for entry in entries)


def _put_together(spills: tuple[Spill, ...], gathering: Gathering, folder: str, hands: Hands) -> Iterator[Page]:
    lengths = {number: length for spill in spills for number, length in zip(spill.numbers, spill.lengths, strict=True)}
    counts = Counts(len(lengths), max(lengths, default=0), gathering.common)
    norms = index.make_norms(lengths, index.mean_length([*lengths.values()]))
    reducing = Reducing(spills, norms, counts, folder)
    parts = ((f"part {part} of the index", part) for part in range(gathering.partitions))
    buckets, frequent = [], []
    for reduced in hands.crew.each(reduce_parts, reducing, batches(parts, 1), size=len(lengths)):
        yield from reduced.pages
        buckets += reduced.buckets
        frequent += reduced.frequent
    yield from index.join_partitions(buckets, counts, folder)
    if not folder:
        yield index.spelling(frequent)


def _jobs(plan: Plan, store: Store, known: Sequence[Filed]) -> Iterator[Batch[Numbered]]:
    entries: Mapping[str, str] = {entry.card.source: entry.id for entry in plan.archive.entries.values()}
    for first in range(0, len(known), index.MOST_TOGETHER):
        some = known[first : first + index.MOST_TOGETHER]
        pressed = store.texts.articles([article.source for article in some])
        numbered = (
            Numbered(article.number, one, plan.edition(entries[article.source]))
            for article, one in zip(some, pressed, strict=True)
        )
        yield Batch(f"the words of {some[0].source} to {some[-1].source}", tuple(numbered))


def gather_articles(gathering: Gathering, articles: Batch[Numbered]) -> tuple[Spill, ...]:
    """The words of some articles, and of what was left out of them, in files."""
    reduced = [(one.number, shown(unpress(Article, one.pressed), one.edition)) for one in articles.items]
    pieces = (
        [index.searched_pieces(number, article) for number, article in reduced],
        [index.removed_pieces(number, article) for number, article in reduced if article.removed],
    )
    return tuple(_spilled(some, gathering) for some in pieces)


def _spilled(pieces: Sequence[Pieces], gathering: Gathering) -> Spill:
    gathered = index.gather(pieces, gathering.common, gathering.partitions)
    with tempfile.NamedTemporaryFile(dir=gathering.folder, delete=False) as file:
        file.writelines(gathered.segments)
    places = tuple(accumulate(map(len, gathered.segments), initial=0))
    return Spill(Path(file.name), tuple(one.number for one in pieces), gathered.lengths, places)


def reduce_parts(reducing: Reducing, parts: Batch[int]) -> Reduced:
    """The files of a partition."""
    (part,) = parts.items
    segments = ((spill.numbers, _segment(spill, part)) for spill in reducing.spills)
    return index.reduce_partition(segments, reducing.norms, reducing.counts, reducing.folder)


def _segment(spill: Spill, part: int) -> bytes:
    start, end = spill.places[part : part + 2]
    with spill.file.open("rb") as file:
        file.seek(start)
        return file.read(end - start)
