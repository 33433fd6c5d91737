"""The files of a search index, read back as docs/search-format.md tells it: what the script of search.html does."""

import json
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from math import log

from newsarchive.index.codes import payload


class Cursor:
    """Reads a payload from its beginning to its end, which it must reach."""

    def __init__(self, octets):
        self.octets, self.place = octets, 0

    def number(self):
        value = shift = 0
        while True:
            octet = self.octets[self.place]
            self.place += 1
            value |= (octet & 0x7F) << shift
            if octet < 0x80:
                return value
            shift += 7

    def numbers(self, count):
        return [self.number() for _ in range(count)]

    def fixed(self, count):
        width = self.number()
        assert width in {1, 2, 4}
        return [int.from_bytes(self.bytes(width), "little") for _ in range(count)]

    def bytes(self, count):
        self.place += count
        assert self.place <= len(self.octets)
        return self.octets[self.place - count : self.place]

    def json(self):
        return json.loads(self.bytes(self.number()))

    def terms(self):
        terms, before = [], b""
        for _ in range(self.number()):
            before = before[: self.number()] + self.bytes(self.number())
            terms.append(before)
        return terms

    def blocks(self, count):
        """(start, size, has_file) of each block."""
        blocks, start = [], 0
        for code in self.numbers(count):
            assert start % (1 << (code >> 1)) == 0
            blocks.append((start, code >> 1, code & 1))
            start += 1 << (code >> 1)
        return blocks

    def ends(self):
        assert self.place == len(self.octets)


def folder_of(name):
    place = 0
    for character in name:
        place = (31 * place + ord(character)) % 128
    return f"{place:02x}"


def leaf_name(bits):
    bits += "1"
    bits += "0" * (-len(bits) % 4)
    return "".join(f"{int(bits[place : place + 4], 2):x}" for place in range(0, len(bits), 4))


class Index:
    """`read` gives the bytes of a file by its path below search/; "" or "removed/" is which index."""

    def __init__(self, read, folder=""):
        self.read, self.folder = read, folder
        cursor = self.open("root")
        self.root = cursor.json()
        self.common = {word: code for code, word in enumerate(self.root["common"], 1)}
        self.leaves = self._leaves(cursor)
        assert len(self.leaves) == self.root["leaves"]
        self.bounds = [int(bits.ljust(240, "0"), 2) for bits in self.leaves]
        self.leaf = lru_cache(maxsize=None)(self._leaf)
        self.term = lru_cache(maxsize=None)(self._term)

    def open(self, name, *, shared=False):
        name = name if shared else f"{self.folder}{name}"
        content = self.read(f"{name}.js")
        assert content.startswith(f'archiveIndex("{name}","'.encode())
        return Cursor(payload(content))

    def _leaves(self, cursor):
        leaves = []
        nodes = iter([octet >> shift & 3 for octet in cursor.octets[cursor.place :] for shift in (6, 4, 2, 0)])

        def walk(bits):
            code = next(nodes)
            if code == 0:
                leaves.append(bits)
            if code in (1, 2):
                walk(bits + "0")
            if code in (1, 3):
                walk(bits + "1")

        if self.root["leaves"]:
            walk("")
        return leaves

    def _leaf(self, bits):
        """The terms of a leaf: of each its postings, or its blocks, and the same of positions."""
        name = leaf_name(bits)
        cursor = self.open(f"t/{folder_of(name)}/{name}")
        terms = cursor.terms()
        heads = []
        for _ in terms:
            code = cursor.number()
            heads.append(
                (code // 2, None) if code % 2 == 0 else (2 ** ((code - 1) / 32), cursor.blocks(cursor.number()))
            )
        found = {term: {"frequency": head[0], "blocks": head[1]} for term, head in zip(terms, heads, strict=True)}
        inline = [term for term in terms if found[term]["blocks"] is None]
        for term in inline:
            found[term]["numbers"] = list(accumulate(step + 1 for step in cursor.numbers(found[term]["frequency"])))
        for term in inline:
            found[term]["impacts"] = list(cursor.bytes(found[term]["frequency"] if term[:1] != b"\2" else 0))
        cursor.ends()
        self._places(self.open(f"p/{folder_of(name)}/{name}"), found)
        return found

    def _places(self, cursor, found):
        placed = [term for term in found if term[:1] != b"\2"]
        inline = []
        for term in placed:
            count = cursor.number()
            found[term]["place_blocks"] = cursor.blocks(count) if count else None
            if not count:
                assert found[term]["blocks"] is None
                inline.append(term)
        counts = {term: [count + 1 for count in cursor.numbers(found[term]["frequency"])] for term in inline}
        for term in inline:
            found[term]["places"] = [_positions(cursor, count) for count in counts[term]]
        for term in inline:
            if self.is_near(term):
                found[term]["near"] = [[tuple(cursor.bytes(2)) for _ in range(count)] for count in counts[term]]
        cursor.ends()

    def is_near(self, term):
        return term >= b" " and term.decode() not in self.common

    def _term(self, term):
        """What a leaf says of a term, with the postings of its blocks; None where it is in no article."""
        if not self.leaves:
            return None
        bound = int.from_bytes(term.ljust(30, b"\0")[:30])
        bits = self.leaves[max(bisect_right(self.bounds, bound) - 1, 0)]
        found = self.leaf(bits).get(term)
        return self._filled(term, found) if found else None

    def _filled(self, term, found):
        if found["blocks"] is not None and "numbers" not in found:
            found["numbers"], found["impacts"] = [], []
            for start, size, has_file in found["blocks"]:
                if has_file:
                    name = f"{term.hex()}-{start:x}"
                    cursor = self.open(f"b/{folder_of(name)}/{name}")
                    count = cursor.number()
                    first, *steps = cursor.numbers(count)
                    numbers = list(accumulate((start + first, *(step + 1 for step in steps))))
                    assert start <= numbers[0] <= numbers[-1] < start + (1 << size)
                    found["numbers"] += numbers
                    found["impacts"] += cursor.bytes(count if term[:1] != b"\2" else 0)
                    cursor.ends()
        return found

    def places(self, term):
        """Where a term stands: (positions, neighbours) by number."""
        found = self.term(term)
        if found is None:
            return {}
        if "places" not in found:
            found["places"], found["near"] = [], []
            for start, size, has_file in found["place_blocks"]:
                if has_file:
                    name = f"{term.hex()}-{start:x}"
                    cursor = self.open(f"q/{folder_of(name)}/{name}")
                    own = [number for number in found["numbers"] if start <= number < start + (1 << size)]
                    counts = [count + 1 for count in cursor.numbers(len(own))]
                    found["places"] += [_positions(cursor, count) for count in counts]
                    if self.is_near(term):
                        found["near"] += [[tuple(cursor.bytes(2)) for _ in range(count)] for count in counts]
                    cursor.ends()
        near = found.get("near") or [None] * len(found["places"])
        return dict(zip(found["numbers"], zip(found["places"], near, strict=True), strict=True))

    def with_prefix(self, prefix):
        """All words that begin so."""
        bits = "".join(f"{octet:08b}" for octet in prefix)
        for leaf in self.leaves:
            if leaf.startswith(bits) or bits.startswith(leaf):
                yield from (term for term in self.leaf(leaf) if term.startswith(prefix))

    def numbers(self, term):
        found = self.term(term)
        return set(found["numbers"]) if found else set()

    def phrase(self, words, mark=b""):
        """The articles in which words follow each other, each found by positions alone, and by neighbours where it may."""
        terms = [mark + word.encode() for word in words]
        found = set.intersection(*map(self.numbers, terms))
        if len(terms) == 1:
            return found
        if not mark and len(words) == 2 and all(word in self.common for word in words):
            return self.numbers(f"\2{words[0]} {words[1]}".encode())
        places = [self.places(term) for term in terms]
        held = set()
        for number in found:
            begins = [{place - offset for place in at[number][0]} for offset, at in enumerate(places)]
            if set.intersection(*begins):
                held.add(number)
            if not mark:
                assert (number in held) == self._near_says(words, places, number), (words, number)
        return held

    def _near_says(self, words, places, number):
        """The same by neighbours: of words that are not common positions, of common ones beside them none."""
        begins = None
        codes = [self.common.get(word, 0) for word in words]
        for offset, at in enumerate(places):
            beside = {codes[other] for other in (offset - 1, offset + 1) if 0 <= other < len(words)}
            if (codes[offset] and beside != {0} and 0 in beside) or (codes[offset] and beside == {0}):
                continue
            own = set()
            positions, near = at[number]
            for place, (before, after) in zip(positions, near or [(0, 0)] * len(positions), strict=True):
                fits = not near or (
                    (offset == 0 or codes[offset - 1] == before)
                    and (offset == len(words) - 1 or codes[offset + 1] == after)
                )
                if fits:
                    own.add(place - offset)
            begins = own if begins is None else begins & own
        return bool(begins)

    def score(self, words):
        """The score of each article that has all words."""
        found = [self.term(word.encode()) for word in words]
        if None in found:
            return {}
        articles = self.root["articles"]
        total = {}
        for one in found:
            weight = log(1 + (articles - one["frequency"] + 0.5) / (one["frequency"] + 0.5))
            for number, impact in zip(one["numbers"], one["impacts"], strict=True):
                total[number] = total.get(number, 0) + weight * impact
        both = set.intersection(*(set(one["numbers"]) for one in found))
        return {number: score for number, score in total.items() if number in both}


def _positions(cursor, count):
    first, *steps = cursor.numbers(count)
    return list(accumulate((first, *(step + 1 for step in steps))))


def read_columns(index, blocks):
    """What the columns of those blocks say: by name, by number."""
    said = {name: {} for name in ("day", "outlet", "language", "author", "copy")}
    for block in blocks:
        start = block << 16
        _read_days(index.open(f"c/day/{block}", shared=True), start, said["day"])
        for name in ("outlet", "language"):
            cursor = index.open(f"c/{name}/{block}", shared=True)
            names = cursor.json()
            for number, code in enumerate(cursor.fixed(cursor.number()), start):
                if code:
                    said[name][number] = None if code == 1 else names[code - 2]
            cursor.ends()
        cursor = index.open(f"c/author/{block}", shared=True)
        names = cursor.json()
        counts = cursor.fixed(cursor.number())
        own = iter(cursor.fixed(sum(max(count - 1, 0) for count in counts)))
        for number, count in enumerate(counts, start):
            if count:
                said["author"][number] = [names[next(own)] for _ in range(count - 1)]
        cursor.ends()
    return said


def _read_days(cursor, start, days):
    kinds = cursor.bytes(cursor.number())
    dated = sum(kind > 1 for kind in kinds)
    steps = [code >> 1 if code % 2 == 0 else -(code + 1 >> 1) for code in cursor.numbers(dated)]
    pairs = zip(accumulate(steps), cursor.numbers(dated), strict=True)
    for number, kind in enumerate(kinds, start):
        if kind:
            first, more = next(pairs) if kind > 1 else (0, 0)
            days[number] = (kind, first, first + more)
    cursor.ends()
