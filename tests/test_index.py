"""The index finds what reading every text finds, ranks nearly as BM25 in full does, and its files are whole."""

import random
from contextlib import nullcontext
from datetime import date

import pytest

from newsarchive.index.codes import payload
from newsarchive.text.search_words import search_words
from tests.index_reader import Cursor, Index, read_columns
from tests.made_up_archive import as_in_a_great_archive, index_files, make_archive
from tests.plain_scan import Scan, certainty_of

QUERIES = 500
_CERTAINTIES = {1: "none", 2: "stated", 3: "inferred"}


@pytest.fixture(scope="module")
def archive():
    return make_archive(7, 220)


@pytest.fixture(scope="module")
def scan(archive):
    return Scan(*archive)


@pytest.fixture(scope="module", params=["as built", "as in a great archive"])
def files(request, archive):
    with nullcontext() if request.param == "as built" else as_in_a_great_archive():
        return index_files(archive)


@pytest.fixture(scope="module")
def found(files):
    return Found(files)


class Found:
    """Queries answered by the files of an index."""

    def __init__(self, files):
        self.index = Index(lambda path: files[f"search/{path}"])
        self.removed = Index(lambda path: files[f"search/{path}"], "removed/")
        blocks = {int(path.split("/")[-1][:-3]) for path in files if path.startswith("search/c/day/")}
        self.columns = read_columns(self.index, sorted(blocks))
        self.every = set(self.columns["day"])

    def find(self, query):
        kind, *asked = query
        if kind == "and":
            return set.intersection(*map(self.find, asked))
        if kind == "or":
            return set.union(*map(self.find, asked))
        if kind == "not":
            return self.every - self.find(asked[0])
        if kind in {"outlet", "author", "language", "date", "since", "until"}:
            return {number for number in self.every if getattr(self, kind)(number, *asked)}
        return self.words(kind, asked[0])

    def words(self, kind, asked):
        if kind == "word":
            return self.index.numbers(asked.encode())
        if kind == "prefix":
            return set().union(*map(self.index.numbers, self.index.with_prefix(asked.encode())))
        if kind == "phrase":
            return self.index.phrase(asked)
        return self.removed.phrase(asked) if kind == "in_removed" else self.index.phrase(asked, b"\1")

    def outlet(self, number, name):
        return self.columns["outlet"][number] == name

    def language(self, number, name):
        return self.columns["language"][number] == name

    def author(self, number, name):
        return name in self.columns["author"][number] if name else not self.columns["author"][number]

    def date(self, number, certainty):
        return _CERTAINTIES[self.columns["day"][number][0]] == certainty

    def since(self, number, day):
        kind, _, last = self.columns["day"][number]
        return kind > 1 and last >= date.fromisoformat(day).toordinal()

    def until(self, number, day):
        kind, first, _ = self.columns["day"][number]
        return kind > 1 and first <= date.fromisoformat(day).toordinal()


def some_query(rng, scan, depth=0):
    """A query of any kind, of words that stand in some text more often than not."""
    if depth < 2 and rng.random() < 0.5:
        kind = rng.choice(["and", "or", "not"])
        return (kind, *(some_query(rng, scan, depth + 1) for _ in range(1 if kind == "not" else rng.randint(2, 3))))
    kind = rng.choice(["word", "prefix", "phrase", "phrase", "title", "in_removed", "filter"])
    if kind == "filter":
        return rng.choice(
            [
                ("outlet", rng.choice(["Courier", "Lamp, The", None, "nobody"])),
                ("author", rng.choice(["Ada Rook", "Maren Oduya", None])),
                ("language", rng.choice(["en", "fr", None])),
                ("date", rng.choice(["none", "stated", "inferred"])),
                ("since", str(date(2015, 1, 1).replace(year=rng.randint(2015, 2020)))),
                ("until", str(date(2015, 3, 9).replace(year=rng.randint(2015, 2020)))),
            ]
        )
    texts = scan.removed if kind == "in_removed" else scan.words
    own = rng.choice([piece for number in texts for piece in texts[number] if piece])
    if kind in {"word", "prefix"}:
        word = rng.choice(own)
        return kind, word if kind == "word" else word[: rng.randint(1, 4)]
    length = rng.randint(1 + (kind == "phrase"), 5)
    start = rng.randrange(max(len(own) - length, 0) + 1)
    return kind, own[start : start + length] if rng.random() < 0.9 else rng.sample(own, min(length, len(own)))


def test_every_kind_of_query_finds_what_reading_all_texts_finds(scan, found):
    rng = random.Random(11)
    sizes = set()
    for _ in range(QUERIES):
        query = some_query(rng, scan)
        expected = scan.find(query)
        assert found.find(query) == expected, query
        sizes.add(len(expected))
    assert len(sizes) > 50  # not all of them found everything, or nothing


def test_what_is_not_in_any_text_is_found_in_none(found):
    for word in ("zzz", "harbou", "harbourx", "\x7f", "ł", "a" * 40):
        assert found.words("word", word) == set()


def test_the_best_ten_are_those_of_bm25_in_full(scan, found):
    rng = random.Random(5)
    kept = total = 0
    for _ in range(60):
        words = rng.sample(sorted({word for own in scan.words.values() for piece in own for word in piece}), 1)
        words += rng.sample(
            sorted(search_words(" ".join(rng.choice(["harbour", "ferry", "storm"]) for _ in range(1)))), 1
        )
        _, scores = scan.ranked(words)
        ours = found.index.score(words)
        assert ours.keys() == scores.keys()
        ten = sorted(ours, key=lambda number: (-ours[number], number))[:10]
        least = sorted(scores.values(), reverse=True)[:10]
        kept += sum(scores[number] >= 0.97 * least[-1] for number in ten)
        total += len(ten)
    assert kept >= 0.95 * total


def test_columns_say_what_is_known_of_each_article(archive, found):
    _, filed, _ = archive
    assert found.every == set(filed)
    for number, one in filed.items():
        assert found.columns["outlet"][number] == one.outlet
        assert found.columns["language"][number] == one.language
        assert found.columns["author"][number] == list(one.authors)
        kind, first, last = found.columns["day"][number]
        assert _CERTAINTIES[kind] == certainty_of(one)
        assert (first, last) == (one.first_day, one.last_day)


def test_rows_say_what_a_list_shows(archive, files):
    _, filed, _ = archive
    for number, one in filed.items():
        rows = Cursor(payload(files[f"search/m/{number >> 14}/{number >> 5}.js"])).octets
        assert f'"story-{number}","{number}.txt","Story {number}",{one.has_headline:d}'.encode() in rows


def test_a_file_that_is_cut_short_is_noticed(files):
    for path, content in list(files.items())[:80]:
        for short in (content[: len(content) // 2] + b'")\n', content[:-20] + b'")\n'):
            with pytest.raises(ValueError, match=r"."):
                payload(short)
            assert path


def test_files_are_plain_scripts_of_ascii_with_their_own_names(files):
    for path, content in files.items():
        name = path.removeprefix("search/").removesuffix(".js")
        assert content.startswith(f'archiveIndex("{name}","'.encode())
        assert content.endswith(b'")\n')
        assert content.isascii()
        inner = content[len(name) + 17 : -3]
        assert not any(octet in inner for octet in (b"\0", b"\n", b"\r"))
        assert len(path) <= 100
