"""The items of lists in the body, known by what they begin with."""

from collections.abc import Mapping

from newsarchive.label.shapes import item_number, list_item_shape
from newsarchive.label.sheet import Sheet, Verdict

_LEAST_STEPS = 3


def numbered_item(sheet: Sheet) -> Mapping[int, Verdict]:
    """Lines one below the other that count: "1. Stir the yeast.", "2. Add the flour.", "3. Bake."."""
    found: dict[int, Verdict] = {}
    run: list[int] = []
    for index in (*sheet.open(sheet.block), -1):
        number = item_number(sheet.pieces[index]) if index >= 0 else None
        if number is not None and run and run[-1] == index - 1 and number == len(run) + 1:
            run.append(index)
            continue
        if len(run) >= _LEAST_STEPS:
            found |= dict.fromkeys(run, Verdict("list_item", "numbered"))
        run = [index] if number == 1 else []
    return found


def list_item(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line of the body that has the shape of a list's."""
    return {i: Verdict("list_item", "list_item") for i in sheet.open(sheet.block) if list_item_shape(sheet.pieces[i])}
