"""What link gives: every article in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from newsarchive.model.problem import Problem
from newsarchive.model.source import Beside, LineRule
from newsarchive.model.span import Certainty


class Address(NamedTuple):
    """A row of addresses.csv: the id and address that a text was given once, and keeps.

    `path` and `sha256` are those of the text that holds it; `number` counts arrivals from 1 and is never reused.
    """

    id: str
    address: str
    path: str
    sha256: str
    number: int


class LeftOut(NamedTuple):
    """What one rule left out of an article: how many pieces, and the first of them with its line."""

    rule: str
    pieces: int
    line: int
    text: str


class Doubt(NamedTuple):
    """What there is to go by where a field of an article is missing or not sure.

    `field` is a key of the record, "lines" for lines of which it is not sure that they belong to the article. `why`
    says how the field was inferred, in English. `lines` are the lines that speak, or where none does, those among which
    one would stand: their numbers, and how they begin. `weight` is how much speaks for the field, in points.
    `line_rules` are what lines were taken for, for a person to say so or otherwise.
    """

    field: str
    why: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    weight: int = 0
    line_rules: tuple[LineRule, ...] = ()


class Card(NamedTuple):
    """An article without its body: what lists, neighbours, addresses and tables need.

    `first_words` stands for a missing headline. `body_hash` is equal for exact copies (the clean body after folding
    white space and quotes), "" where there is no body. `published` is EDTF (None: no date). `certainties` are fields
    with how sure each is. `lines` counts the lines of the file that are not blank, `words` those of the body. `terms`
    are what the article is about: what related articles share. `doubts` tell of the fields that a person may want to
    settle (of a card from the store by `field` and `weight` alone), `beside` of the sidecar that may do so already.
    """

    source: str
    sha256: str
    headline: str | None
    first_words: str
    deck: str | None
    language: str | None
    outlet: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: str | None
    words: int
    body_hash: str
    kicker: str | None = None
    section: str | None = None
    updated: str | None = None
    original_url: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    certainties: tuple[tuple[str, Certainty], ...] = ()
    lines: int = 0
    left_out: tuple[LeftOut, ...] = ()
    repairs: int = 0
    terms: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    beside: Beside | None = None

    def certainty_of(self, field: str) -> Certainty | None:
        """How sure a field is, or None where it was not found."""
        for name, certainty in self.certainties:  # a generator takes three times as long, and this is asked often
            if name == field:
                return certainty
        return None

    @property
    def published_certainty(self) -> Certainty | None:
        """How sure the date is, or None where there is none."""
        return self.certainty_of("published") if self.published else None


class Entry(NamedTuple):
    """A card in its place. `url` is the path of its page below output/.

    `place` is the period that lists it, a day, month or year as ISO 8601 text, or None among the undated: what
    contradicts, "[2023-03-29,2023-03-30]", is listed under the later day. `before` and `after` are ids of neighbours in
    time, of the undated among the undated. `copies` are the ids of its exact copies, in order; in a set of more than
    fifty the first names all the others, the others the first alone. All but the first of a set are `is_copy`.
    `related` are ids of articles about the same, the nearest first, never a copy; `same_day` of others of its day, of
    other outlets.
    """

    card: Card
    id: str
    url: str
    place: str | None = None
    before: str | None = None
    after: str | None = None
    copies: tuple[str, ...] = ()
    is_copy: bool = False
    related: tuple[str, ...] = ()
    same_day: tuple[str, ...] = ()


class Day(NamedTuple):
    """One day with at least one article. `date` is ISO 8601; `entries` are ids, stated dates first."""

    date: str
    entries: tuple[str, ...]


class Month(NamedTuple):
    """One month with at least one article. `month` is "2023-03"; `entries` are those whose day is not known."""

    month: str
    days: tuple[Day, ...]
    entries: tuple[str, ...]


class Year(NamedTuple):
    """One year with at least one article, its months in order; `entries` are those of which only the year is known."""

    year: str
    months: tuple[Month, ...]
    entries: tuple[str, ...]


class Group(NamedTuple):
    """The articles of one outlet or one author: its name, its part of an address, the ids in order.

    `spellings` are what its cards say, to the letter, the most frequent first; no spelling stands in two groups.
    `times` says of each how many articles have it.
    """

    name: str
    slug: str
    spellings: tuple[str, ...]
    entries: tuple[str, ...]
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Every article in its place. Ids are in the order of time, oldest first, undated last; groups go by name.

    `addresses` are the rows of addresses.csv to write, those of removed texts among them. `problems` say what became of
    those rows in this build, which a clean build cannot know: they are for the end of the build, and for no page.
    """

    entries: Mapping[str, Entry]
    order: tuple[str, ...]
    years: tuple[Year, ...]
    undated: tuple[str, ...]
    outlets: tuple[Group, ...]
    no_outlet: tuple[str, ...]
    authors: tuple[Group, ...]
    no_author: tuple[str, ...]
    addresses: tuple[Address, ...]
    problems: tuple[Problem, ...] = ()
