"""What the learned look says of pieces that no rule knows: in the body, and beside it."""

from collections.abc import Mapping

from newsarchive.label.block import DOUBTFUL, LIKELY, is_likely, of_another_article
from newsarchive.label.line import Line
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.label.subheads import subhead_shape

_IN_THE_BODY = ("paragraph", "subhead", "list_item")
_BETWEEN = 5
"""How much likelier a subhead is between two long paragraphs than what is seen of it says."""
_LONG, _SHORT = 100, 40
_FURTHEST = 1000
"""Pieces that are looked through for a neighbour: a text of nothing but questions costs no more than its length."""
_PERHAPS = 400
"""The chance to be a paragraph, a subhead or an item, of 1000, from which a piece between others of the body stays."""
_OUT_OF_IT = {"caption": 500, "bio": 500, "byline": 700, "date": 700}
"""What a likely piece of the body is all the same, from which chance on."""
_MOST_CERTAIN = 1000 - min(_OUT_OF_IT.values())
"""The chance to be a paragraph above which it is none of these: the chances of all kinds are 1000 at most."""
_BESIDE = {
    "caption": 13, "bio": 22, "tagline": 15, "disclaimer": 15, "correction": 15, "byline": 8, "date": 10, "deck": 8,
}  # fmt: skip
"""What a piece beside the body may be, each weighed in tenths: the rare kinds are guessed too seldom."""
_NONE_OF_THEM = ("boilerplate", "headline", *_IN_THE_BODY)
_BOILERPLATE = 8


def asked_subhead(sheet: Sheet) -> Mapping[int, Verdict]:
    """A subhead that asks: a question, no quotation, alone between two long paragraphs."""
    return {
        i: Verdict("subhead", "asks_between_paragraphs")
        for i in sheet.open(sheet.block)
        if sheet.pieces[i].text.endswith(("?", "？"))
        and sheet.pieces[i].text[0].isalnum()
        and subhead_shape(sheet.pieces[i])
        and all(_is_long(sheet, _beside(sheet, i, step)) for step in (-1, 1))
    }


def cut_off(sheet: Sheet) -> Mapping[int, Verdict]:
    """Short lines at the end that tell nothing: likelier the site's, or parted from the body by the site's words.

    A slogan above an appeal, a teaser's headline below "Most read": "What is a convenor?". And whole paragraphs far
    from the article that speak of something else.
    """
    others = {
        index: Verdict("boilerplate", "of_another_article")
        for index in of_another_article(sheet)
        if sheet.verdicts[index] is None
    }
    ends = (index for index in sheet.open() if index >= sheet.block.stop - 1 and is_likely(sheet, index))
    slogans = {
        index: Verdict("boilerplate", "after_the_article")
        for index in ends
        if not _tells(sheet.pieces[index]) and (sheet.label(index - 1) == "boilerplate" or _is_the_sites(sheet, index))
    }
    return slogans | others


def _tells(piece: Line) -> bool:
    return piece.size >= _LONG or (piece.is_sentence and not piece.text.endswith(("?", "？", "؟")))


def _is_the_sites(sheet: Sheet, index: int) -> bool:
    kinds = sheet.seen[index].kinds
    return kinds.get("boilerplate", 0) > max(kinds.get(kind, 0) for kind in _IN_THE_BODY)


def of_the_body(sheet: Sheet) -> Mapping[int, Verdict]:
    """A piece that is likely of the body: a paragraph, a subhead or an item of a list, whichever is likeliest."""
    found = {}
    for index in sheet.open():
        kinds = sheet.seen[index].kinds
        if _stays(sheet, index) and not _is_out_of_it(kinds):
            found[index] = Verdict(_kind(sheet, index), "likely_body", _is_doubtful(sheet, index))
    return found


def _is_out_of_it(kinds: Mapping[str, int]) -> bool:
    return kinds.get("paragraph", 0) <= _MOST_CERTAIN and any(
        kinds.get(kind, 0) >= least for kind, least in _OUT_OF_IT.items()
    )


def _stays(sheet: Sheet, index: int) -> bool:
    """Likely of the body, or between lines of it and by its kind perhaps one too: an ingredient, a short answer."""
    seen = sheet.seen[index]
    inside = sheet.block.start < index < sheet.block.stop - 1
    return seen.body >= LIKELY or (inside and sum(seen.kinds.get(kind, 0) for kind in _IN_THE_BODY) >= _PERHAPS)


def _is_doubtful(sheet: Sheet, index: int) -> bool:
    seen = sheet.seen[index]
    is_perhaps_the_deck = seen.kinds.get("deck", 0) >= DOUBTFUL
    return seen.body < DOUBTFUL or is_perhaps_the_deck or index in sheet.recurring.doubtful


def beside_the_body(sheet: Sheet) -> Mapping[int, Verdict]:
    """A caption, a note, a deck, a byline or a date beside the body, where it is likelier than the site's own words."""
    found = {}
    for index in sheet.open():
        kinds = sheet.seen[index].kinds
        if not kinds:
            continue
        weighed = {kind: weight * kinds.get(kind, 0) for kind, weight in _BESIDE.items()}
        best = max(weighed, key=weighed.__getitem__)
        if weighed[best] > _BOILERPLATE * max(kinds.get(kind, 0) for kind in _NONE_OF_THEM):
            found[index] = Verdict(best, f"likely_{best}")
    return sheet.pointed(found)


def _kind(sheet: Sheet, index: int) -> str:
    """Paragraph, subhead or item: a whole sentence is no subhead, and neither is what has not the shape of one."""
    kinds = sheet.seen[index].kinds
    paragraph, subhead, item = (kinds.get(kind, 0) for kind in _IN_THE_BODY)
    if subhead and not subhead_shape(sheet.pieces[index]):
        subhead = 0
    elif subhead and all(_is_long(sheet, _beside(sheet, index, step), _SHORT) for step in (-1, 1)):
        subhead *= _BETWEEN
    if item > max(paragraph, subhead):
        return "list_item"
    return "subhead" if subhead > paragraph else "paragraph"


def _beside(sheet: Sheet, index: int, step: int) -> int:
    """The nearest piece above (-1) or below (1) that may be of the body; the last one looked at where none is near."""
    for _ in range(_FURTHEST):
        index += step
        if not 0 <= index < len(sheet.pieces) or is_likely(sheet, index):
            break
    return index


def _is_long(sheet: Sheet, index: int, least: int = _LONG) -> bool:
    inside = 0 <= index < len(sheet.pieces)
    return inside and sheet.pieces[index].is_sentence and sheet.pieces[index].size >= least
