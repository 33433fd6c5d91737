"""Front matter: a YAML mapping between two lines of hyphens at the beginning of a text.

Only what parses as a mapping is front matter. Anything else between such lines is text, and is said to be broken where
it begins as a field does.
"""

import re

from newsarchive.model import Problem
from newsarchive.read.stated import NOTHING, Place, Stated, stated_in
from newsarchive.read.yaml_tree import Mapping, YamlError

LONGEST = 1 << 16
_FENCE = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"\s{0,80}[A-Za-z][\w -]{0,40}:(?:\s|$)")


def front_matter(text: str, path: str) -> tuple[int, Stated]:
    """The number of the last line of a text's front matter (0 where it has none), and what it states."""
    opening = _FENCE.match(text)
    if opening is None:
        return 0, NOTHING
    looks_meant = bool(_FIELD.match(text, opening.end()))
    closing = _END.search(text, opening.end(), opening.end() + LONGEST)
    if closing is None:
        unclosed = "front matter begins here and no line of three hyphens ends it; it was read as text"
        return 0, _broken(unclosed, path, 1) if looks_meant else NOTHING
    return _read(text[opening.end() : closing.start()], path, text.count("\n") + 1, looks_meant)


def _read(inside: str, path: str, line_count: int, looks_meant: bool) -> tuple[int, Stated]:
    from newsarchive.read.yaml_parser import parse_yaml  # noqa: PLC0415 - slow to load, and few texts need it

    try:
        node = parse_yaml(inside, first_line=2)
    except YamlError as error:
        text = f"front matter cannot be read as YAML ({error}); it was read as text"
        return 0, _broken(text, path, error.line) if looks_meant else NOTHING
    if not isinstance(node.value, Mapping) or not node.value.pairs:
        return 0, NOTHING
    return inside.count("\n") + 2, stated_in(node.value, Place(path, "front matter", line_count))


def _broken(text: str, path: str, line: int) -> Stated:
    return Stated(problems=(Problem("bad_yaml", text, path, line),))
