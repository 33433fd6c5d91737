"""Sheets as rules see them, of lines and of what a look is said to have seen of each."""

from newsarchive.label.block import text_block
from newsarchive.label.boilerplate import told_by_all
from newsarchive.label.line import read_line
from newsarchive.label.sheet import Glance, Sheet, lay_out
from newsarchive.model import Choices, Habits, Source

SITE, BODY = Glance(), Glance(body=900)


def sheet_of(*lines: tuple[str, Glance]) -> Sheet:
    """A sheet of these lines, on which nothing is settled and the body is where it is seen."""
    source = Source("a.txt", "\n".join(text for text, _ in lines), "utf-8", "")
    pieces = tuple(read_line(number, text) for number, text in enumerate(source.lines, 1))
    seen = tuple(glance for _, glance in lines)
    sheet = lay_out(source, Habits.none, Choices.none, pieces, told_by_all(pieces))._replace(seen=seen)
    return sheet._replace(block=text_block(sheet))
