"""The archive teaches itself: whole small archives of invented words, which no list knows."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.outlet import outlet
from newsarchive.extract.outlet_siblings import order_of_siblings
from newsarchive.label import label
from newsarchive.model import Habits, Source
from newsarchive.survey import habits_of
from newsarchive.text.fold import fold
from newsarchive.text.recurrence import recurring

NOUNS = (
    "ferry",
    "quay",
    "pilot",
    "bell",
    "anchor",
    "mast",
    "sail",
    "oar",
    "rudder",
    "lamp",
    "net",
    "crane",
    "buoy",
    "hull",
)
TOWNS = ("Skerrow", "Vennmouth", "Marrish", "Quarrow", "Costerly", "Kessen", "Dunwick", "Ollerby")


def prose(rng, sentences=4):
    """Paragraphs of different sentences."""
    return [
        f"The {rng.choice(NOUNS)} of {rng.choice(TOWNS)} was seen {rng.randrange(1000)} yards off the {rng.choice(NOUNS)},"
        f" and the {rng.choice(NOUNS)} of {rng.choice(TOWNS)} lay {rng.randrange(1000)} yards behind the light of the pier."
        for _ in range(sentences)
    ]


def text(number, above=(), below=(), body=None, folder="scraped"):
    rng = random.Random(number)
    body = body or prose(rng)
    lines = [*above, f"{rng.choice(TOWNS)} waits for its {rng.choice(NOUNS)} {number}", *body, *below]
    return Source(f"{folder}/{number:03}.txt", "\n\n".join(lines), "utf-8", "")


def known(habits, *lines):
    found = recurring([fold(line) for line in lines], habits).at_edges
    return [line for index, line in enumerate(lines) if index in found]


MENU = [f"{a}{b}" for a in ("Zor", "Plim", "Quax", "Wend", "Brol") for b in ("tan", "gle", "fisk", "mure", "dop")]
OUTLETS = [
    (MENU, ["Velp dro nask", "Trimble 7 gronks", "Quandle the vex, plorth and zimmel"]),
    (["Hup zandra"], ["Norp", "Fleem 3 Garst 2023 ob 14:05", "Wix trundle"]),
    ([], ["Drimmel ganst voop", "© 2024 Plonk Vardle", "Jex"]),
]


def test_boilerplate_of_invented_words_is_known_and_no_line_of_a_body_is():
    archive = [text(10 * outlet + number, *OUTLETS[outlet]) for outlet in range(3) for number in range(8)]
    habits = habits_of(archive)
    boilerplate = [line for above, below in OUTLETS for line in (*above, *below)]
    bodies = [line for source in archive for line in source.lines if line.endswith("pier.")]

    assert known(habits, *boilerplate) == boilerplate
    assert known(habits, *bodies) == []
    assert habits.doubtful_lines == frozenset()


def test_a_line_is_the_same_whatever_its_numbers():
    habits = habits_of(text(number, below=["Norp", f"{number * 37} gronks"]) for number in range(5))

    assert known(habits, "4 gronks", "gronks") == ["4 gronks"]


def test_dates_and_bare_numbers_are_no_habits():
    habits = habits_of(
        text(number, below=["Norp", f"{number + 1} March 2023", f"{number * 37}"]) for number in range(5)
    )

    assert habits.edge_lines == {"norp"}


def test_a_line_is_the_same_where_a_name_in_it_varies():
    names = ["Ada", "Bela Orm", "Cyd", "Dov van Ey", "Eda"]
    habits = habits_of(
        text(number, below=["Norp", f"Garst voop {name} zimmel ob plim"]) for number, name in enumerate(names)
    )

    assert known(habits, "Garst voop Wim zimmel ob plim") == ["Garst voop Wim zimmel ob plim"]


def test_headlines_that_begin_alike_are_no_template():
    rng = random.Random(1)
    archive = [text(number, above=["Hup zandra"]) for number in range(20)]
    archive += [
        Source(f"scraped/z{town}.txt", "\n\n".join(["Hup zandra", f"How to see {town}", *prose(rng)]), "utf-8", "")
        for town in TOWNS
    ]

    assert known(habits_of(archive), "How to see Harle") == []


def test_a_report_that_five_outlets_print_has_no_habits_of_its_own():
    report = prose(random.Random(99), 8)
    archive = [
        text(number, [f"Zorp{number} quandle"], ["(The wire service)", f"Vex{number} norp"], body=report[: 8 - number])
        for number in range(5)
    ]

    assert habits_of(archive) == Habits.none


def test_a_report_counts_once_among_the_articles_that_have_a_line():
    report = prose(random.Random(99), 8)
    copies = [text(number, below=["Norp"], body=report) for number in range(6)]

    assert habits_of([*copies, *(text(number, below=["Norp"]) for number in range(10, 13))]) == Habits.none
    assert habits_of([*copies, *(text(number, below=["Norp"]) for number in range(10, 14))]).edge_lines == {"norp"}


REFRAIN = "And still the bell of Skerrow hangs where it has always hung, and nobody rings it."


def test_a_refrain_that_ends_ten_bodies_stays_and_is_doubtful():
    archive = [text(number, ["Hup zandra"], [REFRAIN, "Norp", "Velp dro nask"]) for number in range(10)]
    habits = habits_of(archive)
    kept = [span for span in label(archive[0], habits) if span.text == REFRAIN]

    assert known(habits, REFRAIN, "Norp") == ["Norp"]
    assert habits.doubtful_lines == {fold(REFRAIN)}
    assert recurring([fold(line) for line in (REFRAIN, "Norp", "Jex")], habits).doubtful == {0, 1}
    assert [span.label for span in kept] == ["paragraph"]


def test_a_refrain_of_one_writer_stays_however_often_it_is_printed():
    archive = [text(number, below=["Norp"]) for number in range(100)]
    archive += [text(number, below=[REFRAIN, "Norp"]) for number in range(100, 130)]

    assert known(habits_of(archive), REFRAIN) == []


def test_a_notice_below_every_body_of_an_outlet_is_no_refrain():
    notice = "Quandle vorp the zimmel of this plorth, and may not be gronked without the vex of its drimmel."
    archive = [text(number, below=[notice]) for number in range(20)]
    archive += [text(number, below=["Norp"]) for number in range(100, 160)]

    assert known(habits_of(archive), notice) == [notice]


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_quotation_in_the_middle_of_bodies_is_no_habit(place):
    quotation = "“We have waited long enough for the ferry, and we shall wait no longer,” said the mayor of Skerrow."
    bodies = [prose(random.Random(number), 5) for number in range(12)]
    archive = [
        text(number, below=["Norp"], body=[*body[:place], quotation, *body[place:]])
        for number, body in enumerate(bodies)
    ]

    assert habits_of(archive).edge_lines == {"norp"}


def test_a_prompt_inside_the_bodies_of_an_outlet_is_doubtful_and_a_line_of_some_is_not():
    prompt, background = (
        "Quandle the vex of zimmel, and plorth it to your drimmel.",
        "The yard has been shut since May.",
    )
    bodies = [prose(random.Random(number), 5) for number in range(24)]
    archive = [
        text(number, below=["Norp"], body=[*body[:2], background if number % 4 == 0 else prompt, *body[2:]])
        for number, body in enumerate(bodies)
    ]
    habits = habits_of(archive)

    assert habits.doubtful_lines == {fold(prompt)}
    assert habits.edge_lines == {"norp"}


def test_habits_are_the_same_in_any_order_of_the_texts():
    archive = [text(10 * outlet + number, *OUTLETS[outlet]) for outlet in range(3) for number in range(6)]

    assert habits_of(archive) == habits_of(reversed(archive))


def test_an_article_of_which_no_fact_holds_is_the_same_in_any_archive():
    habits = habits_of(text(number, *OUTLETS[0]) for number in range(8))
    stranger = text(500, ["Something else"], ["Another end"], folder="elsewhere")

    assert label(stranger, habits) == label(stranger)


NAMED = ["Velp dro nask", "Support Harbour Ledger", "Zimmel ob plorth"]
UNNAMED = ["Velp dro nask", "Zimmel ob plorth"]


def outlet_of(source, habits):
    return outlet(source, label(source, habits), habits=habits)


def test_an_outlet_that_its_lines_name_is_that_of_its_siblings():
    sibling = text(50, below=UNNAMED, folder="elsewhere")
    habits = habits_of([*(text(number, below=NAMED) for number in range(12)), sibling])
    found = outlet_of(sibling, habits)

    assert found.value == "Harbour Ledger"
    assert found.evidence is not None
    assert (found.evidence.rule, found.evidence.certainty) == ("habit_of_the_archive", "inferred")
    assert outlet_of(text(51, below=["Velp dro nask"], folder="elsewhere"), habits).value is None
    assert outlet_of(sibling, Habits.none).value is None


def test_the_spelling_that_most_texts_have_names_an_outlet():
    archive = [text(number, below=NAMED) for number in range(4)]
    archive += [text(number, below=["Support The Harbour Ledger", *UNNAMED]) for number in range(10, 20)]
    archive += [text(number, below=NAMED) for number in range(30, 32)]

    assert set(habits_of(archive).outlets.values()) == {"The Harbour Ledger"}


def test_a_line_that_other_outlets_print_too_names_none():
    archive = [text(number, below=NAMED) for number in range(8)] + [
        text(number, below=UNNAMED) for number in range(20, 26)
    ]

    assert set(habits_of(archive).outlets) == {"support harbour ledger"}


def test_a_folder_of_one_outlet_names_its_other_texts():
    archive = [text(number, below=NAMED, folder="ledger") for number in range(8)]
    archive += [text(number, below=["Velp dro nask"], folder="ledger") for number in range(20, 24)]

    assert outlet_of(archive[-1], habits_of(archive)).value == "Harbour Ledger"


def dated(number, date, outlet=0):
    return text(number, below=[f"Fleem {date}", *(f"{line} {'x' * outlet}" for line in UNNAMED)])


def test_the_unambiguous_dates_of_an_outlet_tell_what_stands_first_in_the_others():
    days = [dated(number, f"{number + 11}/03/2023") for number in range(12)]
    months = [dated(50 + number, f"03/{number + 11}/2023", outlet=1) for number in range(12)]
    habits = habits_of([*days, *months])
    orders = habits.orders

    assert [order_of_siblings(one, label(one), habits) for one in (days[0], months[0], text(99))] == [
        "day", "month", None,
    ]  # fmt: skip
    assert {orders[fold(f"{line} ")] for line in UNNAMED} == {"day"}
    assert {orders[fold(f"{line} x")] for line in UNNAMED} == {"month"}
    assert "scraped/" not in orders


def test_dates_that_contradict_each_other_tell_nothing():
    both = [f"{number + 11}/03/2023" if number % 2 else f"03/{number + 11}/2023" for number in range(16)]

    assert habits_of(dated(number, date) for number, date in enumerate(both)).orders == {}


@given(
    st.lists(st.lists(st.text(max_size=30) | st.sampled_from([*NOUNS, REFRAIN, "1/2/2023"]), max_size=12), max_size=9)
)
def test_any_texts_have_habits(texts):
    sources = [Source(f"{number}.txt", "\n".join(lines), "utf-8", "") for number, lines in enumerate(texts)]
    habits = habits_of(sources)

    assert habits.edge_lines.isdisjoint(habits.doubtful_lines)
    assert not sources or habits_of([sources[0]]) == Habits.none
    assert all(one <= two for one, two in pairwise(sorted(habits.outlets)))
