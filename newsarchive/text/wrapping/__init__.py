"""Hard-wrapped texts: whether the paragraphs of a text are broken into lines at one width, and which lines are one."""

from collections.abc import Sequence

from newsarchive.text.wrapping.hyphens import Vocabulary, between, ends_in_hyphen, vocabulary
from newsarchive.text.wrapping.paragraphs import paragraphs
from newsarchive.text.wrapping.parts import wrapped_parts
from newsarchive.text.wrapping.width import wrap_width

__all__ = ["Vocabulary", "between", "ends_in_hyphen", "vocabulary", "wrapped_paragraphs"]


def wrapped_paragraphs(lines: Sequence[str]) -> list[range] | None:
    """The paragraphs of a text that is hard-wrapped, or of which a part is, each the indexes of its lines; None of any
    other text.

    Blank lines part paragraphs and lie in none; a line that ends short of the width ends its paragraph too.
    """
    width = wrap_width(lines)
    return wrapped_parts(lines) if width is None else list(paragraphs(lines, width))
