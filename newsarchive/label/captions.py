"""Words under pictures: what carries a credit, what is printed twice beside each other, what names a portrait."""

from collections.abc import Mapping
from dataclasses import replace

from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.credits import find_credit

_LONGEST = 600
_TWIN = 4
_LAST = 40
_PORTRAIT = 12
"""Words of a line that names a portrait."""


def credited_caption(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that ends with a credit ("… (photo credit: …)"), or is one."""
    found = {}
    for index in sheet.open(_article(sheet)):
        text = sheet.pieces[index].text
        credit = find_credit(text) if len(text) <= _LONGEST else None
        if credit is None:
            continue
        alone = not (text[: credit[0]] + text[credit[1] :]).strip(" .,;:-–—|()[]")
        found[index] = Verdict("credit", "picture_credit") if alone else Verdict("caption", "caption_with_credit")
    return _with_copies(sheet, found)


def twin_caption(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that is printed again within four lines: a picture's text and its caption are often the same words."""
    twins = (index for index in sheet.open(_article(sheet)) if _has_twin(sheet, index))
    return _with_copies(sheet, dict.fromkeys(twins, Verdict("caption", "printed_twice")))


def caption_beside_credit(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line whose words a caption repeats, or that stands right above a credit of its own."""
    found = {}
    captions = {sheet.pieces[i].folded for i in range(len(sheet.pieces)) if sheet.label(i) == "caption"}
    for index in sheet.open(_article(sheet)):
        piece = sheet.pieces[index]
        if len(piece.text) > _LONGEST or len(piece.words) < 3:
            continue
        if any(caption.startswith(piece.folded.rstrip(".")) for caption in captions):
            found[index] = Verdict("caption", "part_of_caption")
        elif sheet.label(index + 1) == "credit" and not piece.is_sentence:
            found[index] = Verdict("caption", "above_credit")
    return found


def portrait_caption(sheet: Sheet) -> Mapping[int, Verdict]:
    """A few words right above the byline that hold the writer's name: "Minister of Ports Ada Quill."."""
    found = {}
    for index in sheet.open(_article(sheet)):
        if sheet.label(index + 1) != "byline":
            continue
        name, piece = sheet.pieces[index + 1].folded, sheet.pieces[index]
        text = piece.folded.rstrip(".")
        if len(piece.words) <= _PORTRAIT and text != name and (text.endswith(name) or text.startswith(f"{name} ")):
            found[index] = Verdict("caption", "portrait")
    return found


def _article(sheet: Sheet) -> range:
    headline = sheet.headline
    start = sheet.block.start if headline is None else min(headline, sheet.block.start)
    return range(max(0, start - _LAST), sheet.block.stop)


def _with_copies(sheet: Sheet, found: Mapping[int, Verdict]) -> Mapping[int, Verdict]:
    """The same verdicts; a line that says what an earlier one says points at it."""
    first: dict[str, int] = {}
    pointed = {}
    for index, verdict in sorted(found.items()):
        piece = sheet.pieces[index]
        kept = first.setdefault(piece.folded, piece.number)
        pointed[index] = replace(verdict, copy_of=kept) if kept != piece.number else verdict
    return pointed


def _has_twin(sheet: Sheet, index: int) -> bool:
    piece = sheet.pieces[index]
    if sheet.copies[piece.folded] < 2 or len(piece.words) < 4 or len(piece.text) > _LONGEST:
        return False
    near = (*range(max(0, index - _TWIN), index), *range(index + 1, min(len(sheet.pieces), index + _TWIN + 1)))
    return any(sheet.pieces[other].folded == piece.folded for other in near)
