"""Which of the dates outside the body is the article's own: each is weighed by what speaks for and against it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsarchive.extract.stated import Candidate
from newsarchive.model import BODY_LABELS

_FEW = 20  # characters beside a date that make no sentence


def _within(low: int, value: int | None, high: int) -> bool:
    return value is not None and low <= value <= high


def _is_dateline(one: Candidate) -> bool:
    return one.span.label == "paragraph" and not one.alone and one.mention.role is None


def _is_last(one: Candidate) -> bool:
    return one.where.bottom < 3 and one.where.before_body < 0 and one.again == 1 and not one.near


def _is_in_a_sentence(one: Candidate) -> bool:
    """True within words that tell of something: "More of this in our programme of April 24, 2024."."""
    ends = one.span.text.rstrip().endswith((".", "!", "?", "。"))
    words = one.beside > _FEW and one.mention.role is None and not _is_dateline(one)
    return words and (ends or one.span.label == "headline")


Clue = tuple[str, int, Callable[[Candidate], bool]]

CLUES: tuple[Clue, ...] = (
    ("a date line", 13, lambda c: c.span.label == "date"),
    ("in a byline or dateline", 14, lambda c: c.span.label in ("byline", "dateline")),
    ("in a caption", 17, lambda c: c.span.label in ("caption", "credit")),
    ("nothing else in its line", 4, lambda c: c.alone),
    ("many words in its line", 1, lambda c: c.beside > 80),
    ("words before it that do not lead to a date", -5, lambda c: c.ahead > 25),
    ("in a sentence", -10, _is_in_a_sentence),
    ("in an address", 6, lambda c: c.span.text[c.mention.start - 1 : c.mention.start] == "/"),
    ("a weekday beside it, far above", -9, lambda c: c.mention.weekday is not None and c.where.before_body > 20),
    ("years before another", -11, lambda c: c.years_old),
    ("said to be of publication", 9, lambda c: c.mention.role == "published"),
    ("said to be of an update", -13, lambda c: c.mention.role == "updated"),
    ("said to be of something else", -8, lambda c: c.mention.role == "other"),
    ("a time of day beside it", 5, lambda c: c.mention.has_time),
    ("in a post, beside a handle", -13, lambda c: c.where.signed),
    ("in the dateline of the first paragraph", 30, _is_dateline),
    ("in a piece of the body", 1, lambda c: c.span.label in BODY_LABELS and not c.alone and not _is_dateline(c)),
    ("above the headline, an earlier day below it", -11, lambda c: c.of_page),
    ("just above the headline", 8, lambda c: _within(-3, c.where.below_headline, -1)),
    ("below the headline", -3, lambda c: _within(3, c.where.below_headline, 10)),
    ("far below the headline", -13, lambda c: c.where.below_headline is not None and c.where.below_headline > 10),
    ("right before the body", 10, lambda c: 0 < c.where.before_body <= 3),
    ("before the body", -2, lambda c: c.where.before_body > 8),
    ("among the first lines of the body", 4, lambda c: -4 < c.where.before_body < 0 and c.where.after_body < 0),
    ("in the midst of the body", -8, lambda c: c.where.before_body <= -4 and c.where.after_body < 0),
    ("right after the body", 4, lambda c: 0 < c.where.after_body <= 3),
    ("far after the body", -6, lambda c: c.where.after_body > 10),
    ("the only date at the end of the text", 13, _is_last),
    ("the first date of all", 8, lambda c: c.first),
    ("the first date below the headline", 6, lambda c: c.first_below),
    ("the same day stands again", 8, lambda c: c.again > 1),
    ("written like other dates of the text", -8, lambda c: c.alike > 1),
    ("one of many days", 2, lambda c: c.days >= 5),
    ("another day near by", -11, lambda c: c.near == 1),
    ("one of a list of days", -11, lambda c: c.near > 1),
    ("between other days", -9, lambda c: c.between),
    ("one end of a span of days", -40, lambda c: c.ranged),
    ("beside the headline, printed again", 28, lambda c: c.titled),
    ("the only date of the text", -4, lambda c: c.days == 1),
)
"""What speaks for and against a date, in points: ten are one unit of log odds. bench/fit_dates.py fits them to the
development corpus; by hand are those of datelines, of pieces of the body, of posts, of addresses, of spans of days, of
dates of something else and of dates years before another, which are rare there."""

NONE = -4
"""What a date must be worth to be the article's at all."""

SURE, LIKELY = 25, 6
"""By how many points it must lead the next best day, or none at all, to be certain, and to be likely."""


class Ranking(NamedTuple):
    """The best candidate of each day with its points, the weightiest first; and those of updates, the latest first."""

    days: tuple[tuple[int, Candidate], ...]
    updates: tuple[Candidate, ...]

    @property
    def best(self) -> Candidate | None:
        return self.days[0][1] if self.days else None

    @property
    def lead(self) -> int:
        """By how many points the best leads what else the date may be: another day, or none of these."""
        return self.days[0][0] - max([NONE, *(weight for weight, _ in self.days[1:2])]) if self.days else 0

    @property
    def is_sure(self) -> bool:
        return self.lead >= SURE

    @property
    def is_likely(self) -> bool:
        return self.lead >= LIKELY

    @property
    def rivals(self) -> tuple[Candidate, ...]:
        """The days that may be the article's, where none leads clearly."""
        least = max(NONE, self.days[0][0] - LIKELY) if self.days else 0
        return tuple(one for weight, one in self.days if weight >= least)

    @property
    def doubt(self) -> str:
        """What makes the best doubtful, in words."""
        against = [name for name, weight, test in CLUES if self.best and weight < 0 and test(self.best)]
        return ", ".join(against) or "little speaks for it"


def rank(found: Sequence[Candidate]) -> Ranking:
    """The candidates of a text, weighed. Of two that weigh the same the earlier in the text comes first."""
    weighed = sorted(((points(one), one) for one in found), key=lambda pair: -pair[0])
    best: dict[object, tuple[int, Candidate]] = {}
    for weight, one in weighed:
        best.setdefault(one.day, (weight, one))
    updates = sorted((one for one in found if one.mention.role == "updated"), key=lambda one: one.day, reverse=True)
    return Ranking(tuple(best.values()), tuple(updates))


def points(candidate: Candidate) -> int:
    return sum(weight for _, weight, test in CLUES if test(candidate))
