"""Articles that are made up word by word, for the index: a few hundred, with everything that a query can ask for."""

import random
from contextlib import contextmanager
from datetime import date

import pytest

from newsarchive.index import (
    Counts,
    Filed,
    Pieces,
    column_blocks,
    column_list,
    gather,
    join_partitions,
    make_norms,
    mean_length,
    page,
    reduce_partition,
    row_blocks,
    spelling,
)

COMMON = ("the", "of", "a", "in", "to", "and")
_TOGETHER = 40
_SUBJECTS = "harbour ferry council mayor bridge strike storm fleet bakery customs school quay lamp tide winter".split()  # noqa: SIM905 - easier to read
_RARE = [
    "Łódź",
    "naïve",
    "東京都知事",
    "نُسخة",
    "שָׁלוֹם",
    "Straße",
    "Ελλάς",
    "ไทยแลนด์",
    "한국어",
    "e-mail",
    "O’Brien",
    "2½",
    "x" * 60,
]
_FIRST = date(2015, 1, 1).toordinal()


def make_archive(seed, size):
    """Pieces, what is filed of them, and what was left out, by number; the numbers have holes."""
    rng = random.Random(seed)
    numbers = sorted(rng.sample(range(1, 4 * size), size))
    names = [
        *_SUBJECTS,
        *(f"{one}{other}" for one in ("ka", "lo", "mir", "ven") for other in ("dor", "ta", "stein", "u")),
    ]
    pieces, filed, removed = {}, {}, {}
    for number in numbers:
        topic = rng.sample(names, 4)
        pieces[number] = (
            _text(rng, topic, 6) if rng.random() < 0.9 else "",
            *(_text(rng, topic, 60) for _ in range(4)),
        )
        filed[number] = _filed(rng, number, numbers)
        if rng.random() < 0.4:
            removed[number] = ("", f"Sign up for our {rng.choice(names)} letter", "Read more: " + _text(rng, topic, 5))
    return pieces, filed, removed


@contextmanager
def as_in_a_great_archive():
    """Files of the index as small beside this archive as those of a great one are beside it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsarchive.index.entries.MOST_INLINE", 40)
        patched.setattr("newsarchive.index.entries.MOST_IN_BLOCK", 80)
        for module in ("trie", "reduce"):
            patched.setattr(f"newsarchive.index.{module}.MOST_WEIGHT", 300)
        yield


def index_files(archive, partitions=5):
    """The files of an archive's index, by their paths."""
    pieces, filed, removed = archive
    pages = [page(block) for blocks in (column_blocks, row_blocks) for block in blocks([*filed.values()])]
    pages.append(page(column_list((number, bool(one.first_copy)) for number, one in filed.items())))
    for folder, texts in (("", pieces), ("removed/", removed)):
        numbers = sorted(texts)
        parts = [numbers[first : first + _TOGETHER] for first in range(0, len(numbers), _TOGETHER)]
        found = [(part, gather([Pieces(one, texts[one]) for one in part], COMMON, partitions)) for part in parts]
        lengths = {one: length for part, own in found for one, length in zip(part, own.lengths, strict=True)}
        counts = Counts(len(lengths), max(lengths), COMMON)
        norms = make_norms(lengths, mean_length([*lengths.values()]))
        done = [
            reduce_partition([(part, own.segments[place]) for part, own in found], norms, counts, folder)
            for place in range(partitions)
        ]
        pages += [one for reduced in done for one in reduced.pages]
        pages += join_partitions([bucket for reduced in done for bucket in reduced.buckets], counts, folder)
        if not folder:
            pages.append(spelling([word for reduced in done for word in reduced.frequent]))
    return {one.path: one.content for one in pages}


def _text(rng, topic, most):
    small = [*COMMON, "said", "that", "was", "for"]
    words = [
        rng.choice(small) if rng.random() < 0.45 else rng.choice([*topic, *_SUBJECTS])
        for _ in range(rng.randint(1, most))
    ]
    if rng.random() < 0.15:
        words.insert(rng.randrange(len(words) + 1), rng.choice(_RARE))
    return " ".join(words).capitalize() + "."


def _filed(rng, number, numbers):
    first = _FIRST + rng.randint(0, 2000) if rng.random() < 0.8 else 0
    earlier = [other for other in numbers if other < number]
    return Filed(
        number=number,
        address=f"story-{number}",
        source=f"{number}.txt",
        headline=f"Story {number}",
        has_headline=rng.random() < 0.9,
        outlet=rng.choice(["The Harbour Lamp", "Courier", "Lamp, The", None]),
        authors=tuple(rng.sample(["Ada Rook", "Tobias Fell", "Maren Oduya"], rng.choice([0, 1, 1, 2]))),
        date="some day",
        first_day=first,
        last_day=first + rng.choice([0, 0, 0, 1, 30]) if first else 0,
        certainty=rng.choice(["stated", "given", "inferred"]) if first else None,
        language=rng.choice(["en", "en", "fr", None]),
        first_copy=rng.choice(earlier) if earlier and rng.random() < 0.1 else 0,
    )
