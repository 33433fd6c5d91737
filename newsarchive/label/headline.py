"""Which line is the headline: each candidate above the body is weighed by what speaks for and against it."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsarchive.label.block import PROSE
from newsarchive.label.genres import is_genre
from newsarchive.label.line import Line
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.credits import find_credit
from newsarchive.text.dates import find_dates
from newsarchive.text.names import parse_byline

_ABOVE, _BELOW = 60, 3
_COMMON = 3
_LONGEST = 300
_LEAST_OF_TITLE = 3
_TOP = 5
_TWO_SENTENCES = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}\.[\"”’»)]? [\"“„«‘(]?[A-ZÀ-Þ]\w+ \w")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the headline, with what its place says. Counts are of lines, `shared` of words."""

    piece: Line
    position: int
    in_body: bool
    just_above_body: bool
    shared: int
    shared_share: float
    copies: int
    continued: bool
    next_is_copy: bool
    before_byline: bool
    before_date: bool
    before_prose: bool
    below_one_like_it: bool
    dated: bool
    credited: bool
    byline: bool
    explains: bool
    below_genre: bool


Clue = tuple[str, int, Callable[[Candidate], bool | float]]

# Points come from a ranking fitted to the development corpus by publisher (docs/decisions/0005), rounded.
CLUES: tuple[Clue, ...] = (
    ("shares the words of the body", 22, lambda c: min(c.shared, 12) / 12),
    ("has no other words", 22, lambda c: c.shared_share),
    ("stands again inside a longer line", 16, lambda c: c.continued),
    ("a byline follows", 15, lambda c: c.before_byline),
    ("a date follows", 20, lambda c: c.before_date),
    ("the text follows", 13, lambda c: c.before_prose),
    ("stands more than once", 5, lambda c: c.copies > 1),
    ("stands below a kind of text", 25, lambda c: c.below_genre),
    ("is two things around a colon", 11, lambda c: ": " in c.piece.text[:60]),
    ("is the first line", 18, lambda c: c.position == 0),
    ("is the second or third line", 9, lambda c: c.position in (1, 2)),
    ("is one or two characters short of a word", -36, lambda c: len(c.piece.text) < 12),
    ("is short", -14, lambda c: 12 <= len(c.piece.text) < 25),
    ("has one or two words", -7, lambda c: len(c.piece.words) < 3),
    ("stands below a line like it", -6, lambda c: c.below_one_like_it),
    ("is rather long", -6, lambda c: 95 <= len(c.piece.text) < 130),
    ("is long", -14, lambda c: 130 <= len(c.piece.text) < 200),
    ("is very long", -26, lambda c: len(c.piece.text) >= 200),
    ("ends like a sentence", -27, lambda c: c.piece.text.rstrip("\"'”’»)")[-1:] in (".", ";", ",")),
    ("is two sentences below a line that is none", -25, lambda c: c.explains),
    ("ends with a colon", -19, lambda c: c.piece.text.endswith(":")),
    ("holds a date", -17, lambda c: c.dated),
    ("holds a credit", -30, lambda c: c.credited),
    ("is a byline", -15, lambda c: c.byline),
    ("holds an address", -20, lambda c: c.piece.has_url),
    ("stands inside the body", -28, lambda c: c.in_body),
    ("touches the body", -3, lambda c: c.just_above_body),
    ("is printed again right below", -20, lambda c: c.next_is_copy),
    ("is in brackets", -6, lambda c: "(" in c.piece.text),
    ("begins with a small letter", -7, lambda c: c.piece.text[:1].islower()),
    ("is in capitals", -10, lambda c: c.piece.letters > 0 and c.piece.capitals == c.piece.letters),
)

_LEAST = -10


def headline(sheet: Sheet) -> Mapping[int, Verdict]:
    """The headline, its other copies, and nothing where no line is worth it (a brief without one)."""
    candidates = dict(_candidates(sheet))
    if not candidates:
        return {}
    best = max(candidates, key=lambda index: (points(candidates[index]), -index))
    if points(candidates[best]) < _LEAST:
        return {}
    folded, line = sheet.pieces[best].folded, sheet.pieces[best].number
    copies = {
        i: Verdict("headline", "printed_again", copy_of=line) for i in sheet.open() if sheet.pieces[i].folded == folded
    }
    return copies | {best: Verdict("headline", "headline")}


def points(candidate: Candidate) -> int:
    """What speaks for a candidate less what speaks against it, in whole points."""
    return sum(int(weight * test(candidate)) for _, weight, test in CLUES)


def _candidates(sheet: Sheet) -> list[tuple[int, Candidate]]:
    start = sheet.block.start if sheet.block else len(sheet.pieces)
    nearby = [i for i in sheet.open(range(start - _ABOVE, start + _BELOW)) if len(sheet.pieces[i].text) <= _LONGEST]
    if not nearby:
        return []
    body = Counter(word for i in sheet.block for word in set(sheet.pieces[i].words) if len(word) > 2)
    around = _Around(sheet, range(nearby[0], min(nearby[-1] + 5, len(sheet.pieces))))
    return [(index, _candidate(sheet, index, body, around)) for index in nearby if not _is_lede(sheet, index)]


def _is_lede(sheet: Sheet, index: int) -> bool:
    """Inside the body only a line that is no sentence may be the headline."""
    return index in sheet.block and sheet.pieces[index].is_sentence and sheet.pieces[index].size >= PROSE


class _Around:
    """What the lines around the candidates are, each asked once: which short ones hold a byline or a date."""

    def __init__(self, sheet: Sheet, indexes: range) -> None:
        short = [i for i in indexes if len(sheet.pieces[i].text) < PROSE]
        self.bylines = {i for i in short if sheet.verdicts[i] is None and parse_byline(sheet.pieces[i].text)}
        self.dates = {i for i in short if find_dates(sheet.pieces[i].text)}
        self.titles = {i for i in short if _may_be_title(sheet, i)} - self.bylines - self.dates
        self.texts = "\n".join(sheet.pieces[i].folded for i in indexes if len(sheet.pieces[i].text) <= _LONGEST)


def _candidate(sheet: Sheet, index: int, body: Counter[str], around: _Around) -> Candidate:
    piece = sheet.pieces[index]
    words = {word for word in piece.words if len(word) > 2}
    shared = sum(min(body[word], _COMMON) for word in words)
    following = sheet.pieces[index + 1 : index + 2]
    below = range(index + 1, index + 5)
    return Candidate(
        piece=piece,
        position=index,
        in_body=index in sheet.block,
        just_above_body=index + 1 == sheet.block.start,
        shared=shared,
        shared_share=shared / max(1, _COMMON * len(words)),
        copies=sheet.copies[piece.folded],
        continued=around.texts.count(piece.folded) > sheet.copies[piece.folded],
        next_is_copy=any(line.folded[:40] == piece.folded[:40] for line in following),
        before_byline=any(i in around.bylines for i in below),
        before_date=any(i in around.dates for i in below),
        before_prose=any(line.is_sentence and line.size > PROSE for line in following),
        below_one_like_it=any(_is_like_a_headline(sheet, i) for i in range(max(0, index - 2), index)),
        dated=index in around.dates or bool(find_dates(piece.text)),
        credited=find_credit(piece.text) is not None,
        byline=index in around.bylines,
        below_genre=0 < index <= _TOP and sheet.verdicts[index - 1] is None and is_genre(sheet.pieces[index - 1]),
        explains=index - 1 in around.titles and _goes_on_about(piece, sheet.pieces[index - 1]),
    )


def _may_be_title(sheet: Sheet, index: int) -> bool:
    """A few words that are no sentence, not in capitals as buttons are, and that nothing is known of."""
    piece = sheet.pieces[index]
    words = len(piece.words) >= _LEAST_OF_TITLE and not piece.text.isupper()
    return sheet.verdicts[index] is None and words and not piece.is_sentence


def _goes_on_about(piece: Line, title: Line) -> bool:
    """Two sentences, and not the title again."""
    return _TWO_SENTENCES.search(piece.text) is not None and piece.folded != title.folded


def _is_like_a_headline(sheet: Sheet, index: int) -> bool:
    piece = sheet.pieces[index]
    return sheet.verdicts[index] is None and 25 <= piece.size < 130 and not piece.is_sentence and len(piece.words) > 3
