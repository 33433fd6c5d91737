"""The kinds of lines, against pages that were read line by line.

Where the reader says `a|b`, either is right. A reader's `byline_date` is a byline, a date or both; a `quote` is a
display of words that stand in the body: left out, quoted or a paragraph, all are right. Credits count as captions.
A reader names a line once: a line of several pieces is right where one of them is, and its other pieces count for
nothing. So the dateline ahead of a paragraph is neither found nor invented here.
"""

from collections import Counter

from newsarchive.model import BODY_LABELS

SAME = {"byline_date": ("byline", "date"), "quote": ("boilerplate", "quote", "paragraph")}


def labels_of_lines(spans):
    """{line number: labels of its pieces}, a credit as a caption."""
    lines = {}
    for span in spans:
        lines.setdefault(span.line, set()).add("caption" if span.label == "credit" else span.label)
    return lines


def allowed(kinds):
    """The labels that are right for what a reader says of a line, the likelier first."""
    return tuple(dict.fromkeys(label for kind in kinds.split("|") for label in SAME.get(kind, (kind,))))


def lost_lines(spans):
    """The lines of which every piece is left out as the site's own, but for copies of what was kept."""
    kept = {span.line for span in spans if span.label != "boilerplate" or span.copy_of is not None}
    return {span.line for span in spans} - kept


class Kinds:
    """How often each kind was right, given and meant."""

    def __init__(self):
        self.right, self.given, self.meant = Counter(), Counter(), Counter()
        self.pages = self.lost = self.astray = 0

    def add(self, page, spans):
        """Count the lines of a page: what was read, and the spans."""
        found, lost = labels_of_lines(spans), lost_lines(spans)
        self.pages += 1
        for line, kinds in page["lines"].items():
            mine, right = found.get(line, set()), allowed(kinds)
            hits = mine & set(right)
            self.right.update(hits)
            self.given.update(hits or mine)
            self.meant.update(hits or right[:1])
            if right[0] == "paragraph" and not hits:
                self.astray += mine.isdisjoint(BODY_LABELS)
                self.lost += line in lost

    def figures(self):
        """{kind: {lines, precision, recall, f1}}, the most frequent first, and paragraphs lost per 100 pages."""
        kinds = {kind: self._figures(kind) for kind, _ in self.meant.most_common()}
        pages = max(1, self.pages)
        return {
            "pages": self.pages,
            "kinds": kinds,
            "paragraphs_lost_per_100": 100 * self.lost / pages,
            "paragraphs_not_in_body_per_100": 100 * self.astray / pages,
        }

    def _figures(self, kind):
        right, given, meant = self.right[kind], self.given[kind], self.meant[kind]
        precision, recall = right / given if given else 0.0, right / meant
        both = given + meant
        return {"lines": meant, "precision": precision, "recall": recall, "f1": 2 * right / both if both else 0.0}
