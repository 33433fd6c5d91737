"""What people say: a talk that is printed as question and answer, and a last word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from newsarchive.label.block import PROSE
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.fold import fold

_LEAST = 3
"""Questions answered from which a text is a talk."""
_LONGEST = 400
_APART = 8
"""Pieces to a question beyond which it is a report that asks now and then."""
_QUESTION, _ANSWER = re.compile(r"[QFPDВ]: "), re.compile(r"[ARSО]: ")
_BETWEEN = 3
"""Pieces between two answers that are marked beyond which the talk is over."""
_ASKS = ("?", "？", "؟")
_QUOTES = ("“", "”", "„", '"', "«", "»", "‘")
_QUOTES_END = ("”", "“", '"', "»", "«")


def question(sheet: Sheet) -> Mapping[int, Verdict]:
    """The questions of a talk: short lines that ask, of which several are followed by an answer in the first person.

    They are what somebody said, not subheads: "What did you do?", "I borrowed a bicycle.". A subhead that asks ("Who
    pays?") stands above a report, which speaks of others. Where letters mark both ("Q: And the boat?", "A: Borrowed."),
    answers are told by these.
    """
    marked = _marked(sheet)
    if marked:
        return marked
    asking = [index for index in sheet.open(sheet.block) if _asks(sheet, index)]
    answered = [index for index in asking if _is_answer(sheet, index + 1)]
    if len(answered) < _LEAST or 2 * len(answered) < len(asking):
        return {}
    if asking[-1] - asking[0] > _APART * len(asking):
        return {}
    return {index: Verdict("paragraph", "question_of_a_talk") for index in asking}


def _marked(sheet: Sheet) -> Mapping[int, Verdict]:
    """Questions and answers that letters mark, where several of them follow each other from the body on."""
    pairs: list[int] = []
    last = sheet.block.stop
    for index in range(sheet.block.start, len(sheet.pieces) - 1):
        if index > last + _BETWEEN:
            break
        if _QUESTION.match(sheet.pieces[index].text) and _ANSWER.match(sheet.pieces[index + 1].text):
            pairs.append(index + 1)
            last = max(last, index + 1)
    if len(pairs) < _LEAST:
        return {}
    talk = (index for answer in pairs for index in (answer - 1, answer) if sheet.verdicts[index] is None)
    return dict.fromkeys(talk, Verdict("paragraph", "marked_talk"))


def closing_words(sheet: Sheet) -> Mapping[int, Verdict]:
    """A short sentence with speech right below the last paragraph: "“Oil it,” he said."."""
    last = sheet.block.stop
    if sheet.label(last - 1) != "paragraph" or last >= len(sheet.pieces) or sheet.verdicts[last] is not None:
        return {}
    piece = sheet.pieces[last]
    speaks = piece.text.startswith(_QUOTES) and not piece.text.rstrip(".").endswith(_QUOTES_END)
    alone = sheet.copies[piece.folded] == 1 and len(piece.text) < PROSE
    return {last: Verdict("paragraph", "closing_words")} if speaks and piece.is_sentence and alone else {}


def _asks(sheet: Sheet, index: int) -> bool:
    text = sheet.pieces[index].text
    return len(text) <= _LONGEST and text.endswith(_ASKS) and not text.startswith(_QUOTES)


def _is_answer(sheet: Sheet, index: int) -> bool:
    """A sentence in the first person that is no quotation in a report."""
    if index not in sheet.block or _asks(sheet, index):
        return False
    piece = sheet.pieces[index]
    says = piece.is_sentence and not piece.text.startswith(_QUOTES)
    return says and not _speaker_words().isdisjoint(piece.words)


@cache
def _speaker_words() -> frozenset[str]:
    return frozenset(_read())


def _read() -> Iterator[str]:
    lines = (Path(__file__).parent / "talk_words.txt").read_text(encoding="utf-8").splitlines()
    return (fold(word) for line in lines if not line.startswith("#") for word in line.split())
