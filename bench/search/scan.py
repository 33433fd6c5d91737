"""What a query finds by reading every text of a built site: its records in data/, and nothing of its index."""

import csv
import json
from array import array
from dataclasses import dataclass

import numpy as np

from newsarchive.link.order import place
from newsarchive.text.edtf import parse_edtf
from newsarchive.text.search_words import search_words

K1, B, HEADLINE = 1.2, 0.75, 3  # BM25 as docs/search-format.md has it
_GAP = 0  # between two pieces: the number of no word


@dataclass(frozen=True, slots=True)
class Texts:
    """Words of pieces one after the other, as numbers from `vocabulary`. `owners` are the rows of their articles, whose
    first words are at `starts`; `in_headline` says of each word whether it stands in a headline.
    """

    vocabulary: dict
    words: np.ndarray
    owners: np.ndarray
    starts: np.ndarray
    in_headline: np.ndarray


class Scan:
    """All articles of a site. Sets of articles are boolean arrays, a row for each number in `numbers`."""

    def __init__(self, site):
        known = _known(site)
        self.records = [(known[record["id"]], record) for record in _records(site) if record["id"] in known]
        self.records.sort(key=lambda one: one[0])
        self.numbers = [number for number, _ in self.records]
        self.shown = _texts([_pieces(record) for _, record in self.records])
        self.removed = _texts([["", *(one["text"] for one in record["removed"])] for _, record in self.records])
        self.lengths = np.bincount(self.shown.owners, self.shown.words != _GAP, len(self.records))
        self.days = [_days(record) for _, record in self.records]

    def phrase(self, words, texts=None, *, title=False):
        """The articles in which words stand in a row, in one piece."""
        texts = texts or self.shown
        numbers = [texts.vocabulary.get(word, -1) for word in words]
        ends = len(texts.words) - len(words) + 1
        begins = texts.words[:ends] == numbers[0]
        if title:
            begins &= texts.in_headline[:ends]
        for offset, number in enumerate(numbers[1:], start=1):
            begins &= texts.words[offset : ends + offset] == number
        return self._set(texts.owners[:ends][begins])

    def prefix(self, beginning):
        numbers = [number for word, number in self.shown.vocabulary.items() if word.startswith(beginning)]
        return self._set(self.shown.owners[np.isin(self.shown.words, numbers)])

    def where(self, holds):
        """The articles of whose record something holds."""
        return np.fromiter((holds(record) for _, record in self.records), bool, len(self.records))

    def dated(self, holds):
        """The articles of whose first and last day something holds; None is no date."""
        return np.fromiter((holds(days) for days in self.days), bool, len(self.records))

    def scores(self, words):
        """BM25 in full of articles that have all of some words, nan for others."""
        total, every = np.zeros(len(self.records)), np.ones(len(self.records), bool)
        norms = K1 * (1 - B + B * self.lengths / self.lengths[self.lengths > 0].mean())
        for word in words:
            at = self.shown.words == self.shown.vocabulary.get(word, -1)
            weights = np.where(self.shown.in_headline[at], HEADLINE, 1)
            counts = np.bincount(self.shown.owners[at], weights, len(self.records))
            has = counts > 0
            frequency = has.sum()
            total += np.log(1 + (len(self.records) - frequency + 0.5) / (frequency + 0.5)) * counts / (counts + norms)
            every &= has
        return np.where(every, total, np.nan)

    def _set(self, rows):
        found = np.zeros(len(self.records), bool)
        found[rows] = True
        return found


def _known(site):
    """{id: number} of the articles that have a page."""
    with (site / "addresses.csv").open(encoding="utf-8-sig", newline="") as rows:
        return {row["id"]: int(row["number"]) for row in csv.DictReader(rows) if (site / row["address"]).is_file()}


def _records(site):
    for file in sorted((site / "data" / "records").iterdir()):
        with file.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _pieces(record):
    fields = [record[name] for name in ("kicker", "deck", "agency", "dateline", "section")]
    texts = [*record["authors"], *(one["text"] for one in (*record["body"], *record["notes"]))]
    captions = (text for caption in record["captions"] for text in (caption["text"], caption["credit"]))
    return [record["headline"] or "", *filter(None, (*fields, *texts, *captions))]


def _texts(all_pieces):
    vocabulary, words, owners, headline, starts = {}, array("i"), array("i"), array("b"), [0]
    for row, pieces in enumerate(all_pieces):
        for place_in, piece in enumerate(pieces):
            own = [vocabulary.setdefault(word, len(vocabulary) + 1) for word in search_words(piece)]
            words.extend(own)
            words.append(_GAP)
            owners.extend([row] * (len(own) + 1))
            headline.extend([place_in == 0] * (len(own) + 1))
        starts.append(len(words))
    return Texts(vocabulary, *(np.array(one) for one in (words, owners, starts)), np.array(headline, bool))


def _days(record):
    published = record["published"]
    if not published or not place(published):
        return None
    date = parse_edtf(published)
    return date.first.isoformat(), (date.last or date.first).isoformat()
