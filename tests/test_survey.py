"""What only the archive knows: lines that recur at the edges of its articles, and what label makes of them."""

from newsarchive.label import label
from newsarchive.model import Habits, Source
from newsarchive.survey import habits_of

SLOGAN = "Quill and rope since the great tide"
NAMES = ("ferry", "quay", "pilot", "bell", "anchor", "mast")


def _source(name, above=(), below=(), middle=None):
    prose = (
        middle
        or f"The {name} of the harbour will not be moved before the spring, the office of the town said on Tuesday."
    )
    second = f"It gave the state of the {name} as its reason, and said that repairs would take until the end of April."
    return Source(f"{name}.txt", "\n\n".join([*above, f"No {name} before spring", prose, second, *below]), "utf-8", "")


def test_a_line_at_the_edge_of_five_different_articles_is_a_habit():
    assert habits_of(_source(name, below=[SLOGAN]) for name in NAMES[:5]).edge_lines == {SLOGAN.casefold()}


def test_a_line_at_the_edge_of_four_is_none():
    assert habits_of(_source(name, below=[SLOGAN]) for name in NAMES[:4]) == Habits.none


def test_one_report_printed_by_five_outlets_is_one_article():
    report = "The ferry went down off the bar on Monday with three hundred rolls and a piano on board, its owner said."
    printed = [_source(name, below=["A line of the agency"], middle=report * 2) for name in NAMES]

    assert habits_of(printed) == Habits.none


def test_a_habit_is_counted_however_it_is_typed():
    spellings = [SLOGAN, SLOGAN.upper(), f"  {SLOGAN}", SLOGAN.replace(" ", "\u00a0"), SLOGAN.title()]
    sources = [_source(name, above=[spelling]) for name, spelling in zip(NAMES, spellings, strict=False)]

    assert habits_of(sources).edge_lines == {SLOGAN.casefold()}


def test_a_habit_is_left_out_by_its_name_and_is_no_paragraph_beside_the_body():
    praise = "Our readers say that it is the best paper of the coast and of the islands."
    source = _source("ferry", below=[SLOGAN, praise])
    habits = habits_of(_source(name, below=[SLOGAN, praise]) for name in NAMES)
    last = label(source, habits)[-1]

    assert (last.label, last.rule) == ("boilerplate", "recurs_in_the_archive")
    assert label(source)[-1].label == "paragraph"


def test_a_byline_that_recurs_stays_a_byline():
    sources = [_source(name, below=[]) for name in NAMES]
    sources = [Source(s.path, s.text.replace("\n\n", "\n\nAda Quill\n\n", 1), "utf-8", "") for s in sources]
    habits = habits_of(sources)

    assert "ada quill" in habits.edge_lines
    assert [span.label for span in label(sources[0], habits)][:2] == ["headline", "byline"]
