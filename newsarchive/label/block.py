"""Where the body is: from the first to the last of the lines that are likely of it."""

from newsarchive.label.sheet import Sheet

PROSE = 60
"""Characters from which a line that ends like a sentence is prose for certain."""

LIKELY = 375
"""The chance, of 1000, from which a line is of the body."""
_APART = 3
"""Other lines between two likely ones beyond which they are of two runs."""
_SHARE = 5
"""A run is of the body that has a fifth of the heaviest one's words, or more."""


def text_block(sheet: Sheet) -> range:
    """The pieces, by index, from the first to the last line of the body, with all that interrupts it.

    A lone line far from the others is none of it, whatever is thought of that line.
    """
    runs: list[list[int]] = []
    for index in range(len(sheet.pieces)):
        if is_likely(sheet, index):
            if runs and index - runs[-1][-1] <= _APART + 1:
                runs[-1].append(index)
            else:
                runs.append([index])
    weights = [sum(sheet.pieces[index].size for index in run) for run in runs]
    heaviest = max(weights, default=0)
    heavy = [run for run, weight in zip(runs, weights, strict=True) if _SHARE * weight >= heaviest]
    return range(heavy[0][0], heavy[-1][-1] + 1) if heavy else range(0)


_OF_THE_BODY = ("paragraph", "subhead", "list_item", "quote")


def is_likely(sheet: Sheet, index: int) -> bool:
    """A piece that is of the body: settled so, or likely so."""
    verdict = sheet.verdicts[index]
    return verdict.label in _OF_THE_BODY if verdict else sheet.seen[index].body >= LIKELY
