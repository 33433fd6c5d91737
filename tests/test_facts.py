"""A text is labelled again where a fact that it asks for changed; so it must ask for all that it looks up."""

import struct
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import BODY_LABELS, Habits, Source
from newsarchive.read import decode, read
from newsarchive.survey import habits_of, holders
from newsarchive.text.facts import asked, changed_facts
from newsarchive.text.fold import fold
from newsarchive.text.recurrence import without_numbers
from tests.test_self_teaching import OUTLETS, text

ARTICLES = Path(__file__).parents[1] / "articles"
CASES = Path(__file__).parent / "cases"

PROSE = "The ferry of the harbour will not be moved before the spring, the office of the town said on Tuesday."
HOSTILE = Source(
    "Courier 2023/hostile.txt",
    "\n\n".join(
        [
            "EXCLUSIVEMayor resigns over ferry",
            "By Ada Quill | 14 March 2023",
            "Filed by Ann Roe at 12:05 in Skerrow",
            f"{PROSE} Read more: Ferry sinks off the bar",
            PROSE,
            f"Home{' ' * 1500}About us",
            "Ａｌｌ  the “news” that’s  fit — 12 comments",
            f"{'word ' * 400}end",
        ]
    ),
    "utf-8",
    "",
)
SOURCES = [HOSTILE, *(decode(text) for folder in (ARTICLES, CASES) for text in read(folder).texts)]
ARCHIVE = [
    text(10 * outlet + number, *OUTLETS[outlet], folder=f"o{outlet}") for outlet in range(3) for number in range(8)
]


class Noting(frozenset):
    """Facts that note which were asked for; the first words of every text begin one of them, so that all are."""

    __slots__ = ("noted",)
    __hash__ = object.__hash__
    __eq__ = object.__eq__

    def __contains__(self, fact):
        self.noted.add(fact)
        return super().__contains__(fact)

    def isdisjoint(self, facts):
        self.noted.update(facts)
        return super().isdisjoint(facts)


def noting(source):
    facts = Noting(f"{without_numbers(fold(line)).partition(' ')[0]} …" for line in source.text.split("\n"))
    facts.noted = set()
    return facts


def numbers(source, habits=Habits.none):
    packed = asked(source, label(source, habits))
    return set(struct.unpack(f"<{len(packed) // 4}I", packed))


def article(source, habits):
    spans = label(source, habits)
    return spans, extract(source, spans, habits)


BEFORE = habits_of(ARCHIVE)
OLD = [article(source, BEFORE) for source in ARCHIVE]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path)
def test_what_labelling_looks_up_is_asked_for(source):
    edges, doubtful = noting(source), noting(source)
    article(source, Habits(edges, doubtful))
    noted = edges.noted | doubtful.noted

    assert source.markdown or noted
    assert changed_facts(Habits.none, Habits(frozenset(noted))) <= numbers(source)


@pytest.mark.parametrize("source", SOURCES[:4], ids=lambda source: source.path)
def test_what_extracting_looks_up_is_asked_for(source):
    spans = label(source)
    alone, known = extract(source, spans), numbers(source)
    folded = dict.fromkeys(fold(span.text) for span in spans if span.label not in BODY_LABELS)
    marks = [*folded, *map(without_numbers, folded)]
    told = [
        {f"{source.path.rpartition('/')[0]}/": "Zorp Post"},
        *(dict.fromkeys(two, "Zorp Post") for two in pairwise(marks)),
    ]
    changing = [facts for facts in told if extract(source, spans, Habits(outlets=facts)) != alone]

    assert changing
    assert [facts for facts in changing if not changed_facts(Habits.none, Habits(outlets=facts)) <= known] == []


@pytest.mark.parametrize("source", SOURCES[:4], ids=lambda source: source.path)
def test_a_text_asks_for_the_same_whatever_its_pieces_are_labelled(source):
    every_line = Habits(frozenset(fold(line) for line in source.lines))

    assert numbers(source) == numbers(source, every_line)


@settings(max_examples=12)
@given(st.sets(st.integers(0, len(ARCHIVE) - 1), min_size=4))
def test_labelling_the_holders_again_is_as_good_as_labelling_all(gone):
    after = habits_of(one for number, one in enumerate(ARCHIVE) if number not in gone)
    new = [article(source, after) for source in ARCHIVE]
    held = holders(
        changed_facts(BEFORE, after), [asked(*one) for one in zip(ARCHIVE, (spans for spans, _ in OLD), strict=True)]
    )

    assert [new[number] if number in held else old for number, old in enumerate(OLD)] == new


def test_a_fact_that_changes_is_held_by_those_that_have_its_line():
    lines = ["Norp", "Filed by Ann Roe at 12:05"], ["Jex"], ["Filed by Bela Orm at 9:30"]
    texts = [asked(source, label(source)) for source in (text(n, below=below) for n, below in enumerate(lines))]
    norp, form, folder = (Habits(frozenset([fact])) for fact in ("norp", "filed by bela …", "filed"))

    assert holders(changed_facts(norp, Habits.none), texts) == [0]
    assert holders(changed_facts(Habits.none, form), texts) == [2]
    assert holders(changed_facts(norp, form), texts) == [0, 2]
    assert holders(changed_facts(norp, norp), texts) == []
    assert holders(changed_facts(folder, Habits.none), texts) == []


def test_what_a_mark_tells_is_a_fact_too():
    post, ledger = (Habits(outlets={"courier/": name}) for name in ("Harbour Post", "Harbour Ledger"))

    assert changed_facts(post, ledger) == changed_facts(post, Habits.none) != frozenset()
    assert changed_facts(
        post, Habits(outlets={"courier/": "Harbour Post"}, orders={"courier/": "day"})
    ) == changed_facts(post, ledger)
