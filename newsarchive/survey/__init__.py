"""survey: every Source ─▶ Habits: what only the archive knows, as yes/no facts."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsarchive.model import Habits, Source
from newsarchive.text.fold import fold
from newsarchive.text.wrapping import wrapped_paragraphs

RECURS = 5
"""A line is a habit when it stands at the edge of this many different articles."""

_TOP, _BOTTOM = 12, 20
_LONGEST = 400


def survey(sources: Iterable[Source]) -> Habits:
    """The habits of an archive: the folded lines that recur at the edge of five or more different articles.

    Articles are different when their longest lines are: the same report printed by five outlets is one article.
    Texts written by hand as Markdown have no habits. Streams: holds a few bytes for each line seen.
    """
    middles: dict[bytes, set[bytes]] = defaultdict(set)
    folded: dict[bytes, str] = {}
    for source in sources:
        if source.markdown:
            continue
        lines = _written(source.lines[source.front_matter :])
        longest = max(lines, key=len, default="")
        middle = _digest(longest)
        for line in _edges(lines, longest):
            key = _digest(line)
            if len(middles[key]) < RECURS:
                middles[key].add(middle)
            if len(middles[key]) >= RECURS:
                folded[key] = line
    return Habits(edge_lines=frozenset(folded.values()))


def _written(lines: list[str]) -> list[str]:
    """The lines that are not blank; of a hard-wrapped text, its paragraphs."""
    paragraphs = wrapped_paragraphs(lines)
    if paragraphs is None:
        return [line for line in lines if line.strip()]
    return [" ".join(lines[index].strip() for index in paragraph) for paragraph in paragraphs]


def _edges(lines: list[str], longest: str) -> Iterator[str]:
    """The folded lines at the top and the bottom of a text, each once; its longest line is never an edge."""
    edges = lines[:_TOP] + lines[max(_TOP, len(lines) - _BOTTOM) :]
    yield from dict.fromkeys(fold(line) for line in edges if len(line) <= _LONGEST and line != longest)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
