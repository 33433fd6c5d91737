"""What is said without ground: dates by how sure they claim to be, and fields that the text does not state.

A date given is a single day, "?" or not; a bound, an interval or a set of days claims no day.
"""

import re
from collections import Counter

DAY = re.compile(r"(\d{4}-\d\d-\d\d)\??")
DATED = ("fundus", "trafilatura", "htmldate_mediacloud")
"""The sets whose dates are days as the source states them."""

FIELDS = ("authors", "published", "agency", "outlet")


def single_day(edtf):
    """The day that a date says, without its "?"; None for what is no single day."""
    day = DAY.fullmatch(edtf or "")
    return day and day[1]


def claims_date(edtf):
    """Whether a date says when, be it a day, a month or a year: not a bound, an interval or a set."""
    return bool(edtf) and edtf[0] not in "[{" and "/" not in edtf


class Dates:
    """Single days given, by certainty, and those that are right."""

    def __init__(self):
        self.given, self.right = Counter(), Counter()

    def add(self, article, day):
        """Count the date of an article; `day` is the right one, None where there is none."""
        given = single_day(article.published)
        evidence = article.evidence_for("published")
        if given and evidence:
            self.given[evidence.certainty] += 1
            self.right[evidence.certainty] += given == day

    def figures(self):
        """{certainty: {given, right}}: how many, and the share of them that is right."""
        return {
            certainty: {"given": self.given[certainty], "right": self.right[certainty] / self.given[certainty]}
            for certainty in ("stated", "inferred")
            if self.given[certainty]
        }


class Fields:
    """The fields of the pages that were read: what was found, what is right, and what was made up."""

    def __init__(self, score):
        self.score, self.dates = score, Dates()
        self.right, self.given, self.meant = Counter(), Counter(), Counter()
        self.without, self.invented = Counter(), Counter()

    def add(self, page, article):
        """Count the fields of a page: what was read, and the article."""
        fields = page["fields"]
        self.dates.add(article, fields.get("published"))
        for field in FIELDS:
            mine, right = self._values(field, getattr(article, field)), self._values(field, fields.get(field))
            if field != "published" or single_day(fields.get(field)):
                self.right[field] += len(mine & right)
                self.given[field] += len(mine)
                self.meant[field] += len(right)
        if not fields.get("published"):
            self._without("published", claims_date(article.published))
        if not fields.get("authors"):
            self._without("authors", bool(article.authors))

    def figures(self):
        """Precision, recall and F1 by field; dates by certainty; `invented`: fields given where the text has none."""
        return {
            "fields": {field: self._figures(field) for field in FIELDS},
            "dates": self.dates.figures(),
            "invented": {
                field: {"pages": pages, "given": self.invented[field], "share": self.invented[field] / pages}
                for field, pages in self.without.items()
            },
        }

    def _values(self, field, value):
        """A field as a set of comparable values: names, a day, or folded words without a leading "the"."""
        if field == "authors":
            return self.score.names(list(value or ()))
        if field == "published":
            return {single_day(value)} - {None}
        words = self.score.hl(value).removeprefix("the ")
        return {words} - {""}

    def _without(self, field, given):
        self.without[field] += 1
        self.invented[field] += given

    def _figures(self, field):
        right, given, meant = self.right[field], self.given[field], self.meant[field]
        precision, recall, f1 = self.score.prf(right, given - right, meant - right)
        return {"meant": meant, "given": given, "precision": precision, "recall": recall, "f1": f1}
