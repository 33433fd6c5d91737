"""Words under pictures: what carries a credit, what is printed twice beside each other, what names a portrait."""

from collections.abc import Mapping

from newsarchive.label.block import DOUBTFUL
from newsarchive.label.sheet import Glance, Sheet, Verdict
from newsarchive.text.credits import find_credit
from newsarchive.text.openings import any_begins

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
    return sheet.pointed(found)


def twin_caption(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that is printed again within four lines, and is no likelier the site's own than a caption: a picture's
    text and its caption are often the same words, but so are labels, shelves and lines of code.
    """
    twins = (index for index in sheet.open(_article(sheet)) if _has_twin(sheet, index))
    return sheet.pointed(dict.fromkeys(twins, Verdict("caption", "printed_twice")))


def caption_beside_credit(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line whose words a caption repeats, or that stands right above a credit of its own."""
    found = {}
    labelled = zip(sheet.pieces, sheet.verdicts, strict=True)
    captions = sorted({piece.folded for piece, verdict in labelled if verdict and verdict.label == "caption"})
    for index in sheet.open(_article(sheet)):
        piece = sheet.pieces[index]
        is_part = captions != [] and any_begins(captions, piece.folded.rstrip("."))
        is_above = not is_part and not piece.is_sentence and sheet.label(index + 1) == "credit"
        if (is_part or is_above) and len(piece.text) <= _LONGEST and len(piece.words) > 2:
            found[index] = Verdict("caption", "part_of_caption" if is_part else "above_credit")
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
    return range(max(0, sheet.start - _LAST), sheet.block.stop)


def _has_twin(sheet: Sheet, index: int) -> bool:
    piece = sheet.pieces[index]
    if sheet.copies[piece.folded] < 2 or len(piece.words) < 4 or len(piece.text) > _LONGEST:
        return False
    if _is_likelier_other(sheet.seen[index]):
        return False
    near = (*range(max(0, index - _TWIN), index), *range(index + 1, min(len(sheet.pieces), index + _TWIN + 1)))
    return any(sheet.pieces[other].folded == piece.folded for other in near)


def _is_likelier_other(seen: Glance) -> bool:
    """The site's own words rather than a caption, or a paragraph that is printed twice."""
    caption = seen.kinds.get("caption", 0)
    is_prose = seen.body >= DOUBTFUL and seen.kinds.get("paragraph", 0) > caption
    return is_prose or seen.kinds.get("boilerplate", 0) > caption
