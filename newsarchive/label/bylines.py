"""Who and when: the lines between the headline and the body, and right after the body, that name a writer or a day."""

from collections.abc import Mapping
from itertools import islice

from newsarchive.label.line import Line
from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.dateline import parse_dateline
from newsarchive.text.dates import date_columns, find_dates, is_date_line
from newsarchive.text.names import Byline, announced_byline, is_person_name, parse_byline, read_byline
from newsarchive.text.openings import any_begins

_ABOVE, _BELOW, _FAR_AFTER = 6, 4, 10
_LONGEST = 200
_LONGEST_NAME = 60
_LIKELY_NAME = 200
"""The chance to be a byline, of 1000, below which a bare name is none: names stand under pictures and in lists too."""
_MOST_NAME_WORDS = 7
_LONGEST_BIO = 400
_MOSTLY, _OTHER_LETTERS = 110, 40


def dateline(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that is a dateline and nothing else: "May 30. (EUROPE PRESS) –"."""
    found = {}
    for index in sheet.open(_around(sheet)):
        text = sheet.pieces[index].text
        parsed = parse_dateline(text) if len(text) <= _LONGEST else None
        if parsed and not text[parsed.end :].strip(" .,-–—:"):
            found[index] = Verdict("dateline", "dateline")
    return found


def date_line(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that holds a date with its usual words and nothing else, near the headline or the end of the body."""
    return {
        index: Verdict("date", "date_line")
        for index in sheet.open(_around(sheet))
        if _is_date(sheet.pieces[index].text)
    }


def dated_line(sheet: Sheet) -> Mapping[int, Verdict]:
    """A short line with a whole date and a few other words, above the first paragraph: "Harbour, 3 May 2023, us".

    It is a byline where the other words are a name.
    """
    found = {}
    for index in sheet.open(_around(sheet)):
        text = sheet.pieces[index].text
        others = _beside_date(text) if index < sheet.block.start else None
        if others is not None:
            label = "byline" if read_byline(others) else "date"
            found[index] = Verdict(label, "dated_line")
    return found


def date_after_body(sheet: Sheet) -> Mapping[int, Verdict]:
    """Where nothing above the body is dated: the first date line right after it."""
    above = sheet.verdicts[: sheet.block.stop]
    if any(verdict is not None and verdict.label in ("date", "dateline") for verdict in above):
        return {}
    after = range(sheet.block.stop, sheet.block.stop + _FAR_AFTER)
    dates = (index for index in sheet.open(after) if _is_date(sheet.pieces[index].text))
    return {index: Verdict("date", "date_after_the_body") for index in islice(dates, 1)}


def marked_byline(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that says "by", in any language, and names somebody."""
    found = {}
    for index in sheet.open(_around(sheet)):
        text = sheet.pieces[index].text
        if len(text) <= _LONGEST and announced_byline(text):
            found[index] = Verdict("byline", "marked_byline")
    return found


def bare_byline(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line that is a name and nothing else, between the headline and the first paragraph."""
    found = {}
    for index in sheet.open(_between(sheet)):
        piece = sheet.pieces[index]
        if sheet.seen[index].kinds.get("byline", 0) < _LIKELY_NAME:
            continue
        if len(piece.words) > _MOST_NAME_WORDS or (piece.is_sentence and not piece.text.isupper()):
            continue
        if _parse(sheet, index) or (len(piece.text) <= _LONGEST_NAME and _is_name_here(sheet, index)):
            found[index] = Verdict("byline", "bare_name")
    return found


def name_and_bio(sheet: Sheet) -> Mapping[int, Verdict]:
    """A name above the first paragraph and, right below it, a line that begins with it: the byline and the bio."""
    names: dict[int, Verdict] = {}
    bios: dict[str, int] = {}
    for index in sheet.open(_between(sheet)):
        name = sheet.pieces[index]
        below = sheet.pieces[index + 1] if index + 1 < len(sheet.pieces) else name
        if _is_name_shape(name) and len(below.text) <= _LONGEST_BIO and below.folded.startswith(f"{name.folded} "):
            names[index] = Verdict("byline", "name_and_bio")
            bios.setdefault(below.folded, index + 1)
    return names | _printed_from(sheet, bios)


def _printed_from(sheet: Sheet, bios: Mapping[str, int]) -> dict[int, Verdict]:
    """Bios from the place on where each is printed first: the later ones point at it."""
    found = {}
    for index in sheet.open() if bios else ():
        first = bios.get(sheet.pieces[index].folded, len(sheet.pieces))
        if first <= index:
            copy_of = sheet.pieces[first].number if first < index else None
            found[index] = Verdict("bio", "name_and_bio", copy_of=copy_of)
    return found


def _is_name_shape(piece: Line) -> bool:
    """Two to five words that all begin with a capital, and no stop."""
    words = piece.text.split()
    return 2 <= len(words) <= 5 and not piece.is_sentence and all(word[0].isupper() for word in words)


def name_of_a_bio(sheet: Sheet) -> Mapping[int, Verdict]:
    """A line with nothing but the words that a bio of this text begins with: the name of the writer."""
    labelled = zip(sheet.pieces, sheet.verdicts, strict=True)
    bios = sorted({piece.folded for piece, verdict in labelled if verdict and verdict.label == "bio"})
    if not bios:
        return {}
    return {
        index: Verdict("byline", "name_of_a_bio")
        for index in sheet.open(_around(sheet))
        if 2 <= len(sheet.pieces[index].words) <= 5 and any_begins(bios, f"{sheet.pieces[index].folded} ")
    }


def _is_name_here(sheet: Sheet, index: int) -> bool:
    """The shape of a name is enough right under the headline or the deck, and beside a date."""
    if is_person_name(sheet.pieces[index].text):
        return True
    beside = (sheet.label(index - 1), sheet.label(index + 1))
    return ("date" in beside or beside[0] in ("headline", "deck")) and read_byline(sheet.pieces[index].text) is not None


def _parse(sheet: Sheet, index: int) -> Byline | None:
    text = sheet.pieces[index].text
    return parse_byline(text) if len(text) <= _LONGEST else None


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST and is_date_line(text)


def _beside_date(text: str) -> str | None:
    """What a short line with one whole date says beside it, where that is little; None for any other line."""
    columns = date_columns(text) if len(text) <= _MOSTLY else None
    if columns is None or not any(mention.day and mention.year for mention in find_dates(text)):
        return None
    others = f"{text[: columns[0]]} {text[columns[1] :]}".strip()
    return others if sum(map(str.isalpha, others)) <= _OTHER_LETTERS else None


def _around(sheet: Sheet) -> range:
    """From a little above the headline to a little below the first lines of the body."""
    headline = sheet.headline
    start = headline if headline is not None else sheet.block.start
    return range(max(0, start - _ABOVE), sheet.block.start + _BELOW)


def _between(sheet: Sheet) -> range:
    headline = sheet.headline
    start = headline + 1 if headline is not None else max(0, sheet.block.start - _ABOVE)
    return range(start, sheet.block.start + 1)
