"""The search page finds what reading every text finds: the same queries, written as readers write them."""

import random
from contextlib import nullcontext
from datetime import date

import pytest

from tests.made_up_archive import COMMON, as_in_a_great_archive, index_files, make_archive
from tests.page_scripts import run
from tests.plain_scan import Scan

QUERIES = 500


@pytest.fixture(scope="module")
def archive():
    return make_archive(7, 220)


@pytest.fixture(scope="module")
def scan(archive):
    return Scan(*archive)


@pytest.fixture(scope="module", params=["as built", "as in a great archive"])
def output(request, archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("output")
    with nullcontext() if request.param == "as built" else as_in_a_great_archive():
        files = index_files(archive)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def some_item(rng, scan):
    """(how a reader writes it, what the scan is asked)."""
    kind = rng.choice(["word", "word", "prefix", "phrase", "phrase", "title", "filter"])
    if kind == "filter":
        day = str(date(2015, 1, 1).replace(year=rng.randint(2015, 2020), month=rng.randint(1, 12)))
        return rng.choice(
            [
                ("outlet:courier", ("outlet", "Courier")),
                ('outlet:"Lamp, The"', ("outlet", "Lamp, The")),
                ("outlet:none", ("outlet", None)),
                ('author:"ada rook"', ("author", "Ada Rook")),
                ("author:none", ("author", None)),
                ("lang:fr", ("language", "fr")),
                ("lang:none", ("language", None)),
                ("date:none", ("date", "none")),
                ("date:stated", ("date", "stated")),
                ("date:inferred", ("date", "inferred")),
                (f"from:{day}", ("since", day)),
                (f"from:{day[:7]}", ("since", day)),
                (f"to:{day}", ("until", day)),
            ]
        )
    own = rng.choice([piece for pieces in scan.words.values() for piece in pieces if len(piece) > 1])
    if kind == "word":
        word = rng.choice(own)
        return word, ("phrase", [word])
    if kind == "prefix":
        beginning = rng.choice(own)[: rng.randint(1, 4)]
        return f"{beginning}*", ("prefix", beginning)
    start = rng.randrange(len(own))
    words = own[start : start + rng.randint(1, 5)] if rng.random() < 0.9 else rng.sample(own, min(3, len(own)))
    return f'{"title:" * (kind == "title")}"{" ".join(words)}"', (kind, words)


def some_query(rng, scan):
    """A query of one to three groups, of which some have alternatives and some are not wanted."""
    texts, asked = [], []
    for _ in range(rng.randint(1, 3)):
        items = [some_item(rng, scan) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        items = [(f"-{text}", ("not", query)) if rng.random() < 0.2 else (text, query) for text, query in items]
        texts.append(" OR ".join(text for text, _ in items))
        asked.append(("or", *(query for _, query in items)))
    return " ".join(texts), ("and", *asked)


@pytest.mark.slow
def test_queries_of_every_kind_find_what_reading_all_texts_finds(scan, output):
    rng = random.Random(23)
    queries = [some_query(rng, scan) for _ in range(QUERIES)]
    found = run("found(text)", [text for text, _ in queries], output)
    sizes = set()
    for (text, query), numbers in zip(queries, found, strict=True):
        assert set(numbers) == scan.find(query), text
        sizes.add(len(numbers))
    assert len(sizes) > 50  # not all of them found everything, or nothing


def test_phrases_of_common_words_round_a_rare_one_find_what_reading_all_texts_finds(scan, output):
    rng = random.Random(31)
    own = sorted({word for pieces in scan.words.values() for piece in pieces for word in piece} - {*COMMON})
    phrases = [[rng.choice(own), *rng.choices(COMMON, k=rng.randint(1, 3))] for _ in range(QUERIES)]
    phrases = [phrase[::-1] if rng.random() < 0.3 else phrase for phrase in phrases]
    found = run("found(text)", [f'"{" ".join(phrase)}"' for phrase in phrases], output)
    expected = [scan.find(("phrase", phrase)) for phrase in phrases]
    assert list(map(set, found)) == expected
    assert sum(map(bool, expected)) > 20


def test_what_was_left_out_is_searched_apart(scan, output):
    own = sorted({word for pieces in scan.removed.values() for piece in pieces for word in piece})
    texts = [f"in:removed {word}" for word in own]
    expected = [scan.find(("in_removed", [word])) for word in own]
    assert list(map(set, run("found(text)", texts, output))) == expected


def test_the_best_ten_are_those_of_bm25_in_full(scan, output):
    rng = random.Random(5)
    own = sorted({word for pieces in scan.words.values() for piece in pieces for word in piece})
    queries = [rng.sample(own, 2) for _ in range(60)]
    found = run("best(text)", [" ".join(words) for words in queries], output)
    kept = total = 0
    for words, ten in zip(queries, found, strict=True):
        _, scores = scan.ranked(words)
        assert len(ten) == min(10, len(scores))
        least = sorted(scores.values(), reverse=True)[:10][-1:]
        kept += sum(scores[number] >= 0.97 * least[0] for number in ten)
        total += len(ten)
    assert total > 100
    assert kept >= 0.95 * total


def test_of_exact_copies_one_is_found(archive, output):
    _, filed, _ = archive
    groups = {}
    for number, one in filed.items():
        groups.setdefault(one.first_copy or number, []).append(number)
    assert any(len(group) > 1 for group in groups.values())
    (found, courier) = run("once(text)", ["date:none OR -date:none", "outlet:courier"], output)
    assert found == sorted(min(group) for group in groups.values())
    own = [[number for number in group if filed[number].outlet == "Courier"] for group in groups.values()]
    assert courier == sorted(min(group) for group in own if group)


def test_lists_go_by_date(archive, output):
    _, filed, _ = archive
    (newest,) = run('best(text, "newest")', ["-lang:xx"], output)
    dated = sorted((one.last_day, one.first_day, number) for number, one in filed.items() if one.first_day)
    assert newest == [number for *_, number in dated[::-1][:10]]
