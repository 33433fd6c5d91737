"""Random queries of every kind: what a reader writes, and what reading every text says to it."""

import random
from dataclasses import dataclass

import numpy as np

RARE, FREQUENT = 0.002, 0.15  # of all articles: words that are asked for in pairs, as in find.md


@dataclass(frozen=True, slots=True)
class Query:
    """`found` are the articles by row; `words` are those that rank it, if it is of words alone."""

    kind: str
    text: str
    found: np.ndarray
    words: tuple = ()


class Asker:
    """Makes queries about a Scan, the same for the same seed."""

    def __init__(self, scan, seed=17):
        self.scan, self.chance = scan, random.Random(seed)  # noqa: S311 - queries, no secrets
        self.names = {
            id(texts): {number: word for word, number in texts.vocabulary.items()}
            for texts in (scan.shown, scan.removed)
        }
        self.words = self.names[id(scan.shown)]
        most_words = len(self.words) + 1
        pairs = np.unique(scan.shown.owners.astype(np.int64) * most_words + scan.shown.words)
        frequencies = np.bincount(pairs % most_words, minlength=most_words)
        least, most = max(2, RARE * len(scan.numbers)), FREQUENT * len(scan.numbers)
        usual = np.flatnonzero((frequencies >= least) & (frequencies <= most)).tolist()
        self.usual = [self.words[number] for number in usual if number and len(self.words[number]) > 1]

    def two_words(self, count):
        return [self._words(2) for _ in range(count)]

    def phrases(self, count):
        return [self._phrase() for _ in range(count)]

    def of_every_kind(self, count):
        kinds = [self._word, self._pair, self._phrase, self._phrase, self._prefix, self._either, self._without]
        kinds += [
            self._title,
            self._outlet,
            self._author,
            self._certainty,
            self._period,
            self._language,
            self._left_out,
        ]
        return [kinds[number % len(kinds)]() for number in range(count)]

    def _word(self):
        return self._words(1)

    def _pair(self):
        return self._words(2)

    def _words(self, count):
        """Words that some article has together."""
        while True:
            row = self.chance.randrange(len(self.scan.numbers))
            own = {self.words.get(number) for number in self._own(row, self.scan.shown)}
            usual = sorted(own.intersection(self.usual))
            if len(usual) >= count:
                words = self.chance.sample(usual, count)
                sets = [self.scan.phrase([word]) for word in words]
                return Query(f"{count} words", " ".join(words), np.logical_and.reduce(sets), tuple(words))

    def _own(self, row, texts):
        return texts.words[texts.starts[row] : texts.starts[row + 1]].tolist()

    def _run(self, texts, most=5, *, headline=False):
        """Two to five words that stand in a row somewhere; in a headline where that is asked."""
        while True:
            row = self.chance.randrange(len(self.scan.numbers))
            own = self._own(row, texts)
            if headline:
                own = own[: own.index(0)]
            start = self.chance.randrange(max(1, len(own)))
            run = own[start : start + self.chance.randint(2, most)]
            if len(run) > 1 and all(run):
                return [self.names[id(texts)][number] for number in run]

    def _phrase(self):
        words = self._run(self.scan.shown)
        return Query("phrase", f'"{" ".join(words)}"', self.scan.phrase(words))

    def _title(self):
        words = self._run(self.scan.shown, headline=True)
        return Query("title", f'title:"{" ".join(words)}"', self.scan.phrase(words, title=True))

    def _left_out(self):
        words = self._run(self.scan.removed)
        return Query("left out", f'in:removed "{" ".join(words)}"', self.scan.phrase(words, self.scan.removed))

    def _prefix(self):
        word = self.chance.choice(self.usual)
        beginning = word[: max(4, len(word) - 2)]
        return Query("prefix", f"{beginning}*", self.scan.prefix(beginning))

    def _either(self):
        one, other = self.chance.sample(self.usual, 2)
        third = self.chance.choice(self.usual)
        either = self.scan.phrase([one]) | self.scan.phrase([other])
        return Query("or", f"{one} OR {other} {third}", either & self.scan.phrase([third]))

    def _without(self):
        one, other = self.chance.sample(self.usual, 2)
        return Query("not", f"{one} -{other}", self.scan.phrase([one]) & ~self.scan.phrase([other]))

    def _with_word(self, kind, text, found):
        word = self.chance.choice(self.usual)
        return Query(kind, f"{word} {text}", found & self.scan.phrase([word]))

    def _outlet(self):
        name = self.chance.choice([record["outlet"] for _, record in self.scan.records])
        text = f'outlet:"{name}"' if name else "outlet:none"
        return self._with_word("outlet", text, self.scan.where(lambda record: record["outlet"] == name))

    def _author(self):
        name = self.chance.choice([name for _, record in self.scan.records for name in record["authors"] or [None]])
        text = f'author:"{name}"' if name else "author:none"
        return self._with_word(
            "author", text, self.scan.where(lambda one: name in one["authors"] if name else not one["authors"])
        )

    def _certainty(self):
        wanted = self.chance.choice(["none", "stated", "inferred"])
        certain = [(record["evidence"].get("published") or {}).get("certainty") for _, record in self.scan.records]
        told = [
            "none" if days is None else "inferred" if one == "inferred" else "stated"
            for days, one in zip(self.scan.days, certain, strict=True)
        ]
        return self._with_word("date", f"date:{wanted}", np.array([one == wanted for one in told]))

    def _period(self):
        first, last = sorted(self.chance.sample([days[0] for days in self.scan.days if days], 2))
        found = self.scan.dated(lambda days: days is not None and days[1] >= first and days[0] <= last)
        return self._with_word("from, to", f"from:{first} to:{last}", found)

    def _language(self):
        language = self.chance.choice([record["language"] for _, record in self.scan.records])
        text = f"lang:{language}" if language else "lang:none"
        return self._with_word("language", text, self.scan.where(lambda record: record["language"] == language))
