"""Which articles have which terms, and what was found to be related: what the last build linked."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsarchive.store.packing import pack, unpack
from newsarchive.store.sheaf import Sheaf, by_text

_Terms = tuple[str, ...]


class Linked(NamedTuple):
    """An article as it was linked: a hash of its card, whether it was a copy of an earlier one, what is related to it.

    `related` are ids, in one text with spaces between them.
    """

    mark: str
    is_copy: bool
    related: str


class Terms:
    """The terms of articles, by term and by id, and how each was `linked`, by id. Changes last from the end of the
    store's `change` on.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.linked = Sheaf(database, "linked", dict[str, Linked], by_text)

    def terms(self, identity: str) -> Sequence[str]:
        """The terms of an article."""
        found = self._database.execute("SELECT terms FROM said WHERE id = ?", (identity,)).fetchone()
        return unpack(_Terms, found[0]) if found else ()

    def firsts(self, term: str, most: int) -> Sequence[str]:
        """The articles that have a term, no copies of earlier ones among them, `most` of them where there are more."""
        query = "SELECT id FROM terms WHERE term = ? AND is_copy = 0 LIMIT ?"
        return [identity for (identity,) in self._database.execute(query, (term, most))]

    def copies(self, term: str) -> Sequence[str]:
        """The copies of earlier articles that have a term."""
        query = "SELECT id FROM terms WHERE term = ? AND is_copy = 1"
        return [identity for (identity,) in self._database.execute(query, (term,))]

    def drop(self, identities: Iterable[str]) -> None:
        """Forgets the terms of articles."""
        for identity in identities:
            for term in self.terms(identity):
                query = "DELETE FROM terms WHERE term = ? AND is_copy IN (0, 1) AND id = ?"
                self._database.execute(query, (term, identity))
            self._database.execute("DELETE FROM said WHERE id = ?", (identity,))

    def clear(self) -> None:
        """Forgets all of them, and how articles were linked."""
        self.linked.clear()
        for table in ("terms", "said"):
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def add(self, terms: Mapping[str, Sequence[str]], copies: frozenset[str]) -> None:
        """Remembers the terms of articles of which nothing is remembered, by id; `copies` are those of earlier ones."""
        having: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
        for identity, said in terms.items():
            row = (identity in copies, identity)
            for term in said:
                having[term].append(row)
        rows = (
            (term, *row) for term in sorted(having) for row in sorted(having[term])
        )  # in order: a third of the cost
        self._database.executemany("INSERT OR IGNORE INTO terms VALUES (?, ?, ?)", rows)
        packed = ((identity, pack(tuple(said))) for identity, said in sorted(terms.items()))
        self._database.executemany("INSERT INTO said VALUES (?, ?)", packed)
