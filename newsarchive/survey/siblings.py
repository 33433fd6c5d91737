"""What texts of one outlet tell each other: its name, and the order of day and month in its dates."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsarchive.survey.reading import Seen, Wording
from newsarchive.text.outlet_names import outlets_named
from newsarchive.text.outlets import outlet_key

_ENOUGH = 5
"""Texts that must say it."""
_LETTERS = 10

Order = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class _Shares:
    """How many of a hundred texts must tell it, of a folder and of those with a line, which others may print too."""

    folder: int
    line: int


def names(texts: Sequence[Seen], lines: Mapping[int, Wording]) -> dict[str, str]:
    """The outlet that each folder and each of the site's lines stands for, in the spelling that most texts have."""
    said = {key: found for key, wording in lines.items() if (found := _named(wording.printed))}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)

    def own(text: Seen) -> str | None:
        heard = {name for key in text.keys for name in said.get(key, ())}
        outlet = _one_outlet(heard)
        if outlet:
            spellings[outlet].update(heard)
        return outlet

    told = _told(texts, lines, own, _Shares(folder=66, line=90))
    chosen = {key: min(counts, key=lambda name: (-counts[name], name)) for key, counts in spellings.items()}
    return {mark: chosen[outlet] for mark, outlet in told.items()}


def orders(texts: Sequence[Seen], lines: Mapping[int, Wording]) -> dict[str, Order]:
    """Whether texts of a folder, or with one of the site's lines, put the day or the month first: by their sure dates.

    Of the dates in numbers that an outlet writes two of five leave a doubt.
    """
    words: dict[str, Order] = {"d": "day", "m": "month"}
    told = _told(texts, lines, lambda text: text.orders.strip("?") or None, _Shares(folder=33, line=33))
    return {mark: words[order] for mark, order in told.items() if order in words}


def _told(
    texts: Sequence[Seen], lines: Mapping[int, Wording], telling: Callable[[Seen], str | None], shares: _Shares
) -> dict[str, str]:
    """What texts tell, by folder and by line of the site, where five agree, hardly one does not, and few are silent.

    A folder is one outlet's where half of its texts have a line of the site in common.
    """
    of_folder: dict[str, Counter[str | None]] = defaultdict(Counter)
    of_line: dict[int, Counter[str | None]] = defaultdict(Counter)
    shared: dict[str, Counter[int]] = defaultdict(Counter)
    for text in texts:
        told, keys = telling(text), {key for key in text.keys if key in lines}
        of_folder[text.folder][told] += 1
        shared[text.folder].update(keys)
        for key in keys:
            of_line[key][told] += 1
    marks = {key: lines[key].folded for key in of_line if _is_mark(lines[key].folded)}
    found = {mark: _agreed(of_line[key], shares.line) for key, mark in marks.items()}
    for folder, counts in of_folder.items():
        if folder and 2 * max(shared[folder].values(), default=0) >= counts.total():
            found[f"{folder}/"] = _agreed(counts, shares.folder)
    return {mark: told for mark, told in sorted(found.items()) if told}


def _is_mark(folded: str) -> bool:
    """A line that one outlet may have alone: neither one word of a menu nor a date."""
    is_more = not folded.isascii() or any(sign in folded for sign in " ./@")
    return is_more and sum(map(str.isalpha, folded)) >= _LETTERS


def _agreed(counts: Mapping[str | None, int], share: int) -> str | None:
    """What five say, nineteen of twenty of those that say anything, and that share, in hundredths, of all."""
    said = {told: often for told, often in counts.items() if told is not None}
    best = min(said, key=lambda told: (-said[told], told), default=None)
    if best is None or said[best] < max(_ENOUGH, -(-19 * sum(said.values()) // 20)):
        return None
    return best if 100 * said[best] >= share * sum(counts.values()) else None


def _named(line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name in outlets_named(line)))


def _one_outlet(names: Collection[str]) -> str | None:
    """The outlet that the lines of a text name, where they name one alone."""
    keys = {outlet_key(name) for name in names}
    return keys.pop() if len(keys) == 1 else None
