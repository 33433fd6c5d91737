"""What the survey keeps of a text: a number for each line, how much prose it is, and its dates that leave no doubt."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsarchive.model import Source
from newsarchive.survey.seen import DAY_FIRST, FORM, LONG, MONTH_FIRST, MOST, PROSE, SENTENCE, keys, pack
from newsarchive.text.fold import fold, fold_all
from newsarchive.text.recurrence import LONGEST, open_forms, without_numbers
from newsarchive.text.wrapping import wrapped_paragraphs

_MOST_LINES = 3000
_PROSE, _UNSTOPPED = 60, 160
_STEP = 4
"""Characters for each step of weight."""
_LONGEST_COUNTED = _STEP * (MOST - PROSE)
_CLOSERS = "\"'”’“‘»›«‹)]}」』】）* "
_STOPS = frozenset(".!?…。！？．｡।॥۔؟።៕")
_WIDE_STOPS = frozenset("。！？．")
_SHORTEST_SENTENCE = 12
_LONGEST_DATE = 120
_DATE = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:19|20)?\d\d(?![\d./-]*\d)")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a line that recurs says: folded, and as one text has it; `taken_from` is the sha256 of that text."""

    folded: str
    printed: str
    taken_from: str


_Spelt = tuple[str, int, str]
"""What a line or one of its forms says, its code (survey.seen), and the line."""


def see(source: Source) -> bytes:
    """A text as the survey keeps it (survey.seen); of a hard-wrapped one, its paragraphs are the lines.

    Nothing of a text written by hand as Markdown: it has no habits.
    """
    if source.markdown:
        return b""
    written = _written(source)
    spelt = _spelt(written)
    return pack(_orders_of(written), [words for words, _, _ in spelt], [code for _, code, _ in spelt])


def wordings(source: Source, wanted: Collection[int]) -> Mapping[int, Wording]:
    """What the lines and forms with these keys say, by key, each as the first line of the text that has it."""
    spelt = _spelt(_written(source))
    found: dict[int, Wording] = {}
    for key, (words, code, line) in zip(keys([words for words, _, _ in spelt]), spelt, strict=True):
        if key in wanted and key not in found:
            found[key] = Wording(fold(words) if PROSE <= code < FORM else words, line, source.sha256)
    return found


def _spelt(written: Sequence[str]) -> list[_Spelt]:
    """The lines of a text, before each its forms; short ones are folded.

    Prose is not: a site prints its notices as it printed them before.
    """
    spelt: list[_Spelt] = []
    weights = list(map(_weight, written))
    folded = fold_all([line for line, weight in zip(written, weights, strict=True) if weight < PROSE])
    numberless = iter(without_numbers("\n".join(folded)).split("\n"))
    for line, weight in zip(written, weights, strict=True):
        if weight >= PROSE:
            spelt.append(_prose(line, weight))
            continue
        words = next(numberless)
        if not line[1:].islower():  # what varies is a name: it has a capital
            spelt += [(form, FORM, line) for form in open_forms(words)]
        spelt.append((words, weight, line))
    return spelt


def _prose(line: str, weight: int) -> _Spelt:
    words = line if line[-1] in _STOPS else without_numbers(line)
    return words, weight + LONG if len(words) > LONGEST else weight, line


def _written(source: Source) -> list[str]:
    """The lines that are not blank, without the blanks around them; of a hard-wrapped text, its paragraphs."""
    lines = source.lines[source.front_matter :]
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
        return PROSE + min(size, _LONGEST_COUNTED) // (2 * _STEP) if size >= _UNSTOPPED else 0
    if size >= _PROSE:
        return PROSE + min(size, _LONGEST_COUNTED) // _STEP
    return SENTENCE if size >= _SHORTEST_SENTENCE else 0


def _orders_of(lines: Iterable[str]) -> int:
    """Which of two numbers is the day in the dates of short lines: 13/04/2023 or 04/13/2023; 04/03/2023 tells not."""
    orders = 0
    for line in lines:
        if len(line) > _LONGEST_DATE or not _may_be_dated(line) or _weight(line) >= PROSE:
            continue
        for date in _DATE.finditer(line):
            first, second = int(date[1]), int(date[3])
            if 0 < first <= 12 < second <= 31:
                orders |= MONTH_FIRST
            elif 0 < second <= 12 < first <= 31:
                orders |= DAY_FIRST
    return orders


def _may_be_dated(line: str) -> bool:
    return line.count("/") > 1 or line.count(".") > 1 or line.count("-") > 1
