"""What was read and extracted: a row for each text, kept for as long as its bytes and what holds of them stay."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsarchive.errors import BrokenStoreError
from newsarchive.model import Card, Doubt, LeftOut, Problem
from newsarchive.store.packing import pack, unpack

_WORTH_ANEW = 10  # where one of so many cards changed since they were loaded, all are loaded again
_AT_ONCE = 500  # names in one question to the database
_TO_PAST = """
INSERT OR IGNORE INTO past SELECT mark, article FROM texts JOIN cards USING (id) JOIN articles USING (id)
WHERE path = ? AND EXISTS (SELECT 1 FROM sheaves WHERE name = 'indexed')
"""
_ALIKE = tuple(map(Card._fields.index, ("certainties", "outlet", "language", "authors", "doubts")))
_DOUBTS = tuple[Doubt, ...]
_LEFT_OUT = Card._fields.index("left_out")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A text that was opened: `seen` is what the survey keeps of it; one that cannot be read has a problem instead."""

    path: str
    seal: str
    key: bytes
    sha256: str
    seen: bytes
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text that was labelled and extracted: its article, pressed; its card (None: a draft), its terms and its doubts,
    packed; hashes of the card, all of that included, and of the article; what the text asks of the habits.

    The card is without terms, and has of its doubts what `Card` says.
    """

    path: str
    article: bytes
    card: bytes | None
    card_mark: str
    terms: bytes
    doubts: bytes
    mark: str
    asked: bytes


class Marked(NamedTuple):
    """A card with a hash of all that is on it, and a hash of its article."""

    card: Card
    mark: str
    article_mark: str


class Texts:
    """The rows of the store about texts. Changes last from `commit` on."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._ahead: dict[str, Marked] = {}
        self._since = set[str]()  # paths of which the cards may be others since they were loaded ahead

    def seals(self) -> dict[str, str]:
        """The seal of each text that was read, by its path."""
        return dict(self._database.execute("SELECT path, seal FROM texts"))

    def keys(self, paths: Sequence[str]) -> dict[str, bytes]:
        """The hashes of what those of some texts held that were read, by their paths."""
        return dict(self._of_some("SELECT path, key FROM texts", paths))

    def see(self, sightings: Iterable[Sighting]) -> None:
        """Remembers texts that are new or read again; what was extracted from their old bytes is forgotten."""
        for sighting in sightings:
            self.forget([sighting.path])
            problem = pack(sighting.problem) if sighting.problem else None
            row = (sighting.path, sighting.seal, sighting.key, sighting.sha256, sighting.seen, problem)
            query = "INSERT INTO texts (path, seal, key, sha256, seen, problem) VALUES (?, ?, ?, ?, ?, ?)"
            self._database.execute(query, row)

    def reseal(self, seals: Iterable[tuple[str, str]]) -> None:
        """The new seals of texts that hold what they held: pairs of path and seal."""
        self._database.executemany("UPDATE texts SET seal = ? WHERE path = ?", ((seal, path) for path, seal in seals))

    def forget(self, paths: Iterable[str]) -> None:
        """Drops all that is known of texts that are there no more."""
        for path in paths:
            self._since.add(path)
            self._database.execute(_TO_PAST, (path,))
            found = self._database.execute("SELECT id FROM texts WHERE path = ?", (path,)).fetchone()
            if found:
                for table in ("texts", "cards", "articles"):
                    self._database.execute(f"DELETE FROM {table} WHERE id = ?", found)  # noqa: S608 - our own names

    def are_sealed(self) -> bool:
        """Whether every text could be read; one that could not is without a seal."""
        return not self._database.execute("SELECT EXISTS (SELECT 1 FROM texts WHERE seal = '')").fetchone()[0]

    def seen(self) -> Iterator[tuple[str, str, bytes]]:
        """The path of each text, the sha256 of its bytes and what the survey keeps of it, in the order of paths."""
        return iter(self._database.execute("SELECT path, sha256, seen FROM texts ORDER BY path"))

    def asked(self) -> Iterator[tuple[str, bytes]]:
        """What each text that was extracted asked of the habits, with its path, in the order of paths."""
        query = "SELECT path, asked FROM texts JOIN cards USING (id) ORDER BY path"
        return iter(self._database.execute(query))

    def disown(self, paths: Collection[str] | None = None) -> None:
        """Forgets what was extracted from some texts, or from all, but not that they were read."""
        if paths is None:
            self._ahead.clear()
            self._database.execute("DELETE FROM cards")
            self._database.execute("DELETE FROM articles")
        for path in paths or ():
            self._since.add(path)
            self._database.execute(_TO_PAST, (path,))
            for table in ("cards", "articles"):
                query = f"DELETE FROM {table} WHERE id = (SELECT id FROM texts WHERE path = ?)"  # noqa: S608 - as above
                self._database.execute(query, (path,))

    def unread(self) -> list[str]:
        """The paths of texts of which nothing was extracted yet, in order."""
        query = "SELECT path FROM texts WHERE problem IS NULL AND id NOT IN (SELECT id FROM cards) ORDER BY path"
        return [path for (path,) in self._database.execute(query)]

    def extracted(self) -> set[str]:
        """The paths of the texts from which an article was extracted, drafts among them."""
        return {path for (path,) in self._database.execute("SELECT path FROM texts JOIN articles USING (id)")}

    def keep(self, extracted: Iterable[Extracted]) -> None:
        """Remembers what was extracted."""
        for each in extracted:
            self._since.add(each.path)
            (number,) = self._database.execute("SELECT id FROM texts WHERE path = ?", (each.path,)).fetchone()
            row = (number, each.card, each.card_mark, each.terms, each.doubts, each.mark, each.asked)
            self._database.execute("INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            self._database.execute("INSERT OR REPLACE INTO articles VALUES (?, ?)", (number, each.article))

    def cards(self) -> Iterator[Marked]:
        """The card of each article that is shown, as `Extracted` has it, in the order of paths."""
        ahead, since, self._ahead, self._since = self._ahead, self._since, {}, set()
        if len(since) * _WORTH_ANEW > len(ahead) or not ahead:
            yield from self._cards()
            return
        for path in since:
            ahead.pop(path, None)
            ahead.update((marked.card.source, marked) for marked in self._cards("AND path = ?", path))
        yield from map(ahead.__getitem__, sorted(ahead))

    def load_cards(self) -> None:
        """Loads what `cards` gives ahead of when it is asked for, while this process has nothing else to do."""
        self._since.clear()
        self._ahead = {marked.card.source: marked for marked in self._cards()}

    def _cards(self, which: str = "", *told: str) -> Iterator[Marked]:
        query = "SELECT card, card_mark, mark FROM texts JOIN cards USING (id) WHERE card NOT NULL"
        shared: dict[object, object] = {}
        for packed, card_mark, mark in self._database.execute(f"{query} {which} ORDER BY path", told):
            yield Marked(_shared(unpack(Card, packed), shared.setdefault), card_mark, mark)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """The terms of each article that is shown, packed, with its path."""
        return iter(self._database.execute("SELECT path, terms FROM texts JOIN cards USING (id) WHERE card NOT NULL"))

    def terms_of(self, path: str) -> bytes:
        """The terms of one article, packed. KeyError where nothing was extracted from the text."""
        return self._of_card("terms", path)

    def doubts_of(self, path: str) -> tuple[Doubt, ...]:
        """The doubts of one article, in full. KeyError where nothing was extracted from the text."""
        return unpack(_DOUBTS, self._of_card("doubts", path))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with texts that gave no article, in the order of paths."""
        rows = self._database.execute("SELECT problem FROM texts WHERE problem NOT NULL ORDER BY path")
        return (unpack(Problem, packed) for (packed,) in rows)

    def all_articles(self) -> Iterator[bytes]:
        """Every article, pressed, drafts among them, in the order of paths."""
        rows = self._database.execute("SELECT article FROM texts JOIN articles USING (id) ORDER BY path")
        return (pressed for (pressed,) in rows)

    def marked(self, path: str, mark: str) -> bytes | None:
        """The pressed article of a text that has a mark, or had it and was forgotten since `drop_past`."""
        query = "SELECT article FROM texts JOIN cards USING (id) JOIN articles USING (id) WHERE path = ? AND mark = ?"
        found = (
            self._database.execute(query, (path, mark)).fetchone()
            or self._database.execute("SELECT article FROM past WHERE mark = ?", (mark,)).fetchone()
        )
        return found[0] if found else None

    def drop_past(self) -> None:
        """Drops the articles that were forgotten: nothing that stands is made of them any more."""
        self._database.execute("DELETE FROM past")

    def _of_card(self, column: str, path: str) -> bytes:
        query = f"SELECT {column} FROM texts JOIN cards USING (id) WHERE path = ?"  # noqa: S608 - our own names
        found = self._database.execute(query, (path,)).fetchone()
        if found is None:
            raise KeyError(path)
        return bytes(found[0])

    def articles(self, paths: Sequence[str]) -> list[bytes]:
        """The pressed articles of some texts that have cards, in the order asked for. BrokenStoreError where one is
        not there.
        """
        found = dict(self._of_some("SELECT path, article FROM texts JOIN articles USING (id)", paths))
        if lost := [path for path in paths if path not in found]:
            raise BrokenStoreError(f"what was remembered of {lost[0]} is not whole")
        return [found[path] for path in paths]

    def _of_some(self, query: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """The rows of a query that are of some texts."""
        for start in range(0, len(paths), _AT_ONCE):
            some = paths[start : start + _AT_ONCE]
            yield from self._database.execute(f"{query} WHERE path IN ({','.join('?' * len(some))})", some)


def _shared(card: Card, once: Callable[[Any, Any], Any]) -> Card:
    """A card whose pieces that many cards have are one value for all: it takes half of the memory."""
    values = list(card)  # to replace them by their names takes twice as long
    for place in _ALIKE:
        values[place] = once(values[place], values[place])
    values[_LEFT_OUT] = tuple(
        [LeftOut(once(rule, rule), pieces, line, once(text, text)) for rule, pieces, line, text in card.left_out]
    )
    return Card._make(values)
