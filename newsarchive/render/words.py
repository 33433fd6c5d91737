"""What pages say, in one language: phrases, numbers, plurals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Any

from newsarchive.render.link import Link, Sentence
from newsarchive.text.words import page_words, spoken


@dataclass(frozen=True)
class Words:
    """The words of one language. `table` is the file as it stands; templates read it, code asks the functions below."""

    language: str
    table: Mapping[str, Any]

    def say(self, section: str, key: str, **values: str) -> str:
        """A phrase, filled in: ("article", "by", names="Ada Rook") -> "By Ada Rook"."""
        return str(self.table[section][key]).format(**values)

    def sentence(self, section: str, key: str, **values: Link | str | Sentence) -> Sentence:
        """A phrase in pieces, so that what is filled in can be links."""
        pieces: list[Link] = []
        for words, name, *_ in Formatter().parse(self.table[section][key]):
            pieces += [Link(words)] if words else []
            if name is not None:
                value = values[name]
                pieces += value if isinstance(value, tuple) else (value if isinstance(value, Link) else Link(value),)
        return tuple(pieces)

    def count(self, key: str, number: int) -> str:
        """A number of things: ("articles", 2871) -> "2,871 articles"."""
        forms = self.table["counts"][key]
        return str(forms["one" if number == 1 else "other"]).format(number=self.number(number))

    def number(self, number: int) -> str:
        """Digits in groups of three: 2871 -> "2,871"."""
        return f"{number:,}".replace(",", self.table["form"]["grouping"])

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row: ["a", "b", "c"] -> "a, b and c"."""
        return "".join(piece.text for piece in self.row(map(Link, names)))

    def row(self, links: Iterable[Link]) -> Sentence:
        """Links in a row, with the words between them."""
        *others, last = links
        pieces: list[Link] = []
        for link in others:
            pieces += (link, Link(self.table["form"]["comma"]))
        return (*pieces[:-1], Link(self.table["form"]["and"]), last) if pieces else (last,)

    def rule(self, rule: str) -> str:
        """A rule of leaving out in words: "newsletter_prompt" -> "newsletter appeal"; "odd_thing" -> "odd thing"."""
        return str(self.table["rules"].get(rule, rule.replace("_", " ")))


@lru_cache
def load_words(language: str) -> Words:
    """The words of a language ("en-GB" -> those of "en"); English where nobody has written them."""
    own = language.split("-", maxsplit=1)[0].lower()
    known = own if own in spoken() else "en"
    return Words(known, page_words(known))
