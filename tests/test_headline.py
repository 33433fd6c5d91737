"""Which line is the headline, where several may be."""

import pytest

from newsarchive.label.headline import headline
from newsarchive.label.line import read_line
from newsarchive.label.sheet import Glance, Sheet
from newsarchive.label.title import bare_title, is_signpost, quoted_titles
from tests.sheets import BODY, sheet_of

REPORT = (
    "The ferry Meridian was raised from the harbour of Sarn on Monday, a year after it had sunk with all its cargo."
)


def sheet(*lines: tuple[str, int]) -> Sheet:
    """A sheet of lines, each with the chance to be the headline; the last one is the body."""
    return sheet_of(*((text, Glance(headline=chance)) for text, chance in lines[:-1]), (lines[-1][0], BODY))


def chosen(*lines: tuple[str, int]) -> list[str]:
    """The headline that is found among these lines, and no copy of it."""
    found = headline(sheet(*lines))
    return [lines[index][0] for index, verdict in found.items() if verdict.copy_of is None]


@pytest.mark.parametrize(
    "line",
    [
        "Home News Ferry raised at last",
        "Harbour|Ferry raised at last",
        "HarbourFerry raised at last",
        "Ferry raised at last | The Gazette",
        "Ferry raised at last - The Gazette",
    ],
)
def test_a_headline_that_stands_alone_too_is_taken_from_there(line: str) -> None:
    assert chosen((line, 900), ("Ferry raised at last", 300), (REPORT, 0)) == ["Ferry raised at last"]


def test_the_line_with_the_site_around_the_headline_is_a_copy_of_it() -> None:
    found = headline(sheet(("Harbour|Ferry raised at last", 900), ("Ferry raised at last", 300), (REPORT, 0)))
    assert found[0].copy_of == 2


@pytest.mark.parametrize("end", ["raised at last in Sarn", "Last in Sarn", "Ferry"])
def test_a_piece_of_a_headline_is_not_the_whole_of_it(end: str) -> None:
    assert not bare_title("Ferry raised at last in Sarn", end)


def test_of_two_likely_lines_the_one_is_chosen_whose_words_the_report_takes_up() -> None:
    lines = ("Continue with the main column", 800), ("Ferry Meridian raised from harbour", 600), (REPORT, 0)
    assert chosen(*lines) == ["Ferry Meridian raised from harbour"]


def test_words_of_the_report_do_not_outweigh_a_line_that_is_far_likelier() -> None:
    lines = ("What the sea gave back", 900), ("Harbour of Sarn, Monday", 300), (REPORT, 0)
    assert chosen(*lines) == ["What the sea gave back"]


@pytest.mark.parametrize("text", ["Home » News » Harbour", "← The lamp that burned", "dogs, ports, Old Mole"])
def test_paths_arrows_and_rows_of_tags_are_signposts(text: str) -> None:
    assert is_signpost(read_line(1, text))


@pytest.mark.parametrize(
    "text", ["Ferry, lamp and mole", "«We raised it»", "Ferry | raised", "Bread, wine, and the price of a ferry"]
)
def test_headlines_are_no_signposts(text: str) -> None:
    assert not is_signpost(read_line(1, text))


def test_what_a_line_about_comments_quotes_is_the_headline() -> None:
    lines = [("A keeper writes", 500), ("Raised", 100), (REPORT, 0)]
    assert chosen(*lines) == ["A keeper writes"]
    below = [*lines[:-1], ("3 thoughts on “Raised”", 0), lines[-1]]
    assert chosen(*below) == ["Raised"]


def test_a_line_that_is_nothing_but_a_quotation_quotes_no_title() -> None:
    assert quoted_titles([read_line(1, "“Raised”"), read_line(2, "Two answers to „Lamp“")]) == {"lamp"}


def test_a_page_without_a_likely_line_has_no_headline() -> None:
    assert chosen(("The ferry of Sarn", 90), (REPORT, 0)) == []
