"""The newsroom's words around the report: deck, kicker, bios, disclaimers, corrections, taglines."""

import re
from collections.abc import Mapping

from newsarchive.label.block import DOUBTFUL, PROSE
from newsarchive.label.genres import is_genre
from newsarchive.label.notes import note_kind
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.dateline import parse_dateline

_BELOW_HEADLINE = 8
_NEAR_END = 8
_LONGEST_DECK = 350
_ONE_SENTENCE = 220
_ALONE, _WITH_PLACE, _UNFINISHED, _ABOVE_BYLINE = 750, 400, 150, 50
"""The chance to be a deck, of 1000, from which a line is one: by itself, where decks stand, there and no sentence, and
right above the byline.
"""
_SURELY = 920
"""The chance to be a deck from which a line is one however likely it is of the body too."""
_LONGEST_KICKER = 40
_STOP = re.compile(r"[.!?。।؟][\"”»’)]*(?=\s|$)")
POINTS_BACK = {
    (word,) for word in ("he", "she", "it", "they", "er", "sie", "es", "il", "elle", "ils", "elles", "ella", "ellos")
}
"""A paragraph that begins so goes on from the one above it, which is no deck."""
WHO_AND_WHEN = {"byline", "date", "dateline", "bio"}


def note(sheet: Sheet) -> Mapping[int, Verdict]:
    """A bio, disclaimer, correction or tagline, at the top of the article or at its end; its other copies with it."""
    edges = (index for index in sheet.open() if _at_an_edge(sheet, index))
    return sheet.pointed({index: Verdict(kind, kind) for index in edges if (kind := note_kind(sheet.pieces[index]))})


def deck(sheet: Sheet) -> Mapping[int, Verdict]:
    """The line below the headline that the learned look takes for a deck; less is enough where decks stand."""
    headline = sheet.headline
    if headline is None:
        return {}
    places = sheet.open(range(headline + 1, headline + _BELOW_HEADLINE))
    below = [i for i in places if len(sheet.pieces[i].text) > 20 and not _may_be_the_lede(sheet, i)]
    chances = {index: sheet.seen[index].kinds.get("deck", 0) for index in below}
    decks = [index for index in below if chances[index] >= _least(sheet, headline, index)]
    return {max(decks, key=lambda index: (chances[index], -index)): Verdict("deck", "deck")} if decks else {}


def _may_be_the_lede(sheet: Sheet, index: int) -> bool:
    """A whole sentence that is likelier of the body than not: taken for a deck it would be lost.

    Not above the byline or the date, and not alone between headline and report: there decks stand.
    """
    seen, piece = sheet.seen[index], sheet.pieces[index]
    if not piece.is_sentence or seen.body < DOUBTFUL or seen.kinds.get("deck", 0) >= _SURELY:
        return False
    alone = sheet.headline == index - 1 and len(_STOP.findall(piece.text)) <= 1
    return not (alone and sheet.label(index + 1) is None) and sheet.label(index + 1) not in WHO_AND_WHEN


def _least(sheet: Sheet, headline: int, index: int) -> int:
    """The chance to be a deck from which a line is one: less where decks stand, little for what is no sentence."""
    first = not any(len(sheet.pieces[i].text) > 20 for i in sheet.open(range(headline + 1, index)))
    if not first or not _explains(sheet, headline, index):
        return _ALONE
    below = sheet.label(index + 1)
    if below in WHO_AND_WHEN:
        return _ABOVE_BYLINE
    if sheet.pieces[index].is_sentence:
        return _WITH_PLACE
    return 0 if below in ("caption", "credit") else _UNFINISHED


def kicker(sheet: Sheet) -> Mapping[int, Verdict]:
    """One short line right above the headline: a kind of text ("Obituary"), or one with no menu above it."""
    headline = sheet.headline
    if not headline or sheet.verdicts[headline - 1] is not None:
        return {}
    piece = sheet.pieces[headline - 1]
    alone = headline == 1 or sheet.verdicts[headline - 2] is not None or is_genre(piece)
    if not alone or len(piece.text) > _LONGEST_KICKER or piece.is_sentence or len(piece.words) > 5:
        return {}
    return {headline - 1: Verdict("kicker", "kicker")}


def _explains(sheet: Sheet, headline: int, index: int) -> bool:
    """On 487 pages read line by line: before the byline 100 of 101 were decks, before captions 11 of 13, just above the
    next paragraph half of the single sentences and few others; below the byline nearly all were ledes.
    """
    piece, report = sheet.pieces[index], _next_prose(sheet, index)
    length, sentences = len(piece.text), len(_STOP.findall(piece.text))
    if report is None or not PROSE // 2 <= length <= _LONGEST_DECK or parse_dateline(piece.text):
        return False
    above = {sheet.label(i) for i in range(headline + 1, index)}
    between = {sheet.label(i) for i in range(index + 1, report)}
    if above & WHO_AND_WHEN:
        return "caption" in between and sentences > 1 and not between & WHO_AND_WHEN
    if between & (WHO_AND_WHEN | {"caption", "credit"}):
        return True
    return sentences <= 1 and length <= _ONE_SENTENCE and sheet.pieces[report].words[:1] not in POINTS_BACK


def _next_prose(sheet: Sheet, index: int) -> int | None:
    following = range(index + 1, max(sheet.block.stop, index + 1))
    return next((i for i in sheet.open(following) if len(sheet.pieces[i].text) >= PROSE), None)


def _at_an_edge(sheet: Sheet, index: int) -> bool:
    block, headline = sheet.block, sheet.headline
    top = headline if headline is not None else block.start
    near_top = top - 2 <= index <= max(block.start + 2, top + 6)
    return near_top or block.stop - _NEAR_END <= index < block.stop + 2 * _NEAR_END
