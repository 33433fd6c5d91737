"""What the survey keeps of a text: a number for each line, how much prose it is, and its dates that leave no doubt."""

import re
from array import array
from dataclasses import dataclass

from newsarchive.model import Source
from newsarchive.text.fold import fold, fold_all
from newsarchive.text.recurrence import LONGEST, open_forms, without_numbers
from newsarchive.text.wrapping import wrapped_paragraphs

SENTENCE, PROSE = 1, 2
"""The least weight of a line that ends like a sentence, and of one that is prose."""

_MOST_LINES = 3000
_PROSE, _UNSTOPPED, _MOST = 60, 160, 600
_WEIGHT = 4  # characters for each step of weight
_CLOSERS = "\"'”’“‘»›«‹)]}」』】）* "
_STOPS = frozenset(".!?…。！？．।॥۔؟።៕")
_WIDE_STOPS = frozenset("。！？．")
_SHORTEST_SENTENCE = 12
_LONGEST_DATE = 120
_DATE = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:19|20)?\d\d(?![\d./-]*\d)")


@dataclass(frozen=True, slots=True)
class Seen:
    """One text: of each of its lines a key (the hash of what it says) and a weight, of some of them forms as well.

    `weights`: 0, SENTENCE, or from PROSE on more the longer the prose. `forms` are the keys of what stays of a line
    where its words vary, `at` the lines that have them. `orders`: "d", "m" and "?", as its dates in numbers
    put the day or the month first, or can be read either way.
    """

    folder: str
    keys: "array[int]"
    weights: bytes
    forms: "array[int]"
    at: "array[int]"
    orders: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What a line says: folded, and as one text has it."""

    folded: str
    printed: str
    is_form: bool
    is_sentence: bool


class Lines:
    """The wording of lines that may recur: it is kept from the fifth time on; until then a line costs a byte."""

    _SLOTS = 1 << 22

    def __init__(self, often: int) -> None:
        """`often`: how often a line is seen before its words are kept."""
        self.wordings: dict[int, Wording] = {}
        self._often = often
        self._times = bytearray(self._SLOTS)

    def key(self, words: str, line: str, weight: int, *, is_form: bool = False) -> int:
        """A number for these words of a line, the same wherever they stand."""
        key = hash(words)
        slot = key & (self._SLOTS - 1)
        times = self._times[slot] + 1
        if times < self._often:
            self._times[slot] = times
        elif key not in self.wordings and len(words) <= LONGEST:
            folded = fold(words) if weight >= PROSE else words
            self.wordings[key] = Wording(folded, line, is_form, weight >= SENTENCE)
        return key


def see(source: Source, lines: Lines) -> Seen:
    """A text as the survey keeps it; of a hard-wrapped one, its paragraphs are the lines."""
    keys, forms, at = array("q"), array("q"), array("H")
    orders = ""
    written = _written(source.lines[source.front_matter :])
    weights = bytes(map(_weight, written))
    folded = iter(fold_all([line for line, weight in zip(written, weights, strict=True) if weight < PROSE]))
    for line, weight in zip(written, weights, strict=True):
        words = line
        if weight < PROSE:
            words, more, order = _variants(line, next(folded))
            orders += order
            for form in more:
                forms.append(lines.key(form, line, weight, is_form=True))
                at.append(len(keys))
        elif line[-1] not in _STOPS:
            words = without_numbers(line)
        keys.append(lines.key(words, line, weight))
    return Seen(source.path.rpartition("/")[0], keys, weights, forms, at, "".join(sorted(set(orders))))


def _variants(line: str, folded: str) -> tuple[str, tuple[str, ...], str]:
    """What a short line says, folded and without its numbers, its forms, and the order of day and month in it.

    Prose is not folded: a site prints its notices as it printed them before.
    """
    words = without_numbers(folded)
    forms = () if line[1:].islower() else open_forms(words)  # what varies is a name: it has a capital
    return words, forms, _orders(line) if words != folded else ""


def _written(lines: list[str]) -> list[str]:
    """The lines that are not blank, without the blanks around them; of a hard-wrapped text, its paragraphs."""
    paragraphs = wrapped_paragraphs(lines)
    if paragraphs is None:
        written = [text for line in lines if (text := line.strip())]
    else:
        written = [" ".join(lines[index].strip() for index in paragraph) for paragraph in paragraphs]
    return written if len(written) <= _MOST_LINES else written[: _MOST_LINES // 2] + written[-_MOST_LINES // 2 :]


def _weight(line: str) -> int:
    size = len(line)
    last = line[-1]
    if not last.isalnum() and last not in _STOPS:
        last = line[-8:].rstrip(_CLOSERS)[-1:]
    if last in _WIDE_STOPS:
        size *= 2
    if last not in _STOPS:
        return PROSE + min(size, _MOST) // (2 * _WEIGHT) if size >= _UNSTOPPED else 0
    if size >= _PROSE:
        return PROSE + min(size, _MOST) // _WEIGHT
    return SENTENCE if size >= _SHORTEST_SENTENCE else 0


def _orders(line: str) -> str:
    """Which of two numbers is the day in the dates of a short line: 13/04/2023 "d", 04/13/2023 "m", 04/03/2023 "?"."""
    found = ""
    if len(line) > _LONGEST_DATE or max(map(line.count, "/.-")) < 2:
        return found
    for date in _DATE.finditer(line):
        first, second = int(date[1]), int(date[3])
        if 0 < first <= 12 and 0 < second <= 31:
            found += "m" if second > 12 else "?"
        elif 12 < first <= 31 and 0 < second <= 12:
            found += "d"
    return found
