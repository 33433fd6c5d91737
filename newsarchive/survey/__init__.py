"""survey: what is kept of every Source ─▶ Habits: what only the archive knows, as yes/no facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsarchive.model import Habits, Source
from newsarchive.survey.copies import first_copies
from newsarchive.survey.edges import edges
from newsarchive.survey.holders import holders
from newsarchive.survey.reading import Wording, see
from newsarchive.survey.recurring import recurring
from newsarchive.survey.siblings import names, orders, siblings
from newsarchive.survey.table import Text, by_article, lay_out
from newsarchive.survey.wordings import Read, Wordings

__all__ = ["Read", "Survey", "Text", "Wording", "habits_of", "holders", "see", "survey"]


@dataclass(frozen=True, slots=True)
class Survey:
    """The habits of an archive, and the wordings that were asked for, by key: the next survey need not read them."""

    habits: Habits = Habits.none
    wordings: Mapping[int, Wording] = field(default_factory=dict)


def survey(texts: Iterable[Text], read: Read, known: Mapping[int, Wording]) -> Survey:
    """The habits of an archive: which lines recur at the edges of five or more different articles, and what they tell.

    Texts of which half of the prose is the same are one article: a report printed by five outlets. What is kept of a
    text (`see`) does not tell its words: where they matter, `read` gives the first text that has them again, unless
    `known` has them from it. The habits depend on the texts alone, neither on their order nor on what is known.
    """
    table = lay_out(texts)
    if not table.texts:
        return Survey()
    table = by_article(table, first_copies(table))
    lines = recurring(table)
    words = Wordings(table, lines, read, known)
    found = edges(table, lines.numbers, words)
    wordings = words.of(found.sure & ~words.is_form)
    texts_with = siblings(table, lines.numbers, wordings)
    habits = Habits(
        edge_lines=frozenset(wording.folded for wording in words.of(found.sure).values()),
        doubtful_lines=frozenset(wording.folded for wording in words.of(found.doubtful).values()),
        outlets=names(texts_with),
        orders=orders(texts_with),
    )
    return Survey(habits, words.by_key())


def habits_of(sources: Iterable[Source]) -> Habits:
    """The habits of texts that are all at hand, no two with one path."""
    by_path = {source.path: source for source in sources}
    texts = (Text(source.path, source.sha256, see(source)) for source in by_path.values())
    return survey(texts, lambda paths: [by_path[path] for path in paths], {}).habits
