"""What pages say, in one language: phrases, numbers, plurals, rows of names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import Formatter
from typing import Any

from newsarchive.render.conventions import Conventions, load_conventions
from newsarchive.render.direction import composed, isolated
from newsarchive.render.link import Link, Sentence
from newsarchive.text.words import page_words, spoken


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. `table` is the file as it stands; templates read it, code asks the functions below.

    What is filled in and runs the other way than the page, such as a Latin name on an Arabic page, is kept apart: by
    the template where it is a link, by invisible characters where it is text.
    """

    language: str
    table: Mapping[str, Any]
    conventions: Conventions

    @cached_property
    def direction(self) -> str:
        """Which way pages of this language run: "ltr" or "rtl"."""
        return str(self.table["form"]["direction"])

    def own(self, language: str) -> str:
        """What pages say their language is: the site's ("en-GB") where these are its words, else that of the words."""
        return language if language.split("-", maxsplit=1)[0].lower() == self.language else self.language

    def say(self, section: str, key: str, **values: str) -> str:
        """A phrase, filled in: ("article", "by", names="Ada Rook") -> "By Ada Rook"."""
        phrase: str = self.table[section][key]
        if not values:
            return phrase.format()
        direction = self.direction
        return phrase.format(**{name: isolated(value, direction) for name, value in values.items()})

    def sentence(self, section: str, key: str, **values: Link | str | Sentence) -> Sentence:
        """A phrase in pieces, so that what is filled in can be links."""
        pieces: list[Link] = []
        for words, name in _pieces(self.table[section][key]):
            pieces += words
            if name is not None:
                value = values[name]
                pieces += (self._apart(value),) if isinstance(value, str | Link) else value
        return tuple(pieces)

    def count(self, key: str, number: int) -> str:
        """A number of things, in the plural form of the language: ("articles", 2871) -> "2,871 articles"."""
        forms = self.table["counts"][key]
        return str(forms[self.conventions.plural(number)]).format(number=self.number(number))

    def number(self, number: int) -> str:
        """Digits in groups: 2871 -> "2,871"."""
        digits = str(number)
        if number < self.table["form"]["grouped_from"]:
            return digits
        last, other = self.conventions.group_sizes
        groups, rest = [digits[-last:]], digits[:-last]
        while rest:
            groups.append(rest[-other:])
            rest = rest[:-other]
        return self.conventions.group.join(reversed(groups))

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row: ["a", "b", "c"] -> "a, b and c"."""
        first, *others = names
        if not others:
            return first
        return composed("".join(piece.text for piece in self.row(map(Link, (first, *others)))), self.direction)

    def row(self, links: Iterable[Link]) -> Sentence:
        """Links in a row, with the words between them."""
        first, *others = links
        pieces = [self._apart(first)]
        for number, link in enumerate(others, 1):
            pieces += (Link(self._joint(number, len(others), link.text)), self._apart(link))
        return tuple(pieces)

    def either(self, one: str, other: str) -> str:
        """Two of which one holds: ("29", "30 March 2023") -> "29 or 30 March 2023"."""
        return f"{one}{self._fitting(self.conventions.either, other)}{other}"

    def language_name(self, tag: str) -> str:
        """A language by its name: "de" -> "German", "de-AT" -> "German (de-AT)"; its tag where it has none here."""
        name = self.conventions.languages.get(tag.split("-", maxsplit=1)[0].lower())
        if name is None:
            return tag
        return name if "-" not in tag else f"{name} ({tag})"

    def rule(self, rule: str) -> str:
        """A rule of leaving out in words: "newsletter_prompt" -> "newsletter appeal"; "odd_thing" -> "odd thing"."""
        return str(self.table["rules"].get(rule, rule.replace("_", " ")))

    def _joint(self, number: int, others: int, following: str) -> str:
        row = self.conventions.row
        joint = row.two if others == 1 else row.first if number == 1 else row.last if number == others else row.middle
        return self._fitting(joint, following)

    def _fitting(self, joint: str, following: str) -> str:
        """A joint as it is written before a word: in Spanish (" y ", "Inés Vela") -> " e "."""
        for start, plain, instead in self.table["form"]["joints"]:
            if joint == plain and re.match(start, following):
                return str(instead)
        return joint

    def _apart(self, value: Link | str) -> Link:
        if isinstance(value, str):
            return Link(isolated(value, self.direction))
        return value if value.href else value._replace(text=isolated(value.text, self.direction))


@lru_cache(1024)
def _pieces(phrase: str) -> tuple[tuple[Sentence, str | None], ...]:
    """A phrase before it is filled in: "By {names}" -> "By ", then what `names` is."""
    return tuple(((Link(words),) if words else (), name) for words, name, *_ in Formatter().parse(phrase))


@lru_cache
def load_words(language: str) -> Words:
    """The words of a language ("en-GB" -> those of "en"); English where nobody has written them."""
    own = language.split("-", maxsplit=1)[0].lower()
    known = own if own in spoken() else "en"
    table = page_words(known)
    return Words(known, table, load_conventions(table["form"]["locale"], tuple(table["dates"]["short_months"])))
