"""What texts of one outlet tell each other: its name, and the order of day and month in its dates."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from newsarchive.survey.numbers import Pairs, is_new, tally
from newsarchive.survey.reading import Wording
from newsarchive.survey.seen import DAY_FIRST, HASH, MONTH_FIRST
from newsarchive.survey.table import Ints, Table
from newsarchive.text.outlet_names import outlets_named
from newsarchive.text.outlets import outlet_key

_ENOUGH = 5
"""Texts that must say it."""
_LETTERS = 10
_NOTHING = 0
"""What a text tells that tells nothing; what others tell is numbered from 1."""

Order = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class _Shares:
    """How many of a hundred texts must tell it, of a folder and of those with a line, which others may print too."""

    folder: int
    line: int


@dataclass(frozen=True, slots=True)
class Siblings:
    """The lines of the site that texts have: pairs of numbers, text and line, each pair once and in order; and what the
    lines say.
    """

    table: Table
    texts: Ints
    lines: Ints
    wordings: Mapping[int, Wording]


def siblings(table: Table, numbers: Ints, wordings: Mapping[int, Wording]) -> Siblings:
    """The texts with these lines. `numbers`: of each word of the table what it is, or -1."""
    is_known = np.zeros(numbers.max(initial=0) + 2, np.bool_)
    is_known[list(wordings)] = True
    words = np.flatnonzero(is_known[numbers])
    found = tally([(table.texts_of(words), numbers[words])])
    return Siblings(table, found.firsts, found.seconds, wordings)


def names(texts: Siblings) -> dict[str, str]:
    """The outlet that each folder and each of the site's lines stands for, in the spelling that most texts have."""
    outlets: list[str] = []
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    told = np.full(len(texts.table.starts), _NOTHING)
    for heard, hearing in _heard(texts):
        outlet = _one_outlet(heard)
        if outlet:
            if outlet not in spellings:
                outlets.append(outlet)
            told[hearing] = outlets.index(outlet) + 1
            spellings[outlet].update(dict.fromkeys(heard, len(hearing)))
    chosen = [min(counts, key=lambda name: (-counts[name], name)) for counts in map(spellings.__getitem__, outlets)]
    return {mark: chosen[outlet - 1] for mark, outlet in _told(texts, told, _Shares(folder=66, line=90)).items()}


def orders(texts: Siblings) -> dict[str, Order]:
    """Whether texts of a folder, or with one of the site's lines, put the day or the month first: by their sure dates.

    Of the dates in numbers that an outlet writes two of five leave a doubt.
    """
    words: dict[int, Order] = {DAY_FIRST: "day", MONTH_FIRST: "month"}
    order_of = (texts.table.words[texts.table.starts] >> np.uint64(HASH)).astype(np.int64)
    told = _told(texts, order_of, _Shares(folder=33, line=33))
    return {mark: words[order] for mark, order in told.items() if order in words}


def _heard(texts: Siblings) -> Iterator[tuple[set[str], Ints]]:
    """The names in the lines of the site that texts have, and the texts: once for all that have the same such lines."""
    said = {line: found for line, wording in texts.wordings.items() if (found := _named(wording.printed))}
    is_said = np.zeros(max(texts.wordings, default=0) + 1, np.bool_)
    is_said[list(said)] = True
    hearing, lines = texts.texts[is_said[texts.lines]], texts.lines[is_said[texts.lines]]
    together: dict[bytes, list[int]] = defaultdict(list)
    heads = np.flatnonzero(is_new(hearing))
    own = lines.astype(np.int64).tobytes()
    sizes = np.diff(heads, append=len(lines))
    for text, start, size in zip(hearing[heads].tolist(), (heads * 8).tolist(), (sizes * 8).tolist(), strict=True):
        together[own[start : start + size]].append(text)
    for same, their in together.items():
        yield {name for line in np.frombuffer(same, np.int64).tolist() for name in said[line]}, np.array(their)


def _told(texts: Siblings, told: Ints, shares: _Shares) -> dict[str, int]:
    """What texts tell, by folder and by line of the site, where five agree, hardly one does not, and few are silent.

    A folder is one outlet's where half of its texts have a line of the site in common.
    """
    table = texts.table
    found: dict[str, int] = {}
    for line, counts in _by_first(tally([(texts.lines, told[texts.texts])])).items():
        if _is_mark(mark := texts.wordings[line].folded):
            found[mark] = _agreed(counts, shares.line)
    most = np.zeros(len(table.folder_names), np.int64)
    shared = tally([(table.folders[texts.texts], texts.lines)])
    np.maximum.at(most, shared.firsts, shared.times)
    for folder, counts in _by_first(tally([(table.folders, told)])).items():
        if table.folder_names[folder] and 2 * most[folder] >= sum(counts.values()):
            found[f"{table.folder_names[folder]}/"] = _agreed(counts, shares.folder)
    return {mark: what for mark, what in sorted(found.items()) if what != _NOTHING}


def _by_first(pairs: Pairs) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for first, second, times in zip(pairs.firsts.tolist(), pairs.seconds.tolist(), pairs.times.tolist(), strict=True):
        found[first][second] = times
    return found


def _is_mark(folded: str) -> bool:
    """A line that one outlet may have alone: neither one word of a menu nor a date."""
    is_more = not folded.isascii() or any(sign in folded for sign in " ./@")
    return is_more and sum(map(str.isalpha, folded)) >= _LETTERS


def _agreed(counts: Mapping[int, int], share: int) -> int:
    """What five say, nineteen of twenty of those that say anything, and that share, in hundredths, of all."""
    said = {told: often for told, often in counts.items() if told != _NOTHING}
    best = max(said, key=said.__getitem__, default=_NOTHING)
    if best == _NOTHING or said[best] < max(_ENOUGH, -(-19 * sum(said.values()) // 20)):
        return _NOTHING
    return best if 100 * said[best] >= share * sum(counts.values()) else _NOTHING


def _named(line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name in outlets_named(line)))


def _one_outlet(names: Collection[str]) -> str | None:
    """The outlet that the lines of a text name, where they name one alone."""
    keys = {outlet_key(name) for name in names}
    return keys.pop() if len(keys) == 1 else None
