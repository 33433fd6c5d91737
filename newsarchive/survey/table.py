"""What is kept of all texts of an archive, side by side; the texts of one article stand next to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsarchive.survey.seen import HASH, HEAD, LONG, MOST, unpack

Codes = NDArray[np.uint8]
Ints = NDArray[np.signedinteger]
Flags = NDArray[np.bool_]

WEIGHTS = np.arange(256, dtype=np.int32)
"""By code the weight of a line; 0 for a form and a head."""
WEIGHTS[MOST + 1 : HEAD] -= LONG
WEIGHTS[HEAD:] = 0


class Text(NamedTuple):
    """A text of an archive: its path, the sha256 of its bytes, and what the survey keeps of it."""

    path: str
    sha256: str
    seen: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """The words of all texts (survey.seen), and a last head; where each text starts; its folder, and its article.

    Folders are numbers of `folder_names`, articles are numbered in the order of the table.
    """

    texts: Sequence[Text]
    words: NDArray[np.uint64]
    starts: Ints
    folders: Ints
    folder_names: Sequence[str]
    articles: Ints

    @property
    def codes(self) -> Codes:
        """The code of each word."""
        return self.words.view(np.uint8)[::8]

    @property
    def keys(self) -> Ints:
        """The hash of each word."""
        return (self.words >> np.uint64(HASH)).view(np.int64)

    def texts_of(self, words: Ints) -> Ints:
        """The numbers of the texts that these words are of."""
        return np.searchsorted(self.starts, words, "right") - 1

    def bounds(self, texts: slice) -> tuple[int, int]:
        """The words of texts that follow each other: the first, and the head after the last."""
        heads = np.append(self.starts, len(self.words) - 1)
        return int(heads[texts.start]), int(heads[texts.stop])

    @property
    def text_of(self) -> Ints:
        """The number of the text that each word is of; the last head is of none."""
        lengths = np.diff(self.starts, append=len(self.words) - 1)
        return np.repeat(np.arange(len(self.starts), dtype=np.int32), lengths)


def lay_out(texts: Iterable[Text]) -> Table:
    """Texts in the order of their paths, each an article of its own; without those of which nothing is kept."""
    kept = sorted(text for text in texts if text.seen)
    names: dict[str, int] = {}
    folders = [names.setdefault(text.path.rpartition("/")[0], len(names)) for text in kept]
    return _table(kept, np.array(folders, np.int64), tuple(names), np.arange(len(kept)))


def by_article(table: Table, firsts: Ints) -> Table:
    """The table with texts next to each other that are one article: `firsts` tells of each the first text that is."""
    if np.all(np.diff(firsts) > 0):
        return table
    order = np.argsort(firsts, kind="stable")
    texts = [table.texts[number] for number in order.tolist()]
    articles = np.cumsum(np.diff(firsts[order], prepend=0) != 0)
    return _table(texts, table.folders[order], table.folder_names, articles)


def _table(texts: Sequence[Text], folders: Ints, names: Sequence[str], articles: Ints) -> Table:
    lengths = np.array([len(text.seen) for text in texts], np.int64) // 8
    return Table(texts, unpack([text.seen for text in texts]), np.cumsum(lengths) - lengths, folders, names, articles)
