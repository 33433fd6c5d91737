"""Where the body is: from the first to the last of the lines that are likely of it, and not of another one."""

from collections.abc import Iterator, Sequence

from newsarchive.label.sheet import Sheet
from newsarchive.label.topic import topic

PROSE = 60
"""Characters from which a line that ends like a sentence is prose for certain."""

LIKELY = 375
"""The chance, of 1000, from which a line is of the body."""
DOUBTFUL = 500
"""The chance below which a line that stays in the body is shown as doubtful."""
_APART = 3
"""Other lines between two likely ones beyond which they are of two runs."""
_SHARE = 5
"""A run is of the body that has a fifth of the heaviest one's words, or more."""
_FAR = 8
"""Pieces above or below the article beyond which paragraphs may be another one's."""
_FEW = 5
"""Long words that are too few to tell what they speak of."""
_SHARED = 10
"""Of so many long words one or more stands in the article too, or in its headline."""


def text_block(sheet: Sheet) -> range:
    """The pieces, by index, from the first to the last line of the body, with all that interrupts it.

    A lone line far from the others is none of it, whatever is thought of that line.
    """
    found = _runs(sheet)
    others = {*_of_another(sheet, found)}
    weights = [sum(sheet.pieces[index].size for index in run) for run in found]
    heaviest = max(weights, default=0)
    heavy = [
        run for run, weight in zip(found, weights, strict=True) if _SHARE * weight >= heaviest and run[0] not in others
    ]
    return range(heavy[0][0], heavy[-1][-1] + 1) if heavy else range(0)


def of_another_article(sheet: Sheet) -> Iterator[int]:
    """The pieces, by index, of each run of likely paragraphs far from the article that speaks of something else."""
    return _of_another(sheet, _runs(sheet))


def _runs(sheet: Sheet) -> list[list[int]]:
    """The pieces that are likely of the body, those together that stand near each other."""
    found: list[list[int]] = []
    for index in range(len(sheet.pieces)):
        if is_likely(sheet, index):
            if found and index - found[-1][-1] <= _APART + 1:
                found[-1].append(index)
            else:
                found.append([index])
    return found


def _of_another(sheet: Sheet, found: Sequence[list[int]]) -> Iterator[int]:
    main = max(found, key=lambda run: sum(len(sheet.pieces[index].text) for index in run), default=[])
    far = [run for run in found if _is_far(sheet, run, main)]
    if far:
        own = topic(sheet, main if sheet.headline is None else (*main, sheet.headline))
        yield from (index for run in far if _tells_of_another(topic(sheet, run), own) for index in run)


def _is_far(sheet: Sheet, run: list[int], main: list[int]) -> bool:
    top = main[0] if sheet.headline is None else min(sheet.headline, main[0])
    above = sheet.headline is not None and run[-1] < top - _FAR
    return above or run[0] > main[-1] + _FAR


def _tells_of_another(words: frozenset[str], own: frozenset[str]) -> bool:
    return len(words) >= _FEW and _SHARED * len(words & own) < len(words)


_OF_THE_BODY = ("paragraph", "subhead", "list_item", "quote")


def is_likely(sheet: Sheet, index: int) -> bool:
    """A piece that is of the body: settled so, or likely so."""
    verdict = sheet.verdicts[index]
    return verdict.label in _OF_THE_BODY if verdict else sheet.seen[index].body >= LIKELY
