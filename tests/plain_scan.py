"""Queries answered by reading every text: what the index must agree with. BM25 in full, with nothing rounded."""

from datetime import date
from math import log

from newsarchive.text.search_words import search_words

K1, B = 1.2, 0.75
HEADLINE = 3


class Scan:
    """`pieces` are the texts of each article by number, `filed` what filters know of it, `removed` what was left out."""

    def __init__(self, pieces, filed, removed=None):
        self.filed = filed
        self.words = {number: [search_words(text) for text in texts] for number, texts in pieces.items()}
        self.removed = {number: [search_words(text) for text in texts] for number, texts in (removed or {}).items()}
        self.lengths = {number: sum(map(len, own)) for number, own in self.words.items()}
        self.mean = sum(self.lengths.values()) / max(len(self.lengths), 1)

    def find(self, query):
        """The numbers of the articles that a query is true of. A query is a name with what it asks: ("word", "ferry")."""
        kind, *asked = query
        every = set(self.filed)
        if kind == "and":
            return set.intersection(*map(self.find, asked))
        if kind == "or":
            return set.union(*map(self.find, asked))
        if kind == "not":
            return every - self.find(asked[0])
        return {number for number in every if getattr(self, kind)(number, *asked)}

    def word(self, number, word):
        return any(word in own for own in self.words[number])

    def prefix(self, number, beginning):
        return any(word.startswith(beginning) for own in self.words[number] for word in own)

    def phrase(self, number, words):
        return any(stands_in(words, own) for own in self.words[number])

    def title(self, number, words):
        return stands_in(words, self.words[number][0])

    def in_removed(self, number, words):
        return any(stands_in(words, own) for own in self.removed.get(number, ()))

    def outlet(self, number, name):
        return self.filed[number].outlet == name

    def author(self, number, name):
        return name in self.filed[number].authors if name else not self.filed[number].authors

    def language(self, number, language):
        return self.filed[number].language == language

    def date(self, number, certainty):
        return certainty_of(self.filed[number]) == certainty

    def since(self, number, day):
        return self.filed[number].first_day > 0 and self.filed[number].last_day >= date.fromisoformat(day).toordinal()

    def until(self, number, day):
        return 0 < self.filed[number].first_day <= date.fromisoformat(day).toordinal()

    def ranked(self, words):
        """The articles that have all words, the best first: BM25, a word of the headline counted three times."""
        found = set.intersection(*({n for n in self.words if self.word(n, word)} for word in words))
        frequencies = {word: sum(self.word(number, word) for number in self.words) for word in words}
        scores = {number: sum(self._score(number, word, frequencies[word]) for word in words) for number in found}
        return sorted(scores, key=lambda number: (-scores[number], number)), scores

    def _score(self, number, word, frequency):
        own = self.words[number]
        count = sum(piece.count(word) for piece in own) + (HEADLINE - 1) * own[0].count(word)
        weight = log(1 + (len(self.words) - frequency + 0.5) / (frequency + 0.5))
        return weight * count / (count + K1 * (1 - B + B * self.lengths[number] / self.mean))


def certainty_of(filed):
    if not filed.first_day:
        return "none"
    return "inferred" if filed.certainty == "inferred" else "stated"


def stands_in(words, own):
    return any(own[place : place + len(words)] == words for place in range(len(own) - len(words) + 1))
