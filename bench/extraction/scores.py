"""All figures of extraction on a corpus folder, from what label and extract said.

In: (doc, rendering, spans, article) of as many documents as there are; doc is a record of dev.jsonl.gz. Out, for each
rendering:

    documents   how many of the gold tier
    all         figures over the gold tier, named in FIGURES, their numbers of documents as n_NAME
    languages   {language: the same}, of languages with five documents or more
    dates       {certainty: {given, right}}: single days of fundus, trafilatura and htmldate, by what they claim to be
    lost        lines of gold bodies, of LONG tokens or more, that are left out as the site's own, for each 100 articles
    read        on the pages that were read: kinds (kinds.py), fields, dates and what is invented (inventing.py)

The metrics are those of score.py in the corpus folder, which is called for them.
"""

from collections import Counter
from statistics import quantiles

from corpus import read_pages, score_module
from inventing import DATED, Dates, Fields, single_day
from kinds import Kinds, lost_lines

FEWEST = 5
"""A language is told apart when it has this many documents."""

LONG = 8
"""Tokens of a line that is a paragraph and no cell of a table."""

TOLD_AS_BODY = ("paragraph", "subhead", "quote", "list_item")
FIGURES = {
    "body": "tokF",
    "body_precision": "tokP",
    "body_recall": "tokR",
    "body_4grams": "4gF",
    "body_lines": "lineF",
    "must": "must",
    "must_not": "mustnot",
    "headline": "headline",
    "headline_in_text": "headline|text",
    "byline": "byline",
    "byline_precision": "bylineP",
    "byline_recall": "bylineR",
    "byline_in_text": "byline|text",
    "byline_in_text_precision": "byline|textP",
    "byline_in_text_recall": "byline|textR",
    "date": "date",
    "date_in_text": "date|text",
    "date_within_a_day": "date±1",
}
COUNTS = {"body": "tokF", "must": "must", "headline": "headline", "byline": "byline", "date": "date"}


def figures(results, corpus):
    """{rendering: its figures}, for results and a corpus folder."""
    score, pages, tallies = score_module(corpus), read_pages(corpus), {}
    for doc, rendering, spans, article in results:
        tally = tallies.setdefault(rendering, Tally(score))
        if doc["tier"] == "gold":
            tally.add(doc, rendering, spans, article)
        if page := pages.get((doc["id"], rendering)):
            tally.kinds.add(page, spans)
            tally.fields.add(page, article)
    return {rendering: tally.figures() for rendering, tally in tallies.items()}


def prediction(article, spans=(), lines=0):
    """An article in the form that score.py reads; with spans and the number of lines, which lines are body."""
    body = {span.line for span in spans if span.label in TOLD_AS_BODY and span.copy_of is None}
    return {
        "headline": article.headline,
        "byline": list(article.authors) or None,
        "date": single_day(article.published),
        "body": "\n".join(block.text for block in article.body if block.kind in TOLD_AS_BODY),
        "line_body": "".join("01"[line in body] for line in range(1, lines + 1)),
    }


class Tally:
    """What one rendering adds up to."""

    def __init__(self, score):
        self.score, self.sums, self.bodies, self.languages = score, {}, {}, Counter()
        self.dates, self.kinds, self.fields = Dates(), Kinds(), Fields(score)
        self.lost = self.gold_bodies = 0

    def add(self, doc, rendering, spans, article):
        """Count a document of the gold tier."""
        labels = doc[rendering]["labels"]
        alone = self.score.Acc()
        self.score.score_doc(doc, prediction(article, spans, len(labels)), rendering, alone)
        self.languages[doc["lang"]] += 1
        for group in ("all", doc["lang"]):
            total = self.sums.setdefault(group, self.score.Acc())
            total.n.update(alone.n)
            for name, value in alone.v.items():
                total.v[name] += value
            self.bodies.setdefault(group, []).extend([alone.v["tokF"]] if alone.n["tokF"] else [])
        day = self.score.day(doc["gold"].get("date"))
        if day and doc["dataset"] in DATED:
            self.dates.add(article, str(day))
        if doc["gold"].get("body"):
            self.gold_bodies += 1
            lost = (line for line in lost_lines(spans) if labels[line - 1 : line] == "B")
            lines = doc[rendering]["text"].split("\n")
            self.lost += sum(len(self.score.toks(lines[line - 1])) >= LONG for line in lost)

    def figures(self):
        """The figures of the rendering, as the head of this file names them."""
        spoken = [language for language, count in self.languages.most_common() if count >= FEWEST]
        return {
            "documents": self.languages.total(),
            "all": self._group("all"),
            "languages": {language: self._group(language) for language in spoken},
            "dates": self.dates.figures(),
            "lost": 100 * self.lost / max(1, self.gold_bodies),
            "read": self.kinds.figures() | self.fields.figures(),
        }

    def _group(self, group):
        if group not in self.sums:
            return {"documents": 0}
        reached, bodies = self.score.summary(self.sums[group]), self.bodies[group]
        tenth = quantiles(bodies, n=10, method="inclusive")[0] if len(bodies) >= 2 else None
        named = {name: reached.get(key) for name, key in FIGURES.items()}
        counts = {f"n_{name}": reached[f"n_{key}"] for name, key in COUNTS.items()}
        return {"documents": reached["docs"], **named, "body_tenth": tenth, **counts}
