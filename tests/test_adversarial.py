"""Hostile texts: no rule and no pattern takes more than its share, however long a line or a text is."""

import contextlib
import inspect
import os
import random
import subprocess
import sys
import time
from types import FunctionType

import pytest

from newsarchive.extract import extract
from newsarchive.label import certain_sheet, label
from newsarchive.label.explanation import explain
from newsarchive.label.glances import with_glances
from newsarchive.label.learned.look import Open, look
from newsarchive.label.learned.parts import PART
from newsarchive.label.learned.weights import load
from newsarchive.label.line import Line, read_line
from newsarchive.link.card import card
from newsarchive.model import LineRule, Source
from newsarchive.read.repair import repair
from newsarchive.survey import see
from newsarchive.text.credits import find_credit
from newsarchive.text.ledger import imbalances
from newsarchive.text.markdown import markdown_blocks
from tests.attacks import attacks, line_of, modules, patterns

PROSE = "The harbour office said that the ferry would not sail again before the quay had been repaired by the town."
HEAD = f"A headline of the ferry\nBy Ada Quill\n14 March 2023\n\n{PROSE}\n"
ALWAYS = 2.0
"""Seconds of CPU that nothing takes whose cost follows the text: what grows faster takes minutes at the last size."""
GROWTH = 10
"""Times the cost at four times the size, above which it does not follow the size: it is 4 for what does, 16 and more
for what does not.
"""
NIGHT = "NEWSARCHIVE_NIGHT" in os.environ
"""At night hostile texts are as large as they may be; by day a fifth of it, by which what does not follow the size is
told as well.
"""
MOST = 60 if NIGHT else 15
"""Hostile lines that each function is asked of: others for each."""
SIZES = (15, 30, 60, 250, 1000) if NIGHT else (15, 30, 60, 250)
LONGEST = 5_000_000 if NIGHT else 1_000_000
MANY = 20_000 if NIGHT else 6_000
WORTH = 1.0
"""Seconds of CPU below which nothing is said of how a cost grows."""
UNITS = (
    *("x", "7", "<", "&", "@", "(", "[", "_", "*", "-", ".", ",", "“", "港", "\u0301", "e\u0301", "Ax", "a. ", "O'"),
    *("12 March 2023, ", "12/03/2023 ", "2023-03-12T10:00:00 ", "Monday, ", "10:30 ", "2023 ", "1.", "March "),
    *("Ada Quill, ", "By Ada Quill and Bob Stone ", "ADA QUILL ", "A. B. ", "de la ", "Photo: ", "(AP) ", "© 2023 "),
    *(
        "Ã©tÃ© â€œxâ€ ",
        "&amp;eacute; ",
        "&#",
        "<p>word</p> ",
        '<a href="',
        "https://",
        "https://example.org/a ",
        "a@b.",
    ),
    *(
        " | ",
        " — ",
        '"a ',
        '{"a":',
        "var a=function(){",
        "기자 ",
        "カメラ・",
        "ข่าววันนี้",
        "كتب ",
        f"{PROSE} ",
        "x" + " " * 9999,
    ),
)
LINES = {
    "words": lambda number: f"harbour{number}",
    "names": lambda number: f"Ada{chr(97 + number % 26)} Quill",
    "prose": lambda number: f"{PROSE[: 30 + number % 70]} {number}.",
    "one line": lambda _: PROSE,
    "dates": lambda number: f"{number % 28 + 1} March {1900 + number % 120}",
    "days": lambda number: f"{number % 28 + 1} March",
    "bylines": lambda number: f"By Ada Quill{number}",
    "bios": lambda number: f"Ada Quill is a reporter for the Quarrow Post {number}.",
    "notices": lambda number: f"© {number} The Quarrow Post {number}. All rights reserved.",
    "captions": lambda number: f"The ferry {number} (Photo: Ada Quill{number}/Quarrow Post {number})",
    "twins": lambda number: f"The ferry stays at its quay {number // 2}",
    "addresses": lambda number: f"ada@example{number}.org",
    "posts": lambda number: f"https://twitter.com/ada/status/{number}",
    "questions": lambda number: (
        f"Q: Who sails the ferry {number}?" if number % 2 else f"A: Ada Quill sails it {number}."
    ),
    "wrapped": lambda number: ("a " * (30 + number % 3) + "ferry")[: 62 + number % 3] if number % 9 < 6 else "",
    "wrapped here and there": lambda number: (
        ("the ferry " * 9)[: 60 + number // 7 % 30] + ("." if number % 7 in (2, 6) else "") if number % 7 != 3 else ""
    ),
    "broken words": lambda number: f"{PROSE[:60]} num{number}-",
    "headlines": lambda number: f"Ferry {number} Stays At Its Quay",
    "datelines": lambda number: f"QUARROW, March {number % 28 + 1} (AP) — {PROSE}",
    "front matter": lambda number: f"a{number}: b" if number else "---",
}


def first_slow(work, attack, sizes, end=""):
    """The least size at which a line takes more than anything whose cost follows its length; None where none does."""
    for size in sizes:
        line = line_of(attack, size, end)
        if all(cost(work, line) > ALWAYS for _ in range(2)):
            return size
    return None


def cost(work, *values):
    start = time.process_time()
    work(*values)
    return time.process_time() - start


def asked(module, kind):
    """The public functions of a module that ask something of a line alone, but for Markdown, whose blocks are bounded."""
    for name, value in vars(module).items():
        function = inspect.unwrap(value) if callable(value) else None
        if (
            name.startswith("_")
            or name == "to_html"
            or not isinstance(function, FunctionType)
            or function.__module__ != module.__name__
        ):
            continue
        first, *others = [*inspect.signature(function).parameters.values(), None][:-1] or [None]
        if first and first.annotation is kind and all(one.default is not one.empty for one in others):
            yield function


def through(text):
    """What each stage takes for a text: seconds of CPU by its name."""
    source = Source("a.txt", text, "utf-8", "")
    mended = {}
    costs = {"repair": cost(lambda: mended.update(text=repair(text, scraped=True)[0]))}
    source = Source("a.txt", mended["text"], "utf-8", "")
    held = {}
    costs["label"] = cost(lambda: held.update(spans=label(source)))
    costs["ledger"] = cost(lambda: held.update(wrong=[*imbalances(source, held["spans"])]))
    costs["extract"] = cost(lambda: held.update(article=extract(source, held["spans"])))
    costs["card"] = cost(lambda: card(held["article"]))
    costs["survey"] = cost(lambda: see(source))
    assert held["wrong"] == []
    return costs


def steep(small, large):
    """The stages that take far more than four times as long for four times the text."""
    once, again = through(small), through(large)
    return {stage for stage, seconds in again.items() if seconds > max(WORTH, GROWTH * once[stage])}


@pytest.mark.slow
def test_no_pattern_takes_for_ever_on_what_it_repeats():
    slow = {}
    for name, pattern in patterns().items():
        is_text = isinstance(pattern.pattern, str)

        def work(line, pattern=pattern, is_text=is_text):
            said = line if is_text else line.encode("latin-1", "replace")
            pattern.search(said), pattern.fullmatch(said)

        for attack in attacks(pattern):
            if size := first_slow(work, attack, SIZES, "\x00"):
                slow[name, attack] = size

    assert len(patterns()) > 250
    assert slow == {}


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["text", "label", "read.repair"])
def test_what_is_asked_of_a_line_takes_no_more_than_the_square_of_its_length(folder):
    inside = {name: module for name, module in modules().items() if f"{name}.".startswith(f"newsarchive.{folder}.")}
    slow = set()
    for name, module in inside.items():
        hostile = dict.fromkeys(
            attack
            for where, pattern in patterns().items()
            if where.split()[0].rpartition(".")[0] == name.rpartition(".")[0] and isinstance(pattern.pattern, str)
            for attack in attacks(pattern)
        )
        for kind, said in ((str, str), (Line, lambda text: read_line(1, f"a{text}a"))):
            for function in asked(module, kind):

                def work(line, function=function, said=said):
                    with contextlib.suppress(ValueError, LookupError, OSError):  # what is asked of few words alone
                        inspect.isgenerator(found := function(said(line))) and [*found]

                chosen = random.Random(function.__qualname__).sample([*hostile], min(MOST, len(hostile)))
                slow |= {
                    (function.__qualname__, attack)
                    for attack in chosen
                    if first_slow(work, attack, (100, 1_000, 10_000))
                }

    assert slow == set()


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_line_of_megabytes_takes_four_times_as_long_as_a_fourth_of_it(unit):
    small, large = (HEAD + unit * (size // len(unit)) + f"\n{PROSE}" for size in (LONGEST // 4, LONGEST))

    assert not (steep(small, large) and steep(small, large))


@pytest.mark.slow
@pytest.mark.parametrize("shape", LINES)
def test_many_lines_take_four_times_as_long_as_a_fourth_of_them(shape):
    small, large = ("\n".join(map(LINES[shape], range(count))) for count in (MANY // 4, MANY))

    assert not (steep(small, large) and steep(small, large))


MEASURED = """
import resource, sys
from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.link.card import card
from newsarchive.model import Source
def read(text):
    source = Source("a.txt", text, "utf-8", "")
    card(extract(source, label(source)))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
few = read("The ferry stays at its quay.")
many = read("\\n".join(f"The ferry {number} stays at its quay." for number in range(int(sys.argv[1]))))
print(many - few)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory otherwise")
def test_very_many_lines_take_less_than_300_mb():
    lines = 200_000 if NIGHT else 50_000
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", MEASURED, str(lines)], capture_output=True, text=True, check=True
    )

    assert int(done.stdout) < 300_000


def test_a_text_of_very_many_lines_is_looked_at_part_by_part():
    lines = [Open(read_line(number, f"The ferry {number} stays.")) for number in range(1, PART + 300)]

    (seen,) = look([lines], load())
    first, last = look([lines[:PART], lines[PART:]], load())

    assert seen.body.tolist() == [*first.body.tolist(), *last.body.tolist()]
    assert seen.kinds.tolist() == [*first.kinds.tolist(), *last.kinds.tolist()]


@pytest.mark.slow
def test_the_pieces_of_very_many_lines_are_explained_by_what_was_seen_of_their_part():
    source = Source("a.txt", "\n".join(f"{PROSE[:90]} {number}." for number in range(PART + 300)), "utf-8", "")
    seen = next(with_glances([certain_sheet(source)], load())).seen

    pieces = [*zip(explain(source), seen, strict=True)][PART - 5 :]
    told = [(piece.chance, glance.body) for piece, glance in pieces if piece.span.label == "paragraph"]

    assert len(told) > 5
    assert all(chance == body for chance, body in told)


def test_a_name_of_capitals_before_a_slash_is_looked_for_at_once():
    assert cost(find_credit, f"The quay at dawn. {'A' * 80}/") < ALWAYS


def test_markdown_beyond_any_writers_is_shown_as_it_is_written():
    (block,) = markdown_blocks(["[a <b> " * 5000])

    assert block.html == f"<p>{('[a &lt;b&gt; ' * 5000).strip()}</p>"


def test_a_block_of_markdown_has_the_references_that_it_names_and_no_others():
    blocks = markdown_blocks(["See [the Quay].", "", "[the quay]: https://quay.example", "[b]: https://b.example"])

    assert 'href="https://quay.example"' in blocks[0].html
    assert "b.example" not in blocks[0].source


def test_later_settled_lines_win_and_lines_beyond_the_text_settle_nothing():
    rules = (LineRule(1, 900_000, "removed"), LineRule(2, 2, "paragraph"), LineRule(7, 9, "headline"))
    spans = label(Source("a.txt", "One\nTwo\nThree", "utf-8", "", line_rules=rules))

    assert [span.label for span in spans] == ["boilerplate", "paragraph", "boilerplate"]
