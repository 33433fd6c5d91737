"""The index as it stands: its files, read back into what they were made from."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import numpy as np

from newsarchive.index.codes import Numbers, payload, read_varints
from newsarchive.index.entries import Entry, Held
from newsarchive.index.names import block_name, leaf_path
from newsarchive.index.postings import Postings, ends_of, has_neighbours, has_positions
from newsarchive.index.tiles import Tile

Reader = Callable[[str], bytes | None]
"""The bytes of a file by its path below output/, None where there is none."""
Run = tuple[Numbers, Numbers]
"""The numbers of articles that have a term, and its impacts, none where it has no positions."""


class Standing:
    """The files of one index. ValueError where one is missing or broken, or where it does not hold what it should."""

    def __init__(self, read: Reader, folder: str, common: frozenset[bytes], held: Held) -> None:
        self._read = read
        self.folder = folder
        self.common = common
        self._held = held

    def payload(self, name: str) -> bytes:
        """The payload of a file."""
        content = self._read(f"search/{self.folder}{name}.js")
        if content is None:
            raise ValueError(f"search/{self.folder}{name}.js is missing")
        return payload(content)

    def leaf(self, bits: str) -> list[Entry]:
        """The entries of a leaf."""
        heads = _Heads(self.payload(leaf_path("t", bits)))
        places = _Heads(self.payload(leaf_path("p", bits)), 0)
        terms = heads.terms()
        told = [heads.head() for _ in terms]
        placed = [places.place_head() if has_positions(term) else b"" for term in terms]
        held = [() if _is_inline(head) else self._held_by(term, head) for term, head in zip(terms, told, strict=True)]
        counted = [0 if own else _frequency(head) for head, own in zip(told, held, strict=True)]
        frequencies = [sum(own) or count for own, count in zip(held, counted, strict=True)]
        has_places = [head == b"\0" for head in placed]
        in_p = [count if here else 0 for count, here in zip(counted, has_places, strict=True)]
        gaps = heads.cut(counted)
        impacts = heads.cut_octets(
            [count if has_positions(term) else 0 for term, count in zip(terms, counted, strict=True)]
        )
        counts = places.cut(in_p)
        occurs = _occurs(counts, in_p)
        positions = places.cut(occurs)
        near = places.cut_octets(
            [2 * many if has_neighbours(term, self.common) else 0 for term, many in zip(terms, occurs, strict=True)]
        )
        weights = [len(term) + 2 * here + 2 * many for term, here, many in zip(terms, counted, occurs, strict=True)]
        return list(map(Entry, terms, weights, frequencies, held, told, placed, gaps, impacts, counts, positions, near))

    def articles(self, entry: Entry) -> Run:
        """All articles of a term, and its impacts."""
        if _is_inline(entry.head):
            steps, _ = read_varints(entry.gaps, entry.frequency)
            return np.cumsum(steps + 1), np.frombuffer(entry.impacts, np.uint8)
        return joined(self.block(entry.term, tile.start) for tile in blocks_of(entry) if tile.last)

    def places(
        self, entry: Entry, numbers: Numbers, within: Sequence[Tile]
    ) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Where a term stands in those of its articles (`numbers` are all) that lie in blocks which overlap some tiles:
        a mask of the articles, how often each, positions, neighbours.
        """
        is_near = has_neighbours(entry.term, self.common)
        mask = np.zeros(len(numbers), bool)
        parts = []
        if entry.place_head == b"\0":
            mask[:] = True
            parts.append(_places(entry.counts + entry.positions + entry.near, len(numbers), is_near=is_near))
        else:
            for tile in tiles_of(entry.place_head):
                if tile.last and any(_overlap(tile, other) for other in within):
                    own = (numbers >= tile.start) & (numbers < tile.start + (1 << tile.size))
                    mask |= own
                    octets = self.payload(block_name("q", entry.term, tile.start))
                    parts.append(_places(octets, int(own.sum()), is_near=is_near))
        if not parts:
            return mask, *_nowhere()
        counts, positions, near = (np.concatenate(part) for part in zip(*parts, strict=True))
        return mask, counts, positions, near

    def _held_by(self, term: bytes, head: bytes) -> tuple[int, ...]:
        held = self._held.get(term, ())
        if len(held) != sum(tile.last for tile in tiles_of(head, skip=1)):
            raise ValueError(f"it is not known how many articles the blocks of {term!r} hold")
        return held

    def block(self, term: bytes, start: int) -> Run:
        """The articles in a block of a term, and its impacts."""
        octets = self.payload(block_name("b", term, start))
        (count,), place = read_varints(octets, 1)
        steps, place = read_varints(octets, int(count), place)
        steps[1:] += 1
        return start + np.cumsum(steps), np.frombuffer(octets, np.uint8, offset=place)


def joined(runs: Iterable[Run]) -> Run:
    """Runs of articles with their impacts as one."""
    numbers, impacts = zip((np.zeros(0, np.int64), np.zeros(0, np.uint8)), *runs, strict=True)
    return np.concatenate(numbers), np.concatenate(impacts)


def blocks_of(entry: Entry) -> list[Tile]:
    """The blocks of a term in b; `last` is how many articles each holds."""
    held = iter(entry.held)
    return [tile._replace(last=next(held)) if tile.last else tile for tile in tiles_of(entry.head, skip=1)]


def tiles_of(head: bytes, skip: int = 0) -> list[Tile]:
    """The tiles that a head tells; `last` is 1 where a tile has a file."""
    values = read_varints(head, sum(octet < 0x80 for octet in head))[0].tolist()[skip + 1 :]
    tiles, start = [], 0
    for value in values:
        tiles.append(Tile(start, value >> 1, 0, value & 1))
        start += 1 << (value >> 1)
    return tiles


def read_spelling(octets: bytes) -> list[tuple[bytes, int]]:
    """The frequent words of a payload, with how frequent they are."""
    heads = _Heads(octets)
    terms = heads.terms()
    return list(zip(terms, heads.cut_octets([len(terms)])[0], strict=True))


def whole(entry: Entry, standing: Standing) -> Postings:
    """All postings of one term."""
    numbers, impacts = standing.articles(entry)
    if not has_positions(entry.term):
        places = (np.zeros(len(numbers), np.int64), *_nowhere()[1:])
    else:
        everywhere = Tile(0, 62, 0, 1)
        places = standing.places(entry, numbers, [everywhere])[1:]
    counts, positions, near = places
    if not len(impacts):
        impacts = np.ones(len(numbers), np.uint8)
    return Postings([entry.term], np.array([0, len(numbers)]), numbers, impacts, ends_of(counts), positions, near)


class _Heads:
    """A payload of a leaf, read piece by piece."""

    def __init__(self, octets: bytes, place: int = 0) -> None:
        self._octets = octets
        self._place = place

    def terms(self) -> list[bytes]:
        before, found = b"", []
        for _ in range(self._number()):
            same, more = self._number(), self._number()
            before = before[:same] + self._octets[self._place : self._place + more]
            self._place += more
            found.append(before)
        return found

    def head(self) -> bytes:
        """What is told of a term in t."""
        start = self._place
        if self._number() & 1:
            for _ in range(self._number()):
                self._number()
        return self._octets[start : self._place]

    def place_head(self) -> bytes:
        """What is told of a term in p."""
        start = self._place
        for _ in range(self._number()):
            self._number()
        return self._octets[start : self._place]

    def cut(self, counts: Sequence[int]) -> list[bytes]:
        """So many varints each, one after another."""
        total = sum(counts)
        octets = np.frombuffer(self._octets, np.uint8, offset=self._place)
        ends = np.flatnonzero(octets < 0x80)[:total] + 1
        if len(ends) < total:
            raise ValueError("the payload ends too early")
        bounds = np.concatenate(([0], ends))[np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))]
        return self._parts(bounds.tolist())

    def cut_octets(self, counts: Sequence[int]) -> list[bytes]:
        """So many bytes each, one after another."""
        return self._parts([0, *np.cumsum(counts, dtype=np.int64).tolist()])

    def _parts(self, bounds: Sequence[int]) -> list[bytes]:
        start = self._place
        self._place += bounds[-1]
        return [self._octets[start + one : start + other] for one, other in pairwise(bounds)]

    def _number(self) -> int:
        value = shift = 0
        while True:
            octet = self._octets[self._place]
            self._place += 1
            value |= (octet & 0x7F) << shift
            if octet < 0x80:
                return value
            shift += 7


def _occurs(counts: Sequence[bytes], articles: Sequence[int]) -> list[int]:
    """How often terms stand in their articles, all together, by how often, less 1, they stand in each."""
    more = ends_of(read_varints(b"".join(counts), sum(articles))[0])
    sums: Numbers = np.diff(more[ends_of(np.array(articles))]) + articles
    return list(map(int, sums))


def _frequency(head: bytes) -> int:
    """In how many articles a term is that is inline."""
    value = shift = 0
    for octet in head:
        value |= (octet & 0x7F) << shift
        if octet < 0x80:
            break
        shift += 7
    return value // 2


def _is_inline(head: bytes) -> bool:
    return not head[0] & 1


def _places(octets: bytes, articles: int, *, is_near: bool) -> tuple[Numbers, Numbers, Numbers]:
    counts, place = read_varints(octets, articles)
    counts = counts + 1
    steps, place = read_varints(octets, int(counts.sum()), place)
    firsts = ends_of(counts)[:-1]
    steps += 1
    steps[firsts] -= 1
    sums = np.cumsum(steps)
    before = np.where(firsts > 0, sums[firsts - 1], 0)
    positions = sums - np.repeat(before, counts)
    near = np.zeros((len(steps), 2), np.uint8)
    if is_near:
        near = np.frombuffer(octets, np.uint8, 2 * len(steps), place).reshape(-1, 2)
    return counts, positions, near


def _nowhere() -> tuple[Numbers, Numbers, Numbers]:
    return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, 2), np.uint8)


def _overlap(one: Tile, other: Tile) -> bool:
    return one.start < other.start + (1 << other.size) and other.start < one.start + (1 << one.size)
