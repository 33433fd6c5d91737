"""The survey counts in arrays, from what it keeps of each text, and comes to what plain loops come to."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Source
from newsarchive.survey import Text, habits_of, see, survey
from tests.plain_survey import plain_habits
from tests.test_samples import SOURCES
from tests.test_self_teaching import NAMED, NOUNS, OUTLETS, REFRAIN, TOWNS, prose, text

LINES = [
    *("Norp", "NORP", "Hup zandra", "Velp dro nask", "Zimmel ob plorth", "Jex", "3 comments", "14 March 2023"),
    *("Support Harbour Ledger", "Support The Harbour Ledger", "© 2024 Plonk Vardle", "Read more about …", REFRAIN),
    *("Our readers say that it is the best paper of the coast and of the islands.", "word " * 250 + "end."),
    *("Write to us at desk@harbour.example or call the office of the paper on any day.", "word " * 250),
]


def archive(seed):
    """A small archive of one kind or another: of a few outlets, with copies of reports, bylines, dates."""
    rng = random.Random(seed)
    often, copied, folders = (
        rng.choice([0.2, 0.5, 0.9]),
        rng.choice([0, 0.1, 0.4]),
        rng.choice([[""], ["a/"], ["a/", "b/"]]),
    )
    lines, reports = rng.sample(LINES, rng.randrange(2, len(LINES))), [prose(rng) for _ in range(2)]
    return [
        _text(rng, f"{rng.choice(folders)}{number:02}.txt", lines, often, reports if rng.random() < copied else [])
        for number in range(rng.choice([5, 6, 8, 12, 24]))
    ]


def _text(rng, path, lines, often, reports):
    own = [line for line in lines if rng.random() < often]
    body = list(rng.choice(reports)) if reports else prose(rng, rng.randrange(6))
    if rng.random() < 0.3:
        body.insert(rng.randrange(len(body) + 1), rng.choice(lines))
    if rng.random() < 0.4:
        own.insert(0, f"By {rng.choice(['Ann', 'Bela', 'Cyd'])} {rng.choice(['Roe', 'Orm'])} in {rng.choice(TOWNS)}")
    if rng.random() < 0.4:
        own.append(f"Fleem {rng.randrange(1, 29):02}/{rng.randrange(1, 29)}/2023 ob")
    half = rng.randrange(len(own) + 1)
    written = [*own[:half], f"{rng.choice(TOWNS)} waits for its {rng.choice(NOUNS)}", *body, *own[half:]]
    if rng.random() < 0.2:
        rng.shuffle(written)
    return Source(path, "\n\n".join(written), "utf-8", path)


@given(st.integers(0, 1 << 32))
def test_arrays_come_to_what_loops_come_to(seed):
    sources = archive(seed)

    assert habits_of(sources) == plain_habits(sources)


@pytest.mark.parametrize(
    "sources", [SOURCES, [text(number, *OUTLETS[number % 3], folder="ab"[number % 2]) for number in range(40)]]
)
def test_archives_come_to_what_loops_come_to(sources):
    assert habits_of(sources).edge_lines
    assert habits_of(sources) == plain_habits(sources)


def test_more_articles_than_are_laid_out_at_once_come_to_the_same(monkeypatch):
    sources = [text(number, *OUTLETS[number % 3]) for number in range(24)]
    whole = habits_of(sources)
    monkeypatch.setattr("newsarchive.survey.layout._AT_ONCE", 50)
    monkeypatch.setattr("newsarchive.survey.counts._AT_ONCE", 3)

    assert habits_of(sources) == whole


def test_what_is_kept_of_a_text_is_the_same_on_every_machine():
    source = Source("a.txt", "Norp\n\nBy Ann Roe of Skerrow\n\n14/03/2023\n", "utf-8", "")

    assert see(source).hex() == (
        "fe01000000000000006fb4e7c6d5dbfeff1d914cde238154ff8b5fd614828d4400bbb0a12435100c003f0ef64cd91410"
    )


def test_a_text_written_by_hand_has_no_habits():
    sources = [text(number, below=["Norp"]) for number in range(5)]
    by_hand = Source("z.md", sources[0].text, "utf-8", "", markdown=True)

    assert see(by_hand) == b""
    assert habits_of([*sources[:4], by_hand]).edge_lines == frozenset()
    assert habits_of([*sources, by_hand]).edge_lines == {"norp"}


class Folder:
    """Texts that are surveyed as a build does: what is kept of each, the text again where the survey asks for it."""

    def __init__(self, sources):
        self.sources = {source.path: source for source in sources}
        self.asked = []

    def read(self, paths):
        self.asked += paths
        return [self.sources[path] for path in paths]

    def survey(self, known):
        self.asked = []
        texts = [Text(source.path, source.sha256, see(source)) for source in self.sources.values()]
        return survey(texts, self.read, known)


def named(number, below=NAMED):
    source = text(number, below=below)
    return Source(source.path, source.text, "utf-8", f"{number} {below}")


def test_words_are_read_again_in_the_first_text_that_has_them_and_only_once():
    folder = Folder(named(number) for number in range(8))
    first = folder.survey({})

    assert folder.asked == ["scraped/000.txt"]
    assert folder.survey(first.wordings) == first
    assert folder.asked == []


def test_words_are_read_again_where_another_text_is_the_first_to_have_them():
    known = Folder(named(number) for number in range(1, 8)).survey({}).wordings
    printed = [line.upper() if line != NAMED[1] else "Support the Harbour Ledger" for line in NAMED]
    folder = Folder([named(0, printed), *(named(number) for number in range(1, 8))])
    now = folder.survey(known)

    assert folder.asked == ["scraped/000.txt"]
    assert now == folder.survey({})


def test_a_text_that_is_not_what_it_was_when_it_is_read_again_tells_nothing():
    folder = Folder(named(number) for number in range(8))
    texts = [Text(source.path, source.sha256, see(source)) for source in folder.sources.values()]

    assert survey(texts, lambda paths: [Source(path, "Changed", "utf-8", "") for path in paths], {}).wordings == {}


def test_no_text_has_no_habits():
    assert Folder([]).survey({}).wordings == {}
    assert Folder([text(1)]).survey({}).wordings == {}
