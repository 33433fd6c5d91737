"""The signature below a letter."""

from collections.abc import Mapping

from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.later import later
from newsarchive.text.names import read_byline

_CAPITALISED = r"[^\W\d_a-zà-ÿ][^\W\d_]{0,30}(?:['’.-][^\W\d_]{0,30}){0,2}"
_SIGNATURE = later(rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}, {_CAPITALISED}(?: {_CAPITALISED}){{0,3}}")


def signature(sheet: Sheet) -> Mapping[int, Verdict]:
    """Where nothing above names a writer: a name and a place below the last paragraph, "Ann Roe, Upper Sarn"."""
    end = sheet.block.stop
    if "byline" in map(sheet.label, range(end)):
        return {}
    return {
        index: Verdict("byline", "signature") for index in sheet.open(range(end - 1, end + 1)) if _is_one(sheet, index)
    }


def _is_one(sheet: Sheet, index: int) -> bool:
    text = sheet.pieces[index].text
    parsed = read_byline(text) if _SIGNATURE().fullmatch(text) else None
    return bool(parsed and parsed.authors)
