"""Which texts are one article: a report of an agency, printed by several outlets."""

from collections import defaultdict
from collections.abc import Sequence

from newsarchive.survey.reading import PROSE, Seen

_LONGEST_LINES = 3
_MOST_RIVALS = 8
"""A line among the longest of more articles than this is no report but a notice of the site: copies share others."""


def articles(texts: Sequence[Seen]) -> list[tuple[Seen, ...]]:
    """The texts by article: copies of one report, of which half of the prose is the same, are together."""
    firsts: dict[int, list[int]] = defaultdict(list)
    found: dict[int, list[Seen]] = {}
    first_of: list[int] = []
    for number, text in enumerate(texts):
        longest = _longest(text)
        rivals = dict.fromkeys(rival for key in longest for rival in firsts.get(key, ()))
        same = next((rival for rival in rivals if _is_same(text, texts[rival])), number)
        first_of.append(number if same == number else first_of[same])
        found.setdefault(first_of[number], []).append(text)
        for key in longest:
            if not firsts[key] or (same == number and len(firsts[key]) < _MOST_RIVALS):
                firsts[key].append(number)
    return [tuple(same) for same in found.values()]


def _longest(text: Seen) -> list[int]:
    """The keys of the longest pieces of prose."""
    prose = sorted(range(len(text.keys)), key=lambda index: (-text.weights[index], index))[:_LONGEST_LINES]
    return [text.keys[index] for index in prose if text.weights[index] >= PROSE]


def _is_same(text: Seen, other: Seen) -> bool:
    """Whether half of the prose of the shorter stands in the longer."""
    mine, others = _prose(text), _prose(other)
    shared = sum(weight for key, weight in mine.items() if key in others)
    return 2 * shared >= min(sum(mine.values()), sum(others.values()))


def _prose(text: Seen) -> dict[int, int]:
    return {key: weight for key, weight in zip(text.keys, text.weights, strict=True) if weight >= PROSE}
